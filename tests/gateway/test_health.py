"""Whether the process runs, and whether it should be sent work."""

import asyncio

from tests.support.campus import memory_campus
from tests.support.faults import FaultyStorage

from eduverse.jobs.chores import Chore
from eduverse.kernel.documents import StorageUnavailable


async def test_a_campus_that_is_well() -> None:
    async with memory_campus() as campus:
        client = campus.client()
        live, ready = await client.get("/health/live"), await client.get("/health/ready")
    assert (live.status_code, live.json()) == (200, {"status": "live", "problems": {}})
    assert (ready.status_code, ready.json()) == (200, {"status": "ready", "problems": {}})


async def test_without_its_database_it_is_alive_but_not_ready() -> None:
    storage = FaultyStorage()
    async with memory_campus(storage=storage) as campus:
        client = campus.client()
        storage.fail("", "ping", StorageUnavailable("The disk is full."))
        ready = await client.get("/health/ready")
        assert (ready.status_code, ready.json()) == (
            503,
            {"status": "not ready", "problems": {"storage": "The disk is full."}},
        )
        assert (await client.get("/health/live")).status_code == 200
        assert (await client.get("/health/ready")).status_code == 200


async def test_a_failing_chore_is_not_ready() -> None:
    async with memory_campus() as campus:
        tried = asyncio.Event()

        async def fail() -> int:
            tried.set()
            raise OSError("no more disk")

        campus.campus.chores._chores[:] = [Chore("sweep", fail, every=60)]
        async with campus.campus.chores:
            await tried.wait()
            ready = await campus.client().get("/health/ready")
    assert ready.status_code == 503
    assert ready.json()["problems"] == {"chore: sweep": "OSError('no more disk')"}
