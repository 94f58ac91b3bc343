"""Two servers' runners over every kind of store, each with a connection of its own where the store has any."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from tests.support.clock import FakeClock
from tests.support.mongo import nx_server, without_id

from eduverse.jobs.model import JOBS, JobState, Patience
from eduverse.jobs.queue import Queue
from eduverse.jobs.runner import Handler, Runner, RunnerSettings
from eduverse.kernel.documents import Storage
from eduverse.kernel.ids import SystemEntropy
from eduverse.storage.memory import MemoryStorage
from eduverse.storage.mongo import filters, open_mongo
from eduverse.storage.sqlite import open_sqlite

JOB_COUNT = 120
PATIENCE = Patience(first=timedelta(seconds=2))


@pytest.fixture(scope="module")
def nx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with nx_server(tmp_path_factory.mktemp("nx")) as (url, _):
        yield url


@pytest.fixture(params=["memory", "sqlite", "mongo"])
async def storages(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Storage, Storage]]:
    match request.param:
        case "memory":
            memory = MemoryStorage()
            yield memory, memory
        case "sqlite":
            async with open_sqlite(tmp_path) as sqlite:
                yield sqlite, sqlite
        case _:
            monkeypatch.setattr(filters, "indexes", without_id)
            url = f"{request.getfixturevalue('nx')}/test-{uuid4().hex}"
            async with open_mongo(url, timeout=20) as one, open_mongo(url, timeout=20) as other:
                yield one, other


class Server:
    def __init__(self, storage: Storage, clock: FakeClock, handler: Handler) -> None:
        self.queue = Queue(storage, clock)
        self.jobs = storage.collection(JOBS)
        self.runner = Runner(
            storage,
            self.queue,
            {"mint": handler},
            clock=clock,
            entropy=SystemEntropy(),
            settings=RunnerSettings(patience=PATIENCE, at_once=8),
        )


async def test_two_servers_share_a_backlog_and_do_nothing_twice(storages: tuple[Storage, Storage]) -> None:
    clock, done, shares = FakeClock(), Counter[str](), [0, 0]

    async def mint(subject: str) -> None:
        done[subject] += 1
        await asyncio.sleep(0)

    servers = [Server(storage, clock, mint) for storage in storages]
    # Both have seen the same work at the same moment.
    await asyncio.gather(*(one.queue.put("mint", f"{number}") for one in servers for number in range(JOB_COUNT)))

    async def drains(place: int) -> None:
        while sum(done.values()) < JOB_COUNT:
            shares[place] += await servers[place].runner.round()

    async with asyncio.timeout(30):
        await asyncio.gather(drains(0), drains(1))
    assert (len(done), set(done.values())) == (JOB_COUNT, {1})
    assert min(shares) > 0
    counts = await servers[0].queue.counts()
    assert counts == {**dict.fromkeys(JobState, 0), JobState.DONE: JOB_COUNT}


async def test_another_server_takes_over_from_one_that_stands_still(storages: tuple[Storage, Storage]) -> None:
    clock, done = FakeClock(), list[str]()
    has_it, goes_on = asyncio.Event(), asyncio.Event()

    async def stands_still(subject: str) -> None:
        has_it.set()
        await goes_on.wait()
        raise RuntimeError("I was away")

    async def mint(subject: str) -> None:
        done.append(subject)

    away, other = Server(storages[0], clock, stands_still), Server(storages[1], clock, mint)
    await away.queue.put("mint", "one")
    still = asyncio.create_task(away.runner.round())
    await has_it.wait()
    assert await other.runner.round() == 0
    clock.advance(61)
    assert await other.runner.round() == 0  # the lease is taken away, and the job waits a little
    clock.advance(60)
    assert await other.runner.round() == 1
    goes_on.set()
    await still
    stored = await other.jobs.get("mint:one")
    assert stored
    assert (done, stored.state, stored.error) == (["one"], JobState.DONE, None)
