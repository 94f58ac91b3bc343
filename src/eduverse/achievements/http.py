"""The achievements' route."""

from typing import Any

from litestar import Controller, Request, get
from litestar.di import NamedDependency
from litestar.params import SkipValidation

from eduverse.achievements.schemas import AchievementList, AchievementView
from eduverse.achievements.service import AchievementService
from eduverse.vocabulary.principal import Principal

__all__ = ["AchievementController"]

Achievements = NamedDependency[SkipValidation[AchievementService]]
HttpRequest = Request[Principal, Any, Any]


class AchievementController(Controller):
    path = "/api/achievements"
    tags = ["Achievements"]

    @get("/")
    async def find(self, request: HttpRequest, achievements: Achievements) -> AchievementList:
        """Yours: what you have earned, and how far you are with the others."""
        shown = await achievements.overview(request.user.user_id)
        return AchievementList(items=[AchievementView.of(one) for one in shown])
