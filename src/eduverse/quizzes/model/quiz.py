"""A quiz: its settings, its states as a table, and the rules that hold for one student."""

import enum
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct
from eduverse.quizzes.errors import InvalidWindow, QuizInUse, QuizNotOpen, WrongQuizState
from eduverse.quizzes.model.bank import BankRef
from eduverse.quizzes.model.review import ReviewPolicy
from eduverse.quizzes.questions import Question
from eduverse.quizzes.questions.corrections import Correction, Regrade

__all__ = [
    "QUIZZES",
    "Accommodation",
    "Draw",
    "GradeMethod",
    "Quiz",
    "QuizEvent",
    "QuizState",
    "Terms",
    "accommodate",
    "adjusted",
    "advance",
    "corrections_of",
    "demand_deletable",
    "demand_startable",
    "drained",
    "edit",
    "is_over",
    "question_count",
    "scheduled",
    "terms_for",
]


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


class GradeMethod(enum.StrEnum):
    """Which of several attempts counts."""

    HIGHEST = "highest"
    AVERAGE = "average"
    FIRST = "first"
    LAST = "last"


class Draw(Struct, frozen=True, kw_only=True):
    """So many questions of the bank, another choice in each attempt."""

    at: int
    """How many of the quiz's own questions come before them where nothing is shuffled."""
    tags: tuple[str, ...]
    """A question has all of these."""
    count: int
    points: float
    """What each is worth, whatever it says in the bank: the most that can be had is the same for everybody."""
    pool: tuple[BankRef, ...] = ()
    """What is drawn from, as it was when the quiz was opened: an edit in between changes nobody's odds."""


class Accommodation(Struct, frozen=True, kw_only=True):
    """What holds for one student instead."""

    time_multiplier: float = 1.0
    extra_attempts: int = 0
    opens_at: datetime | None = None
    closes_at: datetime | None = None


class Quiz(Document, frozen=True, kw_only=True):
    classroom_id: str
    author_id: str
    title: str
    questions: tuple[Question, ...]
    sources: dict[str, BankRef] = {}
    """Question id -> where in the bank it was taken from, for those that were."""
    draws: tuple[Draw, ...] = ()
    time_limit_seconds: int | None
    grace_seconds: int = 0
    """After the deadline nothing is saved any more, but so long what is handed in counts."""
    opens_at: datetime | None = None
    """A draft opens itself then."""
    closes_at: datetime | None = None
    password_hash: str | None = None
    pass_score: float
    """The fraction of the points from which the quiz is passed, 0..1."""
    tokens_reward: int
    """What a first pass with every point earns; a lower score earns its share."""
    max_attempts: int
    grade_method: GradeMethod = GradeMethod.HIGHEST
    shuffle: bool
    """Questions come in another order in each attempt."""
    shuffle_options: bool = True
    review: ReviewPolicy = ReviewPolicy()
    accommodations: dict[str, Accommodation] = {}
    """User id -> what holds for them."""
    state: QuizState = QuizState.DRAFT
    opened_at: datetime | None = None
    draining: bool = False
    """Closed, but some of its open attempts may not be submitted yet."""
    retiming: bool = False
    """Its times changed, but some of its open attempts may not show it yet."""
    regrades: tuple[Regrade, ...] = ()
    """How its key was corrected after the fact, oldest first."""
    regrading: bool = False
    """Some of its attempts may not know the last of them."""
    due_at: datetime | None = None
    """When the clock is to open (a draft) or to close it (an open one)."""
    create_key: str | None = None
    """The idempotency key it was created with."""
    created_at: datetime


QUIZZES = Collection(
    name="quizzes",
    type=Quiz,
    indexed=("classroom_id", "state", "created_at", "draining", "retiming", "regrading", "due_at"),
    text=("title",),
)


class Terms(NamedTuple):
    """The quiz as it holds for one student."""

    opens_at: datetime | None
    closes_at: datetime | None
    seconds: float | None
    """How long an attempt lasts."""
    attempts: int

    def deadline(self, started_at: datetime) -> datetime | None:
        """When an attempt that began at `started_at` ends: by its length, or with the window if that is sooner."""
        by_length = None if self.seconds is None else started_at + timedelta(seconds=round(self.seconds))
        ends = [one for one in (by_length, self.closes_at) if one is not None]
        return max(started_at, min(ends)) if ends else None


def terms_for(quiz: Quiz, user_id: str) -> Terms:
    own = quiz.accommodations.get(user_id, Accommodation())
    limit = quiz.time_limit_seconds
    return Terms(
        opens_at=own.opens_at or quiz.opens_at,
        closes_at=own.closes_at or quiz.closes_at,
        seconds=None if limit is None else limit * own.time_multiplier,
        attempts=quiz.max_attempts + own.extra_attempts,
    )


def question_count(quiz: Quiz) -> int:
    """How many questions an attempt has."""
    return len(quiz.questions) + sum(draw.count for draw in quiz.draws)


def corrections_of(quiz: Quiz) -> list[Correction]:
    """All corrections of its key, oldest first."""
    return [one for regrade in quiz.regrades for one in regrade.corrections]


