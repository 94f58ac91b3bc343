"""Who was where, from the rooms themselves."""

from datetime import timedelta

import pytest
from tests.support.clock import NOON, FakeClock
from tests.support.entropy import fake_ids

from eduverse.attendance.model.presence import INTERVALS, Interval, Window
from eduverse.attendance.presence import PresenceLog
from eduverse.storage.memory import MemoryStorage
from eduverse.vocabulary.events import RoomEntered, RoomExited


class Process:
    """One server: whom it serves, and what it notes of it."""

    def __init__(self, room: "Room") -> None:
        self.serves: set[tuple[str, str]] = set()
        self.log = PresenceLog(room.storage, here=self, clock=room.clock, ids=room.ids)

    def served(self) -> set[tuple[str, str]]:
        return self.serves


class Room:
    """A process that watches a room; `restarted` is the next one on the same storage."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.storage = MemoryStorage()
        self.ids = fake_ids(self.clock)
        self.process = Process(self)

    @property
    def attendance(self) -> PresenceLog:
        return self.process.log

    def restarted(self) -> Process:
        self.process = Process(self)
        return self.process

    async def enter(self, user_id: str = "mira") -> None:
        self.process.serves.add(("room", user_id))
        await self.attendance.on_entered(RoomEntered(classroom_id="room", user_id=user_id, at=self.clock.now()))

    async def exit(self, user_id: str = "mira") -> None:
        self.process.serves.discard(("room", user_id))
        await self.attendance.on_exited(RoomExited(classroom_id="room", user_id=user_id, at=self.clock.now()))

    async def passes(self, minutes: int) -> None:
        """Time in which whoever is served is confirmed."""
        for _ in range(minutes):
            self.clock.advance(60)
            await self.attendance.confirm()

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
    await room.passes(10)
    await room.exit()
    await room.passes(10)
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
    room.clock.advance(60)
    await room.attendance.confirm()
    room.restarted()
    room.clock.advance(119)
    assert await room.attendance.close_stale() == 0
    room.clock.advance(1)
    assert await room.attendance.close_stale() == 1
    assert await room.attendance.close_stale() == 0
    assert await room.minutes() == [(0, 1)]


async def test_who_comes_back_after_a_crash_has_two_intervals(room: Room) -> None:
    await room.enter()
    room.clock.advance(60)
    await room.attendance.confirm()
    room.restarted()
    await room.enter()
    for _ in range(2):
        room.clock.advance(60)
        await room.attendance.confirm()
    assert await room.attendance.close_stale() == 1
    assert await room.minutes() == [(0, 1), (1, None)]


async def test_an_interval_that_is_gone_begins_anew(room: Room) -> None:
    await room.enter()
    intervals = room.storage.collection(INTERVALS)
    (interval,) = (await intervals.find()).items
    await intervals.delete(interval.id, interval.version)
    room.clock.advance(60)
    assert await room.attendance.confirm() == 1
    assert await room.minutes() == [(1, None)]


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
    first = room.process
    await room.enter()
    for _ in range(10):
        room.clock.advance(60)
        await first.log.confirm()
    second = room.restarted()
    await room.exit()
    first.serves.clear()
    assert await room.minutes() == [(0, 10)]
    room.clock.advance(60)
    assert await first.log.confirm() == 0
    assert await second.log.confirm() == 0
    assert await room.minutes() == [(0, 10)]


async def test_who_stays_while_their_server_is_killed_is_vouched_for_by_the_next(room: Room) -> None:
    """They have not left for the campus, so nothing tells the other server that they came."""
    await room.enter()
    room.clock.advance(60)
    await room.attendance.confirm()
    second = room.restarted()
    second.serves.add(("room", "mira"))
    for _ in range(10):
        room.clock.advance(30)
        assert await second.log.confirm() == 1
        assert await second.log.close_stale() == 0
    await room.exit()
    assert await room.minutes() == [(0, 6)]


async def test_served_by_two_is_there_once(room: Room) -> None:
    first = room.process
    await room.enter()
    second = room.restarted()
    second.serves.add(("room", "mira"))
    room.clock.advance(30)
    assert await first.log.confirm() == await second.log.confirm() == 1
    assert await room.minutes() == [(0, None)]
    await room.exit()
    assert await room.minutes() == [(0, 0.5)]


@pytest.mark.parametrize("confirm_first", [True, False])
async def test_of_a_sleep_of_the_machine_nobody_says_anything(room: Room, *, confirm_first: bool) -> None:
    """Whichever of the chores wakes first: the interval ends where it was last confirmed, and another begins."""
    await room.enter()
    room.clock.advance(60)
    await room.attendance.confirm()
    room.clock.advance(3600)
    for chore in ("confirm", "close_stale") if confirm_first else ("close_stale", "confirm"):
        await getattr(room.attendance, chore)()
    assert await room.minutes() == [(0, 1), (61, None)]
    room.clock.advance(60)
    await room.exit()
    assert await room.minutes() == [(0, 1), (61, 62)]
    ends = {one.check_in_time: one.cut for one in (await room.attendance.of_classroom("room")).items}
    assert list(ends.values()) == [True, False]


async def test_who_is_inside_now(room: Room) -> None:
    await room.enter("mira")
    await room.enter("tom")
    await room.exit("tom")
    assert {key: [one.user_id for one in found] for key, found in (await room.attendance.inside()).items()} == {
        "room": ["mira"]
    }
    room.clock.advance(300)
    assert await room.attendance.inside() == {}


async def test_what_lies_in_a_window(room: Room) -> None:
    await room.enter("mira")
    await room.passes(10)
    await room.exit("mira")
    await room.enter("tom")
    start = room.clock.now()
    within = await room.attendance.within("room", Window(start - timedelta(minutes=1), start))
    assert sorted(within) == ["mira", "tom"]
    later = await room.attendance.within("room", Window(start + timedelta(hours=1), start + timedelta(hours=2)))
    assert later == {}
