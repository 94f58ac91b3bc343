"""Attendance as intervals of presence: from coming into a room until leaving it, and what they add up to."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct

__all__ = [
    "INTERVALS",
    "OUTAGE",
    "STALE_AFTER",
    "Interval",
    "Span",
    "Window",
    "close",
    "is_stale",
    "left",
    "merge",
    "seen",
    "spans_of",
    "together",
]

STALE_AFTER = timedelta(minutes=2)
"""Who was not seen for so long is no longer vouched for: their process is gone, or its machine was asleep."""

OUTAGE = timedelta(minutes=10)
"""A gap up to this counts as presence when it was the campus that lost somebody, and not they who left."""


class Interval(Document, frozen=True, kw_only=True):
    user_id: str
    classroom_id: str
    check_in_time: datetime
    last_seen_time: datetime
    """The person was in the room then; after a crash this is the best that is known of when they left."""
    check_out_time: datetime | None = None
    open: bool = True
    cut: bool = False
    """Nobody saw them leave: whoever watched the room was gone."""


INTERVALS = Collection(
    name="presence_intervals",
    type=Interval,
    indexed=("user_id", "classroom_id", "check_in_time", "last_seen_time", "open"),
)


def is_stale(interval: Interval, now: datetime) -> bool:
    return now - interval.last_seen_time >= STALE_AFTER


def seen(interval: Interval, now: datetime) -> Interval:
    """Notes that the person is in the room. Nobody can say so of a time in which nobody looked: it ends instead."""
    if not interval.open or now <= interval.last_seen_time:
        return interval
    if is_stale(interval, now):
        return close(interval, interval.last_seen_time, cut=True)
    return structs.replace(interval, last_seen_time=now)


def close(interval: Interval, at: datetime, *, cut: bool = False) -> Interval:
    """Ends the interval; one that has ended stays as it is."""
    if not interval.open:
        return interval
    return structs.replace(interval, open=False, check_out_time=at, last_seen_time=at, cut=cut)


def left(interval: Interval, at: datetime) -> Interval:
    """Ends the interval by somebody's leaving; after a time in which nobody looked, that is not when they left."""
    if is_stale(interval, at):
        return close(interval, interval.last_seen_time, cut=True)
    return close(interval, at)


class Window(NamedTuple):
    """The time of a session."""

    start: datetime
    end: datetime


class Span(Struct, frozen=True, kw_only=True):
    """A stretch of presence."""

    start: datetime
    end: datetime
    cut: bool = False
    """It ended because nobody was looking, not because the person left."""


def spans_of(intervals: Iterable[Interval], now: datetime) -> list[Span]:
    """The presence that intervals stand for. Who has not left is there until now, unless nobody vouches for it."""
    return [_span(interval, now) for interval in intervals]


def _span(interval: Interval, now: datetime) -> Span:
    if interval.check_out_time is not None:
        return Span(start=interval.check_in_time, end=interval.check_out_time, cut=interval.cut)
    if is_stale(interval, now):
        return Span(start=interval.check_in_time, end=interval.last_seen_time, cut=True)
    return Span(start=interval.check_in_time, end=max(now, interval.check_in_time))


def merge(spans: Iterable[Span], window: Window, tolerance: timedelta) -> tuple[Span, ...]:
    """What of the spans lies in the window, in order and apart: tabs are one person, short gaps are none.

    A gap up to `tolerance` counts as presence, one after a cut up to `OUTAGE`. The order of the spans does not
    matter, merging twice is merging once, and the result is never longer than the window.
    """
    merged: list[Span] = []
    for span in sorted(_clipped(spans, window), key=lambda one: (one.start, one.end, one.cut)):
        last = merged[-1] if merged else None
        if last is None or span.start - last.end > (max(tolerance, OUTAGE) if last.cut else tolerance):
            merged.append(span)
        else:
            merged[-1] = _joined(last, span)
    return tuple(merged)


def together(some: Iterable[Span], others: Sequence[Span]) -> list[Span]:
    """When any of the ones and any of the others were there at the same time."""
    both = [Span(start=max(one.start, other.start), end=min(one.end, other.end)) for one in some for other in others]
    return [span for span in both if span.start < span.end]


def _clipped(spans: Iterable[Span], window: Window) -> Iterable[Span]:
    for span in spans:
        start, end = max(span.start, window.start), min(span.end, window.end)
        if start < end:
            yield Span(start=start, end=end, cut=span.cut)


def _joined(first: Span, second: Span) -> Span:
    """Of two that end together, one who was seen leaving has left."""
    if first.end == second.end:
        return Span(start=first.start, end=first.end, cut=first.cut and second.cut)
    later = max(first, second, key=lambda one: one.end)
    return Span(start=first.start, end=later.end, cut=later.cut)
