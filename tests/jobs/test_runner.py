"""The runner: everything is done, nothing twice, whoever dies or stands still."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from msgspec import structs
from tests.support.clock import FakeClock
from tests.support.faults import Crash, FaultyStorage, When

from eduverse.jobs.model import JOBS, Job, JobState, Patience
from eduverse.jobs.queue import Queue
from eduverse.jobs.runner import Handler, Runner, RunnerSettings
from eduverse.kernel.chain import ChainUnavailable
from eduverse.kernel.documents import Collection, Storage, equals
from eduverse.kernel.ids import SystemEntropy
from eduverse.kernel.modify import modify
from eduverse.kernel.structs import Document
from eduverse.storage.memory import MemoryStorage

LEASE = timedelta(seconds=60)
PATIENCE = Patience(first=timedelta(seconds=2), failures=3, lapses=2)


class Token(Document, frozen=True, kw_only=True):
    pass


class Room(Document, frozen=True, kw_only=True):
    wants_token: bool = True


ROOMS = Collection(name="rooms", type=Room, indexed=("wants_token",))
TOKENS = Collection(name="tokens", type=Token)


class Mint:
    """A handler with two writes, each of which it may have made already: the token, and the room's tick."""

    def __init__(self, storage: Storage) -> None:
        self.rooms, self.tokens = storage.collection(ROOMS), storage.collection(TOKENS)
        self.minted = 0

    async def __call__(self, subject: str) -> timedelta | None:
        if await self.tokens.get(subject) is None:
            await self.tokens.insert(Token(id=subject))
            self.minted += 1
        await modify(self.rooms, subject, lambda room: structs.replace(room, wants_token=False))
        return None


class Campus:
    """One process; another one over the same storage is another `Campus`."""

    def __init__(self, storage: Storage | None = None, clock: FakeClock | None = None) -> None:
        self.storage, self.clock = storage or MemoryStorage(), clock or FakeClock()
        self.queue = Queue(self.storage, self.clock)
        self.jobs = self.storage.collection(JOBS)

    def runner(self, handlers: dict[str, Handler], **settings: Any) -> Runner:
        return Runner(
            self.storage,
            self.queue,
            handlers,
            clock=self.clock,
            entropy=SystemEntropy(),
            settings=RunnerSettings(**{"patience": PATIENCE, "lease": LEASE, **settings}),
        )

    async def until(self, condition: Callable[[], Awaitable[bool]]) -> None:
        async with asyncio.timeout(5):
            while not await condition():  # noqa: ASYNC110 - what it waits for is in the store
                await asyncio.sleep(0.001)

    async def is_leased(self, one_id: str) -> bool:
        return (await self.job(one_id)).state is JobState.LEASED

    async def job(self, one_id: str) -> Job:
        job = await self.jobs.get(one_id)
        assert job
        return job


def failing(*errors: Exception | None) -> Handler:
    """Raises these one after the other; None is to work."""
    left = iter(errors)

    async def handler(subject: str) -> None:
        if error := next(left):
            raise error

    return handler


async def sleeps(subject: str) -> None:
    await asyncio.sleep(60)


async def test_a_job_is_run_once_and_done() -> None:
    campus, seen = Campus(), []

    async def handler(subject: str) -> None:
        seen.append(subject)

    runner = campus.runner({"greet": handler})
    await campus.queue.put("greet", "ann")
    assert [await runner.round(), await runner.round()] == [1, 0]
    assert seen == ["ann"]
    assert (await campus.job("greet:ann")).state is JobState.DONE


async def test_kinds_that_nobody_here_runs_wait_for_somebody_who_does() -> None:
    campus = Campus()
    await campus.queue.put("other", "one")
    assert await campus.runner({"greet": failing(None)}).round() == 0


async def test_what_waits_for_something_outside_is_looked_at_again() -> None:
    campus, answers = Campus(), iter([timedelta(seconds=5), timedelta(seconds=5), None])

    async def handler(subject: str) -> timedelta | None:
        return next(answers)

    runner = campus.runner({"wait": handler})
    await campus.queue.put("wait", "one")
    assert [await runner.round(), await runner.round()] == [1, 0]
    for _ in range(2):
        campus.clock.advance(5)
        assert await runner.round() == 1
    assert (await campus.job("wait:one")).state is JobState.DONE


