"""What presence becomes by a policy, written down once."""

from msgspec import structs
from tests.support.attendance import Lesson, at

from eduverse.attendance.model.measure import AttendanceStatus, Policy
from eduverse.attendance.model.record import RECORDS
from eduverse.attendance.model.session import Event, end


async def test_a_class_without_a_policy_has_the_usual_one() -> None:
    lesson = Lesson()
    assert await lesson.register.policy("room") == Policy()
    strict = Policy(gap_minutes=0)
    assert await lesson.register.set_policy("room", strict) == await lesson.register.policy("room") == strict


async def test_of_an_open_session_nothing_is_stored() -> None:
    lesson = Lesson()
    session = await lesson.sessions.open_by_hand("room", "", "ada")
    await lesson.enter("mira")
    await lesson.until(5)
    assert [(one.name, one.status) for one in await lesson.register.of_session(session)] == [
        ("Mira", AttendanceStatus.PRESENT),
        ("Tom", AttendanceStatus.ABSENT),
    ]
    assert (await lesson.register.counts(session))[AttendanceStatus.PRESENT] == 1
    assert await lesson.storage.collection(RECORDS).count() == 0
    blank = await lesson.register.blank(session, "mira")
    assert (blank.name, blank.measured) == ("Mira", None)
    assert (await lesson.register.completed(session, blank)).status is AttendanceStatus.PRESENT


async def test_records_are_written_for_everybody_who_was_expected_and_only_once() -> None:
    lesson = Lesson()
    session = await lesson.sessions.open_by_hand("room", "", "ada")
    await lesson.enter("mira", "sam")
    await lesson.until(20)
    ended = end(session, at(20), event=Event.CLOSE, policy=Policy(), expected=("mira", "tom"))
    assert list(await lesson.register.expected(ended)) == ["mira", "tom"]
    await lesson.register.write(ended)
    written = await lesson.register.of_session(structs.replace(ended, unsettled=False))
    assert [one.user_id for one in written] == ["mira", "tom"]
    await lesson.until(30)
    await lesson.register.write(ended)
    assert await lesson.register.of_session(structs.replace(ended, unsettled=False)) == written
    assert (await lesson.register.counts(structs.replace(ended, unsettled=False)))[AttendanceStatus.ABSENT] == 1
    assert (await lesson.register.completed(structs.replace(ended, unsettled=False), written[0])) == written[0]
