"""Quizzes and attempts: what is stored, their states as tables, and every rule as a pure function.

The server's clock decides: it comes in as `now`. An attempt stores its own deadline, the layout it was shown in
and every acknowledged answer, so a restart changes nothing of it.
"""

import enum
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import blake2b
from math import fsum
from typing import Literal, NamedTuple, TypeVar

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct
from eduverse.quizzes.errors import (
    AnswerChanged,
    AnswerNotInAttempt,
    AttemptClosed,
    WrongQuizState,
)
from eduverse.quizzes.questions import (
    Choice,
    Cloze,
    GapChoice,
    Item,
    Matching,
    Multiple,
    Option,
    Ordering,
    Question,
    Single,
    Value,
    check,
    grade,
    is_blank,
)

__all__ = [
    "ATTEMPTS",
    "QUIZZES",
    "Attempt",
    "AttemptState",
    "LaidOut",
    "Quiz",
    "QuizEvent",
    "QuizState",
    "Rewarding",
    "SavedAnswer",
    "advance",
    "answered_count",
    "attempt_id",
    "deadline_of",
    "drained",
    "lay_out",
    "save_answer",
    "settle",
    "submit",
]

X = TypeVar("X")

_ROUNDING = 1e-9
"""What the binary fractions of points may be off by: exactly half the points must pass at 0.5."""


