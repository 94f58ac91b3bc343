"""Batches: every certificate comes into one, and says so once its root is final."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta

import pytest
from tests.support.clock import NOON
from tests.support.office import Cut, Office, Powered
from tests.support.people import EDUCATOR, students

from eduverse.credentials.anchoring import Anchoring
from eduverse.credentials.model.batch import BATCHES, Batch, leaves_of
from eduverse.credentials.model.merkle import inclusion, is_included
from eduverse.credentials.ports import Anchor, Place

HERE = Place(1, "0xc0")


class Chain:
    """Makes a root final when it is told to."""

    def __init__(self) -> None:
        self.roots: list[bytes] = []
        self.recalled: list[tuple[bytes, bytes]] = []
        self.final = False

    async def submit(self, root: bytes, count: int) -> None:
        assert count
        if root not in self.roots:
            self.roots.append(root)

    async def look_up(self, root: bytes) -> Anchor | None:
        return Anchor(HERE, "0xabc", self.roots.index(root), NOON) if self.final and root in self.roots else None

    async def recall(self, place: Place, root: bytes, leaf: bytes) -> bool:
        assert place == HERE
        if (root, leaf) not in self.recalled:
            self.recalled.append((root, leaf))
        return self.final

    async def holds(self, place: Place, root: bytes, leaf: bytes, path: Sequence[bytes]) -> bool:
        return place == HERE and is_included(leaf, path, root) and (root, leaf) not in self.recalled


class Notary:
    def __init__(self) -> None:
        self.office = Office()
        self.chain = Chain()

    def anchoring(self, patience: timedelta = timedelta()) -> Anchoring:
        """As a new process has it."""
        powered = Powered(self.chain, self.office.power)
        office = self.office
        return Anchoring(office.storage, anchors=powered, entropy=office.entropy, clock=office.clock, patience=patience)

    async def issue(self, count: int) -> list[str]:
        return [(await self.office.service().issue(one, "q", None)).id for one in students(count)]

    async def batches(self) -> list[Batch]:
        found: list[Batch] = (await self.office.storage.collection(BATCHES).find()).items
        return found

    async def states(self) -> set[str]:
        return {str(one.state) for one in await self.office.all()}


@pytest.fixture
def notary() -> Notary:
    return Notary()


async def test_a_batch_is_anchored_once_its_root_is_final(notary: Notary) -> None:
    await notary.issue(5)
    assert await notary.anchoring().run() == 1
    assert await notary.anchoring().run() == 0
    assert await notary.states() == {"issued"}
    notary.chain.final = True
    await notary.anchoring().run()
    (batch,) = await notary.batches()
    assert (batch.state, batch.transaction, batch.unsettled) == ("anchored", "0xabc", False)
    assert await notary.states() == {"anchored"}
    assert await notary.anchoring().run() == 0


async def test_every_certificate_can_be_proven(notary: Notary) -> None:
    await notary.issue(7)
    await notary.anchoring().run()
    (batch,) = await notary.batches()
    leaves = leaves_of(batch)
    for one in await notary.office.all():
        index = one.leaf_index
        assert index is not None
        assert (batch.certificate_ids[index], batch.digests[index]) == (one.id, one.digest)
        assert is_included(leaves[index], inclusion(leaves, index), notary.chain.roots[0])


async def test_what_came_later_is_in_the_next_batch(notary: Notary) -> None:
    await notary.issue(2)
    await notary.anchoring().run()
    await notary.issue(3)
    await notary.anchoring().run()
    assert sorted(len(batch.certificate_ids) for batch in await notary.batches()) == [1, 2]


async def test_what_was_taken_back_stays_so(notary: Notary) -> None:
    first, _ = await notary.issue(2)
    await notary.anchoring().run()
    await notary.office.service().revoke(EDUCATOR, first, "x")
    assert await notary.anchoring().run() == 0
    assert notary.chain.recalled == []
    notary.chain.final = True
    await notary.anchoring().run()
    assert await notary.states() == {"revoked", "anchored"}
    (batch,) = await notary.batches()
    leaf = leaves_of(batch)[batch.certificate_ids.index(first)]
    assert notary.chain.recalled == [(notary.chain.roots[0], leaf)]
    assert not any(one.unrecorded for one in await notary.office.all())
    assert await notary.anchoring().run() == 0


async def test_what_ended_before_it_was_in_a_batch_is_on_no_chain(notary: Notary) -> None:
    (only,) = await notary.issue(1)
    await notary.office.service().revoke(EDUCATOR, only, "x")
    assert await notary.anchoring().run() == 0
    assert (notary.chain.roots, notary.chain.recalled) == ([], [])


async def test_an_end_is_told_until_it_is_final(notary: Notary) -> None:
    (only,) = await notary.issue(1)
    notary.chain.final = True
    await notary.anchoring().run()
    notary.chain.final = False
    await notary.office.service().revoke(EDUCATOR, only, "x")
    assert await notary.anchoring().run() == 0
    assert await notary.anchoring().recall(only) == timedelta(seconds=5)
    notary.chain.final = True
    assert await notary.anchoring().run() == 1
    assert len(notary.chain.recalled) == 1
    assert await notary.anchoring().recall(only) is None


async def test_certificates_wait_for_each_other_where_that_saves_something(notary: Notary) -> None:
    hour = timedelta(hours=1)
    await notary.issue(1)
    notary.office.clock.advance(hour.total_seconds() - 1)
    assert await notary.anchoring(hour).run() == 0
    await notary.issue(2)
    notary.office.clock.advance(1)
    assert await notary.anchoring(hour).run() == 1
    (batch,) = await notary.batches()
    assert len(batch.certificate_ids) == 2


async def test_nothing_new_is_no_batch(notary: Notary) -> None:
    assert await notary.anchoring().run() == 0
    assert await notary.batches() == []


@pytest.mark.parametrize("steps", range(40))
async def test_a_batch_is_finished_wherever_it_was_cut_off(notary: Notary, steps: int) -> None:
    await notary.issue(3)
    notary.chain.final = True
    notary.office.power.steps = steps
    try:
        for _ in range(3):
            await notary.anchoring().run()
    except Cut:
        notary.office.power.steps = None
        for _ in range(3):
            await notary.anchoring().run()
    notary.office.power.steps = None
    (batch,) = await notary.batches()
    assert not batch.unsettled
    assert len(notary.chain.roots) == 1
    assert await notary.states() == {"anchored"}


@pytest.mark.parametrize("steps", range(8))
async def test_an_end_is_told_wherever_that_was_cut_off(notary: Notary, steps: int) -> None:
    first, _ = await notary.issue(2)
    notary.chain.final = True
    await notary.anchoring().run()
    await notary.office.service().revoke(EDUCATOR, first, "x")
    notary.office.power.steps = steps
    with suppress(Cut):
        await notary.anchoring().recall(first)
    notary.office.power.steps = None
    for _ in range(2):
        assert await notary.anchoring().recall(first) is None
    assert len(notary.chain.recalled) == 1
    assert not any(one.unrecorded for one in await notary.office.all())
