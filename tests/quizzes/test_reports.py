"""What all attempts of a class say together."""

from tests.support.people import EDUCATOR, STUDENT, students
from tests.support.quizzes import RIGHT, ROOM, WRONG, QuizCampus

from eduverse.quizzes.reports import QuizReports


async def test_the_best_attempt_of_each_student_counts() -> None:
    campus = QuizCampus()
    quiz, other = await campus.opened(max_attempts=3), await campus.opened()
    for answers in (WRONG, RIGHT, WRONG):
        await campus.taken(quiz, STUDENT, answers)
    await campus.taken(other, STUDENT, WRONG)
    await campus.quizzes.start(students(1)[0], quiz.id)
    reports = QuizReports(campus.storage)
    assert await reports.best_scores(ROOM) == {STUDENT.user_id: {quiz.id: 1.0, other.id: 0.0}}
    assert await reports.best_scores(ROOM, "nobody") == {}


async def test_drafts_give_no_marks() -> None:
    campus = QuizCampus()
    await campus.draft()
    quiz = await campus.opened()
    closed = await campus.opened()
    await campus.quizzes.close(EDUCATOR, closed.id)
    assert [one.id for one in await QuizReports(campus.storage).given_quizzes(ROOM)] == [quiz.id, closed.id]
