"""Telling people, and what they do with it."""

import asyncio
from typing import Literal

import pytest
from tests.support.faults import Crash, FaultyStorage
from tests.support.notices import ROOM, NoticeCampus, notice
from tests.support.people import EDUCATOR, STRANGER, STUDENT, students

from eduverse.notifications.errors import NoticesThrottled, NotificationNotFound
from eduverse.notifications.model import KEPT, NotificationKind, StudentsEnrolledTold
from eduverse.notifications.service import Enrolled
from eduverse.vocabulary.messages import UnreadChanged
from eduverse.vocabulary.permissions import Forbidden

MIRA = STUDENT.user_id


async def test_telling_twice_is_telling_once_and_every_tab_hears_it() -> None:
    campus = NoticeCampus()
    for _ in range(2):
        await campus.notifications.tell(MIRA, "notice:1", notice())
    assert len(await campus.told()) == 1
    assert campus.broadcaster.messages(UnreadChanged, f"user:{MIRA}") == [UnreadChanged(unread=1)]


async def test_two_servers_that_tell_the_same_tell_it_once() -> None:
    campus = NoticeCampus()
    others = NoticeCampus(campus.storage)
    await asyncio.gather(
        *(one.notifications.tell_all([MIRA], "quiz", notice()) for one in (campus, others)),
    )
    assert len(await campus.told()) == 1


async def test_who_wants_none_of_a_kind_is_not_told() -> None:
    campus = NoticeCampus()
    await campus.notifications.prefer(MIRA, {NotificationKind.NOTICE: "off"}, None)
    await campus.notifications.tell(MIRA, "notice:1", notice())
    assert await campus.told() == []


@pytest.mark.parametrize(("write", "when"), [*((number, "before") for number in range(1, 8)), (7, "after")])
async def test_telling_a_class_cut_off_anywhere_and_run_again(write: int, when: Literal["before", "after"]) -> None:
    """Six notifications, and the note that all were told."""
    storage = FaultyStorage()
    campus = NoticeCampus(storage)
    people = [MIRA, *(one.user_id for one in students(5))]
    storage.crash_at_write(write, when)
    with pytest.raises(Crash):
        await campus.notifications.tell_all(people, "quiz", notice())
    again = NoticeCampus(storage)
    for _ in range(2):
        await again.notifications.tell_all(people, "quiz", notice())
    assert [len(await again.told(one)) for one in people] == [1] * 6


async def test_a_class_that_was_told_costs_one_look() -> None:
    storage = FaultyStorage()
    campus = NoticeCampus(storage)
    await campus.notifications.tell_all([MIRA], "quiz", notice())
    storage.calls.clear()
    await campus.notifications.tell_all([MIRA], "quiz", notice())
    assert [call.operation for call in storage.calls] == ["get"]


async def test_a_day_of_enrolments_is_one_notification() -> None:
    campus = NoticeCampus()
    for who in (*students(30), students(1)[0]):
        await campus.notifications.tell_of_enrolment(Enrolled(ROOM, who.user_id, who.name))
    (told,) = await campus.told(EDUCATOR.user_id)
    assert isinstance(told.about, StudentsEnrolledTold)
    assert len(told.about.people) == 30
    campus.clock.advance(24 * 3600)
    await campus.notifications.tell_of_enrolment(Enrolled(ROOM, "late", "Late"))
    assert len(await campus.told(EDUCATOR.user_id)) == 2


async def test_a_notice_reaches_every_student_and_only_its_teacher_gives_it() -> None:
    campus = NoticeCampus()
    assert await campus.notifications.give_notice(EDUCATOR, ROOM, "  Bring paper ") == 6
    (told,) = await campus.told()
    assert told.about == notice()
    assert await campus.told(EDUCATOR.user_id) == []
    with pytest.raises(Forbidden):
        await campus.notifications.give_notice(STUDENT, ROOM, "Free ice cream")
    for _ in range(4):
        await campus.notifications.give_notice(EDUCATOR, ROOM, "Again")
    with pytest.raises(NoticesThrottled):
        await campus.notifications.give_notice(EDUCATOR, ROOM, "And again")


async def test_reading_one_and_reading_all_up_to_a_moment() -> None:
    campus = NoticeCampus()
    for number in range(60):
        campus.clock.advance(1)
        await campus.notifications.tell(MIRA, f"notice:{number:02}", notice())
    looked = campus.clock.now()
    campus.clock.advance(1)
    await campus.notifications.tell(MIRA, "notice:late", notice())
    first = (await campus.told())[0]
    assert await campus.notifications.mark_read(STUDENT, first.id) == 60
    assert await campus.notifications.mark_read(STUDENT, first.id) == 60
    assert await campus.notifications.mark_all_read(STUDENT, looked) == 1
    assert campus.broadcaster.messages(UnreadChanged)[-1] == UnreadChanged(unread=1)


async def test_what_somebody_else_was_told_cannot_be_read_nor_found() -> None:
    campus = NoticeCampus()
    await campus.notifications.tell(MIRA, "notice:1", notice())
    for one_id in ("notice:1:mira", "nothing"):
        with pytest.raises(NotificationNotFound):
            await campus.notifications.mark_read(STRANGER, one_id)
    assert (await campus.notifications.page(STRANGER, after=None, limit=10)).items == []
    assert await campus.notifications.unread(MIRA) == 1


async def test_the_newest_come_first_page_by_page() -> None:
    campus = NoticeCampus()
    for number in range(5):
        campus.clock.advance(1)
        await campus.notifications.tell(MIRA, f"n{number}", notice())
    seen: list[str] = []
    after, more = None, True
    while more:
        page = await campus.notifications.page(STUDENT, after=after, limit=2)
        seen += [one.id for one in page.items]
        after, more = page.next, page.next is not None
    assert seen == [f"n{number}:mira" for number in (4, 3, 2, 1, 0)]


async def test_preferences_change_what_is_named_and_leave_the_rest() -> None:
    campus = NoticeCampus()
    await campus.notifications.prefer(MIRA, {NotificationKind.NOTICE: "app"}, "de")
    await campus.notifications.prefer(MIRA, {NotificationKind.ACHIEVEMENT: "off"}, None)
    held = await campus.notifications.preferences(MIRA)
    assert (held.channels, held.language) == (
        {NotificationKind.NOTICE: "app", NotificationKind.ACHIEVEMENT: "off"},
        "de",
    )


async def test_what_is_old_is_forgotten() -> None:
    campus = NoticeCampus()
    await campus.notifications.tell_all([MIRA], "old", notice())
    campus.clock.advance(KEPT.total_seconds() + 1)
    await campus.notifications.tell_all([MIRA], "new", notice())
    assert await campus.notifications.prune() == 2
    assert await campus.notifications.prune() == 0
    assert [one.id for one in await campus.told()] == ["new:mira"]
