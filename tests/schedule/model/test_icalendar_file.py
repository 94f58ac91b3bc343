"""Calendars, read back by a calendar library."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from icalendar import Calendar
from tests.support.clock import NOON
from tests.support.timetables import MONDAY, meeting

from eduverse.schedule.model.feed import Deadline, Subject
from eduverse.schedule.model.icalendar_file import write_calendar
from eduverse.schedule.model.occurrences import moment
from eduverse.schedule.model.timetable import Change, Meeting, Timetable, days

SUBJECT = Subject("room", "Planets")


def calendar(*meetings: Meeting, deadlines: tuple[Deadline, ...] = ()) -> Any:
    body = written(*meetings, deadlines=deadlines)
    return Calendar.from_ical(body)


def written(*meetings: Meeting, deadlines: tuple[Deadline, ...] = ()) -> bytes:
    return write_calendar(
        "EduVerse", [(SUBJECT, Timetable(id="room", meetings=meetings))], [(SUBJECT, d) for d in deadlines]
    )


def test_a_weekly_meeting_is_a_series_in_its_zone() -> None:
    parsed = calendar(meeting(title="Lesson", weekdays=(0, 3)))
    (event,) = parsed.events
    assert str(event["summary"]) == "Planets: Lesson"
    assert (event.start.isoformat(), event["duration"].dt) == ("2026-03-02T09:00:00+01:00", timedelta(minutes=45))
    assert event["dtstart"].params["TZID"] == "Europe/Berlin"
    assert event["rrule"] == {
        "FREQ": ["WEEKLY"],
        "UNTIL": [datetime(2026, 6, 29, 7, tzinfo=UTC)],
        "BYDAY": ["MO", "TH"],
    }
    (zone,) = parsed.timezones
    assert zone.tz_name == "Europe/Berlin"
    tz = zone.to_tz()
    assert datetime(2026, 3, 2, 9, tzinfo=tz).utcoffset() == timedelta(hours=1)
    assert datetime(2026, 6, 29, 9, tzinfo=tz).utcoffset() == timedelta(hours=2)


def test_the_series_begins_on_one_of_its_days() -> None:
    """What a series means whose beginning does not fit its rule, the standard does not say (3.8.5.3)."""
    (event,) = calendar(meeting(weekdays=(2,))).events
    assert event.start.date() == date(2026, 3, 4)


def test_until_is_the_last_lesson() -> None:
    one = meeting(weekdays=(0, 3), last_date=date(2026, 4, 9))
    (event,) = calendar(one).events
    assert event["rrule"]["UNTIL"] == [moment(list(days(one))[-1], one.start_time, one.zone)]


def test_cancelled_days_are_excepted_and_moved_ones_replaced() -> None:
    second, third = MONDAY + timedelta(days=7), MONDAY + timedelta(days=14)
    moved = Change(on=third, moved_to=date(2026, 3, 17), start_time=time(14), duration_minutes=90)
    series, exception = calendar(meeting(changes=(Change(on=second), moved), revision=2)).events
    assert [one.dt.isoformat() for one in series["exdate"].dts] == ["2026-03-09T09:00:00+01:00"]
    assert "recurrence-id" not in series
    assert exception["uid"] == series["uid"]
    assert exception["recurrence-id"].dt.isoformat() == "2026-03-16T09:00:00+01:00"
    assert exception["recurrence-id"].params["TZID"] == "Europe/Berlin"
    assert (exception.start.isoformat(), exception["duration"].dt) == (
        "2026-03-17T14:00:00+01:00",
        timedelta(minutes=90),
    )
    assert (series["sequence"], exception["sequence"]) == (2, 2)


def test_a_single_meeting() -> None:
    (event,) = calendar(meeting(weekdays=())).events
    assert "rrule" not in event
    assert event.start.isoformat() == "2026-03-02T09:00:00+01:00"
    (cancelled,) = calendar(meeting(weekdays=(), changes=(Change(on=MONDAY),))).events
    assert cancelled["status"] == "CANCELLED"
    (moved,) = calendar(meeting(weekdays=(), changes=(Change(on=MONDAY, moved_to=date(2026, 3, 5)),))).events
    assert (moved.start.isoformat(), "recurrence-id" in moved) == ("2026-03-05T09:00:00+01:00", False)


def test_deadlines() -> None:
    quiz = Deadline("quiz", "room", "Moons", NOON, NOON + timedelta(days=1), NOON)
    (event,) = calendar(deadlines=(quiz,)).events
    assert (event.start, event.end, str(event["summary"])) == (NOON, NOON + timedelta(days=1), "Planets: Moons")
    (moment_only,) = calendar(deadlines=(quiz._replace(opens_at=None),)).events
    assert moment_only.start == moment_only.end == NOON + timedelta(days=1)


def test_the_same_timetable_gives_the_same_bytes() -> None:
    assert written(meeting()) == written(meeting())
    assert written(meeting()) != written(meeting(revision=1))


def test_the_file_is_as_calendar_programs_want_it() -> None:
    body = written(meeting(title="A very long title; with, all that has to be escaped: " + "ä" * 60))
    lines = body.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert b"VERSION:2.0" in lines
    assert not calendar(meeting()).errors
    assert all(not event.errors for event in calendar(meeting()).events)
    uids = [str(event["uid"]) for event in calendar(meeting("a"), meeting("b")).events]
    assert len(set(uids)) == 2
