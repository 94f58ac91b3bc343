"""What the ledger needs from elsewhere."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol

from eduverse.rewards.model import Mint
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["Classes", "SecretHash", "Tokens", "Wallets", "WalletsPage"]


class Classes(Protocol):
    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        """Raises the classroom's own problem when there is none."""
        ...


class SecretHash(Protocol):
    def fingerprint(self, purpose: str, text: str) -> str:
        """A keyed hash of 32 bytes, as base64url without padding; the same for ever."""
        ...


class WalletsPage(NamedTuple):
    user_ids: list[str]
    next: str | None


class Wallets(Protocol):
    async def wallet(self, user_id: str) -> str | None:
        """The address of the wallet that is linked to somebody's account now."""
        ...

    async def owners(self, *, after: str | None, limit: int) -> WalletsPage:
        """Everybody who has one, in pages; `after` is what the page before called `next`."""
        ...


class Tokens(Protocol):
    """The tokens on a chain. Every call raises `ChainUnavailable` when it does not answer."""

    async def home(self) -> str:
        """Which contract on which chain, in up to 60 letters, digits, dots and hyphens: elsewhere nothing is minted."""
        ...

    async def mint(self, name: str, mints: Sequence[Mint]) -> None:
        """Sends a batch in one transaction; under the same name, it is sent once. A reference that is paid is passed
        over. Raises the chain's problems when it cannot be sent now."""
        ...

    async def look_up(self, name: str) -> Literal["under way", "minted", "refused"]:
        """Where a batch is that was sent: minted only when that is final, and so when it was refused."""
        ...