def is_over(quiz: Quiz) -> bool:
    """Nobody can take it any more, and everybody's attempt is handed in."""
    return quiz.state is QuizState.CLOSED and not quiz.draining


def advance(quiz: Quiz, event: QuizEvent, now: datetime) -> Quiz:
    """The quiz after `event`; raises `WrongQuizState` where the table has no such step.

    `InvalidWindow` when it is opened after the last student's window.
    """
    after = _QUIZ_TABLE.get((quiz.state, event))
    if after is None:
        raise WrongQuizState(f"A quiz that is {quiz.state} cannot {event}.", state=quiz.state)
    if after is QuizState.OPEN:
        _demand_future(quiz, now)
    opened_at = now if after is QuizState.OPEN else quiz.opened_at
    stepped = structs.replace(quiz, state=after, opened_at=opened_at, draining=after is QuizState.CLOSED)
    return scheduled(stepped)


def demand_startable(quiz: Quiz, user_id: str, now: datetime) -> None:
    """Raises `QuizNotOpen` outside of this student's window."""
    terms = terms_for(quiz, user_id)
    if quiz.state is not QuizState.OPEN or (terms.closes_at and now >= terms.closes_at):
        raise QuizNotOpen
    if terms.opens_at and now < terms.opens_at:
        raise QuizNotOpen("This quiz is not open for you yet.", opensAt=terms.opens_at)


def drained(quiz: Quiz) -> Quiz:
    """Nobody has an open attempt at this closed quiz any more."""
    return structs.replace(quiz, draining=False)


def adjusted(quiz: Quiz, seen: int) -> Quiz:
    """Every open attempt shows the times of version `seen`; if the quiz has changed since, it stays to do."""
    return structs.replace(quiz, retiming=False) if quiz.version == seen else quiz


_FREE_WHILE_OPEN = frozenset(
    {
        *("title", "time_limit_seconds", "grace_seconds", "closes_at", "password_hash"),
        *("max_attempts", "grade_method", "review"),
    }
)
"""What may change while students are at it: nothing that was asked, and nothing that it is worth."""


def edit(quiz: Quiz, changes: Mapping[str, object]) -> Quiz:
    """Any change to a draft, few to an open quiz, none to a closed one; raises `QuizInUse` or `WrongQuizState`."""
    if quiz.state is QuizState.CLOSED:
        raise WrongQuizState("A quiz that is closed cannot change.", state=quiz.state)
    bound = sorted(name for name in set(changes) - _FREE_WHILE_OPEN if getattr(quiz, name) != changes[name])
    if quiz.state is QuizState.OPEN and bound:
        raise QuizInUse("While a quiz is open, its questions and what they earn stay as they are.", fields=bound)
    changed = structs.replace(quiz, **changes)
    return scheduled(structs.replace(changed, retiming=quiz.state is QuizState.OPEN))


def demand_deletable(quiz: Quiz) -> None:
    """Raises `QuizInUse`: what was opened once may have attempts, and those are the students'."""
    if quiz.state is not QuizState.DRAFT:
        raise QuizInUse("Only a draft can be deleted; this quiz was opened.", state=quiz.state)


def accommodate(quiz: Quiz, user_id: str, own: Accommodation | None) -> Quiz:
    """Sets or, with None, lifts what holds for one student."""
    if quiz.state is QuizState.CLOSED:
        raise WrongQuizState("A quiz that is closed cannot change.", state=quiz.state)
    others = {key: value for key, value in quiz.accommodations.items() if key != user_id}
    changed = structs.replace(quiz, accommodations={**others, user_id: own} if own else others)
    return scheduled(structs.replace(changed, retiming=quiz.state is QuizState.OPEN))


def scheduled(quiz: Quiz) -> Quiz:
    """The quiz with what the clock has to do next; raises `InvalidWindow`.

    It opens when the first student's window does, and closes with the last one's, grace included.
    """
    for window in _windows(quiz):
        if window.opens_at and window.closes_at and window.opens_at >= window.closes_at:
            raise InvalidWindow(opensAt=window.opens_at, closesAt=window.closes_at)
    due = None
    if quiz.state is QuizState.DRAFT and quiz.opens_at:
        due = min(one.opens_at for one in _windows(quiz) if one.opens_at)
    elif quiz.state is QuizState.OPEN and (last := _last_close(quiz)):
        due = last + timedelta(seconds=quiz.grace_seconds)
    return structs.replace(quiz, due_at=due)


def _windows(quiz: Quiz) -> "list[Quiz | Accommodation]":
    return [quiz, *quiz.accommodations.values()]


def _last_close(quiz: Quiz) -> datetime | None:
    """When the last student's window closes; None when the quiz is closed by hand."""
    if quiz.closes_at is None:
        return None
    return max(one.closes_at for one in _windows(quiz) if one.closes_at)


def _demand_future(quiz: Quiz, now: datetime) -> None:
    last = _last_close(quiz)
    if last and now >= last:
        raise InvalidWindow("The time at which this quiz was to close has passed.", closesAt=last)
