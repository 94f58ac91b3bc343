"""The lessons of a class: planned week by week, and in the register."""

from datetime import datetime, time, timedelta
from random import Random

from eduverse.app.course import Meets
from eduverse.app.demo.accounts import Cast, Pupil
from eduverse.app.demo.stage import Stage
from eduverse.attendance.model.measure import AttendanceStatus
from eduverse.attendance.model.session import Session
from eduverse.schedule.model.timetable import Meeting
from eduverse.vocabulary.principal import Principal

__all__ = ["LESSON", "begin_lesson", "end_lesson", "last_lessons", "plan_lessons"]

LESSON = timedelta(minutes=45)
_WEEK = timedelta(weeks=1)
_TO_COME = timedelta(weeks=8)
_ROLL_CALL = timedelta(minutes=2)
_HOW_OFTEN = {
    AttendanceStatus.PRESENT: 8,
    AttendanceStatus.LATE: 2,
    AttendanceStatus.LEFT_EARLY: 1,
    AttendanceStatus.ABSENT: 1,
}
_CAME = (AttendanceStatus.PRESENT, AttendanceStatus.LATE)


def last_lessons(moment: datetime, meets: Meets, count: int) -> list[datetime]:
    """When the class has met, oldest first, each time with the whole lesson before `moment`."""
    at = moment.replace(hour=meets.hour, minute=0, second=0, microsecond=0)
    at -= timedelta(days=(at.weekday() - meets.weekday) % 7)
    last = at if at + LESSON < moment else at - _WEEK
    return [last - back * _WEEK for back in reversed(range(count))]


async def plan_lessons(stage: Stage, teacher: Principal, classroom_id: str, meets: Meets, first: datetime) -> None:
    """One each week, from the first until the demo is likely to be over."""
    meeting = Meeting(
        id="",
        zone="UTC",
        first_date=first.date(),
        last_date=(first + _TO_COME).date(),
        weekdays=(meets.weekday,),
        start_time=time(meets.hour),
        duration_minutes=int(LESSON.total_seconds() / 60),
        changed_at=stage.clock.now(),
    )
    await stage.services.lessons.schedule.put(teacher, classroom_id, meeting)


async def begin_lesson(stage: Stage, cast: Cast, classroom_id: str, at: datetime, *, all_came: bool) -> Session:
    """The session begins by the timetable, and the teacher calls the roll."""
    lessons = stage.services.lessons
    stage.clock.turn_to(at)
    await lessons.sessions.open_due()
    (session,) = await lessons.sessions.open_in(classroom_id)
    stage.clock.turn_to(at + _ROLL_CALL)
    for pupil in cast.pupils:
        status = _status(pupil, session, all_came=all_came)
        await lessons.attendance.mark(cast.teacher, session.id, pupil.principal.user_id, status, "Roll call")
    return session


async def end_lesson(stage: Stage, teacher: Principal, session: Session) -> None:
    stage.clock.turn_to(session.starts_at + LESSON)
    await stage.services.lessons.attendance.close(teacher, session.id)


def _status(pupil: Pupil, session: Session, *, all_came: bool) -> AttendanceStatus:
    """The same in every demo that is made in the same week, and never the same in two lessons."""
    dice = Random(f"{session.starts_at:%G-%V-%u}/{pupil.principal.name}")  # noqa: S311 (no secret: who was late)
    wanted = _CAME if all_came else tuple(_HOW_OFTEN)
    return dice.choices(wanted, [_HOW_OFTEN[one] for one in wanted])[0]
