"""Who comes in: the lock, the lobby, and those who wait in it."""

import asyncio
from typing import Any

import pytest
from tests.support.faults import FaultyStorage
from tests.support.lessons import ROOM, Lesson
from tests.support.people import ADMIN, EDUCATOR, STUDENT, person, students

from eduverse.kernel.errors import Problem
from eduverse.live.errors import InLobby, RoomLocked
from eduverse.vocabulary.events import ClassroomArchived, MemberBanned, MemberRemoved
from eduverse.vocabulary.messages import LobbyAdmitted, LobbyLeft, LobbyRefused, RoomRules, WaitingPerson

TOM = person("tom")
TEACHERS = f"teachers:{ROOM}"
LET_IN, SENT_AWAY = LobbyAdmitted(classroom_id=ROOM), LobbyRefused(classroom_id=ROOM)


async def waiting(lesson: Lesson) -> list[str]:
    return [one.user_id for one in (await lesson.state(lesson.teacher())).waiting]


async def with_lobby() -> Lesson:
    lesson = Lesson()
    await lesson.send("moderation:lobby", lesson.teacher(), on=True)
    return lesson


def tabs_told(lesson: Lesson, message: Any) -> list[str]:
    return [one.to.removeprefix("socket:") for one in lesson.broadcaster.said if one.message == message]


# --- the lock


async def test_a_locked_room_takes_nobody_new() -> None:
    lesson = Lesson()
    await lesson.knock(TOM)
    lesson.arrive(STUDENT)
    await lesson.send("moderation:lock", lesson.teacher(), on=True)
    with pytest.raises(RoomLocked):
        await lesson.knock(TOM)
    for who in (STUDENT, EDUCATOR, ADMIN):
        await lesson.knock(who)
    await lesson.send("moderation:lock", lesson.teacher(), on=False)
    await lesson.knock(TOM)
    assert [rules.locked for rules in lesson.told(RoomRules)] == [True, False]


async def test_who_was_inside_may_leave_and_come_back() -> None:
    lesson = Lesson()
    student = lesson.arrive(STUDENT)
    await lesson.send("moderation:lock", lesson.teacher(), on=True)
    await lesson.leave(student)
    await lesson.knock(STUDENT)


async def test_a_restart_locks_nobody_out_who_was_inside() -> None:
    lesson = Lesson()
    lesson.arrive(STUDENT)
    await lesson.send("moderation:lock", lesson.teacher(), on=True)
    lesson.restarted()
    await lesson.knock(STUDENT)
    with pytest.raises(RoomLocked):
        await lesson.knock(TOM)


async def test_locking_twice_is_told_once() -> None:
    lesson = Lesson()
    for _ in range(2):
        await lesson.send("moderation:lock", lesson.teacher(), on=True)
    assert len(lesson.told(RoomRules)) == 1


async def test_rules_come_with_a_rising_revision() -> None:
    lesson = Lesson()
    for on in (True, False, True):
        await lesson.send("moderation:lock", lesson.teacher(), on=on)
    revisions = [rules.revision for rules in lesson.told(RoomRules)]
    assert revisions == sorted(set(revisions))
    assert (await lesson.state(lesson.teacher())).rules.revision == revisions[-1]


# --- the lobby


async def test_who_comes_waits_and_the_teachers_know() -> None:
    lesson = await with_lobby()
    for tab in ("t1", "t2", "t1"):
        with pytest.raises(InLobby):
            await lesson.knock(TOM, tab)
    assert lesson.told(WaitingPerson, TEACHERS) == [
        WaitingPerson(user_id="tom", name="Tom", avatar_data=TOM.avatar_data)
    ]
    assert await waiting(lesson) == ["tom"]
    assert (await lesson.state(lesson.arrive(STUDENT))).waiting == []


