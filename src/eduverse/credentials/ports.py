"""What certificates need from elsewhere."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple, Protocol

from eduverse.vocabulary.principal import Principal, Standing

__all__ = [
    "Anchor",
    "Anchors",
    "Classes",
    "Passed",
    "People",
    "Person",
    "Place",
    "Printer",
    "Results",
    "SecretHash",
    "Sheet",
]


class Passed(NamedTuple):
    """A quiz that somebody has passed, and whose result they may see."""

    quiz_id: str
    title: str
    classroom_id: str
    classroom: str
    """Its title."""
    score: float
    """The fraction of all points, by the quiz's grade method."""


class Person(NamedTuple):
    name: str
    email: str | None
    """None for an account that is opened by a wallet alone."""


class Sheet(NamedTuple):
    """What stands on a printed certificate."""

    name: str
    title: str
    classroom: str
    percent: str
    issuer: str
    date: str
    """As `2026-03-02`."""
    url: str
    """Where it can be checked."""
    language: Literal["en", "de"] = "en"


class Place(NamedTuple):
    """Where roots stand: a contract on a chain."""

    chain_id: int
    contract: str


class Anchor(NamedTuple):
    place: Place
    transaction: str
    block: int
    at: datetime
    """The moment of that block."""


class Results(Protocol):
    async def passed(self, quiz_id: str, user_id: str) -> Passed | None:
        """None when it was not passed, or is not known to its student yet. Raises the quiz's own problem when there is
        none."""
        ...


class People(Protocol):
    async def person(self, user_id: str) -> Person | None: ...


class Classes(Protocol):
    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        """Raises the classroom's own problem when there is none."""
        ...


class SecretHash(Protocol):
    def fingerprint(self, purpose: str, text: str) -> str:
        """A keyed hash of 32 bytes, as base64url without padding; the same for ever."""
        ...


class Printer(Protocol):
    """Raises `CertificatesNotPrintable` when it takes too long or fails."""

    async def pdf(self, sheet: Sheet) -> bytes: ...

    async def png(self, sheet: Sheet) -> bytes: ...


class Anchors(Protocol):
    """Where the roots of batches are made public for good. All raise `ChainUnavailable` while nothing can be asked."""

    async def submit(self, root: bytes, count: int) -> None:
        """The root of so many certificates. Submitting it again is submitting it once; one that failed is sent anew."""
        ...

    async def look_up(self, root: bytes) -> Anchor | None:
        """None until it is final."""
        ...

    async def recall(self, place: Place, root: bytes, leaf: bytes) -> bool:
        """Says that a leaf holds no more; again, that is saying it once. Returns whether it is final.

        Never, when the place is on another chain than the campus is now."""
        ...

    async def holds(self, place: Place, root: bytes, leaf: bytes, path: Sequence[bytes]) -> bool:
        """Whether the contract says, now, that this leaf is in that batch and holds.

        Raises `ChainUnavailable` also when the place is on another chain than the campus is now."""
        ...
