"""Everything that can be done over a socket, and by whom."""

import pytest
from tests.support.lessons import ROOM, TEACHERS_EVENTS, Lesson, sample
from tests.support.people import ADMIN, EDUCATOR, STRANGER, STUDENT

from eduverse.kernel.errors import Problem
from eduverse.live.model.poll import POLLS
from eduverse.live.model.presentation import PRESENTATIONS
from eduverse.live.model.room import LIVE_ROOMS
from eduverse.vocabulary.messages import CLIENT_EVENTS
from eduverse.vocabulary.permissions import Forbidden
from eduverse.vocabulary.sockets import Caller, NotInRoom

TABLE = sorted(Lesson().live.table)
EVERYBODYS = sorted(set(TABLE) - {*TEACHERS_EVENTS, "poll:vote"})


def test_the_table_speaks_the_vocabulary() -> None:
    elsewhere = {"classroom:join", "classroom:leave", "avatar:move", "quiz:start", "quiz:close", "quiz:progress"}
    assert {*TABLE, *elsewhere} == set(CLIENT_EVENTS)


@pytest.mark.parametrize("event", TABLE)
async def test_nothing_is_done_from_outside_a_room(event: str) -> None:
    lesson = Lesson()
    with pytest.raises(NotInRoom):
        await lesson.live.table[event](Caller(principal=EDUCATOR, socket_id="tab"), sample(event))
    assert lesson.broadcaster.said == []


async def refusal(lesson: Lesson, event: str, caller: Caller) -> str | None:
    try:
        await lesson.send(event, caller)
    except Problem as problem:
        return problem.slug
    return None


async def assert_untouched(lesson: Lesson) -> None:
    """Nothing is stored, nobody was told anything, nobody was sent out."""
    assert await lesson.storage.collection(LIVE_ROOMS).get(ROOM) is None
    assert await lesson.storage.collection(PRESENTATIONS).get(ROOM) is None
    assert await lesson.storage.collection(POLLS).get(ROOM) is None
    assert (lesson.broadcaster.said, lesson.broadcaster.removed) == ([], [])


@pytest.mark.parametrize("event", TEACHERS_EVENTS)
async def test_a_student_does_nothing_of_a_teacher(event: str) -> None:
    lesson = Lesson()
    lesson.teacher()
    with pytest.raises(Forbidden):
        await lesson.send(event, lesson.arrive(STUDENT))
    await assert_untouched(lesson)


@pytest.mark.parametrize("event", sorted(set(TABLE) - {"voice:leave"}))
async def test_who_has_lost_their_seat_does_nothing_any_more(event: str) -> None:
    """Their socket may be in the room for a moment yet, or served by another process."""
    lesson = Lesson()
    student = lesson.arrive(STUDENT)
    lesson.classes.strangers.add(STUDENT.user_id)
    with pytest.raises(Forbidden):
        await lesson.send(event, student)
    await assert_untouched(lesson)


async def test_a_teacher_does_not_vote() -> None:
    lesson = Lesson()
    with pytest.raises(Forbidden):
        await lesson.send("poll:vote", lesson.teacher())


@pytest.mark.parametrize("event", TEACHERS_EVENTS)
async def test_an_administrator_does_what_a_teacher_does(event: str) -> None:
    """They may be refused for another reason, but not for who they are."""
    lesson = Lesson()
    lesson.arrive(STUDENT)
    assert await refusal(lesson, event, lesson.arrive(ADMIN)) != Forbidden.slug


@pytest.mark.parametrize("event", EVERYBODYS)
async def test_students_and_teachers_alike(event: str) -> None:
    lesson = Lesson()
    for who in (lesson.teacher(), lesson.arrive(STUDENT)):
        assert await refusal(lesson, event, who) != Forbidden.slug


async def test_one_room_knows_nothing_of_another() -> None:
    lesson = Lesson()
    await lesson.send("classroom:hand-raise", lesson.arrive(STUDENT))
    await lesson.send("moderation:lock", lesson.teacher(), on=True)
    other = await lesson.state(lesson.arrive(STRANGER, room="room-2"))
    assert (other.hands, other.rules.locked) == ([], False)
