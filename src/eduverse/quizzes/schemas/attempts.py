"""Answers as they come in, and attempts as they go out: a key leaves only in a review."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta

from eduverse.kernel.bounds import Id
from eduverse.kernel.structs import Input, Struct
from eduverse.quizzes.attempts import Sitting
from eduverse.quizzes.model import (
    EVERYTHING,
    HANDED_IN,
    Aspect,
    Attempt,
    AttemptState,
    LaidOut,
    Phase,
    SavedAnswer,
    answered_count,
    is_over,
    phase_of,
    state_at,
    tokens_given,
    value_of,
    visible,
)
from eduverse.quizzes.questions import Value, feedback_for, grade, key_of
from eduverse.quizzes.questions.rubric import Remark
from eduverse.quizzes.schemas.quizzes import QuizView
from eduverse.quizzes.schemas.shown import QuestionView, question_view

__all__ = [
    "AnswerSaved",
    "AttemptResult",
    "AttemptView",
    "MarkAnswers",
    "QuizResults",
    "ResultRow",
    "ReviewView",
    "SaveAnswer",
    "SubmitQuiz",
    "shown_of",
    "to_value",
    "values_of",
]

PartIds = Annotated[list[Id], Meta(max_length=30)]
Filled = Annotated[dict[Id, Annotated[str, Meta(max_length=1_000)]], Meta(max_length=50)]
Answer = Annotated[str, Meta(max_length=50_000)] | bool | PartIds | Filled | None
"""An essay is a text too."""


class SaveAnswer(Input, frozen=True, kw_only=True):
    value: Answer
    revision: Annotated[int, Meta(ge=0, le=1_000_000)] = 0
    """The newest revision of this answer that you have seen; 0 when there was none."""


class SubmitQuiz(Input, frozen=True, kw_only=True):
    """Answers given here count as the last ones; those saved before need not be repeated."""

    answers: Annotated[dict[Id, Answer], Meta(max_length=200)] = {}


class MarkAnswers(Input, frozen=True, kw_only=True):
    marks: Annotated[dict[Id, Annotated[float, Meta(ge=0, le=1)]], Meta(min_length=1, max_length=200)]
    """Question id -> the fraction of its points."""


def values_of(data: SubmitQuiz) -> dict[str, Value]:
    return {question_id: to_value(answer) for question_id, answer in data.answers.items()}


def to_value(answer: Answer) -> Value:
    return tuple(answer) if isinstance(answer, list) else answer


class AnswerView(Struct, frozen=True, kw_only=True):
    value: Value
    revision: int


class ReviewView(Struct, frozen=True, kw_only=True):
    """One answer looked back at. What the review policy does not show now is null."""

    question: QuestionView
    value: Value
    """What was answered."""
    verdict: Literal["right", "partly", "wrong", "waiting"] | None
    """`waiting`: a person has to grade it."""
    fraction: float | None
    feedback: dict[str, str] | None
    """What the author says to this answer: option or gap -> text, or the question's own id -> text."""
    comment: str | None
    """What the person who graded it says."""
    remarks: list[Remark]
    """And about passages of it."""
    explanation: str | None
    key: Value
    """A right answer; an essay has none."""


class AttemptView(Struct, frozen=True, kw_only=True):
    """An open attempt as its student sees it: questions in their order, no keys, and what is saved."""

    id: str
    quiz_id: str
    title: str
    number: int
    state: AttemptState
    started_at: datetime
    deadline: datetime | None
    """Null where nothing ends it but handing it in."""
    grace_seconds: int
    """After the deadline nothing is saved, but so long what is handed in counts."""
    server_time: datetime
    """So that a browser with a wrong clock still counts down right."""
    questions: list[QuestionView]
    answers: dict[str, AnswerView]
    review: list[ReviewView]
    """What is shown of the saved answers meanwhile: nothing, unless the teacher has allowed it."""

    @classmethod
    def of(cls, sitting: Sitting, server_time: datetime) -> "AttemptView":
        quiz, attempt, paper = sitting
        return cls(
            id=attempt.id,
            quiz_id=quiz.id,
            title=quiz.title,
            number=attempt.number,
            state=state_at(attempt, server_time),
            started_at=attempt.started_at,
            deadline=attempt.deadline,
            grace_seconds=quiz.grace_seconds,
            server_time=server_time,
            questions=[question_view(paper[laid.question_id], laid) for laid in attempt.layout],
            answers={key: AnswerView(value=one.value, revision=one.revision) for key, one in attempt.answers.items()},
            review=_reviews(sitting, shown_of(sitting, server_time)) if attempt.state is AttemptState.OPEN else [],
        )


class AnswerSaved(Struct, frozen=True, kw_only=True):
    question_id: str
    revision: int
    answered: int
    """How many questions of the attempt have an answer now."""
    saved_at: datetime

    @classmethod
    def of(cls, attempt: Attempt, question_id: str) -> "AnswerSaved":
        saved: SavedAnswer = attempt.answers[question_id]
        return cls(
            question_id=question_id,
            revision=saved.revision,
            answered=answered_count(attempt),
            saved_at=saved.saved_at,
        )


