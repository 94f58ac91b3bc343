"""A clock that can be turned back."""

from datetime import timedelta

from tests.support.clock import NOON, FakeClock

from eduverse.app.demo.stage import Rooms, ShiftedClock
from eduverse.attendance.model.presence import INTERVALS
from eduverse.kernel.ids import Ids, SystemEntropy
from eduverse.storage.memory import MemoryStorage


def test_it_goes_on_from_where_it_was_turned_to() -> None:
    under = FakeClock()
    clock = ShiftedClock(under)
    assert clock.now() == NOON
    clock.turn_to(NOON - timedelta(days=3))
    under.advance(60)
    assert clock.now() == NOON - timedelta(days=3) + timedelta(seconds=60)
    assert clock.monotonic() == under.monotonic()
    clock.turn_to(NOON + timedelta(days=1))
    assert clock.now() == NOON + timedelta(days=1)


def test_turned_back_it_is_the_other_clock() -> None:
    under = FakeClock()
    clock = ShiftedClock(under)
    clock.turn_to(NOON - timedelta(days=3))
    under.advance(5)
    clock.turn_back()
    assert clock.now() == under.now()


async def test_who_is_looked_at_often_enough_was_there_all_the_time() -> None:
    clock, storage = FakeClock(), MemoryStorage()
    rooms = Rooms(storage, clock, Ids(clock, SystemEntropy()))
    await rooms.enter("room", "mira", clock.now())
    for _ in range(3):
        clock.advance(110)
        await rooms.presence.confirm()
    clock.advance(10)
    await rooms.leave("room", "mira", clock.now())
    (stay,) = (await storage.collection(INTERVALS).find()).items
    assert (stay.check_in_time, stay.check_out_time, stay.cut) == (NOON, clock.now(), False)
    assert rooms.served() == []
