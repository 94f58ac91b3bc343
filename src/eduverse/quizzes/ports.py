"""What quizzes need from elsewhere."""

from typing import Protocol

from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["Classes", "SecretHash"]


class Classes(Protocol):
    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        """Raises the classroom's own problem when there is none."""
        ...

    async def demand_open(self, classroom_id: str) -> None:
        """Raises the classroom's own problem when it is archived."""
        ...


class SecretHash(Protocol):
    def fingerprint(self, purpose: str, text: str) -> str:
        """A keyed hash: what people can remember is too short to be hashed alone."""
        ...
