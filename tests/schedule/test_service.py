"""Timetables: who plans, who reads, and calendars."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar
from msgspec import structs
from tests.support.people import EDUCATOR, STRANGER, STUDENT
from tests.support.timetables import MONDAY, Archived, School, meeting

from eduverse.schedule.errors import CalendarNotFound, MeetingNotFound
from eduverse.schedule.model.feed import FEEDS, Deadline
from eduverse.schedule.model.timetable import Change, Meeting
from eduverse.vocabulary.permissions import Forbidden
from eduverse.vocabulary.principal import Principal


@pytest.fixture
def school() -> School:
    return School()


async def planned(school: School, classroom_id: str = "room", **fields: object) -> Meeting:
    return await school.schedule.put(EDUCATOR, classroom_id, meeting("", **fields))


async def test_the_teacher_plans_and_members_read(school: School) -> None:
    lesson = await planned(school)
    for reader in (EDUCATOR, STUDENT):
        assert (await school.schedule.timetable(reader, "room")).meetings == (lesson,)
    for refused in (STUDENT, STRANGER):
        with pytest.raises(Forbidden):
            await school.schedule.put(refused, "room", lesson)
        with pytest.raises(Forbidden):
            await school.schedule.remove(refused, "room", lesson.id)
        with pytest.raises(Forbidden):
            await school.schedule.change(refused, "room", lesson.id, MONDAY, None)
    with pytest.raises(Forbidden):
        await school.schedule.timetable(STRANGER, "room")


async def test_a_meeting_is_changed_and_removed(school: School) -> None:
    lesson = await planned(school)
    school.clock.advance(60)
    changed = await school.schedule.put(EDUCATOR, "room", structs.replace(lesson, title="Moons"))
    assert (changed.title, changed.revision, changed.changed_at) == ("Moons", 1, school.clock.now())
    cancelled = await school.schedule.change(EDUCATOR, "room", lesson.id, MONDAY, Change(on=MONDAY))
    assert cancelled.changes == (Change(on=MONDAY),)
    await school.schedule.remove(EDUCATOR, "room", lesson.id)
    assert (await school.schedule.timetable(EDUCATOR, "room")).meetings == ()
    with pytest.raises(MeetingNotFound):
        await school.schedule.put(EDUCATOR, "room", lesson)


async def test_the_timetable_of_an_archived_class_stays_as_it_is(school: School) -> None:
    lesson = await planned(school)
    school.archived.add("room")
    with pytest.raises(Archived):
        await planned(school)
    assert (await school.schedule.timetable(STUDENT, "room")).meetings == (lesson,)


async def test_the_next_meeting_of_each_class(school: School) -> None:
    lesson = await planned(school)
    await planned(school, "lab", weekdays=(), first_date=date(2026, 3, 4))
    found = await school.schedule.next_meetings(STUDENT)
    assert [(one.classroom_id, one.on.day) for one in found] == [("lab", 4), ("room", 9)]
    await school.schedule.change(EDUCATOR, "room", lesson.id, date(2026, 3, 9), Change(on=date(2026, 3, 9)))
    school.clock.advance(4 * 24 * 3600)
    assert [(one.classroom_id, one.on.day) for one in await school.schedule.next_meetings(STUDENT)] == [("room", 16)]
    assert await school.schedule.next_meetings(STRANGER) == []


async def test_what_is_under_way(school: School) -> None:
    await planned(school, first_date=MONDAY + timedelta(days=7))
    for number in range(3):
        await planned(school, f"other-{number}", weekdays=(), first_date=MONDAY)
    at_nine = school.clock.now() - timedelta(hours=4)
    assert len(await school.schedule.under_way(at_nine)) == 3
    assert len(await school.schedule.under_way(at_nine + timedelta(days=7))) == 1
    assert await school.schedule.under_way(at_nine + timedelta(minutes=45)) == []
    cancelled = await school.schedule.timetable(EDUCATOR, "other-0")
    await school.schedule.change(EDUCATOR, "other-0", cancelled.meetings[0].id, MONDAY, Change(on=MONDAY))
    assert len(await school.schedule.under_way(at_nine)) == 2
    assert await school.schedule.between("other-0", at_nine, at_nine + timedelta(hours=1)) == []
    assert len(await school.schedule.between("other-1", at_nine, at_nine + timedelta(hours=1))) == 1


async def test_an_occurrence_by_its_id(school: School) -> None:
    lesson = await planned(school)
    key = f"room:{lesson.id}:20260309"
    found = await school.schedule.occurrence(key)
    assert found
    assert found.on == date(2026, 3, 9)
    await school.schedule.change(EDUCATOR, "room", lesson.id, found.on, Change(on=found.on))
    assert await school.schedule.occurrence(key) is None
    assert await school.schedule.occurrence("nothing") is None


async def test_a_calendar_is_read_by_whoever_has_its_token(school: School) -> None:
    await planned(school, title="Lesson")
    school.dates.append(Deadline("quiz", "lab", "Acids", None, school.clock.now(), school.clock.now()))
    assert await school.schedule.feed(STUDENT) is None
    token = await school.schedule.new_feed(STUDENT)
    assert len(token) == 32
    assert await school.schedule.feed(STUDENT)
    events = Calendar.from_ical(await school.schedule.calendar(token)).events
    assert {str(event["summary"]) for event in events} == {"Planets: Lesson", "Chemistry: Acids"}
    school.archived.update(("room", "lab"))
    assert not Calendar.from_ical(await school.schedule.calendar(token)).events


async def test_the_token_is_told_once_and_can_be_changed(school: School) -> None:
    old = await school.schedule.new_feed(STUDENT)
    stored = await school.storage.collection(FEEDS).get(STUDENT.user_id)
    assert old not in repr(stored)
    new = await school.schedule.new_feed(STUDENT)
    with pytest.raises(CalendarNotFound):
        await school.schedule.calendar(old)
    assert await school.schedule.calendar(new)
    await school.schedule.drop_feed(STUDENT)
    assert await school.schedule.feed(STUDENT) is None
    with pytest.raises(CalendarNotFound):
        await school.schedule.calendar(new)


@pytest.mark.parametrize("who", [EDUCATOR, STUDENT])
async def test_calendars_are_apart(school: School, who: Principal) -> None:
    tokens = {await school.schedule.new_feed(one) for one in (EDUCATOR, STUDENT)}
    assert len(tokens) == 2
    await school.schedule.drop_feed(who)
    assert len([one for one in (EDUCATOR, STUDENT) if await school.schedule.feed(one)]) == 1
