"""What the achievement routes give."""

from datetime import datetime

from eduverse.achievements.service import Shown
from eduverse.kernel.structs import Struct

__all__ = ["AchievementList", "AchievementView"]


class AchievementView(Struct, frozen=True, kw_only=True):
    rule: str
    enough: int
    progress: int
    """0..enough."""
    earned_at: datetime | None

    @classmethod
    def of(cls, shown: Shown) -> "AchievementView":
        return cls(
            rule=shown.rule.id,
            enough=shown.rule.enough,
            progress=shown.progress,
            earned_at=shown.award.earned_at if shown.award else None,
        )


class AchievementList(Struct, frozen=True, kw_only=True):
    items: list[AchievementView]
