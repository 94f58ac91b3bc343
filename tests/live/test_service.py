"""A lesson as a whole: how it stands, and its end."""

import pytest
from tests.support.faults import FaultyStorage
from tests.support.lessons import ROOM, Lesson
from tests.support.people import STUDENT, person

from eduverse.live.errors import InLobby
from eduverse.live.model.room import LIVE_ROOMS
from eduverse.live.service import DESERTED_AFTER
from eduverse.storage.memory import MemoryStorage
from eduverse.vocabulary.messages import LiveState, RoomRules

TOM = person("tom")
NOTHING_YET = LiveState(
    rules=RoomRules(locked=False, lobby=False, mute_held=False, spotlight=None, revision=0),
    hands=[],
    muted=[],
    voice=[],
    presentation=None,
    poll=None,
    my_vote=None,
    tally=None,
    waiting=[],
)


async def busy(lesson: Lesson) -> None:
    """A lesson with something of everything, seen a moment ago."""
    teacher, student = lesson.teacher(), lesson.arrive(STUDENT)
    for event in ("moderation:lock", "moderation:lobby", "moderation:hold-mute", "presentation:start", "poll:open"):
        await lesson.send(event, teacher)
    await lesson.send("classroom:hand-raise", student)
    await lesson.send("spotlight:set", teacher, userId="mira")
    lesson.log.seen[ROOM] = lesson.clock.now()


async def test_a_lesson_in_which_nothing_has_happened() -> None:
    lesson = Lesson()
    assert await lesson.state(lesson.teacher()) == NOTHING_YET
    assert await lesson.live.lessons.hands_up(ROOM) == frozenset()


async def test_everything_is_there_for_who_comes_late() -> None:
    lesson = Lesson()
    await busy(lesson)
    state = await lesson.state(lesson.arrive(STUDENT))
    assert (state.rules.locked, state.rules.lobby, state.rules.mute_held, state.rules.spotlight) == (
        *(True, True, True),
        "mira",
    )
    assert ([hand.user_id for hand in state.hands], state.muted) == (["mira"], ["mira"])
    assert (state.presentation.title, state.poll.question, state.my_vote) == ("Planets", "Ready?", None)
    assert await lesson.live.lessons.hands_up(ROOM) == {"mira"}


async def test_a_lesson_goes_on_while_anybody_was_there_lately() -> None:
    lesson = Lesson()
    await busy(lesson)
    before = await lesson.state(lesson.teacher())
    lesson.clock.advance(DESERTED_AFTER.total_seconds())
    assert await lesson.live.lessons.end_deserted() == 0
    assert await lesson.state(lesson.teacher()) == before


async def test_a_deserted_lesson_ends_once_and_keeps_its_lobby() -> None:
    lesson = Lesson()
    await busy(lesson)
    lesson.clock.advance(DESERTED_AFTER.total_seconds() + 1)
    assert await lesson.live.lessons.end_deserted() == 3
    assert await lesson.live.lessons.end_deserted() == 0
    state = await lesson.state(lesson.teacher())
    assert (state.rules.locked, state.rules.lobby, state.rules.mute_held, state.rules.spotlight) == (
        *(False, True, False),
        None,
    )
    assert (state.hands, state.muted, state.presentation, state.poll) == ([], [], None, None)
    with pytest.raises(InLobby):
        await lesson.knock(TOM)


async def test_the_end_of_one_lesson_is_not_that_of_another() -> None:
    lesson = Lesson()
    await busy(lesson)
    await lesson.send("classroom:hand-raise", lesson.arrive(TOM, room="room-2"))
    lesson.clock.advance(DESERTED_AFTER.total_seconds() + 1)
    lesson.log.seen["room-2"] = lesson.clock.now()
    await lesson.live.lessons.end_deserted()
    assert await lesson.live.lessons.hands_up("room-2") == {"tom"}


async def test_who_comes_while_the_last_lesson_is_being_ended_has_one_of_their_own() -> None:
    """Another process serves them: the hand is up between our look and our write."""
    shared = MemoryStorage()
    ending, other = Lesson(FaultyStorage(shared)), Lesson(FaultyStorage(shared))
    await ending.send("classroom:hand-raise", ending.arrive(STUDENT))

    async def seen_since(*_: object) -> bool:
        await other.send("classroom:hand-raise", other.arrive(TOM))
        return False

    ending.log.seen_since = seen_since  # type: ignore[assignment, method-assign]
    assert await ending.live.lessons.end_deserted() == 0
    assert await ending.live.lessons.hands_up(ROOM) == {"mira", "tom"}
    stored = await shared.collection(LIVE_ROOMS).get(ROOM)
    assert stored
    assert stored.under_way
