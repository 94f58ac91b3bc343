"""What accounts need from elsewhere."""

from datetime import datetime
from typing import Protocol

from eduverse.kernel.structs import Struct

__all__ = ["Balances", "Earned", "Honours", "PasswordHasher"]


class PasswordHasher(Protocol):
    async def hash(self, password: str) -> str: ...

    async def verify(self, password: str, against: str | None) -> bool:
        """Whether the password fits. With None it takes as long and is False: an unknown account must not show.

        Raises `TooBusy` rather than queueing without end.
        """
        ...

    def outdated(self, against: str) -> bool:
        """Whether the hash was made with weaker settings than today's."""
        ...


class Balances(Protocol):
    async def tokens_earned(self, user_id: str) -> int: ...


class Earned(Struct, frozen=True, kw_only=True):
    """An achievement that somebody holds."""

    rule: str
    earned_at: datetime


class Honours(Protocol):
    async def achievements(self, user_id: str) -> list[Earned]:
        """The oldest first."""
        ...
