"""Attendance from the rooms themselves."""

from datetime import timedelta

import pytest
from tests.support.clock import NOON, FakeClock
from tests.support.entropy import fake_ids

from eduverse.attendance.model import INTERVALS, Interval
from eduverse.attendance.service import AttendanceService
from eduverse.storage.memory import MemoryStorage
from eduverse.vocabulary.events import RoomEntered, RoomExited


class Room:
    """A process that watches a room; `restarted` is the next one on the same storage."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.storage = MemoryStorage()
        self.ids = fake_ids(self.clock)
        self.attendance = self.restarted()

    def restarted(self) -> AttendanceService:
        self.attendance = AttendanceService(self.storage, clock=self.clock, ids=self.ids)
        return self.attendance

    async def enter(self, user_id: str = "mira") -> None:
        await self.attendance.on_entered(RoomEntered(classroom_id="room", user_id=user_id, at=self.clock.now()))

    async def exit(self, user_id: str = "mira") -> None:
        await self.attendance.on_exited(RoomExited(classroom_id="room", user_id=user_id, at=self.clock.now()))

    async def minutes(self, user_id: str = "mira") -> list[tuple[float, float | None]]:
        """When somebody came and went, in minutes after noon."""
        page = await self.attendance.of_classroom("room", user_id=user_id)
        return sorted((_minutes(one.check_in_time), _left(one)) for one in page.items)


def _minutes(moment: object) -> float:
    assert hasattr(moment, "timestamp")
    return (moment - NOON) / timedelta(minutes=1)  # type: ignore[operator, no-any-return]


def _left(interval: Interval) -> float | None:
    assert interval.open is (interval.check_out_time is None)
    return None if interval.check_out_time is None else _minutes(interval.check_out_time)


@pytest.fixture
def room() -> Room:
    return Room()


async def test_from_coming_in_until_leaving(room: Room) -> None:
    await room.enter()
    room.clock.advance(600)
    await room.exit()
    room.clock.advance(600)
    await room.enter()
    assert await room.minutes() == [(0, 10), (20, None)]


async def test_people_are_apart(room: Room) -> None:
    await room.enter("mira")
    await room.enter("tom")
    room.clock.advance(60)
    await room.exit("tom")
    assert (await room.minutes("mira"), await room.minutes("tom")) == ([(0, None)], [(0, 1)])
    assert len((await room.attendance.of_classroom("room")).items) == 2
    assert (await room.attendance.of_classroom("other")).items == []


async def test_leaving_without_having_come_is_nothing(room: Room) -> None:
    await room.exit()
    assert await room.minutes() == []


async def test_who_is_there_is_confirmed_and_not_stale(room: Room) -> None:
    await room.enter()
    for _ in range(10):
        room.clock.advance(30)
        assert await room.attendance.confirm() == 1
        assert await room.attendance.close_stale() == 0
    assert await room.minutes() == [(0, None)]
    await room.exit()
    assert await room.attendance.confirm() == 0
    assert await room.minutes() == [(0, 5)]


async def test_after_a_crash_the_last_moment_that_is_known_counts(room: Room) -> None:
    await room.enter()
    room.clock.advance(300)
    await room.attendance.confirm()
    room.restarted()
    room.clock.advance(119)
    assert await room.attendance.close_stale() == 0
    room.clock.advance(1)
    assert await room.attendance.close_stale() == 1
    assert await room.attendance.close_stale() == 0
    assert await room.minutes() == [(0, 5)]


async def test_who_comes_back_after_a_crash_has_two_intervals(room: Room) -> None:
    await room.enter()
    room.clock.advance(60)
    await room.attendance.confirm()
    room.restarted()
    await room.enter()
    room.clock.advance(180)
    await room.attendance.confirm()
    assert await room.attendance.close_stale() == 1
    assert await room.minutes() == [(0, 1), (1, None)]


async def test_an_interval_that_is_gone_is_no_longer_confirmed(room: Room) -> None:
    await room.enter()
    intervals = room.storage.collection(INTERVALS)
    (interval,) = (await intervals.find()).items
    await intervals.delete(interval.id, interval.version)
    assert await room.attendance.confirm() == 0
    await room.exit()


async def test_whether_anybody_was_there_lately(room: Room) -> None:
    start = room.clock.now()
    assert not await room.attendance.seen_since("room", start)
    await room.enter()
    room.clock.advance(60)
    await room.exit()
    left = room.clock.now()
    assert await room.attendance.seen_since("room", left)
    assert not await room.attendance.seen_since("room", left + timedelta(seconds=1))
    assert not await room.attendance.seen_since("other", start)


async def test_another_process_may_tell_of_the_leaving(room: Room) -> None:
    first = room.attendance
    await room.enter()
    second = room.restarted()
    room.clock.advance(600)
    await room.exit()
    assert await room.minutes() == [(0, 10)]
    room.clock.advance(60)
    assert await first.confirm() == 0
    assert await second.confirm() == 0
    assert await room.minutes() == [(0, 10)]
