"""An attempt: what is stored of it, its states as a table, and saving and handing in.

The server's clock decides: it comes in as `now`. An attempt stores its own deadline, the layout it was shown in
and every acknowledged answer, so a restart changes nothing of it.
"""

import enum
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct
from eduverse.quizzes.errors import AnswerChanged, AnswerNotInAttempt, AttemptClosed
from eduverse.quizzes.model.layout import LaidOut
from eduverse.quizzes.model.quiz import Quiz, terms_for
from eduverse.quizzes.questions import Question, Value, check, is_blank
from eduverse.quizzes.questions.rubric import Judgement

__all__ = [
    "ATTEMPTS",
    "HANDED_IN",
    "Attempt",
    "AttemptEvent",
    "AttemptState",
    "MarksBefore",
    "Paper",
    "SavedAnswer",
    "answered_count",
    "attempt_id",
    "is_due",
    "question_of",
    "save_answer",
    "settle",
    "state_at",
    "step",
    "timed",
    "tokens_given",
    "value_of",
    "with_answers",
    "withhold",
]

Paper = Mapping[str, Question]
"""Question id -> question, for all that an attempt asks."""


class AttemptState(enum.StrEnum):
    OPEN = "open"
    OVERDUE = "overdue"
    """The deadline has passed, the grace has not: nothing is saved, but what is handed in counts. Never stored."""
    SUBMITTED = "submitted"
    """Handed in and not yet looked at: it lasts no longer than grading what a program can grade."""
    NEEDS_GRADING = "needsGrading"
    """A person must say what some of the answers are worth."""
    GRADED = "graded"


class AttemptEvent(enum.StrEnum):
    DEADLINE = "deadline"
    SAVE = "save"
    SUBMIT = "submit"
    AWAIT = "await grading"
    GRADE = "grade"


_TABLE: dict[tuple[AttemptState, AttemptEvent], AttemptState] = {
    (AttemptState.OPEN, AttemptEvent.SAVE): AttemptState.OPEN,
    (AttemptState.OPEN, AttemptEvent.DEADLINE): AttemptState.OVERDUE,
    (AttemptState.OPEN, AttemptEvent.SUBMIT): AttemptState.SUBMITTED,
    (AttemptState.OVERDUE, AttemptEvent.SUBMIT): AttemptState.SUBMITTED,
    (AttemptState.SUBMITTED, AttemptEvent.AWAIT): AttemptState.NEEDS_GRADING,
    (AttemptState.SUBMITTED, AttemptEvent.GRADE): AttemptState.GRADED,
    (AttemptState.NEEDS_GRADING, AttemptEvent.AWAIT): AttemptState.NEEDS_GRADING,
    (AttemptState.NEEDS_GRADING, AttemptEvent.GRADE): AttemptState.GRADED,
    (AttemptState.GRADED, AttemptEvent.AWAIT): AttemptState.NEEDS_GRADING,
    (AttemptState.GRADED, AttemptEvent.GRADE): AttemptState.GRADED,
}
"""What is graded may be graded anew: a key was mended, or a person thought better of it."""

HANDED_IN = frozenset({AttemptState.SUBMITTED, AttemptState.NEEDS_GRADING, AttemptState.GRADED})


class SavedAnswer(Struct, frozen=True, kw_only=True):
    value: Value
    revision: int
    """Counts the saves of this answer; a save names the revision it has seen."""
    saved_at: datetime


class MarksBefore(Struct, frozen=True, kw_only=True):
    """What the marks were until they changed."""

    marks: dict[str, float | None]
    """Question id -> fraction, of those that changed; None where there was none."""
    score: float | None
    by_name: str
    at: datetime
    regrade: int | None = None
    """Which regrade of the quiz changed them, from 1; None where a person judged an answer."""


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
    deadline: datetime | None
    """None where neither a length nor a window ends it."""
    due_at: datetime | None
    """The deadline and the grace: from here on the clock hands it in."""
    start_key: str | None = None
    """The idempotency key it was started with."""
    answers: dict[str, SavedAnswer] = {}
    submitted_at: datetime | None = None
    submitted_by: Literal["student", "clock"] | None = None
    marks: dict[str, float] = {}
    """Question id -> fraction 0..1, once submitted; without those that wait for a person."""
    score: float | None = None
    """The fraction of all points, once everything is graded."""
    points: float | None = None
    """What is graded so far."""
    max_points: float | None = None
    passed: bool = False
    tokens: int = 0
    withheld: int = 0
    """How many of its tokens are not given because of a limit."""
    judgements: dict[str, Judgement] = {}
    """Question id -> what a person has said about the answer."""
    corrected: int = 0
    """How many of the quiz's regrades the marks know."""
    earned_after: int = 0
    """How many regrades there had been when its tokens were earned by being graded."""
    history: tuple[MarksBefore, ...] = ()
    """Oldest first."""
    unsettled: bool = False
    """What follows from it (tokens) is not confirmed yet."""


