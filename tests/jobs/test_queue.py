"""The queue: what is put stays until it is done, and is put once."""

from datetime import timedelta

import pytest
from tests.support.clock import FakeClock

from eduverse.jobs.errors import JobNotFound
from eduverse.jobs.model import JOBS, JobState, finished, taken
from eduverse.jobs.queue import Queue
from eduverse.kernel.documents import Collection, equals
from eduverse.kernel.structs import Document
from eduverse.storage.memory import MemoryStorage


class Order(Document, frozen=True, kw_only=True):
    wanted: bool


ORDERS = Collection(name="orders", type=Order, indexed=("wanted",))


class Office:
    def __init__(self) -> None:
        self.storage, self.clock = MemoryStorage(), FakeClock()
        self.queue = Queue(self.storage, self.clock)
        self.jobs = self.storage.collection(JOBS)

    async def finish(self, one_id: str) -> None:
        job = await self.jobs.get(one_id)
        assert job
        now = self.clock.now()
        held = await self.jobs.replace(taken(job, "me", now))
        await self.jobs.replace(finished(held, held.lease, now))

    async def states(self) -> dict[str, JobState]:
        return {job.id: job.state for job in (await self.queue.list()).items}


async def test_putting_again_is_putting_once() -> None:
    office = Office()
    await office.queue.put("mint", "one")
    await office.queue.put("mint", "one")
    assert await office.states() == {"mint:one": JobState.QUEUED}
    await office.finish("mint:one")
    await office.queue.put("mint", "one")
    assert await office.states() == {"mint:one": JobState.DONE}


async def test_a_sweep_finds_what_a_crash_cut_off_and_what_was_done_too_soon() -> None:
    office = Office()
    orders = office.storage.collection(ORDERS)
    for number in range(120):
        await orders.insert(Order(id=f"{number}", wanted=number % 2 == 0))
    assert await office.queue.sweep(orders, "deliver", equals("wanted", True)) == 60
    await office.finish("deliver:0")
    assert await office.queue.sweep(orders, "deliver", equals("wanted", True)) == 60
    assert await office.queue.counts() == {**dict.fromkeys(JobState, 0), JobState.QUEUED: 60}


async def test_what_is_done_is_forgotten_after_a_week() -> None:
    office = Office()
    for one in ("one", "two"):
        await office.queue.put("mint", one)
    await office.finish("mint:one")
    office.clock.advance(timedelta(days=6).total_seconds())
    assert await office.queue.drop_done() == 0
    office.clock.advance(timedelta(days=1).total_seconds())
    assert await office.queue.drop_done() == 1
    assert await office.states() == {"mint:two": JobState.QUEUED}


async def test_retrying_what_is_not_there() -> None:
    with pytest.raises(JobNotFound):
        await Office().queue.retry("mint:none")