async def test_what_fails_waits_longer_each_time_and_is_dead_in_the_end() -> None:
    campus = Campus()
    runner = campus.runner({"mint": failing(*[RuntimeError("no node")] * 3, None)})
    await campus.queue.put("mint", "one")
    for _ in range(3):
        assert await runner.round() == 1
        assert await runner.round() == 0
        campus.clock.advance(60)
    job = await campus.job("mint:one")
    assert (job.state, job.error) == (JobState.DEAD, "RuntimeError: no node")
    assert await campus.queue.retry_dead() == 1
    assert await runner.round() == 1
    assert (await campus.job("mint:one")).state is JobState.DONE


async def test_an_outage_is_outlasted_however_long_and_asked_about_more_and_more_seldom() -> None:
    campus, waits = Campus(), []
    runner = campus.runner({"mint": failing(*[ChainUnavailable()] * 40, None)})
    await campus.queue.put("mint", "one")
    for _ in range(40):
        assert await runner.round() == 1
        job = await campus.job("mint:one")
        assert job.due_at
        waits.append((job.due_at - campus.clock.now()).total_seconds())
        assert (job.state, job.failures) == (JobState.QUEUED, 0)
        campus.clock.advance(waits[-1])
    assert waits[0] <= 3
    assert waits[-1] >= 1800
    assert await runner.round() == 1
    assert (await campus.job("mint:one")).state is JobState.DONE


async def test_a_job_of_a_kind_that_nobody_runs_is_no_trouble() -> None:
    campus = Campus()
    await campus.queue.put("other", "one")
    campus.clock.advance(3600)
    assert await campus.runner({"mint": failing(None)}).problem() is None


async def test_one_lease_that_is_not_written_keeps_no_other_waiting() -> None:
    storage = FaultyStorage()
    campus, seen = Campus(storage), []

    async def handler(subject: str) -> None:
        seen.append(subject)

    for subject in ("one", "two", "three"):
        await campus.queue.put("greet", subject)
    runner = campus.runner({"greet": handler})
    storage.fail("jobs", "replace", ConnectionError("gone"))
    assert [await runner.round(), await runner.round()] == [2, 1]
    assert sorted(seen) == ["one", "three", "two"]


async def test_a_job_that_nobody_looks_after_is_said() -> None:
    campus = Campus()
    runner = campus.runner({"mint": failing(None)})
    await campus.queue.put("mint", "one")
    assert await runner.problem() is None
    campus.clock.advance(301)
    assert await runner.problem() == "a job has been due since 2026-03-02 12:00 UTC"
    await runner.round()
    assert await runner.problem() is None


async def test_a_handler_that_takes_too_long_has_failed() -> None:
    campus = Campus()
    runner = campus.runner({"sleep": sleeps}, longest=timedelta(seconds=0.01))
    await campus.queue.put("sleep", "one")
    await runner.round()
    job = await campus.job("sleep:one")
    assert (job.state, job.failures, job.error) == (JobState.QUEUED, 1, "TimeoutError")


async def test_who_was_away_too_long_ends_nothing() -> None:
    campus, gate = Campus(), asyncio.Event()

    async def slow(subject: str) -> None:
        await gate.wait()
        raise RuntimeError("I was away")

    await campus.queue.put("mint", "one")
    away = asyncio.create_task(campus.runner({"mint": slow}).round())
    await campus.until(lambda: campus.is_leased("mint:one"))
    campus.clock.advance(61)
    other = campus.runner({"mint": failing(None)})
    assert await other.round() == 0  # it takes the lease away; the job waits a little
    campus.clock.advance(60)
    assert await other.round() == 1
    gate.set()
    await away
    job = await campus.job("mint:one")
    assert (job.state, job.error) == (JobState.DONE, None)