async def test_who_is_admitted_is_told_and_comes_in_for_the_lesson() -> None:
    lesson = await with_lobby()
    for tab in ("t1", "t2"):
        with pytest.raises(InLobby):
            await lesson.knock(TOM, tab)
    await lesson.send("lobby:admit", lesson.teacher(), userId="tom")
    assert lesson.told(LobbyAdmitted, "user:tom") == [LET_IN]
    assert lesson.told(LobbyLeft, TEACHERS) == [LobbyLeft(user_id="tom")]
    assert await waiting(lesson) == []
    for _ in range(2):
        await lesson.knock(TOM, "t1")
    lesson.restarted()
    await lesson.knock(TOM, "t3")


async def test_who_is_refused_may_ask_again() -> None:
    lesson = await with_lobby()
    with pytest.raises(InLobby):
        await lesson.knock(TOM)
    await lesson.send("lobby:refuse", lesson.teacher(), userId="tom")
    assert lesson.told(LobbyRefused, "user:tom") == [SENT_AWAY]
    assert lesson.told(LobbyLeft, TEACHERS) == [LobbyLeft(user_id="tom")]
    with pytest.raises(InLobby):
        await lesson.knock(TOM)
    assert await waiting(lesson) == ["tom"]


async def test_who_is_admitted_before_they_come_does_not_wait() -> None:
    lesson = await with_lobby()
    await lesson.send("lobby:admit", lesson.teacher(), userId="tom")
    assert lesson.told(LobbyAdmitted, "user:tom") == [LET_IN]
    assert lesson.told(LobbyLeft, TEACHERS) == [LobbyLeft(user_id="tom")]
    await lesson.knock(TOM)


async def test_who_goes_away_waits_no_longer() -> None:
    lesson = await with_lobby()
    for tab in ("t1", "t2"):
        with pytest.raises(InLobby):
            await lesson.knock(TOM, tab)
    caller = lesson.arrive(TOM, "t1", room="elsewhere")
    await lesson.close_tab(caller)
    assert await waiting(lesson) == ["tom"]
    await lesson.close_tab(lesson.arrive(TOM, "t2", room="elsewhere"))
    assert await waiting(lesson) == []
    assert lesson.told(LobbyLeft, TEACHERS) == [LobbyLeft(user_id="tom")]


async def test_a_tab_waits_for_one_room_at_a_time() -> None:
    lesson = await with_lobby()
    with pytest.raises(InLobby):
        await lesson.knock(TOM)
    await lesson.knock(TOM, room="room-2")
    assert await waiting(lesson) == []


async def test_everybody_comes_in_when_the_lobby_is_given_up() -> None:
    lesson = await with_lobby()
    for who in students(3):
        with pytest.raises(InLobby):
            await lesson.knock(who, f"tab-{who.user_id}")
    await lesson.send("moderation:lobby", lesson.teacher(), on=False)
    assert tabs_told(lesson, LET_IN) == [f"tab-student-00{number}" for number in range(3)]
    assert await waiting(lesson) == []


async def test_in_front_of_a_locked_room_they_go_on_waiting() -> None:
    lesson = await with_lobby()
    with pytest.raises(InLobby):
        await lesson.knock(TOM)
    await lesson.send("moderation:lock", lesson.teacher(), on=True)
    await lesson.send("moderation:lobby", lesson.teacher(), on=False)
    assert tabs_told(lesson, LET_IN) == []
    with pytest.raises(RoomLocked):
        await lesson.knock(TOM)
    await lesson.send("moderation:lock", lesson.teacher(), on=False)
    assert tabs_told(lesson, LET_IN) == ["tab"]


async def test_a_door_that_opens_while_somebody_comes_to_wait_is_open() -> None:
    """Whoever opened it has not seen them wait."""
    storage = FaultyStorage()
    lesson = Lesson(storage)
    await lesson.send("moderation:lobby", lesson.teacher(), on=True)
    look = storage.hold("live_rooms", "get", "after")
    coming = asyncio.create_task(lesson.knock(TOM))
    await look.reached()
    await lesson.send("moderation:lobby", lesson.teacher(), on=False)
    look.release()
    await coming
    assert await waiting(lesson) == []


