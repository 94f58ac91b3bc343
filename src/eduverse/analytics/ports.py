"""What reports need from elsewhere."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from eduverse.analytics.model.reports import ClassFacts
from eduverse.kernel.structs import Struct
from eduverse.vocabulary.principal import Principal, Role, Standing

__all__ = ["Classes", "People", "Person", "Records", "SecretHash"]


class Person(Struct, frozen=True, kw_only=True):
    user_id: str
    name: str
    role: Role


class People(Protocol):
    async def people(self, user_ids: Sequence[str]) -> list[Person]:
        """Those of `user_ids` that have an account."""
        ...


class Classes(Protocol):
    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        """Raises the classroom's own problem when there is none."""
        ...


class Records(Protocol):
    """Facts that other parts keep, in bounded quantity."""

    async def class_facts(self, classroom_id: str, since: datetime, *, user_id: str | None = None) -> ClassFacts:
        """A class's facts, those of presence since a moment; with `user_id` only that person's.

        Raises the classroom's own problem when there is none.
        """
        ...

    async def taught_by(self, user_id: str, most: int) -> list[str]:
        """Classroom ids, the newest first."""
        ...

    async def attended_by(self, user_id: str, most: int) -> list[str]:
        """Classroom ids, the newest first."""
        ...


class SecretHash(Protocol):
    def fingerprint(self, purpose: str, text: str) -> str:
        """A keyed hash: an alias must not be computable from a user's id."""
        ...
