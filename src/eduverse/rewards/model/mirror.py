"""The mirror: what of somebody's balance is on the chain, or on its way there.

A mint, once decided, is fixed: its reference, whose wallet, how much. It is decided in the document of the person it is
for, so that no two of theirs are under way at once and none is decided twice. The contract pays a reference once.
"""

import enum
import hashlib
from collections.abc import Callable, Sequence

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct

__all__ = [
    "MINT_BATCHES",
    "MIRRORS",
    "BatchState",
    "Mint",
    "MintBatch",
    "Mirror",
    "batch_of",
    "blank_mirror",
    "confirmed",
    "mirror_id",
    "planned",
]


class Mint(Struct, frozen=True, kw_only=True):
    user_id: str
    reference: str
    """32 bytes in hex, which say nothing about anybody."""
    to: str
    """The wallet that was linked when it was decided."""
    amount: int
    """Whole tokens, positive."""


class Mirror(Document, frozen=True, kw_only=True):
    """One person's tokens at one home (a contract on a chain)."""

    user_id: str
    home: str
    minted: int = 0
    """Whole tokens that are on the chain for good."""
    count: int = 0
    """How many mints that were."""
    pending: Mint | None = None
    loose: bool = False
    """The pending mint is in no batch yet."""


class BatchState(enum.StrEnum):
    GATHERED = "gathered"
    SENT = "sent"
    DONE = "done"


class MintBatch(Document, frozen=True, kw_only=True):
    """Mints that share a transaction."""

    home: str
    mints: tuple[Mint, ...]
    state: BatchState = BatchState.GATHERED
    attempt: int = 1
    """Which transaction it is: one that the chain refused is followed by another."""
    unsettled: bool = True


MIRRORS = Collection(name="token_mirrors", type=Mirror, indexed=("user_id", "home", "loose"))
MINT_BATCHES = Collection(name="mint_batches", type=MintBatch, indexed=("unsettled", "home"))


def mirror_id(home: str, user_id: str) -> str:
    return f"{home}:{user_id}"


def blank_mirror(home: str, user_id: str) -> Mirror:
    return Mirror(id=mirror_id(home, user_id), user_id=user_id, home=home)


def planned(mirror: Mirror, *, balance: int, to: str, refer: Callable[[str], str]) -> Mirror:
    """The mirror with a mint of what is owed, if anything is and none is under way.

    A balance below what is on the chain owes nothing until it has grown beyond it. `refer` makes a reference of a name.
    """
    owed = balance - mirror.minted
    if mirror.pending or owed <= 0:
        return mirror
    reference = refer(f"{mirror.id}:{mirror.count + 1}")
    return structs.replace(
        mirror, pending=Mint(user_id=mirror.user_id, reference=reference, to=to, amount=owed), loose=True
    )


def confirmed(mirror: Mirror, mint: Mint) -> Mirror:
    """The mirror with a mint that is on the chain for good; once it is counted, it changes nothing."""
    if mirror.pending is None or mirror.pending.reference != mint.reference:
        return mirror
    minted = mirror.minted + mint.amount
    return structs.replace(mirror, minted=minted, count=mirror.count + 1, pending=None, loose=False)


def batch_of(home: str, mints: Sequence[Mint]) -> MintBatch:
    """Named by what is in it, so that two who gather the same make the same."""
    name = hashlib.sha256("".join(one.reference for one in mints).encode()).hexdigest()[:40]
    return MintBatch(id=name, home=home, mints=tuple(mints))