class QuizState(enum.StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class QuizEvent(enum.StrEnum):
    OPEN = "open"
    CLOSE = "close"


# Closed stays closed: its right answers have been shown.
_QUIZ_TABLE: dict[tuple[QuizState, QuizEvent], QuizState] = {
    (QuizState.DRAFT, QuizEvent.OPEN): QuizState.OPEN,
    (QuizState.OPEN, QuizEvent.CLOSE): QuizState.CLOSED,
}


class AttemptState(enum.StrEnum):
    OPEN = "open"
    SUBMITTED = "submitted"


class Quiz(Document, frozen=True, kw_only=True):
    classroom_id: str
    author_id: str
    title: str
    questions: tuple[Question, ...]
    time_limit_seconds: int
    pass_score: float
    """The fraction of the points from which the quiz is passed, 0..1."""
    tokens_reward: int
    """What a first pass with every point earns; a lower score earns its share."""
    max_attempts: int
    shuffle: bool
    state: QuizState = QuizState.DRAFT
    opened_at: datetime | None = None
    draining: bool = False
    """Closed, but some of its open attempts may not be submitted yet."""
    created_at: datetime


class LaidOut(Struct, frozen=True, kw_only=True):
    """One question as this attempt shows it: its place is its index, its options are in this order."""

    question_id: str
    option_ids: tuple[str, ...] = ()
    """Or choices, or items."""
    gap_option_ids: dict[str, tuple[str, ...]] = {}


class SavedAnswer(Struct, frozen=True, kw_only=True):
    value: Value
    revision: int
    """Counts the saves of this answer; a save names the revision it has seen."""
    saved_at: datetime


class Attempt(Document, frozen=True, kw_only=True):
    quiz_id: str
    classroom_id: str
    user_id: str
    name: str
    number: int
    state: AttemptState
    seed: int
    layout: tuple[LaidOut, ...]
    started_at: datetime
    deadline: datetime
    start_key: str | None = None
    """The idempotency key it was started with."""
    answers: dict[str, SavedAnswer] = {}
    submitted_at: datetime | None = None
    submitted_by: Literal["student", "clock"] | None = None
    marks: dict[str, float] = {}
    """Question id -> fraction 0..1, once submitted."""
    score: float | None = None
    points: float | None = None
    max_points: float | None = None
    passed: bool = False
    tokens: int = 0
    unsettled: bool = False
    """Submitted, but what follows from it (tokens) is not confirmed yet."""


QUIZZES = Collection(
    name="quizzes", type=Quiz, indexed=("classroom_id", "state", "created_at", "draining"), text=("title",)
)
ATTEMPTS = Collection(
    name="attempts",
    type=Attempt,
    indexed=("quiz_id", "classroom_id", "user_id", "state", "deadline", "unsettled"),
)


class Rewarding(NamedTuple):
    """What a submission may earn."""

    already_passed: bool
    """An earlier attempt passed: tokens are given once per person and quiz."""


def advance(quiz: Quiz, event: QuizEvent, now: datetime) -> Quiz:
    """The quiz after `event`; raises `WrongQuizState` where the table has no such step."""
    after = _QUIZ_TABLE.get((quiz.state, event))
    if after is None:
        raise WrongQuizState(f"A quiz that is {quiz.state} cannot {event}.", state=quiz.state)
    opened_at = now if after is QuizState.OPEN else quiz.opened_at
    return structs.replace(quiz, state=after, opened_at=opened_at, draining=after is QuizState.CLOSED)


def drained(quiz: Quiz) -> Quiz:
    """Nobody has an open attempt at this closed quiz any more."""
    return structs.replace(quiz, draining=False)


def attempt_id(quiz_id: str, user_id: str, number: int) -> str:
    """Two starts at once are the same id, and only one insert succeeds."""
    return f"{quiz_id}:{user_id}:{number}"


def deadline_of(quiz: Quiz, started_at: datetime) -> datetime:
    return started_at + timedelta(seconds=quiz.time_limit_seconds)


def lay_out(quiz: Quiz, seed: int) -> tuple[LaidOut, ...]:
    """The order of questions and options for one attempt; the same seed always gives the same."""
    questions = _ordered({question.id: question for question in quiz.questions}, seed if quiz.shuffle else None)
    return tuple(_lay_out_parts(one, seed, shuffle=quiz.shuffle) for one in questions)


def _lay_out_parts(question: Question, seed: int, *, shuffle: bool) -> LaidOut:
    """Items and choices are always shuffled: as the author wrote them, they would tell the answer."""
    chosen = seed if shuffle else None
    match question:
        case Single() | Multiple():
            return LaidOut(question_id=question.id, option_ids=_ids(question.options, chosen))
        case Matching():
            return LaidOut(question_id=question.id, option_ids=_ids(question.choices, seed))
        case Ordering():
            return LaidOut(question_id=question.id, option_ids=_ids(question.items, seed))
        case Cloze():
            gaps = {gap.id: _ids(gap.options, chosen) for gap in question.gaps if isinstance(gap, GapChoice)}
            return LaidOut(question_id=question.id, gap_option_ids=gaps)
        case _:
            return LaidOut(question_id=question.id)


def _ids(parts: Iterable[Option | Choice | Item], seed: int | None) -> tuple[str, ...]:
    return tuple(_ordered({part.id: part.id for part in parts}, seed))


def _ordered(things: dict[str, X], seed: int | None) -> list[X]:
    """The things in an order that depends on their ids and the seed alone; as they are without one."""
    if seed is None:
        return list(things.values())
    return [things[key] for key in sorted(things, key=lambda key: blake2b(f"{seed}:{key}".encode()).digest())]


def answered_count(attempt: Attempt) -> int:
    return sum(not is_blank(answer.value) for answer in attempt.answers.values())


def save_answer(
    attempt: Attempt, quiz: Quiz, question_id: str, value: Value, *, revision: int, now: datetime
) -> Attempt:
    """Saves one answer if the writer has seen the newest one.

    Sending the same again (because the reply was lost) changes nothing and succeeds. Raises `AttemptClosed`,
    `AnswerNotInAttempt`, `InvalidAnswer`, or `AnswerChanged` with what is stored now.
    """
    if attempt.state is not AttemptState.OPEN or now >= attempt.deadline:
        raise AttemptClosed
    check(_question(quiz, question_id), value)
    stored = attempt.answers.get(question_id)
    if stored and stored.value == value and revision in (stored.revision, stored.revision - 1):
        return attempt
    if revision != (stored.revision if stored else 0):
        raise AnswerChanged(
            questionId=question_id,
            current={"value": stored.value if stored else None, "revision": stored.revision if stored else 0},
        )
    saved = SavedAnswer(value=value, revision=revision + 1, saved_at=now)
    return structs.replace(attempt, answers={**attempt.answers, question_id: saved})


def submit(
    attempt: Attempt,
    quiz: Quiz,
    *,
    last_answers: dict[str, Value],
    by: Literal["student", "clock"],
    rewarding: Rewarding,
    now: datetime,
) -> Attempt:
    """Closes and grades the attempt; submitting what is submitted changes nothing.

    The student's last answers count only before the deadline; after it, what was saved does.
    """
    if attempt.state is AttemptState.SUBMITTED:
        return attempt
    for question_id, value in last_answers.items():
        check(_question(quiz, question_id), value)
    if now >= attempt.deadline:
        by = "clock"
    elif by == "student":
        attempt = _with_last_answers(attempt, last_answers, now)
    return _graded(attempt, quiz, by=by, rewarding=rewarding, now=now)


def settle(attempt: Attempt) -> Attempt:
    """What follows from the submission has been done."""
    return structs.replace(attempt, unsettled=False)


def _with_last_answers(attempt: Attempt, last_answers: dict[str, Value], now: datetime) -> Attempt:
    answers = dict(attempt.answers)
    for question_id, value in last_answers.items():
        stored = answers.get(question_id)
        revision = stored.revision if stored else 0
        answers[question_id] = SavedAnswer(value=value, revision=revision + 1, saved_at=now)
    return structs.replace(attempt, answers=answers)


def _graded(
    attempt: Attempt, quiz: Quiz, *, by: Literal["student", "clock"], rewarding: Rewarding, now: datetime
) -> Attempt:
    marks = {one.id: grade(one, _value(attempt, one.id)) or 0.0 for one in quiz.questions}
    points = fsum(marks[one.id] * one.points for one in quiz.questions)
    max_points = fsum(one.points for one in quiz.questions)
    score = min(1.0, points / max_points)
    passed = score >= quiz.pass_score - _ROUNDING
    tokens = int(quiz.tokens_reward * score + _ROUNDING) if passed and not rewarding.already_passed else 0
    return structs.replace(
        attempt,
        state=AttemptState.SUBMITTED,
        submitted_at=min(now, attempt.deadline),
        submitted_by=by,
        marks=marks,
        points=points,
        max_points=max_points,
        score=score,
        passed=passed,
        tokens=tokens,
        unsettled=tokens > 0,
    )


def _value(attempt: Attempt, question_id: str) -> Value:
    saved = attempt.answers.get(question_id)
    return saved.value if saved else None


def _question(quiz: Quiz, question_id: str) -> Question:
    for question in quiz.questions:
        if question.id == question_id:
            return question
    raise AnswerNotInAttempt(questionId=question_id)
