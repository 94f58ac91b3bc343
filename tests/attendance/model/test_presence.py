"""Intervals of presence, and what they add up to."""

from datetime import timedelta
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.support.clock import NOON

from eduverse.attendance.model.presence import (
    OUTAGE,
    STALE_AFTER,
    Interval,
    Span,
    Window,
    close,
    merge,
    seen,
    spans_of,
    together,
)

OPEN = Interval(id="i", user_id="mira", classroom_id="room", check_in_time=NOON, last_seen_time=NOON)
LATER = NOON + timedelta(minutes=1)
HOUR = Window(NOON, NOON + timedelta(hours=1))


def at(minutes: float) -> timedelta:
    return timedelta(minutes=minutes)


def span(start: float, end: float, *, cut: bool = False) -> Span:
    """In minutes after noon."""
    return Span(start=NOON + at(start), end=NOON + at(end), cut=cut)


def merged(*spans: Span, tolerance: float = 0) -> list[tuple[float, float]]:
    found = merge(spans, HOUR, at(tolerance))
    return [((one.start - NOON) / at(1), (one.end - NOON) / at(1)) for one in found]


def test_an_interval_is_confirmed_and_then_closed() -> None:
    confirmed = seen(OPEN, LATER)
    assert (confirmed.open, confirmed.last_seen_time, confirmed.check_out_time) == (True, LATER, None)
    closed = close(confirmed, LATER)
    assert (closed.open, closed.check_out_time, closed.check_in_time) == (False, LATER, NOON)


def test_what_has_ended_stays_as_it_is() -> None:
    closed = close(OPEN, LATER)
    assert seen(closed, LATER + timedelta(1)) is closed
    assert close(closed, LATER + timedelta(1)) is closed


def test_nobody_vouches_for_a_time_in_which_nobody_looked() -> None:
    ended = seen(OPEN, NOON + STALE_AFTER)
    assert (ended.open, ended.check_out_time, ended.cut) == (False, NOON, True)


def test_of_two_clocks_the_slower_takes_nothing_back() -> None:
    assert seen(seen(OPEN, LATER), NOON) == seen(OPEN, LATER)


def test_what_an_interval_stands_for() -> None:
    soon, late = NOON + at(1), NOON + at(30)
    assert spans_of([OPEN], soon) == [span(0, 1)]
    assert spans_of([OPEN], late) == [span(0, 0, cut=True)]
    assert spans_of([close(OPEN, LATER)], late) == [span(0, 1)]
    assert spans_of([close(OPEN, LATER, cut=True)], late) == [span(0, 1, cut=True)]


def test_tabs_are_one_person_and_short_gaps_are_none() -> None:
    assert merged(span(5, 10), span(7, 20), span(8, 9)) == [(5, 20)]
    assert merged(span(0, 10), span(12, 20), tolerance=2) == [(0, 20)]
    assert merged(span(0, 10), span(12.5, 20), tolerance=2) == [(0, 10), (12.5, 20)]
    assert merged(span(-10, 5), span(50, 90)) == [(0, 5), (50, 60)]
    assert merged(span(-10, -5), span(70, 90), span(3, 3)) == []


def test_a_gap_that_the_campus_made_is_not_held_against_anybody() -> None:
    outage = OUTAGE / at(1)
    assert merged(span(0, 10, cut=True), span(10 + outage, 30)) == [(0, 30)]
    assert merged(span(0, 10, cut=True), span(11 + outage, 30)) == [(0, 10), (11 + outage, 30)]
    assert merged(span(0, 10), span(10 + outage, 30)) == [(0, 10), (10 + outage, 30)]
    assert merged(span(0, 10, cut=True), span(2, 10), span(15, 30)) == [(0, 10), (15, 30)]


def test_being_there_together() -> None:
    found = together([span(0, 10), span(20, 30)], [span(5, 25), span(30, 40)])
    assert found == [span(5, 10), span(20, 25)]


minutes = st.floats(-30, 90, allow_nan=False)
some_spans = st.lists(
    st.builds(
        lambda start, length, cut: span(start, start + length, cut=cut), minutes, st.floats(0, 60), st.booleans()
    ),
    max_size=12,
)
tolerances = st.floats(0, 15).map(at)


@given(some_spans, tolerances)
def test_merging_twice_is_merging_once(spans: list[Span], tolerance: timedelta) -> None:
    once = merge(spans, HOUR, tolerance)
    assert merge(once, HOUR, tolerance) == once


@given(some_spans, tolerances, st.randoms())
def test_the_order_does_not_matter(spans: list[Span], tolerance: timedelta, random: Random) -> None:
    shuffled = random.sample(spans, len(spans))
    assert merge(shuffled, HOUR, tolerance) == merge(spans, HOUR, tolerance)


@given(some_spans, tolerances)
def test_presence_is_within_the_session_and_never_longer(spans: list[Span], tolerance: timedelta) -> None:
    found = merge(spans, HOUR, tolerance)
    total = sum((one.end - one.start for one in found), timedelta())
    assert total <= HOUR.end - HOUR.start
    assert all(HOUR.start <= one.start < one.end <= HOUR.end for one in found)
    assert all(left.end < right.start for left, right in pairwise(found))


@given(some_spans, tolerances)
def test_nobody_loses_by_merging(spans: list[Span], tolerance: timedelta) -> None:
    """Every moment of a span that lies in the session lies in one of the merged."""
    found = merge(spans, HOUR, tolerance)
    for one in spans:
        start, end = max(one.start, HOUR.start), min(one.end, HOUR.end)
        assert start >= end or any(into.start <= start and end <= into.end for into in found)
