"""What teachers and students see of attendance, and what they can say about it."""

import pytest
from tests.support.attendance import Lesson, at
from tests.support.people import EDUCATOR, STRANGER, STUDENT, person

from eduverse.attendance.errors import (
    ExcuseDecided,
    NoExcuse,
    NotOnTheList,
    OutsideTheSession,
    SessionNotFound,
    WrongSessionState,
)
from eduverse.attendance.model.measure import AttendanceStatus, Policy
from eduverse.attendance.model.presence import INTERVALS
from eduverse.attendance.model.record import ExcuseState
from eduverse.attendance.model.session import SessionState
from eduverse.kernel.documents import Documents
from eduverse.vocabulary.permissions import Forbidden
from eduverse.vocabulary.principal import Principal

TOM = person("tom")


@pytest.fixture
async def lesson() -> Lesson:
    """An hour's lesson that is half over: Mira came on time, Tom has not come."""
    lesson = Lesson()
    lesson.plan(0, 60)
    await lesson.chores()
    await lesson.enter("ada", "mira")
    await lesson.until(30)
    return lesson


async def finished(lesson: Lesson) -> str:
    await lesson.until(61)
    return (await lesson.only_session()).id


async def rows(lesson: Lesson, session_id: str) -> dict[str, AttendanceStatus | None]:
    report = await lesson.attendance.report(EDUCATOR, session_id)
    return {record.user_id: record.status for record in report.records}


async def test_a_report_while_the_session_is_on_and_for_ever_after(lesson: Lesson) -> None:
    session_id = (await lesson.only_session()).id
    assert await rows(lesson, session_id) == {"mira": AttendanceStatus.PRESENT, "tom": AttendanceStatus.ABSENT}
    assert (await lesson.attendance.counts(await lesson.only_session()))[AttendanceStatus.ABSENT] == 1
    await finished(lesson)
    before = await lesson.attendance.report(EDUCATOR, session_id)
    await forget(lesson.storage.collection(INTERVALS))
    await lesson.attendance.set_policy(EDUCATOR, "room", Policy(minimum_share=100))
    lesson.enrolled = ["late-comer"]
    assert await lesson.attendance.report(EDUCATOR, session_id) == before
    counts = await lesson.attendance.counts(before.session)
    assert (counts[AttendanceStatus.PRESENT], counts[AttendanceStatus.ABSENT], sum(counts.values())) == (1, 1, 2)


async def forget(intervals: Documents) -> None:  # type: ignore[type-arg]
    for interval in (await intervals.find(limit=100)).items:
        await intervals.delete(interval.id, interval.version)


async def test_a_restart_during_the_lesson_costs_nobody_anything(lesson: Lesson) -> None:
    lesson.restarted()
    lesson.clock.advance(5 * 60)
    await lesson.chores()
    await lesson.enter("ada", "mira")
    await finished(lesson)
    mira = (await lesson.records())["mira"]
    assert mira.measured
    assert (mira.status, mira.measured.present_seconds, mira.measured.share) == (AttendanceStatus.PRESENT, 3600, 1.0)


async def test_a_teacher_overrides_with_a_reason(lesson: Lesson) -> None:
    session_id = await finished(lesson)
    record = await lesson.attendance.mark(EDUCATOR, session_id, "tom", AttendanceStatus.PRESENT, "sat beside Mira")
    assert (record.status, record.history[0].by_name, record.history[0].was) == (
        AttendanceStatus.PRESENT,
        "Ada",
        AttendanceStatus.ABSENT,
    )
    assert (await rows(lesson, session_id))["tom"] is AttendanceStatus.PRESENT
    back = await lesson.attendance.mark(EDUCATOR, session_id, "tom", None, "mistaken")
    assert (back.status, len(back.history)) == (AttendanceStatus.ABSENT, 2)
    with pytest.raises(NotOnTheList):
        await lesson.attendance.mark(EDUCATOR, session_id, "sam", AttendanceStatus.PRESENT, "x")
    with pytest.raises(SessionNotFound):
        await lesson.attendance.mark(EDUCATOR, "room:extra:9", "tom", AttendanceStatus.PRESENT, "x")


