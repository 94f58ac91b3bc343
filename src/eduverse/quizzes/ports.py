"""What quizzes need from elsewhere."""

from typing import Protocol

from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["Certificates", "Classes", "SecretHash"]


class Certificates(Protocol):
    """What was attested of a quiz."""

    async def holders(self, quiz_id: str) -> frozenset[str]:
        """The users whose certificate of this quiz is in force."""
        ...

    async def end_pass(self, quiz_id: str, user_id: str, reason: str) -> None:
        """Revokes the certificate of somebody who has not passed after all; again, or without one, does nothing."""
        ...


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
