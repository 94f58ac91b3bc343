"""What classrooms need from elsewhere."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from eduverse.classrooms.model import Gate, Ground, Place
from eduverse.kernel.structs import Struct
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.messages import LiveQuiz

__all__ = [
    "ChainTokens",
    "Deeds",
    "Heir",
    "LiveQuizzes",
    "Minted",
    "Minting",
    "Moved",
    "People",
    "Person",
    "Position",
    "Presence",
    "Refused",
    "SecretHash",
    "Wallets",
]


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


class Heir(NamedTuple):
    """Somebody to whom a class may fall."""

    user_id: str
    name: str
    may_teach: bool


class Wallets(Protocol):
    """Whose wallet is whose. Addresses are in lower case."""

    async def of(self, user_id: str) -> list[str]:
        """The wallets that somebody has linked."""
        ...

    async def holder(self, wallet: str) -> Heir | None:
        """Who has linked a wallet; None when nobody has."""
        ...


class Minting(NamedTuple):
    """Everything that a transaction says which makes a class's token."""

    classroom_id: str
    attempt: int
    ground: Ground
    wallet: str
    uri: str


class Minted(NamedTuple):
    """The token as the chain tells of it."""

    nft_id: str
    """Its number, as a decimal."""
    holder: str
    """Who got it."""
    transaction: str
    place: Place


class Refused(NamedTuple):
    reason: str
    """The contract's own words; empty when it had none."""


class Deeds(Protocol):
    """The campus's contract of classrooms. Every call may raise `ChainUnavailable` and what `Chain.send` raises for
    want of money or patience; asked for again, everything is done once."""

    async def ground(self) -> Ground:
        """Where tokens are made now."""
        ...

    async def mint(self, wanted: Minting) -> Refused | None:
        """Sends it; says so at once when the contract would refuse."""
        ...

    async def outcome(self, wanted: Minting) -> Minted | Refused | None:
        """None until it is deep in the chain."""
        ...

    async def set_lock(self, ground: Ground, classroom_id: str, number: int, *, locked: bool) -> Refused | None:
        """Sends the order with this number."""
        ...

    async def lock_outcome(self, ground: Ground, classroom_id: str, number: int) -> bool | Refused:
        """Whether the order is deep in the chain."""
        ...


class Moved(NamedTuple):
    """A transfer of tokens of one contract."""

    sender: str
    receiver: str
    nft_id: str | None
    """None where tokens have no numbers."""
    place: Place


class Position(NamedTuple):
    """Where the chain is now."""

    chain_id: int
    newest: int
    """The number of its newest block."""
    settled: int
    """Of the newest that is not replaced any more."""


class ChainTokens(Protocol):
    """Tokens of anybody's contracts on the campus's chain. Every call may raise `ChainUnavailable`."""

    async def describe(self, contract: str) -> Gate:
        """What a contract is (an address, or the name of one of ours); any one of its tokens opens. Raises
        `NoSuchToken`."""
        ...

    async def holds(self, gate: Gate, wallet: str) -> bool:
        """Whether a wallet holds what opens the gate, in the newest block."""
        ...

    async def position(self) -> Position: ...

    async def moves(self, contract: str, first: int, last: int) -> list[Moved]:
        """Transfers in these blocks, the oldest first."""
        ...