async def test_what_is_said_during_the_lesson_holds_after_it(lesson: Lesson) -> None:
    session_id = (await lesson.only_session()).id
    early = await lesson.attendance.mark(EDUCATOR, session_id, "tom", AttendanceStatus.EXCUSED, "is ill")
    assert (early.status, early.measured and early.measured.status) == (
        AttendanceStatus.EXCUSED,
        AttendanceStatus.ABSENT,
    )
    await finished(lesson)
    assert (await rows(lesson, session_id))["tom"] is AttendanceStatus.EXCUSED
    assert (await lesson.records())["tom"].measured


@pytest.mark.parametrize("who", [STUDENT, STRANGER])
async def test_nobody_claims_their_own_presence(lesson: Lesson, who: Principal) -> None:
    session_id = (await lesson.only_session()).id
    attendance = lesson.attendance
    for refused in (
        attendance.mark(who, session_id, who.user_id, AttendanceStatus.PRESENT, "I was there"),
        attendance.check_out(who, session_id, who.user_id, undo=True),
        attendance.check_out(who, session_id, who.user_id, at(60)),
        attendance.check_out(who, session_id, "tom"),
        attendance.open(who, "room", ""),
        attendance.close(who, session_id),
        attendance.count(who, session_id, counts=False),
        attendance.report(who, session_id),
        attendance.sessions(who, "room", after=None, limit=10),
        attendance.stats(who, "room"),
        attendance.history(who, "room", "tom", after=None, limit=10),
        attendance.all_records(who, "room"),
        attendance.excuses(who, "room", after=None, limit=10),
        attendance.decide(who, session_id, who.user_id, accept=True, note=""),
        attendance.set_policy(who, "room", Policy()),
    ):
        with pytest.raises(Forbidden):
            await refused


async def test_leaving_can_be_said_by_those_who_leave(lesson: Lesson) -> None:
    session_id = (await lesson.only_session()).id
    record = await lesson.attendance.check_out(STUDENT, session_id, "mira")
    assert (record.checked_out_at, record.measured and record.measured.check_out_time) == (at(30), at(30))
    await finished(lesson)
    assert (await rows(lesson, session_id))["mira"] is AttendanceStatus.LEFT_EARLY
    with pytest.raises(Forbidden):
        await lesson.attendance.check_out(STUDENT, session_id, "mira")
    undone = await lesson.attendance.check_out(EDUCATOR, session_id, "mira", undo=True)
    assert undone.status is AttendanceStatus.PRESENT
    noted = await lesson.attendance.check_out(EDUCATOR, session_id, "mira", at(10))
    assert (noted.status, len(noted.history)) == (AttendanceStatus.PARTIAL, 3)
    for outside in (at(-1), at(90)):
        with pytest.raises(OutsideTheSession):
            await lesson.attendance.check_out(EDUCATOR, session_id, "mira", outside)


async def test_an_excuse_from_sending_to_deciding(lesson: Lesson) -> None:
    session_id = await finished(lesson)
    await lesson.attendance.excuse(TOM, session_id, "dentist")
    sent = await lesson.attendance.excuse(TOM, session_id, "dentist, till ten")
    assert (sent.status, sent.excuse and sent.excuse.text) == (AttendanceStatus.ABSENT, "dentist, till ten")
    waiting = await lesson.attendance.excuses(EDUCATOR, "room", after=None, limit=10)
    assert [one.user_id for one in waiting.items] == ["tom"]
    decided = await lesson.attendance.decide(EDUCATOR, session_id, "tom", accept=True, note="get well")
    assert (decided.status, decided.excuse_state) == (AttendanceStatus.EXCUSED, ExcuseState.ACCEPTED)
    assert (await lesson.attendance.excuses(EDUCATOR, "room", after=None, limit=10)).items == []
    with pytest.raises(ExcuseDecided):
        await lesson.attendance.excuse(TOM, session_id, "again")
    with pytest.raises(NoExcuse):
        await lesson.attendance.decide(EDUCATOR, session_id, "mira", accept=True, note="")
    for refused in (EDUCATOR, STRANGER):
        with pytest.raises(Forbidden):
            await lesson.attendance.excuse(refused, session_id, "x")


