"""The documents port: one narrow, typed way to keep things, with the same meaning on every store.

A slice declares its collections as data and holds one `Documents[T]` for each. Rules are pure functions from a
document to its next version; `kernel.modify` carries them out. There are no transactions: one document is the commit
point of a use case, and what follows from it is derived again from that document after a crash.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Generic, Literal, NamedTuple, Protocol, TypeVar

from eduverse.kernel.errors import Problem
from eduverse.kernel.structs import Document, Struct

__all__ = [
    "BY_ID",
    "AlreadyExists",
    "BadCursor",
    "Collection",
    "Documents",
    "Missing",
    "Order",
    "Page",
    "Scalar",
    "Storage",
    "StorageUnavailable",
    "T",
    "VersionConflict",
    "Where",
    "at_least",
    "at_most",
    "before",
    "equals",
    "one_of",
]

T = TypeVar("T", bound=Document)

Scalar = str | int | bool | datetime
"""What a field must hold to be indexed. A missing or null field matches no condition."""

Op = Literal["==", "<", "<=", ">=", "in"]


class Where(NamedTuple):
    """A condition on `id` or on an indexed field, named as in Python. Conditions given together must all hold."""

    field: str
    op: Op
    value: Scalar | tuple[Scalar, ...]


def equals(field: str, value: Scalar) -> Where:
    return Where(field, "==", value)


def before(field: str, value: Scalar) -> Where:
    return Where(field, "<", value)


def at_most(field: str, value: Scalar) -> Where:
    return Where(field, "<=", value)


def at_least(field: str, value: Scalar) -> Where:
    return Where(field, ">=", value)


def one_of(field: str, values: Sequence[Scalar]) -> Where:
    return Where(field, "in", tuple(values))


class Order(NamedTuple):
    """By one indexed field (or `id`), ties by id in the same direction; a document without the field comes last."""

    field: str = "id"
    descending: bool = False


BY_ID = Order()


class Page(Struct, Generic[T], frozen=True, kw_only=True):
    """One page of a result; `next` is an opaque cursor for `find(after=…)`, None on the last page.

    A cursor holds for the same conditions and order; documents written meanwhile may or may not appear, but no
    document that stood still is left out or comes twice.
    """

    items: list[T]
    next: str | None = None


class Collection(Struct, Generic[T], frozen=True, kw_only=True):
    """A collection as data. `indexed` fields hold scalars and can be asked for; `text` fields can be searched."""

    name: str
    type: type[T]
    indexed: tuple[str, ...] = ()
    text: tuple[str, ...] = ()


class Documents(Protocol[T]):
    """Documents of one type. A write that returned has reached the disk (or a majority of the replicas).

    `StorageUnavailable` leaves open whether a write happened. What only a program can get wrong raises at once:
    `ValueError` for a field that is not indexed, a moment without a zone or a limit below 1, `TypeError` for a
    value of another kind than the field's, `OverflowError` for an indexed number beyond 64 bits. Moments compare
    to the millisecond.
    """

    async def insert(self, doc: T) -> T:
        """Stores a new document and returns it with version 1; raises `AlreadyExists` when its id is taken."""
        ...

    async def get(self, doc_id: str, /) -> T | None: ...

    async def find(self, *where: Where, order: Order = BY_ID, after: str | None = None, limit: int = 50) -> Page[T]:
        """Up to `limit` documents. Raises `BadCursor` when `after` is no cursor of this order."""
        ...

    async def search(self, text: str, *where: Where, limit: int = 20) -> list[T]:
        """Documents that hold every word of `text` (the last one as a prefix) in their text fields, best first.

        Words are compared without case and accents. A text without words finds nothing.
        """
        ...

    async def count(self, *where: Where, up_to: int = 1000) -> int:
        """How many match, counting no further than `up_to`."""
        ...

    async def replace(self, doc: T) -> T:
        """Stores the next version of a document and returns it.

        Raises `VersionConflict` when the stored version is not `doc.version`, also when it was deleted.
        """
        ...

    async def delete(self, doc_id: str, version: int, /) -> None:
        """Raises `VersionConflict` when the stored version is another one; deleting what is gone does nothing."""
        ...


class Storage(Protocol):
    """A store that holds collections. Opening the same collection twice gives the same documents."""

    def collection(self, spec: Collection[T], /) -> Documents[T]: ...

    async def ping(self) -> None:
        """Raises `StorageUnavailable` when the store cannot take a durable write now."""
        ...


class AlreadyExists(Exception):
    """A document with this id is stored."""


class VersionConflict(Exception):
    """The stored document is not the version that was to be replaced or deleted."""


class StorageUnavailable(Problem):
    status = 503
    slug = "storage-unavailable"
    title = "The database does not answer; look again before you repeat what you did"


class BadCursor(Problem):
    status = 422
    slug = "bad-cursor"
    title = "This cursor does not belong to this list"


class Missing(Exception):
    """There is no document with this id."""
