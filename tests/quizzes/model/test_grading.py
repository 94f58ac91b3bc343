"""The states of an attempt, the grace after its deadline, essays, and what several attempts come to."""

from datetime import timedelta

import pytest
from msgspec import structs
from tests.support.clock import NOON
from tests.support.quizzes import QUESTIONS, RIGHT, WRONG, new_attempt, new_quiz, paper_of

from eduverse.quizzes.errors import AnswerNotInAttempt, AttemptClosed
from eduverse.quizzes.model import (
    Accommodation,
    Attempt,
    AttemptEvent,
    AttemptState,
    GradeMethod,
    Quiz,
    Rewarding,
    accommodate,
    grade_by,
    mark,
    save_answer,
    state_at,
    step,
    submit,
    timed,
)
from eduverse.quizzes.questions import Essay, Value

QUIZ = new_quiz(grace_seconds=10)
PAPER = paper_of(QUIZ)
ESSAYS = new_quiz(questions=(*QUESTIONS, *(Essay(id=one, text="?", points=5.0) for one in ("e1", "e2"))))
FIRST, LATER = Rewarding(already_passed=False), Rewarding(already_passed=True)
S, E = AttemptState, AttemptEvent
LEGAL = {
    (S.OPEN, E.SAVE): S.OPEN,
    (S.OPEN, E.DEADLINE): S.OVERDUE,
    (S.OPEN, E.SUBMIT): S.SUBMITTED,
    (S.OVERDUE, E.SUBMIT): S.SUBMITTED,
    (S.SUBMITTED, E.AWAIT): S.NEEDS_GRADING,
    (S.SUBMITTED, E.GRADE): S.GRADED,
    (S.NEEDS_GRADING, E.AWAIT): S.NEEDS_GRADING,
    (S.NEEDS_GRADING, E.GRADE): S.GRADED,
    (S.GRADED, E.AWAIT): S.NEEDS_GRADING,
    (S.GRADED, E.GRADE): S.GRADED,
}


def handed_in(quiz: Quiz, answers: dict[str, Value], *, rewarding: Rewarding = FIRST, after: float = 30) -> Attempt:
    return submit(
        new_attempt(quiz),
        quiz,
        paper_of(quiz),
        last_answers=answers,
        by="student",
        rewarding=rewarding,
        now=NOON + timedelta(seconds=after),
    )


@pytest.mark.parametrize("state", S)
@pytest.mark.parametrize("event", E)
def test_every_step(state: AttemptState, event: AttemptEvent) -> None:
    if (state, event) in LEGAL:
        assert step(state, event) is LEGAL[state, event]
    else:
        with pytest.raises(AttemptClosed):
            step(state, event)


# --- the grace


@pytest.mark.parametrize(
    ("after", "by", "points", "submitted"),
    [(299, "student", 5, 299), (300, "student", 5, 300), (309.9, "student", 5, 309.9), (310, "clock", 0, 300)],
)
def test_in_the_grace_handing_in_counts(after: float, by: str, points: float, submitted: float) -> None:
    attempt = handed_in(QUIZ, RIGHT, after=after)
    assert (attempt.submitted_by, attempt.points) == (by, points)
    assert attempt.submitted_at == NOON + timedelta(seconds=submitted)


def test_in_the_grace_nothing_is_saved() -> None:
    now = NOON + timedelta(seconds=300)
    assert state_at(new_attempt(QUIZ), now) is AttemptState.OVERDUE
    with pytest.raises(AttemptClosed) as caught:
        save_answer(new_attempt(QUIZ), PAPER, "q1", "mars", revision=0, now=now)
    assert caught.value.extra == {"state": "overdue"}


def test_an_attempt_without_a_deadline_never_ends_by_itself() -> None:
    quiz = new_quiz(time_limit_seconds=None)
    attempt = new_attempt(quiz)
    assert (attempt.deadline, attempt.due_at) == (None, None)
    assert state_at(attempt, NOON + timedelta(days=900)) is AttemptState.OPEN


