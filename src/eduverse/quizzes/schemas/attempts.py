"""Answers as they come in, and attempts as they go out: a key leaves only in a review."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta

from eduverse.kernel.bounds import Id
from eduverse.kernel.structs import Input, Struct
from eduverse.quizzes.model import Attempt, AttemptState, LaidOut, Quiz, QuizState, SavedAnswer, answered_count
from eduverse.quizzes.questions import Question, Value, feedback_for, key_of
from eduverse.quizzes.schemas.quizzes import QuizView
from eduverse.quizzes.schemas.shown import QuestionView, question_view

__all__ = [
    "AnswerSaved",
    "AttemptResult",
    "AttemptView",
    "QuizResults",
    "ResultRow",
    "ReviewView",
    "SaveAnswer",
    "SubmitQuiz",
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


def values_of(data: SubmitQuiz) -> dict[str, Value]:
    return {question_id: to_value(answer) for question_id, answer in data.answers.items()}


def to_value(answer: Answer) -> Value:
    return tuple(answer) if isinstance(answer, list) else answer


class AnswerView(Struct, frozen=True, kw_only=True):
    value: Value
    revision: int


class AttemptView(Struct, frozen=True, kw_only=True):
    """An open attempt as its student sees it: questions in their order, no keys, and what is saved."""

    id: str
    quiz_id: str
    title: str
    number: int
    state: AttemptState
    started_at: datetime
    deadline: datetime
    server_time: datetime
    """So that a browser with a wrong clock still counts down right."""
    questions: list[QuestionView]
    answers: dict[str, AnswerView]

    @classmethod
    def of(cls, quiz: Quiz, attempt: Attempt, server_time: datetime) -> "AttemptView":
        by_id = {question.id: question for question in quiz.questions}
        return cls(
            id=attempt.id,
            quiz_id=quiz.id,
            title=quiz.title,
            number=attempt.number,
            state=attempt.state,
            started_at=attempt.started_at,
            deadline=attempt.deadline,
            server_time=server_time,
            questions=[question_view(by_id[laid.question_id], laid) for laid in attempt.layout],
            answers={key: AnswerView(value=one.value, revision=one.revision) for key, one in attempt.answers.items()},
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


class ReviewView(Struct, frozen=True, kw_only=True):
    question: QuestionView
    value: Value
    """What was answered."""
    fraction: float
    feedback: dict[str, str]
    """What the author says to this answer: option or gap -> text, or the question's own id -> text."""
    explanation: str | None
    key: Value
    """A right answer; null while others can still take the quiz."""


class AttemptResult(Struct, frozen=True, kw_only=True):
    attempt_id: str
    quiz_id: str
    number: int
    score: float
    points: float
    max_points: float
    passed: bool
    tokens_earned: int
    submitted_at: datetime
    submitted_by: Literal["student", "clock"]
    review: list[ReviewView]

    @classmethod
    def of(cls, quiz: Quiz, attempt: Attempt) -> "AttemptResult":
        """For a submitted attempt only."""
        over = quiz.state is QuizState.CLOSED and not quiz.draining
        by_id = {question.id: question for question in quiz.questions}
        return cls(
            attempt_id=attempt.id,
            quiz_id=quiz.id,
            number=attempt.number,
            score=attempt.score or 0.0,
            points=attempt.points or 0.0,
            max_points=attempt.max_points or 0.0,
            passed=attempt.passed,
            tokens_earned=attempt.tokens,
            submitted_at=attempt.submitted_at or attempt.deadline,
            submitted_by=attempt.submitted_by or "clock",
            review=[_review(by_id[laid.question_id], laid, attempt, over=over) for laid in attempt.layout],
        )


class ResultRow(Struct, frozen=True, kw_only=True):
    """One attempt as the teacher sees it."""

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
            user_id=attempt.user_id,
            name=attempt.name,
            number=attempt.number,
            state=attempt.state,
            answered=answered_count(attempt),
            score=attempt.score,
            tokens_earned=attempt.tokens,
            submitted_at=attempt.submitted_at,
        )


class QuizResults(Struct, frozen=True, kw_only=True):
    quiz: QuizView
    mine: list[AttemptResult]
    rows: list[ResultRow]
    """Everybody's, for the teacher; empty for students."""
    next: str | None


def _review(question: Question, laid: LaidOut, attempt: Attempt, *, over: bool) -> ReviewView:
    saved = attempt.answers.get(question.id)
    value = saved.value if saved else None
    return ReviewView(
        question=question_view(question, laid),
        value=value,
        fraction=attempt.marks.get(question.id, 0.0),
        feedback=feedback_for(question, value) if over else {},
        explanation=question.explanation if over else None,
        key=key_of(question) if over else None,
    )
