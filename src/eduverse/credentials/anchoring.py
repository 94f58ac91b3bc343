"""Anchoring: new certificates are gathered into batches, and the root of each is put where it stays.

A batch is the commit point. What follows from it (its certificates say that they are in it, its root is submitted, and,
once that is final, they say that they are anchored) may be cut off anywhere and run again, by two processes at once.
Two of these may gather the same certificate: it stays in the batch that reached it first, and the other root covers it
for nothing.
"""

from functools import partial

from msgspec import structs

from eduverse.credentials.model.batch import BATCHES, Batch, BatchState, batch_of
from eduverse.credentials.model.certificate import CERTIFICATES, CertificateState, anchored, batched
from eduverse.credentials.ports import Anchor, Anchors
from eduverse.kernel.documents import AlreadyExists, Storage, equals
from eduverse.kernel.ids import Entropy
from eduverse.kernel.modify import modify

__all__ = ["Anchoring"]

_MOST = 1_000
"""Certificates in a batch: their proofs have ten hashes at most."""
_SALT_BYTES = 16


class Anchoring:
    def __init__(self, storage: Storage, *, anchors: Anchors, entropy: Entropy) -> None:
        self._batches = storage.collection(BATCHES)
        self._certificates = storage.collection(CERTIFICATES)
        self._anchors = anchors
        self._entropy = entropy

    async def run(self) -> int:
        """Takes every batch as far as it goes now, then gathers what is new; returns how many moved."""
        moved = 0
        for batch in (await self._batches.find(equals("unsettled", True))).items:
            moved += await self._advance(batch)
        return moved + await self._gather()

    async def _gather(self) -> int:
        new = equals("unbatched", True), equals("state", CertificateState.ISSUED)
        found = (await self._certificates.find(*new, limit=_MOST)).items
        if not found:
            return 0
        wanted = batch_of(found, [self._entropy.random_bytes(_SALT_BYTES) for _ in found])
        try:
            batch = await self._batches.insert(wanted)
        except AlreadyExists:
            return 0  # another process has just gathered the same, and looks after it
        await self._advance(batch)
        return 1

    async def _advance(self, batch: Batch) -> int:
        match batch.state:
            case BatchState.GATHERED:
                for index, one in enumerate(batch.certificate_ids):
                    await modify(self._certificates, one, partial(batched, batch=batch.id, index=index))
                await self._anchors.submit(bytes.fromhex(batch.root))
                await modify(self._batches, batch.id, _submitted)
            case BatchState.SUBMITTED:
                anchor = await self._anchors.look_up(bytes.fromhex(batch.root))
                if anchor is None:
                    return 0
                await self._finish(await modify(self._batches, batch.id, partial(_anchored, anchor=anchor)))
            case BatchState.ANCHORED:
                await self._finish(batch)
        return 1

    async def _finish(self, batch: Batch) -> None:
        for one in batch.certificate_ids:
            await modify(self._certificates, one, partial(anchored, batch=batch.id))
        await modify(self._batches, batch.id, lambda stored: structs.replace(stored, unsettled=False))


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
    )
