"""What the schedule needs from elsewhere."""

from collections.abc import Sequence
from typing import Protocol

from eduverse.schedule.model.feed import Deadline, Subject
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["Classes", "Deadlines", "SecretHash"]


class Classes(Protocol):
    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        """Raises the classroom's own problem when there is none."""
        ...

    async def demand_open(self, classroom_id: str) -> None:
        """Raises the classroom's own problem when it is archived."""
        ...

    async def of_person(self, user_id: str) -> Sequence[Subject]:
        """The open classes that somebody teaches or is enrolled in."""
        ...


class Deadlines(Protocol):
    async def due(self, user_id: str, classroom_ids: Sequence[str]) -> Sequence[Deadline]:
        """What is due in these classes, at the times that hold for this person."""
        ...


class SecretHash(Protocol):
    def fingerprint(self, purpose: str, text: str) -> str:
        """A keyed hash."""
        ...
