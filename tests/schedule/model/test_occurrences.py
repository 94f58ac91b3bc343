"""When meetings really take place."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from tests.support.clock import NOON
from tests.support.timetables import MONDAY, meeting

from eduverse.schedule.model.occurrences import expand, moment, occurrence_of
from eduverse.schedule.model.timetable import Change, Meeting, Timetable, put_meeting

EVER = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
FORTNIGHT: dict[str, Any] = {"last_date": MONDAY + timedelta(days=13)}


def timetable(*meetings: Meeting) -> Timetable:
    found = Timetable(id="room")
    for one in meetings:
        found = put_meeting(found, one)
    return found


def starts(*meetings: Meeting) -> list[str]:
    return [f"{one.starts_at:%m-%d %H:%M}" for one in expand(timetable(*meetings), *EVER)]


def test_a_lesson_at_nine_stays_at_nine_when_the_clocks_change() -> None:
    """Berlin goes to summer time on 29 March 2026."""
    spring = meeting(first_date=date(2026, 3, 23), last_date=date(2026, 3, 30))
    assert starts(spring) == ["03-23 08:00", "03-30 07:00"]
    autumn = meeting(first_date=date(2026, 10, 19), last_date=date(2026, 10, 26))
    assert starts(autumn) == ["10-19 07:00", "10-26 08:00"]


def test_a_lesson_takes_as_long_as_ever_on_the_night_the_clocks_change() -> None:
    night = meeting(weekdays=(), first_date=date(2026, 3, 29), start_time=time(1, 30), duration_minutes=60)
    (one,) = expand(timetable(night), *EVER)
    assert (f"{one.starts_at:%H:%M}", one.ends_at - one.starts_at) == ("00:30", timedelta(hours=1))


def test_times_that_are_skipped_or_come_twice() -> None:
    assert moment(date(2026, 3, 29), time(2, 30), "Europe/Berlin") == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert moment(date(2026, 10, 25), time(2, 30), "Europe/Berlin") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert moment(date(2026, 3, 2), time(0, 15), "Pacific/Kiritimati") == datetime(2026, 3, 1, 10, 15, tzinfo=UTC)


def test_what_is_partly_between_two_moments() -> None:
    table = timetable(meeting(**FORTNIGHT))
    nine = datetime(2026, 3, 2, 8, tzinfo=UTC)
    for since, until, count in (
        (nine - timedelta(hours=1), nine, 0),
        (nine - timedelta(hours=1), nine + timedelta(seconds=1), 1),
        (nine + timedelta(minutes=44), nine + timedelta(hours=1), 1),
        (nine + timedelta(minutes=45), nine + timedelta(hours=1), 0),
        (nine, nine + timedelta(days=8), 2),
    ):
        assert len(expand(table, since, until)) == count, (since, until)


def test_cancelled_and_moved() -> None:
    second = MONDAY + timedelta(days=7)
    moved = Change(on=second, moved_to=date(2026, 3, 20), start_time=time(14, 30), duration_minutes=90)
    table = timetable(meeting(**FORTNIGHT))
    changed = Timetable(
        id="room", meetings=(meeting(**FORTNIGHT, changes=(Change(on=MONDAY), moved)),), over_at=table.over_at
    )
    first, last = expand(changed, *EVER)
    assert (first.cancelled, first.moved, first.id) == (True, False, "room:a:20260302")
    assert (last.cancelled, last.moved, last.id, last.on) == (False, True, "room:a:20260309", second)
    assert (last.starts_at, last.ends_at - last.starts_at) == (
        datetime(2026, 3, 20, 13, 30, tzinfo=UTC),
        timedelta(minutes=90),
    )
    april = datetime(2026, 3, 19, tzinfo=UTC), datetime(2026, 3, 21, tzinfo=UTC)
    assert [one.id for one in expand(changed, *april)] == [last.id], "moved far from where it was planned"


def test_in_order_over_all_meetings() -> None:
    early = meeting("b", **FORTNIGHT, start_time=time(7), title="Lab")
    assert starts(meeting(**FORTNIGHT), early) == ["03-02 06:00", "03-02 08:00", "03-09 06:00", "03-09 08:00"]


def test_an_occurrence_by_its_id() -> None:
    table = timetable(meeting(**FORTNIGHT))
    found = occurrence_of(table, "room:a:20260309")
    assert found
    assert found.on == date(2026, 3, 9)
    for unknown in ("room:a:20260310", "room:b:20260309", "other:a:20260309", ""):
        assert occurrence_of(table, unknown) is None


def test_expanding_looks_only_near() -> None:
    """Two years of daily lessons cost no more than a week of them."""
    long = meeting(weekdays=tuple(range(7)), last_date=MONDAY + timedelta(days=700))
    assert len(expand(timetable(long), NOON, NOON + timedelta(days=7))) == 7
