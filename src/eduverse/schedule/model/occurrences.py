"""When the meetings of a timetable really take place."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from eduverse.kernel.structs import Struct
from eduverse.schedule.model.timetable import Change, Meeting, Timetable, days, zone_of

__all__ = ["Occurrence", "expand", "moment", "occurrence_of"]

_AROUND = timedelta(days=3)
"""More than the longest meeting and the farthest zone together."""


class Occurrence(Struct, frozen=True, kw_only=True):
    id: str
    """`<classroom>:<meeting>:<day>`; it stays the same when the occurrence is moved."""
    classroom_id: str
    meeting_id: str
    title: str
    on: date
    """The day on which it was planned."""
    starts_at: datetime
    ends_at: datetime
    cancelled: bool = False
    moved: bool = False


def moment(day: date, at: time, zone: str) -> datetime:
    """A local time as a moment in UTC.

    A time that the clocks skip is counted on from before they change, and of one that comes twice the first is meant
    (RFC 5545, 3.3.5).
    """
    return datetime.combine(day, at, zone_of(zone)).replace(fold=0).astimezone(UTC)


def expand(timetable: Timetable, since: datetime, until: datetime) -> list[Occurrence]:
    """What takes place (or was cancelled) at least partly between the two moments, in order."""
    found = [
        occurrence
        for meeting in timetable.meetings
        for occurrence in _occurrences(timetable.id, meeting, since, until)
        if occurrence.starts_at < until and occurrence.ends_at > since
    ]
    return sorted(found, key=lambda one: (one.starts_at, one.id))


def occurrence_of(timetable: Timetable, occurrence_id: str) -> Occurrence | None:
    """The occurrence with this id; None when nothing was planned under it."""
    for meeting in timetable.meetings:
        changes = {change.on: change for change in meeting.changes}
        for day in days(meeting):
            if _id(timetable.id, meeting, day) == occurrence_id:
                return _occurrence(timetable.id, meeting, day, changes.get(day))
    return None


def _occurrences(classroom_id: str, meeting: Meeting, since: datetime, until: datetime) -> Iterator[Occurrence]:
    """Those planned near the time in question, and those that may have been moved into it."""
    changes = {change.on: change for change in meeting.changes}
    near = days(meeting, (since - _AROUND).date(), (until + _AROUND).date())
    for day in {*near, *changes}:
        yield _occurrence(classroom_id, meeting, day, changes.get(day))


def _id(classroom_id: str, meeting: Meeting, day: date) -> str:
    return f"{classroom_id}:{meeting.id}:{day:%Y%m%d}"


def _occurrence(classroom_id: str, meeting: Meeting, day: date, change: Change | None) -> Occurrence:
    cancelled = change is not None and change.moved_to is None
    held_on = (change and change.moved_to) or day
    start_time = (change and change.start_time) or meeting.start_time
    minutes = (change and change.duration_minutes) or meeting.duration_minutes
    starts_at = moment(held_on, start_time, meeting.zone)
    return Occurrence(
        id=_id(classroom_id, meeting, day),
        classroom_id=classroom_id,
        meeting_id=meeting.id,
        title=meeting.title,
        on=day,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=minutes),
        cancelled=cancelled,
        moved=change is not None and not cancelled,
    )