class AttemptResult(Struct, frozen=True, kw_only=True):
    """An attempt that was handed in. What the review policy does not show now is null, or an empty review."""

    attempt_id: str
    quiz_id: str
    user_id: str
    number: int
    state: AttemptState
    shown: list[Aspect]
    """What the policy shows now."""
    score: float | None
    points: float | None
    max_points: float | None
    passed: bool | None
    tokens_earned: int | None
    tokens_withheld: int | None
    """What was earned on top and is not given: a limit of the day, the class or the campus."""
    submitted_at: datetime
    submitted_by: Literal["student", "clock"]
    review: list[ReviewView]

    @classmethod
    def of(cls, sitting: Sitting, now: datetime) -> "AttemptResult":
        """For its student."""
        return cls._showing(sitting, shown_of(sitting, now))

    @classmethod
    def with_everything(cls, sitting: Sitting) -> "AttemptResult":
        """For those who teach the class."""
        return cls._showing(sitting, EVERYTHING)

    @classmethod
    def _showing(cls, sitting: Sitting, shown: frozenset[Aspect]) -> "AttemptResult":
        _, attempt, _ = sitting
        marks = Aspect.MARKS in shown
        return cls(
            attempt_id=attempt.id,
            quiz_id=attempt.quiz_id,
            user_id=attempt.user_id,
            number=attempt.number,
            state=attempt.state,
            shown=[aspect for aspect in Aspect if aspect in shown],
            score=attempt.score if marks else None,
            points=attempt.points if marks else None,
            max_points=attempt.max_points if marks else None,
            passed=attempt.passed if marks and attempt.score is not None else None,
            tokens_earned=tokens_given(attempt) if marks else None,
            tokens_withheld=attempt.tokens - tokens_given(attempt) if marks else None,
            submitted_at=attempt.submitted_at or attempt.started_at,
            submitted_by=attempt.submitted_by or "clock",
            review=_reviews(sitting, shown),
        )


class ResultRow(Struct, frozen=True, kw_only=True):
    """One attempt as the teacher sees it."""

    attempt_id: str
    user_id: str
    name: str
    number: int
    state: AttemptState
    answered: int
    score: float | None
    tokens_earned: int
    submitted_at: datetime | None

    @classmethod
    def of(cls, attempt: Attempt) -> "ResultRow":
        return cls(
            attempt_id=attempt.id,
            user_id=attempt.user_id,
            name=attempt.name,
            number=attempt.number,
            state=attempt.state,
            answered=answered_count(attempt),
            score=attempt.score,
            tokens_earned=tokens_given(attempt),
            submitted_at=attempt.submitted_at,
        )


class QuizResults(Struct, frozen=True, kw_only=True):
    quiz: QuizView
    mine: list[AttemptResult]
    rows: list[ResultRow]
    """Everybody's, for the teacher; empty for students."""
    next: str | None


def shown_of(sitting: Sitting, now: datetime) -> frozenset[Aspect]:
    """What the student of this attempt may see of it now."""
    quiz, attempt, _ = sitting
    submitted_at = attempt.submitted_at if attempt.state in HANDED_IN else None
    phase: Phase = phase_of(submitted_at=submitted_at, over=is_over(quiz), now=now)
    return visible(quiz.review, phase)


def _reviews(sitting: Sitting, shown: frozenset[Aspect]) -> list[ReviewView]:
    if Aspect.ANSWERS not in shown:
        return []
    return [_review(sitting, laid, shown) for laid in sitting.attempt.layout]


def _review(sitting: Sitting, laid: LaidOut, shown: frozenset[Aspect]) -> ReviewView:
    _, attempt, paper = sitting
    question = paper[laid.question_id]
    value = value_of(attempt, question.id)
    said = attempt.judgements.get(question.id) if Aspect.FEEDBACK in shown else None
    mark = attempt.marks.get(question.id) if attempt.state in HANDED_IN else grade(question, value)
    return ReviewView(
        question=question_view(question, laid),
        value=value,
        verdict=_verdict(mark) if Aspect.CORRECTNESS in shown else None,
        fraction=mark if Aspect.MARKS in shown else None,
        feedback=feedback_for(question, value) if Aspect.FEEDBACK in shown else None,
        comment=said.comment if said else None,
        remarks=list(said.remarks) if said else [],
        explanation=question.explanation if Aspect.EXPLANATION in shown else None,
        key=key_of(question) if Aspect.KEY in shown else None,
    )


def _verdict(mark: float | None) -> Literal["right", "partly", "wrong", "waiting"]:
    if mark is None:
        return "waiting"
    if mark >= 1:
        return "right"
    return "partly" if mark > 0 else "wrong"
