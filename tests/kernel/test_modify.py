"""Carrying out a rule beside others who do the same."""

import asyncio

import pytest
from msgspec import structs
from tests.support.faults import Call, FaultyStorage

from eduverse.kernel.documents import Collection, Documents, Missing, VersionConflict
from eduverse.kernel.modify import modify
from eduverse.kernel.structs import Document
from eduverse.storage.memory import MemoryStorage


class Counter(Document, frozen=True, kw_only=True):
    count: int = 0


COUNTERS = Collection(name="counters", type=Counter)
REPLACE = Call("counters", "replace")


def add_one(counter: Counter) -> Counter:
    return structs.replace(counter, count=counter.count + 1)


async def counters(storage: FaultyStorage) -> Documents[Counter]:
    docs = storage.collection(COUNTERS)
    await docs.insert(Counter(id="c"))
    return docs


async def test_nothing_is_lost_and_nobody_conflicts_in_one_process() -> None:
    storage = FaultyStorage()
    docs = await counters(storage)
    await asyncio.gather(*(modify(docs, "c", add_one) for _ in range(100)))
    assert await docs.get("c") == Counter(id="c", version=101, count=100)
    assert storage.calls.count(REPLACE) == 100


async def test_nothing_is_lost_between_processes() -> None:
    """Each process has its own view of the store, so their writes do conflict."""
    shared = MemoryStorage()
    processes = [FaultyStorage(shared) for _ in range(4)]
    views = [process.collection(COUNTERS) for process in processes]
    await views[0].insert(Counter(id="c"))
    await asyncio.gather(*(modify(view, "c", add_one) for view in views for _ in range(25)))
    assert await views[0].get("c") == Counter(id="c", version=101, count=100)
    assert sum(process.calls.count(REPLACE) for process in processes) > 100


async def test_a_conflict_is_tried_again_from_what_is_stored_now() -> None:
    storage = FaultyStorage()
    docs = await counters(storage)
    storage.fail("counters", "replace", *[VersionConflict("c")] * 49)
    assert (await modify(docs, "c", add_one)).count == 1
    assert storage.calls.count(REPLACE) == 50


async def test_after_fifty_conflicts_it_gives_up() -> None:
    storage = FaultyStorage()
    docs = await counters(storage)
    storage.fail("counters", "replace", *[VersionConflict("c")] * 60)
    with pytest.raises(VersionConflict):
        await modify(docs, "c", add_one)
    assert storage.calls.count(REPLACE) == 50


async def test_what_is_not_there() -> None:
    docs = await counters(FaultyStorage())
    with pytest.raises(Missing):
        await modify(docs, "nothing", add_one)


async def test_what_is_not_there_is_as_if_it_were_the_blank() -> None:
    storage = FaultyStorage()
    docs = storage.collection(COUNTERS)
    blank = Counter(id="new", count=5)
    assert await modify(docs, "new", lambda counter: counter, blank=blank) == blank
    assert await docs.get("new") is None
    assert await modify(docs, "new", add_one, blank=blank) == Counter(id="new", version=1, count=6)
    assert await modify(docs, "new", add_one, blank=blank) == Counter(id="new", version=2, count=7)


async def test_two_processes_that_begin_with_the_blank_lose_nothing() -> None:
    shared = MemoryStorage()
    views = [FaultyStorage(shared).collection(COUNTERS) for _ in range(3)]
    await asyncio.gather(*(modify(view, "new", add_one, blank=Counter(id="new")) for view in views))
    assert await views[0].get("new") == Counter(id="new", version=3, count=3)


async def test_what_a_rule_raises_goes_to_the_caller_and_frees_the_document() -> None:
    docs = await counters(FaultyStorage())

    def refuse(counter: Counter) -> Counter:
        raise LookupError("no")

    for _ in range(2):
        with pytest.raises(LookupError, match="no"):
            await modify(docs, "c", refuse)
    assert (await modify(docs, "c", add_one)).count == 1


async def test_no_change_writes_nothing() -> None:
    storage = FaultyStorage()
    docs = await counters(storage)
    assert (await modify(docs, "c", lambda counter: counter)).version == 1
    assert REPLACE not in storage.calls


async def test_a_writer_that_gave_up_lets_the_next_one_in() -> None:
    storage = FaultyStorage()
    docs = await counters(storage)
    slow = storage.hold("counters", "replace")
    writer = asyncio.create_task(modify(docs, "c", add_one))
    await slow.reached()
    waiting = asyncio.create_task(modify(docs, "c", add_one))
    await asyncio.sleep(0)
    writer.cancel()
    assert (await waiting).count == 1
    assert writer.cancelled()


async def test_other_documents_are_not_waited_for() -> None:
    storage = FaultyStorage()
    docs = await counters(storage)
    await docs.insert(Counter(id="d"))
    slow = storage.hold("counters", "replace")
    writer = asyncio.create_task(modify(docs, "c", add_one))
    await slow.reached()
    assert (await modify(docs, "d", add_one)).count == 1
    slow.release()
    await writer
