"""What classrooms need from elsewhere."""

from collections.abc import Sequence
from typing import Protocol

from eduverse.kernel.structs import Struct
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.messages import LiveQuiz

__all__ = ["LiveQuizzes", "People", "Person", "Presence", "SecretHash"]


class Person(Struct, frozen=True, kw_only=True):
    user_id: str
    name: str
    avatar_data: AvatarData


class People(Protocol):
    async def people(self, user_ids: Sequence[str]) -> list[Person]:
        """Those of `user_ids` that have an account, in the same order."""
        ...


class Presence(Protocol):
    def present_count(self, classroom_id: str) -> int:
        """How many people are in the room now."""
        ...


class LiveQuizzes(Protocol):
    async def live_quizzes(self, classroom_id: str) -> list[LiveQuiz]: ...


class SecretHash(Protocol):
    def fingerprint(self, purpose: str, text: str) -> str:
        """A keyed hash: a join code is too short to be hashed alone."""
        ...
