"""Which sessions there are, and when they end."""

import asyncio

import pytest
from tests.support.attendance import Lesson, at

from eduverse.attendance.errors import SessionIsOpen, SessionNotFound
from eduverse.attendance.model.measure import Policy
from eduverse.attendance.model.session import SESSIONS, Event, Session, SessionKind, SessionState


@pytest.fixture
def lesson() -> Lesson:
    return Lesson()


async def test_a_lesson_by_the_timetable(lesson: Lesson) -> None:
    meeting = lesson.plan(10, 70)
    await lesson.until(8)
    await lesson.enter("ada", "mira")
    assert await lesson.all_sessions() == []
    await lesson.until(30)
    session = await lesson.only_session()
    assert (session.id, session.kind, session.title, session.state) == (
        *(meeting.id, SessionKind.SCHEDULED),
        *("Lesson", SessionState.OPEN),
    )
    assert (session.starts_at, session.planned_end) == (at(10), at(70))
    await lesson.enter("tom")
    await lesson.until(75)
    session = await lesson.only_session()
    assert (session.state, session.ends_at, session.unsettled) == (SessionState.CLOSED, at(70), False)
    assert await lesson.statuses() == {"mira": "present", "tom": "late"}


async def test_a_lesson_to_which_no_teacher_came_counts_for_nobody(lesson: Lesson) -> None:
    lesson.plan(10, 70)
    await lesson.enter("mira")
    await lesson.until(75)
    session = await lesson.only_session()
    assert session.state is SessionState.NOT_HELD
    assert await lesson.sessions.not_held("room") == {session.id}
    assert await lesson.statuses() == {"mira": "present", "tom": "absent"}
    assert (await lesson.sessions.turn(session.id, Event.COUNT)).state is SessionState.CLOSED
    assert await lesson.sessions.not_held("room") == set()


async def test_a_lesson_during_which_the_campus_did_not_run_is_none(lesson: Lesson) -> None:
    lesson.plan(10, 70)
    lesson.clock.advance(80 * 60)
    await lesson.chores()
    assert await lesson.all_sessions() == []


async def test_an_archived_class_has_no_sessions(lesson: Lesson) -> None:
    lesson.plan(10, 70)
    lesson.archived = True
    await lesson.until(20)
    assert await lesson.all_sessions() == []


async def test_outside_the_timetable_a_session_begins_when_teacher_and_students_meet(lesson: Lesson) -> None:
    await lesson.enter("ada")
    await lesson.until(20)
    assert await lesson.all_sessions() == [], "a teacher alone prepares"
    await lesson.enter("mira", "sam")
    await lesson.until(22)
    assert await lesson.all_sessions() == [], "a word in passing"
    await lesson.until(40)
    session = await lesson.only_session()
    assert (session.id, session.kind, session.starts_at) == ("room:extra:1", SessionKind.UNSCHEDULED, at(20))
    await lesson.exit("ada", "mira")
    await lesson.until(49)
    assert (await lesson.only_session()).state is SessionState.OPEN, "a teacher may come back"
    await lesson.until(51)
    session = await lesson.only_session()
    assert (session.state, session.ends_at) == (SessionState.CLOSED, at(40))
    assert await lesson.statuses() == {"mira": "present", "tom": "absent"}


async def test_students_among_themselves_are_no_session(lesson: Lesson) -> None:
    await lesson.enter("mira", "tom", "sam")
    await lesson.until(30)
    assert await lesson.all_sessions() == []


async def test_coming_early_and_staying_longer_is_no_session_of_its_own(lesson: Lesson) -> None:
    lesson.plan(20, 60)
    await lesson.enter("ada", "mira")
    await lesson.until(85)
    assert len(await lesson.all_sessions()) == 1
    await lesson.exit("ada", "mira")
    await lesson.until(120)
    await lesson.enter("ada", "mira")
    await lesson.until(130)
    assert [one.kind for one in await lesson.all_sessions()] == [SessionKind.UNSCHEDULED, SessionKind.SCHEDULED]


async def test_a_class_can_do_without_sessions_that_begin_by_themselves(lesson: Lesson) -> None:
    await lesson.register.set_policy("room", Policy(automatic=False))
    await lesson.enter("ada", "mira")
    await lesson.until(30)
    assert await lesson.all_sessions() == []


async def test_by_hand(lesson: Lesson) -> None:
    await lesson.enter("ada", "mira")
    session = await lesson.sessions.open_by_hand("room", "Rehearsal", "ada")
    assert (session.title, session.opened_by, session.starts_at) == ("Rehearsal", "ada", at(0))
    with pytest.raises(SessionIsOpen):
        await lesson.sessions.open_by_hand("room", "", "ada")
    await lesson.until(30)
    closed = await lesson.sessions.close(session.id, "ada")
    assert (closed.state, closed.ends_at, closed.closed_by, closed.unsettled) == (
        SessionState.CLOSED,
        at(30),
        "ada",
        False,
    )
    assert await lesson.sessions.close(session.id, "ada") == closed, "ending twice is ending once"
    assert (await lesson.sessions.open_by_hand("room", "", "ada")).number == 2


