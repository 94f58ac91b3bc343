"""The lessons of a class: planned week by week, and those that were held."""

from datetime import datetime, time, timedelta
from random import Random
from typing import NamedTuple

from eduverse.app.course import Meets
from eduverse.app.demo.accounts import Cast
from eduverse.app.demo.stage import Stage
from eduverse.schedule.model.timetable import Meeting
from eduverse.vocabulary.principal import Principal

__all__ = ["LESSON", "end_lesson", "hold_lesson", "last_lessons", "plan_lessons"]

LESSON = timedelta(minutes=45)
_WEEK = timedelta(weeks=1)
_TO_COME = timedelta(weeks=8)
_EARLY = timedelta(minutes=4)
_LOOK = timedelta(seconds=110)
"""Well within the time after which somebody is no longer vouched for."""


class _Doing(NamedTuple):
    user_id: str
    comes: bool


class _Way(NamedTuple):
    """Seconds from the lesson's beginning, at least and at most."""

    comes: tuple[int, int] = (-180, 120)
    goes: tuple[int, int] = (2_580, 2_820)


_PRESENT, _LATE, _LEFT_EARLY = _Way(), _Way(comes=(420, 840)), _Way(goes=(1_500, 2_200))
_THOSE_WHO_CAME: dict[_Way | None, int] = {_PRESENT: 8, _LATE: 2}
_WAYS: dict[_Way | None, int] = {**_THOSE_WHO_CAME, _LEFT_EARLY: 1, None: 1}
"""How somebody attends, and how often; None is not at all."""


def last_lessons(moment: datetime, meets: Meets, count: int) -> list[datetime]:
    """When the class has met, oldest first; by `moment` everybody has left."""
    at = moment.replace(hour=meets.hour, minute=0, second=0, microsecond=0)
    at -= timedelta(days=(at.weekday() - meets.weekday) % 7)
    last = at if at + LESSON + _EARLY < moment else at - _WEEK
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


async def hold_lesson(stage: Stage, cast: Cast, classroom_id: str, at: datetime, *, all_came: bool) -> None:
    """People come and go, and the presence log looks as often as it does on a running campus."""
    lessons, rooms = stage.services.lessons, stage.rooms
    stage.clock.turn_to(at)
    await lessons.sessions.open_due()
    doings = _comings_and_goings(cast, at, all_came=all_came)
    looks = [at + look * _LOOK for look in range(-_EARLY // _LOOK, (LESSON + _EARLY) // _LOOK + 1)]
    for moment, doing in sorted([*doings, *((look, None) for look in looks)], key=lambda one: one[0]):
        stage.clock.turn_to(moment)
        if doing is None:
            await rooms.presence.confirm()
        elif doing.comes:
            await rooms.enter(classroom_id, doing.user_id, moment)
        else:
            await rooms.leave(classroom_id, doing.user_id, moment)
            await stage.achievements.evaluate(doing.user_id)


async def end_lesson(stage: Stage, at: datetime) -> None:
    stage.clock.turn_to(at + LESSON)
    await stage.services.lessons.sessions.close_due()


def _comings_and_goings(cast: Cast, at: datetime, *, all_came: bool) -> list[tuple[datetime, _Doing]]:
    """The same in every demo that is made in the same week, and never the same in two lessons."""
    doings = [(at - _EARLY, _Doing(cast.teacher.user_id, comes=True))]
    doings.append((at + LESSON + _EARLY, _Doing(cast.teacher.user_id, comes=False)))
    for pupil in cast.pupils:
        dice = Random(f"{at:%G-%V-%u}/{pupil.principal.name}")  # noqa: S311 (no secret: who was late)
        ways = _THOSE_WHO_CAME if all_came else _WAYS
        (way,) = dice.choices(list(ways), [ways[one] for one in ways])
        if way:
            user_id = pupil.principal.user_id
            doings.append((at + timedelta(seconds=dice.randint(*way.comes)), _Doing(user_id, comes=True)))
            doings.append((at + timedelta(seconds=dice.randint(*way.goes)), _Doing(user_id, comes=False)))
    return doings
