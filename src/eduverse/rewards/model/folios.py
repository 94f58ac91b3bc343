"""Folios: the numbered leaves into which postings are copied as hashes, each sealed with the hash of the one before.

What stands in a folio can be neither changed nor taken out without the hash of that folio, and so of every later one,
being another. The balances are drawn up from the folios, leaf by leaf.
"""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct
from eduverse.rewards.model.postings import Posting, changes_of, digest

__all__ = [
    "BALANCES",
    "FIRST_PREVIOUS",
    "FOLIOS",
    "OPENINGS",
    "Balance",
    "Entry",
    "Folio",
    "Opening",
    "carried",
    "folio_hash",
    "folio_id",
    "folio_of",
    "put_in",
]

FIRST_PREVIOUS = "0" * 64
"""What stands in the first folio for the hash of the one before."""


class Entry(Struct, frozen=True, kw_only=True):
    reference: str
    digest: str


class Folio(Document, frozen=True, kw_only=True):
    number: int
    """From 1, without gaps."""
    previous: str
    """The hash of the folio before."""
    entries: tuple[Entry, ...]
    changes: dict[str, int]
    """Account -> what it gains or loses by these postings; together they are zero."""
    sealed_at: datetime
    hash: str
    seal: str = ""
    """A keyed hash of the hash: whoever can write into the database alone cannot make it."""

    @property
    def references(self) -> frozenset[str]:
        return frozenset(one.reference for one in self.entries)

    def change(self, account: str, *, after: int) -> int:
        """What it changes for an account that knows the folios up to `after`."""
        return self.changes.get(account, 0) if self.number > after else 0


class Balance(Document, frozen=True, kw_only=True):
    """What an account (its id) holds by all folios up to `folio`: drawn up from them, and again at any time."""

    amount: int
    folio: int
    unmirrored: bool = False
    """It has changed since somebody looked whether something is to be brought onto the chain."""


class Opening(Document, frozen=True, kw_only=True):
    """That every posting that was there before there were folios is in one."""

    opened_at: datetime


FOLIOS = Collection(name="folios", type=Folio)
BALANCES = Collection(name="balances", type=Balance, indexed=("unmirrored",))
OPENINGS = Collection(name="ledger_openings", type=Opening)


def folio_id(number: int) -> str:
    """In the order of the numbers."""
    return f"{number:012d}"


def folio_of(before: Folio | None, postings: Sequence[Posting], *, at: datetime) -> Folio:
    """The folio after `before`, without its seal."""
    number = before.number + 1 if before else 1
    folio = Folio(
        id=folio_id(number),
        number=number,
        previous=before.hash if before else FIRST_PREVIOUS,
        entries=tuple(Entry(reference=one.id, digest=digest(one)) for one in postings),
        changes=changes_of(postings),
        sealed_at=at,
        hash="",
    )
    return structs.replace(folio, hash=folio_hash(folio))


def folio_hash(folio: Folio) -> str:
    """SHA-256 over all that a folio says, in 64 hex digits."""
    moment = folio.sealed_at.astimezone(UTC).isoformat(timespec="milliseconds")
    entries = [[one.reference, one.digest] for one in folio.entries]
    said: list[Any] = ["folio/1", folio.number, folio.previous, moment, entries, sorted(folio.changes.items())]
    return hashlib.sha256(msgspec.json.encode(said)).hexdigest()


def put_in(posting: Posting, *, folio: int) -> Posting:
    """The first folio that a posting is in keeps it."""
    return posting if posting.folio else structs.replace(posting, folio=folio)


def carried(balance: Balance, folio: Folio, *, mirrors: bool) -> Balance:
    """The balance with what a folio changes, once; folios come in their order."""
    if balance.folio >= folio.number:
        return balance
    amount = balance.amount + folio.change(balance.id, after=balance.folio)
    return structs.replace(balance, amount=amount, folio=folio.number, unmirrored=mirrors or balance.unmirrored)
