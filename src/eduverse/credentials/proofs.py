"""Proofs, for everybody, that a certificate is anchored, and what its chain says of it now."""

import asyncio
from datetime import datetime, timedelta
from typing import NamedTuple, TypeVar

from eduverse.credentials.errors import CertificateNotFound, CertificateWithdrawn
from eduverse.credentials.model.batch import BATCHES, Batch, BatchState, leaves_of
from eduverse.credentials.model.certificate import CERTIFICATES, Certificate
from eduverse.credentials.model.merkle import inclusion
from eduverse.credentials.ports import Anchor, Anchors, Place
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.kernel.errors import Problem

__all__ = ["Inclusion", "Proof", "Proofs"]

K = TypeVar("K")
V = TypeVar("V")
_PATIENCE = 4.0
"""Seconds that the chain has to answer."""
_FRESH = timedelta(seconds=20)
"""For how long an answer of the chain is given again: whoever looks need not cost a call of a node each time."""
_MOST_REMEMBERED = 1_000


class Inclusion(NamedTuple):
    """The way from a certificate to a root that stands on a chain (`model/merkle.py`)."""

    anchor: Anchor
    salt: bytes
    leaf: bytes
    path: list[bytes]
    root: bytes
    size: int
    """Certificates in the batch."""


class Proof(NamedTuple):
    certificate: Certificate
    inclusion: Inclusion | None
    """None until it is anchored."""
    confirmed: bool | None
    """Whether the contract says that it holds; None when nobody could ask it."""


class Proofs:
    """`anchors` is None on a campus without a chain; what was anchored before can be proven there all the same."""

    def __init__(self, storage: Storage, *, anchors: Anchors | None, clock: Clock) -> None:
        self._certificates = storage.collection(CERTIFICATES)
        self._batches = storage.collection(BATCHES)
        self._anchors = anchors
        self._clock = clock
        self._found: dict[str, Inclusion] = {}
        self._answers: dict[bytes, tuple[datetime, bool | None]] = {}

    async def of(self, certificate_id: str) -> Proof:
        """Raises `CertificateNotFound`, and `CertificateWithdrawn` when its owner no longer shares it."""
        certificate = await self._certificates.get(certificate_id)
        if certificate is None:
            raise CertificateNotFound
        if certificate.seal is None:
            raise CertificateWithdrawn
        found = self._found.get(certificate.id) or await self._inclusion(certificate)
        return Proof(certificate, found, await self._confirmed(found) if found else None)

    async def _inclusion(self, certificate: Certificate) -> Inclusion | None:
        """Remembered: it never changes, and the whole tree has to be made for it."""
        batch = await self._batches.get(certificate.batch) if certificate.batch else None
        found = _inclusion(batch, certificate.leaf_index or 0) if batch else None
        if found:
            _remember(self._found, certificate.id, found)
        return found

    async def _confirmed(self, found: Inclusion) -> bool | None:
        now, known = self._clock.now(), self._answers.get(found.leaf)
        if known and now - known[0] < _FRESH:
            return known[1]
        answer = await self._asked(found)
        _remember(self._answers, found.leaf, (now, answer))
        return answer

    async def _asked(self, found: Inclusion) -> bool | None:
        if self._anchors is None:
            return None
        try:
            async with asyncio.timeout(_PATIENCE):
                return await self._anchors.holds(found.anchor.place, found.root, found.leaf, found.path)
        except (Problem, TimeoutError):
            return None


def _remember(kept: dict[K, V], key: K, value: V) -> None:
    if len(kept) >= _MOST_REMEMBERED:
        kept.clear()
    kept[key] = value


def _inclusion(batch: Batch, index: int) -> Inclusion | None:
    if batch.state is not BatchState.ANCHORED:
        return None
    if batch.chain_id is None or batch.contract is None or batch.transaction is None or batch.anchored_at is None:
        return None
    leaves = leaves_of(batch)
    place = Place(batch.chain_id, batch.contract)
    return Inclusion(
        anchor=Anchor(place, batch.transaction, batch.block or 0, batch.anchored_at),
        salt=bytes.fromhex(batch.salts[index]),
        leaf=leaves[index],
        path=inclusion(leaves, index),
        root=bytes.fromhex(batch.root),
        size=len(leaves),
    )
