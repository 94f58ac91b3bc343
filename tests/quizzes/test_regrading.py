"""Regrading: a preview, one decision, and every attempt up to date."""

from collections.abc import Sequence

import pytest
from tests.support.grading import WRITTEN, GradingCampus, a_wish
from tests.support.people import EDUCATOR, STUDENT, students
from tests.support.quizzes import QUESTIONS, RIGHT, WRONG

from eduverse.quizzes.errors import InvalidCorrection, InvalidJudgement, QuizStillOpen, RegradeChanged
from eduverse.quizzes.model import AttemptState, Quiz
from eduverse.quizzes.questions.corrections import AcceptAlso, Correction, Drop, FullCredit, Rekey
from eduverse.vocabulary.permissions import Forbidden

MARS_TOO = AcceptAlso(question_id="q1", option_id="mars")


async def apply(campus: GradingCampus, quiz: Quiz, corrections: Sequence[Correction]) -> None:
    shown = await campus.regrading.preview(EDUCATOR, quiz.id, corrections)
    await campus.regrading.apply(EDUCATOR, quiz.id, corrections, reason="", fingerprint=shown.fingerprint)


async def test_a_preview_shows_what_would_change_and_changes_nothing() -> None:
    campus = GradingCampus()
    quiz = await campus.opened(pass_score=0.15)
    attempt = await campus.taken(quiz, STUDENT, WRONG)
    await campus.closed(quiz)
    shown = await campus.regrading.preview(EDUCATOR, quiz.id, [MARS_TOO])
    (outcome,) = shown.outcomes
    assert (outcome.before.score, outcome.after.score) == (0.0, 0.2)
    assert (outcome.before.passed, outcome.after.passed) == (False, True)
    assert (outcome.before.tokens, outcome.after.tokens) == (0, 4)
    assert await campus.stored(attempt) == outcome.before


async def test_what_was_agreed_to_happens_and_is_remembered() -> None:
    campus = GradingCampus()
    quiz = await campus.opened(pass_score=0.15)
    attempt = await campus.taken(quiz, STUDENT, WRONG)
    await campus.closed(quiz)
    await apply(campus, quiz, [MARS_TOO])
    stored = await campus.stored(attempt)
    assert (stored.score, stored.passed, stored.tokens, stored.corrected) == (0.2, True, 4, 1)
    assert [(one.marks, one.score, one.regrade) for one in stored.history] == [({"q1": 0.0}, 0.0, 1)]
    assert await campus.regrading.pending() == []
    assert await campus.ledger.tokens_earned(STUDENT.user_id) == 4


async def test_a_dropped_question_counts_for_nobody() -> None:
    campus = GradingCampus()
    quiz = await campus.opened()
    attempt = await campus.taken(quiz, STUDENT, {**RIGHT, "q2": None})
    await campus.closed(quiz)
    await apply(campus, quiz, [Drop(question_id="q2")])
    stored = await campus.stored(attempt)
    assert (stored.score, stored.points, stored.max_points) == (1.0, 3.0, 3.0)


async def test_full_credit_is_for_all_also_without_an_answer() -> None:
    campus = GradingCampus()
    quiz = await campus.opened()
    attempts = [await campus.taken(quiz, who, answers) for who, answers in zip(students(2), ({}, WRONG), strict=True)]
    await campus.closed(quiz)
    await apply(campus, quiz, [FullCredit(question_id="q2")])
    assert [(await campus.stored(one)).marks["q2"] for one in attempts] == [1.0, 1.0]


async def test_a_second_regrade_builds_on_the_first() -> None:
    campus = GradingCampus()
    quiz = await campus.opened()
    attempt = await campus.taken(quiz, STUDENT, RIGHT)
    await campus.closed(quiz)
    await apply(campus, quiz, [Rekey(question_id="q3", correct=False)])
    await apply(campus, quiz, [Rekey(question_id="q3", correct=True)])
    stored = await campus.stored(attempt)
    assert (stored.score, stored.corrected, [one.regrade for one in stored.history]) == (1.0, 2, [1, 2])
    assert await campus.ledger.tokens_earned(STUDENT.user_id) == 20


async def test_something_else_than_was_shown_is_refused() -> None:
    campus = GradingCampus()
    quiz = await campus.opened()
    await campus.taken(quiz, STUDENT, WRONG)
    await campus.closed(quiz)
    shown = await campus.regrading.preview(EDUCATOR, quiz.id, [MARS_TOO])
    await apply(campus, quiz, [Drop(question_id="q4")])
    for corrections in ([MARS_TOO], [Drop(question_id="q1")]):
        with pytest.raises(RegradeChanged):
            await campus.regrading.apply(EDUCATOR, quiz.id, corrections, reason="", fingerprint=shown.fingerprint)


@pytest.mark.parametrize(
    "corrections",
    [
        [Drop(question_id="nothing")],
        [Rekey(question_id="q1", correct=True)],
        [Drop(question_id=question.id) for question in QUESTIONS],
    ],
)
async def test_what_makes_no_sense_is_refused(corrections: Sequence[Correction]) -> None:
    campus = GradingCampus()
    quiz = await campus.opened()
    await campus.taken(quiz, STUDENT, WRONG)
    await campus.closed(quiz)
    with pytest.raises(InvalidCorrection):
        await campus.regrading.preview(EDUCATOR, quiz.id, corrections)


async def test_the_key_of_an_open_quiz_stays() -> None:
    campus = GradingCampus()
    quiz = await campus.opened()
    with pytest.raises(QuizStillOpen):
        await campus.regrading.preview(EDUCATOR, quiz.id, [MARS_TOO])


async def test_judgements_stand_and_those_that_wait_can_be_credited() -> None:
    campus = GradingCampus()
    quiz = await campus.with_essays()
    attempt = await campus.taken(quiz, STUDENT, WRITTEN)
    await campus.grading.judge(EDUCATOR, quiz.id, attempt.id, "q5", a_wish(0.4))
    await campus.closed(quiz)
    await apply(campus, quiz, [FullCredit(question_id="q6"), MARS_TOO])
    stored = await campus.stored(attempt)
    assert (stored.state, stored.marks["q5"], stored.marks["q6"]) == (AttemptState.GRADED, 0.4, 1.0)
    with pytest.raises(InvalidJudgement):
        await campus.grading.judge(EDUCATOR, quiz.id, attempt.id, "q6", a_wish(0.1))


async def test_regrading_is_the_teachers() -> None:
    campus = GradingCampus()
    quiz = await campus.opened()
    with pytest.raises(Forbidden):
        await campus.regrading.preview(STUDENT, quiz.id, [MARS_TOO])
