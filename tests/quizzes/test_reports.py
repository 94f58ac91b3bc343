"""What all attempts say together: scores and statistics."""

import pytest
from tests.support.people import EDUCATOR, STUDENT, students
from tests.support.quizzes import QUESTIONS, RIGHT, ROOM, WRONG, QuizCampus

from eduverse.quizzes.model import GradeMethod, Quiz, ReviewPolicy
from eduverse.quizzes.reports import QuizReports, Which
from eduverse.vocabulary.permissions import Forbidden


def reports_of(campus: QuizCampus) -> QuizReports:
    return QuizReports(campus.storage, classes=campus.classes, attempts=campus.attempts)


@pytest.mark.parametrize(("method", "score"), [(GradeMethod.HIGHEST, 1.0), (GradeMethod.AVERAGE, 1 / 3)])
async def test_scores_are_by_the_quizs_own_method(method: GradeMethod, score: float) -> None:
    campus = QuizCampus()
    quiz, other = await campus.opened(max_attempts=3, grade_method=method), await campus.opened()
    for answers in (WRONG, RIGHT, WRONG):
        await campus.taken(quiz, STUDENT, answers)
    await campus.taken(other, STUDENT, WRONG)
    await campus.attempts.start(students(1)[0], quiz.id)
    reports = reports_of(campus)
    assert await reports.scores(ROOM) == {STUDENT.user_id: {quiz.id: pytest.approx(score), other.id: 0.0}}
    assert await reports.scores(ROOM, "nobody") == {}


async def test_drafts_give_no_marks() -> None:
    campus = QuizCampus()
    await campus.draft()
    quiz = await campus.opened()
    assert [(one.quiz.id, one.max_points) for one in await reports_of(campus).given_quizzes(ROOM)] == [(quiz.id, 5)]


async def test_what_a_review_policy_hides_is_hidden_until_it_shows() -> None:
    campus = QuizCampus()
    quiz = await campus.opened(review=ReviewPolicy(immediately=(), later=()))
    await campus.taken(quiz, STUDENT, RIGHT)
    reports = reports_of(campus)
    assert await reports.hidden_from(ROOM, STUDENT.user_id) == {quiz.id}
    await campus.quizzes.close(EDUCATOR, quiz.id)
    assert await reports.hidden_from(ROOM, STUDENT.user_id) == frozenset()


async def a_class(campus: QuizCampus) -> Quiz:
    """Eight who know more and more; the last one has another, better try."""
    quiz = await campus.opened(max_attempts=2)
    for place, who in enumerate(students(8)):
        known = [question.id for question in QUESTIONS][: place // 2 + 1]
        await campus.taken(quiz, who, {key: RIGHT[key] if key in known else WRONG[key] for key in RIGHT})
    await campus.taken(quiz, students(1)[0], RIGHT)
    return quiz


async def test_statistics_are_of_the_attempts_that_are_asked_for() -> None:
    campus = QuizCampus()
    quiz = await a_class(campus)
    reports = reports_of(campus)
    first = await reports.statistics(EDUCATOR, quiz.id, Which.FIRST)
    assert (first.statistics.students, first.waiting) == (8, 0)
    assert first.statistics.mean == pytest.approx((1 + 1 + 3 + 3 + 4 + 4 + 5 + 5) / 8)
    assert first.histogram == [0, 0, 2, 0, 0, 0, 2, 0, 2, 2]
    assert {one.question.id for one in first.items} == {"q1", "q2", "q3", "q4"}
    by_id = {one.question.id: one for one in first.items}
    assert by_id["q1"].statistics.facility == 1
    assert by_id["q3"].guess == 0.5
    assert {one.option_id: one.chosen for one in by_id["q1"].options} == {"saturn": 0, "jupiter": 8, "mars": 0}
    assert {one.option_id: one.chosen for one in by_id["q3"].options} == {"true": 4, "false": 4}
    assert (await reports.statistics(EDUCATOR, quiz.id, Which.ALL)).statistics.students == 9
    for which in (Which.HIGHEST, Which.LAST):
        assert (await reports.statistics(EDUCATOR, quiz.id, which)).statistics.mean == pytest.approx(29 / 8 + 0.125)


async def test_nobody_took_it() -> None:
    campus = QuizCampus()
    quiz = await campus.opened()
    empty = await reports_of(campus).statistics(EDUCATOR, quiz.id, Which.FIRST)
    assert (empty.statistics.students, empty.statistics.mean, empty.items) == (0, None, [])


async def test_statistics_are_the_teachers() -> None:
    campus = QuizCampus()
    quiz = await campus.opened()
    with pytest.raises(Forbidden):
        await reports_of(campus).statistics(STUDENT, quiz.id, Which.ALL)
