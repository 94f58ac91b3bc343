"""How far a chore has read."""

from datetime import datetime, timedelta

import pytest
from tests.support.clock import NOON, FakeClock

from eduverse.jobs.bookmarks import OVERLAP, Bookmarks
from eduverse.storage.memory import MemoryStorage


class Reader:
    def __init__(self) -> None:
        self.since: list[datetime] = []
        self.error: Exception | None = None

    async def read(self, since: datetime) -> int:
        self.since.append(since)
        if self.error:
            raise self.error
        return 7


async def test_it_goes_on_where_it_was_however_long_the_stop() -> None:
    clock, storage, reader = FakeClock(), MemoryStorage(), Reader()
    assert await Bookmarks(storage, clock).read_on("quizzes", reader.read) == 7
    clock.advance(10 * 24 * 3600)
    await Bookmarks(storage, clock).read_on("quizzes", reader.read)
    assert reader.since == [NOON - timedelta(days=1), NOON - OVERLAP]


async def test_what_failed_is_read_again() -> None:
    clock, reader = FakeClock(), Reader()
    bookmarks = Bookmarks(MemoryStorage(), clock)
    await bookmarks.read_on("quizzes", reader.read)
    clock.advance(60)
    reader.error = RuntimeError("no")
    with pytest.raises(RuntimeError):
        await bookmarks.read_on("quizzes", reader.read)
    clock.advance(60)
    reader.error = None
    await bookmarks.read_on("quizzes", reader.read)
    assert reader.since[1:] == [NOON - OVERLAP, NOON - OVERLAP]


async def test_a_server_whose_clock_is_behind_moves_nothing_back() -> None:
    storage, reader = MemoryStorage(), Reader()
    ahead, behind = FakeClock(NOON + timedelta(hours=1)), FakeClock(NOON)
    for clock in (ahead, behind, ahead):
        await Bookmarks(storage, clock).read_on("quizzes", reader.read)
    assert reader.since[2] == NOON + timedelta(hours=1) - OVERLAP
