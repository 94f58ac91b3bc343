"""Anchoring: new certificates are gathered into batches, and the root of each is put where it stays.

A batch is the commit point. What follows from it (its certificates say that they are in it, its root is submitted, and,
once that is final, they say that they are anchored) may be cut off anywhere and run again, by two processes at once.
Two of these may gather the same certificate: it stays in the batch that reached it first, and the other root covers it
for nothing. One that ends is taken back there too, as soon as its batch is anchored.
"""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from msgspec import structs

from eduverse.credentials.model.batch import BATCHES, Batch, BatchState, batch_of, leaves_of
from eduverse.credentials.model.certificate import (
    CERTIFICATES,
    Certificate,
    CertificateState,
    anchored,
    batched,
    recorded,
)
from eduverse.credentials.ports import Anchor, Anchors, Place
from eduverse.jobs.queue import Queue
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, Order, Storage, equals
from eduverse.kernel.ids import Entropy
from eduverse.kernel.modify import modify

__all__ = ["ANCHOR", "RECALL", "Anchoring"]

ANCHOR = "anchor-batch"
RECALL = "recall-certificate"
"""Kinds of jobs: `step` is run for a batch, `recall` for a certificate."""

_MOST = 1_000
"""Certificates in a batch: their proofs have ten hashes at most."""
_AT_ONCE = 50
_SALT_BYTES = 16
_AGAIN = timedelta(seconds=5)
"""A chain makes a block every few seconds, and several are needed."""
_OLDEST_FIRST = Order("issued_at")


class Anchoring:
    """`patience` is how long a certificate waits for others to share a batch with, unless it is full before."""

    def __init__(
        self, storage: Storage, *, anchors: Anchors, entropy: Entropy, clock: Clock, patience: timedelta = timedelta()
    ) -> None:
        self._batches = storage.collection(BATCHES)
        self._certificates = storage.collection(CERTIFICATES)
        self._anchors = anchors
        self._entropy = entropy
        self._clock = clock
        self._patience = patience

    async def sweep(self, queue: Queue) -> int:
        """Gathers what is new, and puts a job for each batch and each end that is not there yet; returns how many."""
        await self._gather()
        batches = await queue.sweep(self._batches, ANCHOR, equals("unsettled", True))
        return batches + await queue.sweep(self._certificates, RECALL, equals("unrecorded", True))

    async def run(self) -> int:
        """The same without a queue, in one go, as far as everything goes now; returns how many moved."""
        moved = 0
        for batch in (await self._batches.find(equals("unsettled", True))).items:
            moved += await self.step(batch.id) is None
        moved += await self._gather()
        for one in (await self._certificates.find(equals("unrecorded", True), limit=_MOST)).items:
            moved += await self.recall(one.id) is None
        return moved

    async def step(self, batch_id: str) -> timedelta | None:
        """Takes a batch as far as it goes; None when it is there, otherwise when to go on."""
        batch = await self._batches.get(batch_id)
        if batch is None or not batch.unsettled:
            return None
        if batch.state is BatchState.GATHERED:
            places = {one: index for index, one in enumerate(batch.certificate_ids)}
            await self._each(batch, lambda one: batched(one, batch.id, places[one.id]))
        if batch.state is not BatchState.ANCHORED:
            root = bytes.fromhex(batch.root)
            await self._anchors.submit(root, len(batch.certificate_ids))
            await modify(self._batches, batch.id, _submitted)
            anchor = await self._anchors.look_up(root)
            if anchor is None:
                return _AGAIN
            await modify(self._batches, batch.id, partial(_anchored, anchor=anchor))
        await self._each(batch, partial(anchored, batch=batch.id))
        await modify(self._batches, batch.id, lambda stored: structs.replace(stored, unsettled=False))
        return None

    async def recall(self, certificate_id: str) -> timedelta | None:
        """Has the chain say that a certificate ended; None when it does, otherwise when to go on."""
        certificate = await self._certificates.get(certificate_id)
        if certificate is None or not certificate.unrecorded:
            return None
        batch = await self._batches.get(certificate.batch or "")
        if batch is None or batch.chain_id is None or batch.contract is None or certificate.leaf_index is None:
            return _AGAIN  # its batch is not there yet
        leaf = leaves_of(batch)[certificate.leaf_index]
        if not await self._anchors.recall(Place(batch.chain_id, batch.contract), bytes.fromhex(batch.root), leaf):
            return _AGAIN
        await modify(self._certificates, certificate_id, recorded)
        return None

    async def _gather(self) -> int:
        new = equals("unbatched", True), equals("state", CertificateState.ISSUED)
        found = (await self._certificates.find(*new, order=_OLDEST_FIRST, limit=_MOST)).items
        if not found or (len(found) < _MOST and self._clock.now() - found[0].issued_at < self._patience):
            return 0
        wanted = batch_of(found, [self._entropy.random_bytes(_SALT_BYTES) for _ in found])
        try:
            batch = await self._batches.insert(wanted)
        except AlreadyExists:
            return 0  # another process has just gathered the same, and looks after it
        await self.step(batch.id)
        return 1

    async def _each(self, batch: Batch, change: Callable[[Certificate], Certificate]) -> None:
        """Changes all certificates of a batch, some at a time. A failure keeps none of the others waiting."""
        ids = batch.certificate_ids
        for first in range(0, len(ids), _AT_ONCE):
            changes = (modify(self._certificates, one, change) for one in ids[first : first + _AT_ONCE])
            for outcome in await asyncio.gather(*changes, return_exceptions=True):
                if isinstance(outcome, BaseException):
                    raise outcome


def _submitted(batch: Batch) -> Batch:
    return structs.replace(batch, state=BatchState.SUBMITTED) if batch.state is BatchState.GATHERED else batch


def _anchored(batch: Batch, anchor: Anchor) -> Batch:
    if batch.state is BatchState.ANCHORED:
        return batch
    return structs.replace(
        batch,
        state=BatchState.ANCHORED,
        transaction=anchor.transaction,
        block=anchor.block,
        anchored_at=anchor.at,
        chain_id=anchor.place.chain_id,
        contract=anchor.place.contract,
    )