async def test_an_excuse_can_be_sent_ahead(lesson: Lesson) -> None:
    meeting = lesson.plan(200, 260)
    sent = await lesson.attendance.excuse(TOM, meeting.id, "at a wedding")
    assert (sent.status, sent.measured, sent.session_starts_at) == (None, None, at(200))
    await lesson.attendance.decide(EDUCATOR, meeting.id, "tom", accept=True, note="")
    await lesson.until(261)
    assert await rows(lesson, meeting.id) == {"mira": AttendanceStatus.PRESENT, "tom": AttendanceStatus.EXCUSED}
    with pytest.raises(SessionNotFound):
        await lesson.attendance.excuse(TOM, "room:m9:20260302", "x")


async def test_a_session_is_made_not_to_count_and_to_count(lesson: Lesson) -> None:
    session_id = (await lesson.only_session()).id
    with pytest.raises(WrongSessionState):
        await lesson.attendance.count(EDUCATOR, session_id, counts=False)
    await finished(lesson)
    for _ in range(2):
        voided = await lesson.attendance.count(EDUCATOR, session_id, counts=False)
    assert voided.state is SessionState.NOT_HELD
    assert [row.tally.sessions for row in await lesson.attendance.stats(EDUCATOR, "room")] == [0, 0]
    assert await lesson.attendance.all_records(EDUCATOR, "room") == []
    await lesson.attendance.count(EDUCATOR, session_id, counts=True)
    found = await lesson.attendance.stats(EDUCATOR, "room")
    assert [(row.name, row.tally.present, row.tally.absent, row.tally.rate) for row in found] == [
        ("Mira", 1, 0, 1.0),
        ("Tom", 0, 1, 0.0),
    ]


async def test_each_sees_their_own(lesson: Lesson) -> None:
    session_id = await finished(lesson)
    for who, asked in ((STUDENT, None), (STUDENT, "mira"), (EDUCATOR, "mira")):
        page = await lesson.attendance.history(who, "room", asked, after=None, limit=10)
        assert [one.user_id for one in page.items] == ["mira"]
    assert len((await lesson.attendance.history(EDUCATOR, "room", None, after=None, limit=10)).items) == 2
    assert {key: value.present for key, value in (await lesson.attendance.my_stats(STUDENT)).items()} == {"room": 1}
    assert await lesson.attendance.my_stats(STRANGER) == {}
    records = await lesson.attendance.all_records(EDUCATOR, "room")
    assert [one.name for one in records] == ["Mira", "Tom"]
    assert set(await lesson.attendance.sessions_of(records)) == {session_id}


async def test_a_policy_holds_for_sessions_that_end_from_now_on(lesson: Lesson) -> None:
    strict = Policy(late_after_minutes=0)
    await lesson.exit("mira")
    await lesson.until(33)
    await lesson.enter("tom")
    assert await lesson.attendance.set_policy(EDUCATOR, "room", strict) == strict
    assert await lesson.attendance.policy(STUDENT, "room") == strict
    session_id = await finished(lesson)
    report = await lesson.attendance.report(EDUCATOR, session_id)
    assert report.policy == strict
    assert await rows(lesson, session_id) == {"mira": AttendanceStatus.LEFT_EARLY, "tom": AttendanceStatus.PARTIAL}


async def test_by_hand(lesson: Lesson) -> None:
    await finished(lesson)
    opened = await lesson.attendance.open(EDUCATOR, "room", "Rehearsal")
    closed = await lesson.attendance.close(EDUCATOR, opened.id)
    assert closed.state is SessionState.CLOSED
    page = await lesson.attendance.sessions(EDUCATOR, "room", after=None, limit=1)
    assert [one.id for one in page.items] == [opened.id]
    assert page.next
