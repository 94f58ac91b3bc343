"""What is remembered of each intent, and of the account that sends them.

`SenderRecord` gives out numbers: one change of one document assigns a number to a reference, so two processes never
give the same one away, and a kill afterwards leaves a number that the same reference finds again. `Outgoing` is the
intent with every version that was signed: it is stored before the network sees it.
"""

from datetime import datetime
from typing import NamedTuple

import msgspec

from eduverse.kernel.chain import Intent
from eduverse.kernel.documents import Collection, Documents
from eduverse.kernel.structs import Document, Struct

__all__ = ["OUTGOING", "SENDERS", "Outgoing", "Records", "SenderRecord", "Version", "assigned", "is_of", "released"]


class Version(Struct, frozen=True, kw_only=True):
    """A signed transaction: its hash, its bytes as `0x…`, and its fees in wei for a unit of gas."""

    hash: str
    raw: str
    fee: int
    tip: int


class Outgoing(Document, frozen=True, kw_only=True):
    """An intent under its reference. `versions` are those of `nonce`; the last one is the one to send."""

    sender: str
    to: str | None
    data: bytes
    gas: int
    open: bool = True
    """Whether it is still under way."""
    nonce: int | None = None
    versions: tuple[Version, ...] = ()
    sent_at: datetime | None = None
    settled: str | None = None
    """The hash of the version that is deep in the chain."""
    succeeded: bool = False


class SenderRecord(Document, frozen=True, kw_only=True):
    """The numbers of an account (its id is chain and address): the next one, and who has which of those under way."""

    next: int = 0
    assigned: dict[str, int] = {}


OUTGOING = Collection(name="chain_outgoing", type=Outgoing, indexed=("open", "nonce"))
SENDERS = Collection(name="chain_senders", type=SenderRecord)


class Records(NamedTuple):
    """The two collections."""

    outgoing: Documents[Outgoing]
    senders: Documents[SenderRecord]


def assigned(record: SenderRecord, reference: str, *, at_least: int) -> SenderRecord:
    """A number for a reference, unless it has one; `at_least` is what the chain says is the next."""
    if reference in record.assigned:
        return record
    number = max(record.next, at_least)
    return msgspec.structs.replace(record, next=number + 1, assigned=record.assigned | {reference: number})


def released(record: SenderRecord, reference: str) -> SenderRecord:
    """The number is used up: its transaction is deep in the chain, or somebody else's is."""
    if reference not in record.assigned:
        return record
    kept = {each: number for each, number in record.assigned.items() if each != reference}
    return msgspec.structs.replace(record, assigned=kept)


def is_of(outgoing: Outgoing, intent: Intent) -> bool:
    """Whether an intent is the one that is remembered."""
    return (outgoing.to, outgoing.data) == (intent.to and intent.to.lower(), intent.data)
