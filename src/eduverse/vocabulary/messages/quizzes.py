"""A quiz that is open in the room."""

from datetime import datetime
from typing import Literal

from eduverse.kernel.bounds import Id
from eduverse.kernel.structs import Input, Struct
from eduverse.vocabulary.messages.basics import Accepted

__all__ = ["LiveQuiz", "QuizClosed", "QuizDeadlineMoved", "QuizProgress", "QuizProgressed", "QuizRef", "UserProgress"]


class LiveQuiz(Struct, frozen=True, kw_only=True):
    """A quiz that is open in the room. It says nothing about the answers."""

    quiz_id: str
    title: str
    question_count: int
    time_limit_seconds: int | None
    tokens_reward: int
    opened_at: datetime


class QuizRef(Input, frozen=True, kw_only=True):
    quiz_id: Id


class QuizClosed(Struct, frozen=True, kw_only=True):
    quiz_id: str


class QuizDeadlineMoved(Struct, frozen=True, kw_only=True):
    """The time of a running attempt has changed; goes to its student, on every device."""

    quiz_id: str
    attempt_id: str
    deadline: datetime | None
    """Null where nothing ends it any more."""
    server_time: datetime


class QuizProgress(Struct, frozen=True, kw_only=True):
    """The reply to `quiz:progress`: what the server holds, not what the browser believes."""

    quiz_id: str
    answered: int
    question_count: int


class QuizProgressed(Accepted, frozen=True, kw_only=True):
    progress: QuizProgress


class UserProgress(Struct, frozen=True, kw_only=True):
    """How far a student is; goes to the room's teachers only."""

    quiz_id: str
    user_id: str
    name: str
    answered: int
    question_count: int
    state: Literal["open", "submitted"]
    score: float | None = None
    """The fraction of the points, 0..1, once graded."""