async def test_a_lease_that_is_another_s_stops_the_handler() -> None:
    campus, stopped = Campus(), asyncio.Event()

    async def slow(subject: str) -> None:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            stopped.set()
            raise

    await campus.queue.put("mint", "one")
    runner = campus.runner({"mint": slow}, lease=timedelta(seconds=0.03))
    running = asyncio.create_task(runner.round())
    await campus.until(lambda: campus.is_leased("mint:one"))
    await modify(campus.jobs, "mint:one", lambda job: structs.replace(job, lease=job.lease + 1, owner="other"))
    async with asyncio.timeout(5):
        await stopped.wait()
        await running
    assert (await campus.job("mint:one")).owner == "other"


async def test_who_stops_gives_back_what_it_has() -> None:
    campus = Campus()
    await campus.queue.put("sleep", "one")
    async with campus.runner({"sleep": sleeps}):
        await campus.until(lambda: campus.is_leased("sleep:one"))
    job = await campus.job("sleep:one")
    assert (job.state, job.failures, job.due_at) == (JobState.QUEUED, 0, campus.clock.now())


async def test_what_is_put_is_run_at_once() -> None:
    campus, done = Campus(), asyncio.Event()

    async def handler(subject: str) -> None:
        done.set()

    async with campus.runner({"greet": handler}, look=60.0):
        await asyncio.sleep(0)
        await campus.queue.put("greet", "ann")
        async with asyncio.timeout(5):
            await done.wait()


async def test_a_storage_that_does_not_answer_is_said_and_outlived() -> None:
    storage = FaultyStorage()
    campus, done = Campus(storage), asyncio.Event()

    async def handler(subject: str) -> None:
        done.set()

    await campus.queue.put("greet", "ann")
    storage.fail("jobs", "find", *[ConnectionError("gone")] * 3)
    runner = campus.runner({"greet": handler}, look=0.01)
    said: list[str | None] = []

    async def is_well() -> bool:
        said.append(await runner.problem())
        return said[-1] is None and "ConnectionError: gone" in said

    async with runner:
        await campus.until(is_well)
        await asyncio.wait_for(done.wait(), 5)


async def test_two_processes_share_an_outage_s_backlog_and_do_nothing_twice() -> None:
    campus, counts = Campus(), dict.fromkeys(map(str, range(400)), 0)

    async def handler(subject: str) -> None:
        counts[subject] += 1
        await asyncio.sleep(0)

    for subject in counts:
        await campus.queue.put("mint", subject)
    runners = [campus.runner({"mint": handler}) for _ in range(2)]
    shares = [0, 0]

    async def drains(place: int) -> None:
        while (await campus.queue.counts())[JobState.DONE] < len(counts):
            shares[place] += await runners[place].round()

    await asyncio.gather(drains(0), drains(1))
    assert set(counts.values()) == {1}
    assert min(shares) > 0


WHENS: tuple[When, ...] = ("before", "after")


@pytest.mark.parametrize("when", WHENS)
@pytest.mark.parametrize("write", range(1, 6), ids=["put", "take", "mint", "tick off", "finish"])
async def test_a_death_at_any_write_loses_nothing_and_doubles_nothing(write: int, when: When) -> None:
    storage, clock = FaultyStorage(), FakeClock()
    rooms = storage.collection(ROOMS)
    await rooms.insert(Room(id="attic"))

    async def lives() -> None:
        campus = Campus(storage, clock)
        await campus.queue.sweep(rooms, "mint", equals("wants_token", True))
        await campus.runner({"mint": Mint(storage)}).round()

    storage.crash_at_write(write, when)
    with pytest.raises(Crash):
        await lives()
    for _ in range(4):
        clock.advance(61)
        await lives()
    assert (await rooms.get("attic")).wants_token is False  # type: ignore[union-attr]
    assert (await storage.collection(TOKENS).count()) == 1
    assert (await Campus(storage, clock).job("mint:attic")).state is JobState.DONE


async def test_running_a_handler_twice_is_running_it_once() -> None:
    storage = MemoryStorage()
    await storage.collection(ROOMS).insert(Room(id="attic"))
    mint = Mint(storage)
    await mint("attic")
    await mint("attic")
    assert mint.minted == 1
