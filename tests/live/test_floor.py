"""Who may do what in a room."""

import pytest
from tests.support.lessons import ROOM, Lesson
from tests.support.people import EDUCATOR, STUDENT

from eduverse.live.floor import Floor
from eduverse.vocabulary.permissions import Action, Forbidden
from eduverse.vocabulary.principal import Standing
from eduverse.vocabulary.sockets import Caller, NotInRoom, Place


async def test_where_somebody_is_and_as_what() -> None:
    lesson = Lesson()
    floor = Floor(lesson.classes)
    assert await floor.demand(lesson.arrive(EDUCATOR), Action.MODERATE) == Place(
        classroom_id=ROOM, standing=Standing.TEACHER
    )
    with pytest.raises(NotInRoom):
        await floor.demand(Caller(principal=EDUCATOR, socket_id="tab"), Action.MODERATE)


async def test_it_is_asked_anew_each_time() -> None:
    lesson = Lesson()
    floor, student = Floor(lesson.classes), lesson.arrive(STUDENT)
    assert (await floor.demand(student, Action.TALK)).standing is Standing.STUDENT
    lesson.classes.strangers.add(STUDENT.user_id)
    with pytest.raises(Forbidden):
        await floor.demand(student, Action.TALK)
