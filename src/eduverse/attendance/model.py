"""Attendance as intervals of presence: from coming into a room until leaving it."""

from datetime import datetime, timedelta

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document

__all__ = ["INTERVALS", "STALE_AFTER", "Interval", "close", "seen"]

STALE_AFTER = timedelta(minutes=2)
"""An open interval that was not confirmed for so long belongs to a process that is gone."""


class Interval(Document, frozen=True, kw_only=True):
    user_id: str
    classroom_id: str
    check_in_time: datetime
    last_seen_time: datetime
    """The person was in the room then; after a crash this is the best that is known of when they left."""
    check_out_time: datetime | None = None
    open: bool = True


INTERVALS = Collection(
    name="presence_intervals",
    type=Interval,
    indexed=("user_id", "classroom_id", "check_in_time", "last_seen_time", "open"),
)


def seen(interval: Interval, now: datetime) -> Interval:
    return structs.replace(interval, last_seen_time=now) if interval.open else interval


def close(interval: Interval, at: datetime) -> Interval:
    """Ends the interval; one that has ended stays as it is."""
    if not interval.open:
        return interval
    return structs.replace(interval, open=False, check_out_time=at, last_seen_time=at)