async def test_another_tab_that_came_in_meanwhile_calls_the_others() -> None:
    storage = FaultyStorage()
    lesson = Lesson(storage)
    await lesson.send("moderation:lobby", lesson.teacher(), on=True)
    with pytest.raises(InLobby):
        await lesson.knock(TOM, "t1")
    write = storage.hold("live_rooms", "replace", "after")
    admitting = asyncio.create_task(lesson.send("lobby:admit", lesson.teacher(), userId="tom"))
    await write.reached()
    await lesson.knock(TOM, "t2")
    assert tabs_told(lesson, LET_IN) == ["t1"]
    write.release()
    await admitting


@pytest.mark.parametrize(
    "news",
    [
        MemberBanned(classroom_id=ROOM, user_id="tom"),
        MemberRemoved(classroom_id=ROOM, user_id="tom"),
        ClassroomArchived(classroom_id=ROOM),
    ],
)
async def test_who_cannot_come_in_any_more_is_sent_away(news: Any) -> None:
    lesson = await with_lobby()
    with pytest.raises(InLobby):
        await lesson.knock(TOM)
    await lesson.events.publish(news)
    assert tabs_told(lesson, SENT_AWAY) == ["tab"]
    assert await waiting(lesson) == []


async def test_a_refusal_says_what_to_do() -> None:
    lesson = await with_lobby()
    with pytest.raises(Problem) as caught:
        await lesson.knock(TOM)
    assert (caught.value.slug, caught.value.detail) == ("in-lobby", "You are in the lobby; a teacher will let you in")


# --- two servers


async def test_a_teacher_at_another_server_sees_who_waits_and_lets_them_in() -> None:
    here = await with_lobby()
    there = Lesson(beside=here)
    with pytest.raises(InLobby):
        await there.knock(TOM, "t1")
    assert await waiting(here) == await waiting(there) == ["tom"]
    assert (len(here.told(WaitingPerson, TEACHERS)), len(there.told(WaitingPerson, TEACHERS))) == (0, 1)
    await here.send("lobby:admit", here.teacher(), userId="tom")
    assert here.told(LobbyAdmitted, "user:tom") == [LET_IN]
    assert await waiting(here) == await waiting(there) == []
    await there.knock(TOM, "t1")


async def test_opening_the_door_calls_in_who_waits_at_the_other_server() -> None:
    here = await with_lobby()
    there = Lesson(beside=here)
    with pytest.raises(InLobby):
        await there.knock(TOM, "t1")
    await here.send("moderation:lobby", here.teacher(), on=False)
    assert (tabs_told(here, LET_IN), tabs_told(there, LET_IN)) == (["t1"], [])
    assert await waiting(there) == []


async def test_who_comes_to_wait_while_the_door_is_opened_elsewhere_is_in_or_called() -> None:
    here = await with_lobby()
    there = Lesson(beside=here)
    here.order.hold()
    coming = asyncio.create_task(there.knock(TOM, "t1"))
    for _ in range(20):
        await asyncio.sleep(0)
    await here.send("moderation:lobby", here.teacher(), on=False)
    await here.order.release()
    await coming
    assert await waiting(here) == await waiting(there) == []


async def test_tabs_at_two_servers_wait_as_one_person() -> None:
    here = await with_lobby()
    there = Lesson(beside=here)
    for lesson, tab in ((here, "t1"), (there, "t2")):
        with pytest.raises(InLobby):
            await lesson.knock(TOM, tab)
    here.order.killed(noticed_by=there.order)
    assert await waiting(there) == ["tom"]
    await there.close_tab(there.arrive(TOM, "t2", room="elsewhere"))
    assert there.told(LobbyLeft, TEACHERS) == [LobbyLeft(user_id="tom")]
    assert await waiting(there) == []
