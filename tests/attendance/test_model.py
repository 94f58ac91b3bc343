"""Intervals of presence."""

from datetime import timedelta

from tests.support.clock import NOON

from eduverse.attendance.model import Interval, close, seen

OPEN = Interval(id="i", user_id="mira", classroom_id="room", check_in_time=NOON, last_seen_time=NOON)
LATER = NOON + timedelta(minutes=5)


def test_an_interval_is_confirmed_and_then_closed() -> None:
    confirmed = seen(OPEN, LATER)
    assert (confirmed.open, confirmed.last_seen_time, confirmed.check_out_time) == (True, LATER, None)
    closed = close(confirmed, LATER)
    assert (closed.open, closed.check_out_time, closed.check_in_time) == (False, LATER, NOON)


def test_what_has_ended_stays_as_it_is() -> None:
    closed = close(OPEN, LATER)
    assert seen(closed, LATER + timedelta(1)) is closed
    assert close(closed, LATER + timedelta(1)) is closed