async def test_begun_by_hand_and_never_come(lesson: Lesson) -> None:
    await lesson.sessions.open_by_hand("room", "", "ada")
    await lesson.until(9)
    assert (await lesson.only_session()).state is SessionState.OPEN
    await lesson.until(11)
    assert (await lesson.only_session()).state is SessionState.NOT_HELD


async def test_a_substitute_who_began_it_is_a_teacher(lesson: Lesson) -> None:
    await lesson.enter("root", "mira")
    await lesson.sessions.open_by_hand("room", "", "root")
    await lesson.until(30)
    assert (await lesson.only_session()).state is SessionState.OPEN
    await lesson.exit("root")
    await lesson.until(41)
    session = await lesson.only_session()
    assert (session.state, session.ends_at) == (SessionState.CLOSED, at(30))


async def test_a_teacher_who_stays_alone_does_not_draw_the_session_out(lesson: Lesson) -> None:
    await lesson.enter("ada", "mira", "tom")
    await lesson.until(40)
    await lesson.exit("mira", "tom")
    await lesson.until(55)
    session = await lesson.only_session()
    assert (session.state, session.ends_at) == (SessionState.CLOSED, at(40))
    assert set((await lesson.statuses()).values()) == {"present"}


async def test_after_a_long_break_another_session_begins(lesson: Lesson) -> None:
    await lesson.enter("ada", "mira")
    await lesson.until(40)
    await lesson.exit("mira")
    await lesson.until(55)
    await lesson.enter("mira")
    await lesson.until(60)
    second, first = await lesson.all_sessions()
    assert (first.ends_at, second.starts_at, second.state) == (at(40), at(55), SessionState.OPEN)


async def test_what_was_ended_by_hand_does_not_begin_again_by_itself(lesson: Lesson) -> None:
    await lesson.enter("ada", "mira")
    await lesson.until(20)
    await lesson.sessions.close((await lesson.only_session()).id, "ada")
    await lesson.until(60)
    assert (await lesson.only_session()).ends_at == at(20)


async def test_a_session_does_not_go_on_for_ever(lesson: Lesson) -> None:
    await lesson.enter("ada")
    await lesson.sessions.open_by_hand("room", "", "ada")
    await lesson.until(12 * 60 + 1)
    session = await lesson.only_session()
    assert (session.state, session.ends_at) == (SessionState.CLOSED, at(12 * 60))


async def test_two_processes_begin_a_session_once(lesson: Lesson) -> None:
    meeting = lesson.plan(0, 60)
    await asyncio.gather(*(lesson.sessions.open_due() for _ in range(5)))
    assert (await lesson.only_session()).id == meeting.id
    other = Lesson()
    found = await asyncio.gather(
        *(other.sessions.open_by_hand("room", "", "ada") for _ in range(5)), return_exceptions=True
    )
    assert len({getattr(one, "id", "refused") for one in found} - {"refused"}) == 1
    assert len(await other.all_sessions()) == 1


async def test_who_looks_before_another_begins_and_acts_after_it_begins_nothing(lesson: Lesson) -> None:
    """Between looking whether a session is open and opening one, another process may have opened it."""
    looked_at = lesson.sessions.open_in

    async def slow(classroom_id: str) -> list[Session]:
        found = await looked_at(classroom_id)
        lesson.sessions.open_in = looked_at  # type: ignore[method-assign]
        await lesson.sessions.open_by_hand(classroom_id, "", "ada")
        return found

    lesson.sessions.open_in = slow  # type: ignore[method-assign]
    late = await lesson.sessions.open_by_hand("room", "", "ada")
    assert await lesson.all_sessions() == [late]


async def test_whoever_is_cut_off_while_a_session_ends_is_finished_later(lesson: Lesson) -> None:
    """The end is one write; the records follow from it."""
    lesson.plan(0, 60)
    await lesson.enter("ada", "mira")
    await lesson.until(59)

    async def killed(session: object) -> None:
        raise ConnectionError

    lesson.register.write = killed  # type: ignore[method-assign]
    lesson.clock.advance(60)
    await lesson.presence.confirm()
    with pytest.raises(ConnectionError):
        await lesson.sessions.close_due()
    assert await lesson.statuses() == {"mira": "present", "tom": "absent"}, "the report is there already"
    lesson.restarted()
    lesson.enrolled.append("late-comer")
    assert await lesson.sessions.settle_pending() == 1
    assert await lesson.sessions.settle_pending() == 0
    assert await lesson.statuses() == {"mira": "present", "tom": "absent"}


async def test_what_there_is_not(lesson: Lesson) -> None:
    with pytest.raises(SessionNotFound):
        await lesson.sessions.get("room:extra:1")
    with pytest.raises(SessionNotFound):
        await lesson.sessions.get_or_planned("room:extra:1")
    meeting = lesson.plan(10, 70)
    assert (await lesson.sessions.get_or_planned(meeting.id)).version == 0
    assert await lesson.sessions.by_id([]) == {}
    assert await lesson.storage.collection(SESSIONS).count() == 0
