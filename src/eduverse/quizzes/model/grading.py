"""Handing in, grading, and what several attempts of one student come to."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from math import fsum
from typing import Literal, NamedTuple

from msgspec import structs

from eduverse.quizzes.errors import AnswerNotInAttempt
from eduverse.quizzes.model.attempt import (
    HANDED_IN,
    Attempt,
    AttemptEvent,
    AttemptState,
    Paper,
    is_due,
    question_of,
    step,
    value_of,
    with_answers,
)
from eduverse.quizzes.model.quiz import GradeMethod, Quiz
from eduverse.quizzes.questions import Value, check, grade

__all__ = ["Rewarding", "StudentGrade", "grade_by", "mark", "submit"]

_ROUNDING = 1e-9
"""What the binary fractions of points may be off by: exactly half the points must pass at 0.5."""


class Rewarding(NamedTuple):
    """What a submission may earn."""

    already_passed: bool
    """Another attempt has earned the tokens: they are given once per person and quiz."""


class StudentGrade(NamedTuple):
    """What a student has reached at a quiz."""

    user_id: str
    score: float | None
    """The fraction of the points by the quiz's grade method; None while nothing is graded."""
    attempts: int
    waiting: int
    """Attempts that a person has to grade."""
    passed: bool


def submit(
    attempt: Attempt,
    quiz: Quiz,
    paper: Paper,
    *,
    last_answers: Mapping[str, Value],
    by: Literal["student", "clock"],
    rewarding: Rewarding,
    now: datetime,
) -> Attempt:
    """Closes and grades the attempt; submitting what is submitted changes nothing.

    The student's last answers count before the deadline and in the grace after it; later, what was saved does.
    """
    if attempt.state in HANDED_IN:
        return attempt
    for question_id, value in last_answers.items():
        check(question_of(paper, question_id), value)
    if is_due(attempt, now):
        by = "clock"
    elif by == "student":
        attempt = with_answers(attempt, last_answers, now)
    at = min(now, attempt.deadline) if by == "clock" and attempt.deadline else now
    submitted = structs.replace(
        attempt,
        state=step(attempt.state, AttemptEvent.SUBMIT),
        submitted_at=at,
        submitted_by=by,
    )
    marks = {one.id: grade(one, value_of(attempt, one.id)) for one in paper.values()}
    return _graded(submitted, quiz, paper, {key: one for key, one in marks.items() if one is not None}, rewarding)


def mark(attempt: Attempt, quiz: Quiz, paper: Paper, marks: Mapping[str, float], *, rewarding: Rewarding) -> Attempt:
    """Sets what answers of a submitted attempt are worth, by a person or because a key was mended.

    Fractions 0..1. Raises `AttemptClosed` before it is handed in, `AnswerNotInAttempt` for another question.
    """
    for question_id in marks:
        if question_id not in paper:
            raise AnswerNotInAttempt(questionId=question_id)
    return _graded(attempt, quiz, paper, {**attempt.marks, **marks}, rewarding)


def grade_by(method: GradeMethod, user_id: str, attempts: Iterable[Attempt]) -> StudentGrade:
    """What these attempts of one student come to; those that wait for a person do not count yet."""
    done = sorted((one for one in attempts if one.state in HANDED_IN), key=lambda one: one.number)
    scores = [one.score for one in done if one.score is not None]
    return StudentGrade(
        user_id=user_id,
        score=_METHODS[method](scores) if scores else None,
        attempts=len(done),
        waiting=sum(one.state is AttemptState.NEEDS_GRADING for one in done),
        passed=any(one.passed for one in done),
    )


def _average(scores: list[float]) -> float:
    return fsum(scores) / len(scores)


_METHODS: dict[GradeMethod, Callable[[list[float]], float]] = {
    GradeMethod.HIGHEST: max,
    GradeMethod.AVERAGE: _average,
    GradeMethod.FIRST: lambda scores: scores[0],
    GradeMethod.LAST: lambda scores: scores[-1],
}


def _graded(attempt: Attempt, quiz: Quiz, paper: Paper, marks: Mapping[str, float], rewarding: Rewarding) -> Attempt:
    """The sums; tokens follow when the last mark is there, and what was given stays given."""
    done = all(one in marks for one in paper)
    points = fsum(marks.get(one.id, 0.0) * one.points for one in paper.values())
    max_points = fsum(one.points for one in paper.values())
    score = min(1.0, points / max_points) if done else None
    passed = score is not None and score >= quiz.pass_score - _ROUNDING
    earned = int(quiz.tokens_reward * score + _ROUNDING) if score and passed and not rewarding.already_passed else 0
    tokens = attempt.tokens or earned
    return structs.replace(
        attempt,
        state=step(attempt.state, AttemptEvent.GRADE if done else AttemptEvent.AWAIT),
        marks=dict(marks),
        points=points,
        max_points=max_points,
        score=score,
        passed=passed,
        tokens=tokens,
        unsettled=attempt.unsettled or (tokens > 0 and not attempt.tokens),
    )
