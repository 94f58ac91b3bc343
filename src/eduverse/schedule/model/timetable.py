"""A class's timetable: what is stored, and the rules as functions from one state to the next.

One document per class holds all its meetings, so one guarded write decides about each of them. Times are local times
in the meeting's own zone: a lesson at nine stays at nine when the clocks change.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct
from eduverse.schedule.errors import MeetingNotFound, NoSuchOccurrence, TimetableFull, UnfitMeeting

__all__ = [
    "MAX_CHANGES",
    "MAX_MEETINGS",
    "MAX_SPAN",
    "TIMETABLES",
    "YEARS",
    "Change",
    "Meeting",
    "Timetable",
    "change_occurrence",
    "check_day",
    "days",
    "put_meeting",
    "remove_meeting",
    "zone_of",
]

MAX_MEETINGS = 50
MAX_CHANGES = 200
YEARS = range(2000, 2200)
"""What a timetable may speak of: far enough from where calendars end."""
MAX_SPAN = timedelta(days=2 * 366)
"""From a meeting's first day to its last: what is expanded is bounded."""


class Change(Struct, frozen=True, kw_only=True):
    """What became of one occurrence of a meeting: it is cancelled, or it takes place at another time."""

    on: date
    """The day on which it would have been."""
    moved_to: date | None = None
    """None when it is cancelled."""
    start_time: time | None = None
    duration_minutes: int | None = None


class Meeting(Struct, frozen=True, kw_only=True):
    """A lesson that comes every week or, with no `weekdays`, once."""

    id: str
    title: str = ""
    zone: str
    """The name of an IANA time zone."""
    first_date: date
    last_date: date
    weekdays: tuple[int, ...] = ()
    """0 is Monday. None of them: the meeting takes place once, on `first_date`."""
    start_time: time
    duration_minutes: int
    changes: tuple[Change, ...] = ()
    """By day, at most one for each."""
    changed_at: datetime
    revision: int = 0
    """How often it was changed: the calendar's SEQUENCE."""


class Timetable(Document, frozen=True, kw_only=True):
    """Its id is the classroom's."""

    meetings: tuple[Meeting, ...] = ()
    over_at: datetime | None = None
    """A moment after the last meeting: a field that a sweep can ask for. None without meetings."""


TIMETABLES = Collection(name="timetables", type=Timetable, indexed=("over_at",))


def zone_of(name: str) -> ZoneInfo:
    """Raises `UnfitMeeting` when there is no such zone."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UnfitMeeting(f"{name!r} is not the name of a time zone.", field="zone") from None


def check_day(day: date, field: str) -> None:
    """Raises `UnfitMeeting` for a day that no timetable speaks of."""
    if day.year not in YEARS:
        raise UnfitMeeting(f"The year has to be from {YEARS.start} to {YEARS.stop - 1}.", field=field)


def days(meeting: Meeting, since: date = date.min, until: date = date.max) -> Iterator[date]:
    """The days, both ends included, on which it would take place if nothing were changed."""
    first = max(meeting.first_date, since)
    last = min(meeting.last_date if meeting.weekdays else meeting.first_date, until)
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        if not meeting.weekdays or day.weekday() in meeting.weekdays:
            yield day


def put_meeting(timetable: Timetable, meeting: Meeting) -> Timetable:
    """Adds a meeting, or replaces the one with its id; its cancelled and moved days stay as far as it has them."""
    _check(meeting)
    known = next((one for one in timetable.meetings if one.id == meeting.id), None)
    if known is None and len(timetable.meetings) >= MAX_MEETINGS:
        raise TimetableFull
    kept = set(days(meeting))
    changes = tuple(change for change in (known.changes if known else ()) if change.on in kept)
    revision = known.revision + 1 if known else 0
    meeting = structs.replace(meeting, changes=changes, revision=revision)
    others = [one for one in timetable.meetings if one.id != meeting.id]
    return _with(timetable, [*others, meeting])


def remove_meeting(timetable: Timetable, meeting_id: str) -> Timetable:
    """A meeting that is not there is as good as removed."""
    kept = [one for one in timetable.meetings if one.id != meeting_id]
    return timetable if len(kept) == len(timetable.meetings) else _with(timetable, kept)


def change_occurrence(
    timetable: Timetable, meeting_id: str, on: date, change: Change | None, now: datetime
) -> Timetable:
    """Cancels or moves what would take place `on` a day; with None it takes place as planned again."""

    def apply(meeting: Meeting) -> Meeting:
        if on not in set(days(meeting)):
            raise NoSuchOccurrence
        if change and change.moved_to:
            check_day(change.moved_to, "movedTo")
        others = [one for one in meeting.changes if one.on != on]
        if change and len(others) >= MAX_CHANGES:
            raise TimetableFull
        changes = sorted([*others, change] if change else others, key=lambda one: one.on)
        return structs.replace(meeting, changes=tuple(changes), changed_at=now, revision=meeting.revision + 1)

    return _with(timetable, _changed(timetable.meetings, meeting_id, apply))


def _changed(meetings: tuple[Meeting, ...], meeting_id: str, apply: Callable[[Meeting], Meeting]) -> list[Meeting]:
    if all(one.id != meeting_id for one in meetings):
        raise MeetingNotFound
    return [apply(one) if one.id == meeting_id else one for one in meetings]


def _with(timetable: Timetable, meetings: list[Meeting]) -> Timetable:
    ordered = sorted(meetings, key=lambda one: (one.first_date, one.start_time, one.id))
    ends = [_over_at(one) for one in ordered]
    return structs.replace(timetable, meetings=tuple(ordered), over_at=max(ends, default=None))


def _over_at(meeting: Meeting) -> datetime:
    """Two days past the last one: longer than any lesson and than any zone is off."""
    last = max([meeting.last_date, *(change.moved_to for change in meeting.changes if change.moved_to)])
    return datetime.combine(last + timedelta(days=2), time(), zone_of("UTC"))


def _check(meeting: Meeting) -> None:
    zone_of(meeting.zone)
    check_day(meeting.first_date, "firstDate")
    if meeting.last_date < meeting.first_date:
        raise UnfitMeeting("The last day is before the first.", field="lastDate")
    if meeting.last_date - meeting.first_date > MAX_SPAN:
        raise UnfitMeeting("A meeting can be planned for two years at most.", field="lastDate")
    if next(days(meeting), None) is None:
        raise UnfitMeeting("None of these weekdays lies between the first day and the last.", field="weekdays")
