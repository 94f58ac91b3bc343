"""What is written about a quiz as a whole, and what everybody in the class may know of it."""

from datetime import datetime
from typing import Annotated, Any

from msgspec import UNSET, Meta, UnsetType, structs

from eduverse.kernel.bounds import Id, Secret, Title
from eduverse.kernel.ids import Ids
from eduverse.kernel.structs import Input, Struct
from eduverse.quizzes.model import (
    Accommodation,
    Aspect,
    BankRef,
    Draw,
    GradeMethod,
    Quiz,
    QuizState,
    ReviewPolicy,
    StudentGrade,
    question_count,
    terms_for,
)
from eduverse.quizzes.questions import Question
from eduverse.quizzes.schemas.written import SlotInput, to_slots
from eduverse.quizzes.service import NewQuiz

__all__ = [
    "AccommodationInput",
    "AccommodationList",
    "AccommodationView",
    "CreateQuiz",
    "GradeView",
    "QuizList",
    "QuizPreview",
    "QuizView",
    "StartQuiz",
    "UpdateQuiz",
]

Slots = Annotated[list[SlotInput], Meta(min_length=1, max_length=200)]
Seconds = Annotated[int, Meta(ge=10, le=7 * 24 * 3600)]
Grace = Annotated[int, Meta(ge=0, le=600)]
Moment = Annotated[datetime, Meta(tz=True)]
Share = Annotated[float, Meta(ge=0, le=1)]
Tokens = Annotated[int, Meta(ge=0, le=10_000)]
Attempts = Annotated[int, Meta(ge=1, le=50)]
Aspects = Annotated[list[Aspect], Meta(max_length=6)]

_NETWORK_GRACE = 5
"""Seconds: a browser hands in when its countdown ends, and what it sends takes a moment."""


class ReviewPolicyInput(Input, frozen=True, kw_only=True):
    """What students see of an attempt, and when; what is not named is not shown."""

    during: Aspects = []
    immediately: Aspects
    later: Aspects
    closed: Aspects

    def to_policy(self) -> ReviewPolicy:
        return ReviewPolicy(**{when: tuple(dict.fromkeys(shown)) for when, shown in structs.asdict(self).items()})


class CreateQuiz(Input, frozen=True, kw_only=True):
    classroom_id: Id
    title: Title
    questions: Slots
    time_limit_seconds: Seconds | None = 600
    grace_seconds: Grace = _NETWORK_GRACE
    opens_at: Moment | None = None
    """When the draft opens by itself; without it, its teacher opens it."""
    closes_at: Moment | None = None
    password: Secret | None = None
    pass_score: Share = 0.5
    tokens_reward: Tokens = 10
    max_attempts: Attempts = 1
    grade_method: GradeMethod = GradeMethod.HIGHEST
    shuffle: bool = True
    shuffle_options: bool = True
    review: ReviewPolicyInput | None = None
    """Null: results at once, right answers when the quiz is closed."""

    def to_quiz(self, ids: Ids) -> NewQuiz:
        """Raises `InvalidQuestion`, naming the question, where one cannot be graded."""
        return NewQuiz(
            classroom_id=self.classroom_id,
            title=self.title.strip(),
            questions=to_slots(self.questions, ids),
            time_limit_seconds=self.time_limit_seconds,
            grace_seconds=self.grace_seconds,
            opens_at=self.opens_at,
            closes_at=self.closes_at,
            password=self.password,
            pass_score=self.pass_score,
            tokens_reward=self.tokens_reward,
            max_attempts=self.max_attempts,
            grade_method=self.grade_method,
            shuffle=self.shuffle,
            shuffle_options=self.shuffle_options,
            review=self.review.to_policy() if self.review else ReviewPolicy(),
        )


class UpdateQuiz(Input, frozen=True, kw_only=True):
    """Fields that are left out stay. While a quiz is open, its questions and what they earn cannot change."""

    title: Title | UnsetType = UNSET
    questions: Slots | UnsetType = UNSET
    time_limit_seconds: Seconds | UnsetType | None = UNSET
    grace_seconds: Grace | UnsetType = UNSET
    opens_at: Moment | UnsetType | None = UNSET
    closes_at: Moment | UnsetType | None = UNSET
    password: Secret | UnsetType | None = UNSET
    pass_score: Share | UnsetType = UNSET
    tokens_reward: Tokens | UnsetType = UNSET
    max_attempts: Attempts | UnsetType = UNSET
    grade_method: GradeMethod | UnsetType = UNSET
    shuffle: bool | UnsetType = UNSET
    shuffle_options: bool | UnsetType = UNSET
    review: ReviewPolicyInput | UnsetType = UNSET

    def to_changes(self, ids: Ids) -> dict[str, Any]:
        """The fields of `NewQuiz` that change, by name."""
        changes = {name: value for name, value in structs.asdict(self).items() if value is not UNSET}
        if self.title is not UNSET:
            changes["title"] = self.title.strip()
        if self.questions is not UNSET:
            changes["questions"] = to_slots(self.questions, ids)
        if self.review is not UNSET:
            changes["review"] = self.review.to_policy()
        return changes


