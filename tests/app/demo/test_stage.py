"""A clock that can be turned back."""

from datetime import timedelta

from tests.support.clock import NOON, FakeClock

from eduverse.app.demo.stage import ShiftedClock


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
