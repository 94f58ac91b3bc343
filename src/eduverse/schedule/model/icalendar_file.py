"""A calendar as a file (RFC 5545). Imported where one is written: the library behind it takes a while to load."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Component, Event, Timezone

from eduverse.schedule.model.feed import Deadline, Subject
from eduverse.schedule.model.occurrences import moment
from eduverse.schedule.model.timetable import Change, Meeting, Timetable, days, zone_of

__all__ = ["write_calendar"]

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def write_calendar(
    name: str, classes: Sequence[tuple[Subject, Timetable]], deadlines: Sequence[tuple[Subject, Deadline]]
) -> bytes:
    """The same timetables give the same bytes, so that whoever has them already need not load them again."""
    calendar = Calendar()
    calendar.add("prodid", "-//EduVerse//Timetable//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    meetings = [(subject, meeting) for subject, timetable in classes for meeting in timetable.meetings]
    for zone in _zones([meeting for _, meeting in meetings]):
        calendar.add_component(zone)
    for subject, meeting in meetings:
        for event in _events(subject, meeting):
            calendar.add_component(event)
    for subject, deadline in deadlines:
        calendar.add_component(_deadline_event(subject, deadline))
    return bytes(calendar.to_ical())


def _zones(meetings: Sequence[Meeting]) -> Iterator[Component]:
    for name in sorted({meeting.zone for meeting in meetings}):
        inside = [meeting for meeting in meetings if meeting.zone == name]
        first = min(meeting.first_date for meeting in inside)
        last = max(max(_all_days(meeting)) for meeting in inside)
        yield Timezone.from_tzid(name, first_date=first - timedelta(days=366), last_date=last + timedelta(days=366))


def _all_days(meeting: Meeting) -> list[date]:
    return [meeting.last_date, *(change.moved_to for change in meeting.changes if change.moved_to)]


def _events(subject: Subject, meeting: Meeting) -> Iterator[Event]:
    """The series, and each moved occurrence as an exception to it (3.8.4.4). A single meeting is a series of one."""
    planned = list(days(meeting))
    cancelled = {change.on for change in meeting.changes if change.moved_to is None}
    moved = [change for change in meeting.changes if change.moved_to is not None]
    if not meeting.weekdays:
        yield from _single(subject, meeting, moved, cancelled=bool(cancelled))
        return
    series = _event(subject, meeting, planned[0])
    until = moment(planned[-1], meeting.start_time, meeting.zone)
    weekdays = [_WEEKDAYS[day] for day in sorted(meeting.weekdays)]
    series.add("rrule", {"freq": "weekly", "until": until, "byday": weekdays})
    if cancelled:
        series.add("exdate", [_local(day, meeting) for day in sorted(cancelled)])
    yield series
    for change in moved:
        event = _event(subject, meeting, change.on, change)
        event.add("recurrence-id", _local(change.on, meeting))
        yield event


def _single(subject: Subject, meeting: Meeting, moved: Sequence[Change], *, cancelled: bool) -> Iterator[Event]:
    event = _event(subject, meeting, meeting.first_date, moved[0] if moved else None)
    if cancelled:
        event.add("status", "CANCELLED")
    yield event


def _event(subject: Subject, meeting: Meeting, day: date, change: Change | None = None) -> Event:
    starts = _local(day, meeting, change)
    minutes = (change and change.duration_minutes) or meeting.duration_minutes
    event = Event()
    event.add("uid", f"{meeting.id}.{subject.classroom_id}@eduverse")
    event.add("dtstamp", meeting.changed_at.astimezone(UTC))
    event.add("sequence", meeting.revision)
    event.add("dtstart", starts)
    event.add("duration", timedelta(minutes=minutes))
    event.add("summary", f"{subject.title}: {meeting.title}" if meeting.title else subject.title)
    return event


def _local(day: date, meeting: Meeting, change: Change | None = None) -> datetime:
    held_on = (change and change.moved_to) or day
    start_time = (change and change.start_time) or meeting.start_time
    return datetime.combine(held_on, start_time, zone_of(meeting.zone))


def _deadline_event(subject: Subject, deadline: Deadline) -> Event:
    """A moment without length where it is not known from when; transparent, as nobody is kept busy by it."""
    event = Event()
    event.add("uid", f"{deadline.id}.deadline@eduverse")
    event.add("dtstamp", deadline.changed_at.astimezone(UTC))
    event.add("dtstart", (deadline.opens_at or deadline.closes_at).astimezone(UTC))
    event.add("dtend", deadline.closes_at.astimezone(UTC))
    event.add("summary", f"{subject.title}: {deadline.title}")
    event.add("transp", "TRANSPARENT")
    return event
