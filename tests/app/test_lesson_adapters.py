"""What classrooms and quizzes are to timetables and attendance."""

from datetime import timedelta

from tests.support.classes import ClassCampus
from tests.support.clock import NOON
from tests.support.people import EDUCATOR, STUDENT
from tests.support.quizzes import ROOM, QuizCampus

from eduverse.app.lesson_adapters import ClassRosters, ClassSubjects, QuizDeadlines
from eduverse.attendance.ports import Roster
from eduverse.quizzes.model import Accommodation
from eduverse.schedule.model.feed import Subject
from eduverse.vocabulary.principal import Standing


async def test_classrooms_have_rosters() -> None:
    campus = ClassCampus()
    room, rosters = await campus.opened(), ClassRosters(campus.classrooms)
    await campus.classrooms.join(STUDENT, room.id, None)
    assert await rosters.roster(room.id) == Roster(teacher="ada", students=("mira",), open=True)
    assert await rosters.standing(STUDENT, room.id) is Standing.STUDENT
    await campus.classrooms.archive(EDUCATOR, room.id)
    archived = await rosters.roster(room.id)
    assert archived
    assert not archived.open
    assert await rosters.roster("nothing") is None


async def test_classrooms_are_subjects() -> None:
    campus = ClassCampus()
    room, subjects = await campus.opened(), ClassSubjects(campus.classrooms)
    assert await subjects.of_person("ada") == [Subject(room.id, "Planets")]
    assert await subjects.standing(EDUCATOR, room.id) is Standing.TEACHER
    await subjects.demand_open(room.id)


async def test_what_is_due_is_due_when_it_is_for_this_person() -> None:
    campus = QuizCampus()
    closes = NOON + timedelta(days=1)
    quiz = await campus.draft(closes_at=closes)
    deadlines = QuizDeadlines(campus.quizzes)
    assert await deadlines.due("mira", [ROOM]) == [], "a draft is nobody's business"
    await campus.quizzes.open(EDUCATOR, quiz.id)
    await campus.opened()
    later = closes + timedelta(days=1)
    await campus.quizzes.accommodate(EDUCATOR, quiz.id, "tom", Accommodation(closes_at=later))
    for user_id, at in (("mira", closes), ("tom", later)):
        (due,) = await deadlines.due(user_id, [ROOM])
        assert (due.classroom_id, due.title, due.closes_at) == (ROOM, quiz.title, at)
    assert await deadlines.due("mira", []) == await deadlines.due("mira", ["elsewhere"]) == []