def test_a_running_attempt_follows_its_accommodation() -> None:
    attempt = new_attempt(QUIZ)
    longer = timed(attempt, accommodate(QUIZ, "mira", Accommodation(time_multiplier=2)))
    assert longer.deadline == NOON + timedelta(seconds=600)
    assert longer.due_at == NOON + timedelta(seconds=610)
    assert timed(attempt, accommodate(QUIZ, "tom", Accommodation(time_multiplier=2))) is attempt
    done = handed_in(QUIZ, RIGHT)
    assert timed(done, accommodate(QUIZ, "mira", Accommodation(time_multiplier=2))) is done


# --- essays


def test_an_essay_waits_for_a_person_and_so_do_the_tokens() -> None:
    waiting = handed_in(ESSAYS, {**RIGHT, "e1": "Once", "e2": "Twice"})
    assert (waiting.state, waiting.score, waiting.points, waiting.max_points) == (S.NEEDS_GRADING, None, 5.0, 15.0)
    assert (waiting.passed, waiting.tokens, waiting.unsettled) == (False, 0, False)
    one = mark(waiting, ESSAYS, paper_of(ESSAYS), {"e1": 1.0}, rewarding=FIRST)
    assert (one.state, one.score, one.points) == (S.NEEDS_GRADING, None, 10.0)
    both = mark(one, ESSAYS, paper_of(ESSAYS), {"e2": 0.5}, rewarding=FIRST)
    assert (both.state, both.points, both.passed, both.tokens, both.unsettled) == (S.GRADED, 12.5, True, 16, True)


def test_an_empty_essay_waits_for_nobody() -> None:
    assert handed_in(ESSAYS, {**RIGHT, "e1": " "}).state is S.GRADED


def test_what_is_graded_can_be_graded_anew_and_tokens_stay() -> None:
    graded = structs.replace(handed_in(QUIZ, RIGHT), unsettled=False)
    lower = mark(graded, QUIZ, PAPER, {"q1": 0.0}, rewarding=FIRST)
    assert (lower.points, lower.tokens, lower.unsettled) == (4.0, 20, False)


def test_tokens_of_another_attempt_are_not_given_again() -> None:
    waiting = handed_in(ESSAYS, {**RIGHT, "e1": "Once"})
    graded = mark(waiting, ESSAYS, paper_of(ESSAYS), {"e1": 1.0}, rewarding=LATER)
    assert (graded.passed, graded.tokens, graded.unsettled) == (True, 0, False)


def test_what_cannot_be_marked() -> None:
    with pytest.raises(AttemptClosed):
        mark(new_attempt(QUIZ), QUIZ, PAPER, {"q1": 1.0}, rewarding=FIRST)
    with pytest.raises(AnswerNotInAttempt):
        mark(handed_in(QUIZ, WRONG), QUIZ, PAPER, {"q9": 1.0}, rewarding=FIRST)


# --- several attempts


def attempts(*scores: float | None) -> list[Attempt]:
    graded = handed_in(QUIZ, RIGHT)
    waiting = handed_in(ESSAYS, {"e1": "Once"})
    return [
        structs.replace(waiting, number=number)
        if score is None
        else structs.replace(graded, number=number, score=score, passed=score >= 0.5)
        for number, score in enumerate(scores, start=1)
    ]


@pytest.mark.parametrize(
    ("method", "scores", "reached"),
    [
        (GradeMethod.HIGHEST, (0.25, 1.0, 0.5), 1.0),
        (GradeMethod.AVERAGE, (0.25, 1.0, 0.25), 0.5),
        (GradeMethod.FIRST, (0.25, 1.0, 0.5), 0.25),
        (GradeMethod.LAST, (0.25, 1.0, 0.5), 0.5),
        (GradeMethod.LAST, (0.25, None), 0.25),
        (GradeMethod.AVERAGE, (None, 0.5), 0.5),
        (GradeMethod.HIGHEST, (None,), None),
        (GradeMethod.FIRST, (), None),
    ],
)
def test_which_attempt_counts(method: GradeMethod, scores: tuple[float | None, ...], reached: float | None) -> None:
    grade = grade_by(method, "mira", [*reversed(attempts(*scores)), new_attempt(QUIZ)])
    assert grade.score == reached
    assert (grade.attempts, grade.waiting) == (len(scores), scores.count(None))
    assert grade.passed is any(score is not None and score >= 0.5 for score in scores)
