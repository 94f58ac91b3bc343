"""What an attempt's marks were before they changed."""

from datetime import datetime

from msgspec import structs

from eduverse.quizzes.model.attempt import Attempt, MarksBefore

__all__ = ["remember"]

_HISTORY = 50
"""How many changes an attempt remembers; the newest."""


def remember(before: Attempt, after: Attempt, *, by_name: str, at: datetime, regrade: int | None) -> Attempt:
    """`after` with what of `before` it has replaced."""
    changed = {key: before.marks.get(key) for key, new in after.marks.items() if before.marks.get(key) != new}
    if not changed and before.score == after.score:
        return after
    entry = MarksBefore(marks=changed, score=before.score, by_name=by_name, at=at, regrade=regrade)
    return structs.replace(after, history=(*before.history, entry)[-_HISTORY:])
