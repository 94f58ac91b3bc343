"""A batch of certificates whose root is to stand on a chain: what is stored, and its steps."""

import enum
import hashlib
from collections.abc import Sequence
from datetime import datetime

from eduverse.credentials.model.certificate import Certificate
from eduverse.credentials.model.merkle import leaf, root
from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document

__all__ = ["BATCHES", "Batch", "BatchState", "batch_of", "leaves_of"]


class BatchState(enum.StrEnum):
    GATHERED = "gathered"
    SUBMITTED = "submitted"
    ANCHORED = "anchored"


class Batch(Document, frozen=True, kw_only=True):
    """The commit point of anchoring: its certificates, leaves and root never change."""

    state: BatchState
    certificate_ids: tuple[str, ...]
    salts: tuple[str, ...]
    """Hexadecimal, one for each certificate; who holds one's salt and document can find its leaf."""
    digests: tuple[str, ...]
    root: str
    transaction: str | None = None
    block: int | None = None
    anchored_at: datetime | None = None
    chain_id: int | None = None
    contract: str | None = None
    unsettled: bool = True
    """It is not anchored yet, or some of its certificates do not say so."""


BATCHES = Collection(name="certificateBatches", type=Batch, indexed=("state", "unsettled"))


def batch_of(certificates: Sequence[Certificate], salts: Sequence[bytes]) -> Batch:
    """In the order of their ids. Raises `ValueError` for none of them."""
    ordered = sorted(certificates, key=lambda one: one.id)
    digests = [one.digest for one in ordered]
    top = root([leaf(salt, bytes.fromhex(digest)) for salt, digest in zip(salts, digests, strict=True)])
    return Batch(
        id=hashlib.sha256("|".join(one.id for one in ordered).encode()).hexdigest()[:32],
        state=BatchState.GATHERED,
        certificate_ids=tuple(one.id for one in ordered),
        salts=tuple(salt.hex() for salt in salts),
        digests=tuple(digests),
        root=top.hex(),
    )


def leaves_of(batch: Batch) -> list[bytes]:
    pairs = zip(batch.salts, batch.digests, strict=True)
    return [leaf(bytes.fromhex(salt), bytes.fromhex(digest)) for salt, digest in pairs]
