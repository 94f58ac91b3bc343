"""What accounts need from elsewhere."""

from datetime import datetime
from typing import Literal, Protocol

from eduverse.kernel.structs import Struct

__all__ = ["Balances", "ContractWallets", "Earned", "Honours", "PasswordHasher", "Verdict"]


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


Verdict = Literal["good", "bad", "unavailable"]


class ContractWallets(Protocol):
    async def is_valid_signature(self, address: str, digest: bytes, signature: bytes) -> Verdict:
        """What the contract at `address` says of a signature (ERC-1271); an address without a contract says it is
        bad. Unavailable where no chain can be asked. Contracts that do not exist yet (ERC-6492) are not asked.
        """
        ...