ATTEMPTS = Collection(
    name="attempts",
    type=Attempt,
    indexed=("quiz_id", "classroom_id", "user_id", "state", "due_at", "submitted_at", "unsettled"),
)


def attempt_id(quiz_id: str, user_id: str, number: int) -> str:
    """Two starts at once are the same id, and only one insert succeeds."""
    return f"{quiz_id}:{user_id}:{number}"


def step(state: AttemptState, event: AttemptEvent) -> AttemptState:
    """Raises `AttemptClosed` where the table has no such step."""
    after = _TABLE.get((state, event))
    if after is None:
        raise AttemptClosed(f"An attempt that is {state} cannot {event}.", state=state)
    return after


def state_at(attempt: Attempt, now: datetime) -> AttemptState:
    """The state with the deadline taken into account."""
    expired = attempt.state is AttemptState.OPEN and attempt.deadline is not None and now >= attempt.deadline
    return step(attempt.state, AttemptEvent.DEADLINE) if expired else attempt.state


def is_due(attempt: Attempt, now: datetime) -> bool:
    """The clock has to hand it in."""
    return attempt.state is AttemptState.OPEN and attempt.due_at is not None and now >= attempt.due_at


def timed(attempt: Attempt, quiz: Quiz) -> Attempt:
    """The attempt with the times that hold for it now: the quiz or an accommodation may have moved them.

    Times that are the same change nothing; what is handed in has none any more.
    """
    deadline = terms_for(quiz, attempt.user_id).deadline(attempt.started_at)
    due = None if deadline is None else deadline + timedelta(seconds=quiz.grace_seconds)
    if attempt.state is not AttemptState.OPEN or (attempt.deadline, attempt.due_at) == (deadline, due):
        return attempt
    return structs.replace(attempt, deadline=deadline, due_at=due)


def answered_count(attempt: Attempt) -> int:
    return sum(not is_blank(answer.value) for answer in attempt.answers.values())


def question_of(paper: Paper, question_id: str) -> Question:
    if question_id not in paper:
        raise AnswerNotInAttempt(questionId=question_id)
    return paper[question_id]


def value_of(attempt: Attempt, question_id: str) -> Value:
    saved = attempt.answers.get(question_id)
    return saved.value if saved else None


def save_answer(
    attempt: Attempt, paper: Paper, question_id: str, value: Value, *, revision: int, now: datetime
) -> Attempt:
    """Saves one answer if the writer has seen the newest one.

    Sending the same again (because the reply was lost) changes nothing and succeeds. Raises `AttemptClosed`,
    `AnswerNotInAttempt`, `InvalidAnswer`, or `AnswerChanged` with what is stored now.
    """
    step(state_at(attempt, now), AttemptEvent.SAVE)
    check(question_of(paper, question_id), value)
    stored = attempt.answers.get(question_id)
    if stored and stored.value == value and revision in (stored.revision, stored.revision - 1):
        return attempt
    if revision != (stored.revision if stored else 0):
        raise AnswerChanged(
            questionId=question_id,
            current={"value": stored.value if stored else None, "revision": stored.revision if stored else 0},
        )
    return with_answers(attempt, {question_id: value}, now)


def with_answers(attempt: Attempt, values: Mapping[str, Value], now: datetime) -> Attempt:
    """These answers in place of what was saved of them."""
    answers = dict(attempt.answers)
    for question_id, value in values.items():
        stored = answers.get(question_id)
        answers[question_id] = SavedAnswer(value=value, revision=(stored.revision if stored else 0) + 1, saved_at=now)
    return structs.replace(attempt, answers=answers)


def settle(attempt: Attempt) -> Attempt:
    """What follows from the submission has been done."""
    return structs.replace(attempt, unsettled=False)


def withhold(attempt: Attempt, tokens: int) -> Attempt:
    """The attempt with so many of its tokens not given."""
    return attempt if attempt.withheld == tokens else structs.replace(attempt, withheld=tokens)


def tokens_given(attempt: Attempt) -> int:
    """Of the tokens that it earned, those that were given."""
    return max(0, attempt.tokens - attempt.withheld)
