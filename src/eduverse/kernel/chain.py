"""The chain port: an EVM, ours or somebody else's, on which the campus acts with one account.

Whoever wants something done on chain names it by a reference of their own and may ask for it again as often as they
like: it is signed once, and once on chain. What was sent is under way until it is deep enough in the chain; `tend`
moves it along and is called by a chore.
"""

from typing import Literal, Protocol

from eduverse.kernel.errors import Problem
from eduverse.kernel.structs import Struct

__all__ = [
    "Chain",
    "ChainUnavailable",
    "FeesTooHigh",
    "Intent",
    "Log",
    "Logs",
    "NoFunds",
    "Receipt",
    "ReferenceTaken",
    "Reverted",
    "Sent",
    "State",
    "Underpriced",
]

State = Literal["pending", "mined", "done", "failed"]
"""Not in a block; in a block that may still be replaced; deep enough, and it worked; deep enough, and it reverted."""


class Intent(Struct, frozen=True, kw_only=True):
    """What is to be done: a call of a contract, or, without `to`, a contract to be created from `data`."""

    reference: str
    """The caller's name for it (an `Id`, up to 100 characters); another intent under the same name is an error."""
    to: str | None
    """An address, `0x` and 40 hex digits."""
    data: bytes
    gas: int | None = None
    """The most gas it may use; estimated when None."""


class Log(Struct, frozen=True, kw_only=True):
    """An event that a contract told of. Hashes and addresses are `0x…` in lower case."""

    address: str
    topics: tuple[str, ...]
    data: bytes
    block: int
    transaction: str
    index: int


class Receipt(Struct, frozen=True, kw_only=True):
    """How a transaction ended that is in a block."""

    transaction: str
    block: int
    block_hash: str
    succeeded: bool
    gas_used: int
    price: int
    """What was paid for a unit of gas, in wei."""
    contract: str | None
    """The address of the contract that it created."""
    logs: tuple[Log, ...]


class Sent(Struct, frozen=True, kw_only=True):
    """Where an intent is. `transaction` is the version that counts; a replacement for a stuck one has another hash."""

    reference: str
    state: State
    transaction: str
    confirmations: int = 0
    """Blocks from its own to the newest, both counted; 0 while it is pending."""
    receipt: Receipt | None = None
    contract: str | None = None
    """Where the contract stands, or will, that it creates; also when the node keeps no receipt any more."""


class Logs(Struct, frozen=True, kw_only=True):
    """Which events are asked for: of a contract, in blocks `first` to `last`, with these topics (None: any)."""

    address: str
    topics: tuple[str | None, ...] = ()
    first: int = 0
    last: int | None = None


class Chain(Protocol):
    """Every call may raise `ChainUnavailable`, which leaves open whether something was sent: ask again."""

    @property
    def account(self) -> str:
        """The address that the campus acts with. A chain that opens at first use knows it once it was asked."""
        ...

    async def chain_id(self) -> int: ...

    async def height(self) -> int:
        """The number of the newest block."""
        ...

    async def call(self, to: str, data: bytes, /, *, gas: int | None = None) -> bytes:
        """Asks a contract, which may use up so much gas; changes nothing. Raises `Reverted`, also when that is too
        little. An address without a contract answers with nothing."""
        ...

    async def send(self, intent: Intent, /) -> str:
        """Sends it, unless that was done already, and returns the transaction's hash.

        It is stored before it is sent, so it is not forgotten. Raises `Reverted` when it would fail as things are,
        `FeesTooHigh`, `NoFunds` or `Underpriced`; then nothing was sent, and it may be asked for again. Raises
        `ReferenceTaken` when the reference names something else.
        """
        ...

    async def sent(self, reference: str, /) -> Sent | None:
        """Where it is now; None when nothing was asked for under this reference."""
        ...

    async def receipt(self, transaction: str, /) -> Receipt | None:
        """Of anybody's transaction; None while it is in no block."""
        ...

    async def logs(self, wanted: Logs, /) -> list[Log]:
        """Events in the order of the chain."""
        ...

    async def tend(self) -> int:
        """Moves along what is under way: sends again what was lost, replaces what is stuck, settles what is deep.

        Returns how many intents are still under way. Safe to cut anywhere and to run twice.
        """
        ...

    async def ping(self) -> None:
        """Raises `ChainUnavailable` when nothing can be done now."""
        ...


class ChainUnavailable(Problem):
    status = 503
    slug = "chain-unavailable"
    title = "The blockchain does not answer; try again in a moment"


class Reverted(Problem):
    """The contract refused. `reason` in `extra` is its own word for why, empty when it gave none."""

    status = 409
    slug = "chain-reverted"
    title = "The contract refused this"

    @property
    def reason(self) -> str:
        return str(self.extra.get("reason", ""))


class FeesTooHigh(Problem):
    status = 503
    slug = "chain-fees-too-high"
    title = "The blockchain costs more now than this campus wants to pay; it is tried again later"


class Underpriced(Problem):
    status = 503
    slug = "chain-underpriced"
    title = "The blockchain wants a higher fee; it is tried again with one"


class NoFunds(Problem):
    status = 503
    slug = "chain-no-funds"
    title = "The campus's account on the blockchain has not enough money for this"


class ReferenceTaken(Problem):
    status = 409
    slug = "chain-reference-taken"
    title = "Something else was asked for under this reference"
