"""A class's timetable."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from msgspec import structs
from tests.support.clock import NOON
from tests.support.timetables import MONDAY, meeting

from eduverse.schedule.errors import MeetingNotFound, NoSuchOccurrence, TimetableFull, UnfitMeeting
from eduverse.schedule.model.timetable import (
    MAX_CHANGES,
    MAX_MEETINGS,
    Change,
    Timetable,
    change_occurrence,
    days,
    put_meeting,
    remove_meeting,
)

EMPTY = Timetable(id="room")
WEEKLY = put_meeting(EMPTY, meeting())


def test_the_days_of_a_meeting() -> None:
    fortnight = meeting(last_date=MONDAY + timedelta(days=13), weekdays=(0, 3))
    assert [day.day for day in days(fortnight)] == [2, 5, 9, 12]
    assert [day.day for day in days(fortnight, MONDAY + timedelta(days=1), MONDAY + timedelta(days=7))] == [5, 9]
    assert list(days(meeting(weekdays=()))) == [MONDAY]


def test_meetings_are_added_changed_and_removed() -> None:
    both = put_meeting(WEEKLY, meeting("b", start_time=time(8)))
    assert [one.id for one in both.meetings] == ["b", "a"]
    later = put_meeting(both, meeting("b", start_time=time(10)))
    assert [(one.id, one.revision) for one in later.meetings] == [("a", 0), ("b", 1)]
    assert [one.id for one in remove_meeting(later, "a").meetings] == ["b"]
    assert remove_meeting(later, "nothing") is later


def test_when_a_timetable_is_over() -> None:
    assert EMPTY.over_at is None
    assert WEEKLY.over_at
    assert WEEKLY.over_at.date() == date(2026, 7, 2)
    assert remove_meeting(WEEKLY, "a").over_at is None
    moved = change_occurrence(
        WEEKLY, "a", date(2026, 6, 29), Change(on=date(2026, 6, 29), moved_to=date(2026, 8, 1)), NOON
    )
    assert moved.over_at
    assert moved.over_at.date() == date(2026, 8, 3)


def test_an_occurrence_is_cancelled_moved_and_restored() -> None:
    later = NOON + timedelta(hours=1)
    cancelled = change_occurrence(WEEKLY, "a", MONDAY, Change(on=MONDAY), later)
    assert [(one.changes, one.revision, one.changed_at) for one in cancelled.meetings] == [
        ((Change(on=MONDAY),), 1, later)
    ]
    moved = change_occurrence(cancelled, "a", MONDAY, Change(on=MONDAY, moved_to=date(2026, 3, 3)), later)
    assert len(moved.meetings[0].changes) == 1
    assert change_occurrence(moved, "a", MONDAY, None, later).meetings[0].changes == ()


def test_changes_are_kept_where_the_meeting_still_is() -> None:
    second = MONDAY + timedelta(days=7)
    timetable = WEEKLY
    for day in (second, MONDAY):
        timetable = change_occurrence(timetable, "a", day, Change(on=day), NOON)
    assert [one.on for one in timetable.meetings[0].changes] == [MONDAY, second]
    assert [one.on for one in put_meeting(timetable, meeting(first_date=second)).meetings[0].changes] == [second]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"zone": "Europe/Atlantis"}, "zone"),
        ({"zone": "../../etc/passwd"}, "zone"),
        ({"zone": "\0"}, "zone"),
        ({"last_date": MONDAY - timedelta(days=1)}, "lastDate"),
        ({"last_date": MONDAY + timedelta(days=800)}, "lastDate"),
        ({"last_date": MONDAY + timedelta(days=2), "weekdays": (5,)}, "weekdays"),
        ({"first_date": date.max, "last_date": date.max}, "firstDate"),
        ({"first_date": date.min, "last_date": date.min}, "firstDate"),
    ],
)
def test_what_does_not_fit(wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(UnfitMeeting) as refused:
        put_meeting(EMPTY, meeting(**wrong))
    assert refused.value.extra == {"field": field}


def test_what_is_not_there() -> None:
    with pytest.raises(MeetingNotFound):
        change_occurrence(WEEKLY, "b", MONDAY, None, NOON)
    with pytest.raises(NoSuchOccurrence):
        change_occurrence(WEEKLY, "a", MONDAY + timedelta(days=1), None, NOON)
    with pytest.raises(UnfitMeeting):
        change_occurrence(WEEKLY, "a", MONDAY, Change(on=MONDAY, moved_to=date.max), NOON)


def test_a_timetable_is_bounded() -> None:
    full = structs.replace(EMPTY, meetings=tuple(meeting(f"m{number}") for number in range(MAX_MEETINGS)))
    with pytest.raises(TimetableFull):
        put_meeting(full, meeting("one more"))
    assert put_meeting(full, meeting("m0")).meetings
    daily = meeting(weekdays=tuple(range(7)), last_date=MONDAY + timedelta(days=MAX_CHANGES))
    all_days = list(days(daily))
    changed = structs.replace(daily, changes=tuple(Change(on=day) for day in all_days[:MAX_CHANGES]))
    with pytest.raises(TimetableFull):
        change_occurrence(structs.replace(EMPTY, meetings=(changed,)), "a", all_days[-1], Change(on=all_days[-1]), NOON)