class StartQuiz(Input, frozen=True, kw_only=True):
    password: Secret | None = None


class AccommodationInput(Input, frozen=True, kw_only=True):
    time_multiplier: Annotated[float, Meta(ge=1, le=10)] = 1.0
    extra_attempts: Annotated[int, Meta(ge=0, le=50)] = 0
    opens_at: Moment | None = None
    closes_at: Moment | None = None

    def to_accommodation(self) -> Accommodation:
        return Accommodation(**structs.asdict(self))


# --- what goes out ------------------------------------------------------------------------------------------


class AccommodationView(Struct, frozen=True, kw_only=True):
    user_id: str
    time_multiplier: float
    extra_attempts: int
    opens_at: datetime | None
    closes_at: datetime | None

    @classmethod
    def of(cls, user_id: str, own: Accommodation) -> "AccommodationView":
        return cls(user_id=user_id, **structs.asdict(own))


class AccommodationList(Struct, frozen=True, kw_only=True):
    items: list[AccommodationView]

    @classmethod
    def of(cls, quiz: Quiz) -> "AccommodationList":
        return cls(items=[AccommodationView.of(one, own) for one, own in sorted(quiz.accommodations.items())])


class GradeView(Struct, frozen=True, kw_only=True):
    """What you have reached, by the quiz's grade method."""

    method: GradeMethod
    score: float | None
    """Null while nothing is graded, or while the score is not shown yet."""
    attempts: int
    waiting: int
    """Attempts that wait for somebody to grade them."""
    passed: bool | None

    @classmethod
    def of(cls, quiz: Quiz, grade: StudentGrade, *, shown: bool) -> "GradeView":
        return cls(
            method=quiz.grade_method,
            score=grade.score if shown else None,
            attempts=grade.attempts,
            waiting=grade.waiting,
            passed=grade.passed if shown else None,
        )


class QuizView(Struct, frozen=True, kw_only=True):
    """A quiz without its questions, as it holds for whoever asks."""

    id: str
    classroom_id: str
    title: str
    state: QuizState
    question_count: int
    time_limit_seconds: int | None
    grace_seconds: int
    opens_at: datetime | None
    closes_at: datetime | None
    has_password: bool
    pass_score: float
    tokens_reward: int
    max_attempts: int
    grade_method: GradeMethod
    shuffle: bool
    shuffle_options: bool
    review: ReviewPolicy
    opened_at: datetime | None
    created_at: datetime
    attempts_used: int
    """Yours."""

    @classmethod
    def of(cls, quiz: Quiz, attempts_used: int, user_id: str = "") -> "QuizView":
        """With the times and attempts that `user_id` has."""
        terms = terms_for(quiz, user_id)
        return cls(
            id=quiz.id,
            classroom_id=quiz.classroom_id,
            title=quiz.title,
            state=quiz.state,
            question_count=question_count(quiz),
            time_limit_seconds=None if terms.seconds is None else round(terms.seconds),
            grace_seconds=quiz.grace_seconds,
            opens_at=terms.opens_at,
            closes_at=terms.closes_at,
            has_password=quiz.password_hash is not None,
            pass_score=quiz.pass_score,
            tokens_reward=quiz.tokens_reward,
            max_attempts=terms.attempts,
            grade_method=quiz.grade_method,
            shuffle=quiz.shuffle,
            shuffle_options=quiz.shuffle_options,
            review=quiz.review,
            opened_at=quiz.opened_at,
            created_at=quiz.created_at,
            attempts_used=attempts_used,
        )


class QuizList(Struct, frozen=True, kw_only=True):
    items: list[QuizView]
    next: str | None


class DrawView(Struct, frozen=True, kw_only=True):
    at: int
    """How many of the quiz's own questions come before."""
    tags: list[str]
    count: int
    points: float

    @classmethod
    def of(cls, draw: Draw) -> "DrawView":
        return cls(at=draw.at, tags=list(draw.tags), count=draw.count, points=draw.points)


class QuizPreview(Struct, frozen=True, kw_only=True):
    """A quiz with its keys, for those who teach its class."""

    quiz: QuizView
    questions: list[Question]
    sources: dict[str, BankRef]
    """Question id -> where in the bank it was taken from."""
    draws: list[DrawView]

    @classmethod
    def of(cls, quiz: Quiz) -> "QuizPreview":
        return cls(
            quiz=QuizView.of(quiz, 0),
            questions=list(quiz.questions),
            sources=quiz.sources,
            draws=[DrawView.of(draw) for draw in quiz.draws],
        )
