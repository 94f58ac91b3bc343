"""What the quiz routes take and give. A key leaves only in a review, after the quiz was closed for everybody."""

from datetime import datetime
from typing import Annotated, Any, Literal

from msgspec import Meta

from eduverse.kernel.bounds import Id, Title
from eduverse.kernel.ids import Ids
from eduverse.kernel.structs import Input, Struct
from eduverse.quizzes.errors import InvalidQuestion
from eduverse.quizzes.model import Attempt, AttemptState, LaidOut, Quiz, QuizState, SavedAnswer, answered_count
from eduverse.quizzes.questions import (
    Multiple,
    Option,
    Question,
    ShortAnswer,
    Single,
    TrueFalse,
    Value,
    key_of,
)
from eduverse.quizzes.service import NewQuiz

__all__ = [
    "AnswerSaved",
    "AttemptResult",
    "AttemptView",
    "CreateQuiz",
    "QuizList",
    "QuizResults",
    "QuizView",
    "SaveAnswer",
    "SubmitQuiz",
    "values_of",
]

QuestionText = Annotated[str, Meta(min_length=1, max_length=2_000, pattern=r"\S")]
OptionText = Annotated[str, Meta(min_length=1, max_length=500, pattern=r"\S")]
Points = Annotated[float, Meta(gt=0, le=100)]
OptionIds = Annotated[list[Id], Meta(max_length=12)]
Answer = Annotated[str, Meta(max_length=2_000)] | bool | OptionIds | None


# --- what comes in ------------------------------------------------------------------------------------------


class OptionInput(Input, frozen=True, kw_only=True):
    text: OptionText
    correct: bool = False


Options = Annotated[list[OptionInput], Meta(min_length=2, max_length=12)]


class _QuestionInput(Input, frozen=True, kw_only=True, tag_field="type"):
    text: QuestionText
    points: Points = 1.0
    explanation: Annotated[str, Meta(max_length=2_000)] | None = None


class SingleInput(_QuestionInput, frozen=True, kw_only=True, tag="single"):
    options: Options


class MultipleInput(_QuestionInput, frozen=True, kw_only=True, tag="multiple"):
    options: Options


class TrueFalseInput(_QuestionInput, frozen=True, kw_only=True, tag="trueFalse"):
    correct: bool


class ShortAnswerInput(_QuestionInput, frozen=True, kw_only=True, tag="shortAnswer"):
    accepted: Annotated[list[OptionText], Meta(min_length=1, max_length=20)]
    case_sensitive: bool = False


QuestionInput = SingleInput | MultipleInput | TrueFalseInput | ShortAnswerInput


class CreateQuiz(Input, frozen=True, kw_only=True):
    classroom_id: Id
    title: Title
    questions: Annotated[list[QuestionInput], Meta(min_length=1, max_length=200)]
    time_limit_seconds: Annotated[int, Meta(ge=10, le=4 * 3600)] = 600
    pass_score: Annotated[float, Meta(ge=0, le=1)] = 0.5
    tokens_reward: Annotated[int, Meta(ge=0, le=10_000)] = 10
    max_attempts: Annotated[int, Meta(ge=1, le=50)] = 1
    shuffle: bool = True

    def to_quiz(self, ids: Ids) -> NewQuiz:
        """Raises `InvalidQuestion`, naming the question, where a key is missing or there are too many."""
        return NewQuiz(
            classroom_id=self.classroom_id,
            title=self.title.strip(),
            questions=tuple(_question(one, place, ids) for place, one in enumerate(self.questions)),
            time_limit_seconds=self.time_limit_seconds,
            pass_score=self.pass_score,
            tokens_reward=self.tokens_reward,
            max_attempts=self.max_attempts,
            shuffle=self.shuffle,
        )


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


def _question(data: QuestionInput, place: int, ids: Ids) -> Question:
    common: dict[str, Any] = {
        "id": f"q{place + 1}",
        "text": data.text,
        "points": data.points,
        "explanation": data.explanation,
    }
    match data:
        case SingleInput():
            return Single(options=_options(data.options, place, ids, most=1), **common)
        case MultipleInput():
            return Multiple(options=_options(data.options, place, ids, most=len(data.options)), **common)
        case TrueFalseInput():
            return TrueFalse(correct=data.correct, **common)
        case ShortAnswerInput():
            return ShortAnswer(accepted=tuple(data.accepted), case_sensitive=data.case_sensitive, **common)


def _options(options: list[OptionInput], place: int, ids: Ids, *, most: int) -> tuple[Option, ...]:
    """Option ids are random: those in the author's order would tell that the first is often the right one."""
    correct = sum(option.correct for option in options)
    if not 1 <= correct <= most:
        wanted = "exactly one option" if most == 1 else "at least one option"
        field = f"questions[{place}].options"
        raise InvalidQuestion(
            f"Question {place + 1} needs {wanted} marked as correct.",
            errors=[{"field": field, "message": f"{correct} options are marked as correct"}],
        )
    return tuple(Option(id=ids.code(8), text=option.text, correct=option.correct) for option in options)


# --- what goes out ------------------------------------------------------------------------------------------


class OptionView(Struct, frozen=True, kw_only=True):
    id: str
    text: str


class QuestionView(Struct, frozen=True, kw_only=True):
    id: str
    type: Literal["single", "multiple", "trueFalse", "shortAnswer"]
    text: str
    points: float
    options: list[OptionView]


class AnswerView(Struct, frozen=True, kw_only=True):
    value: Value
    revision: int


class QuizView(Struct, frozen=True, kw_only=True):
    id: str
    classroom_id: str
    title: str
    state: QuizState
    question_count: int
    time_limit_seconds: int
    pass_score: float
    tokens_reward: int
    max_attempts: int
    shuffle: bool
    opened_at: datetime | None
    created_at: datetime
    attempts_used: int
    """Yours."""

    @classmethod
    def of(cls, quiz: Quiz, attempts_used: int) -> "QuizView":
        return cls(
            id=quiz.id,
            classroom_id=quiz.classroom_id,
            title=quiz.title,
            state=quiz.state,
            question_count=len(quiz.questions),
            time_limit_seconds=quiz.time_limit_seconds,
            pass_score=quiz.pass_score,
            tokens_reward=quiz.tokens_reward,
            max_attempts=quiz.max_attempts,
            shuffle=quiz.shuffle,
            opened_at=quiz.opened_at,
            created_at=quiz.created_at,
            attempts_used=attempts_used,
        )


class QuizList(Struct, frozen=True, kw_only=True):
    items: list[QuizView]
    next: str | None


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
            questions=[_question_view(by_id[laid.question_id], laid) for laid in attempt.layout],
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
    question_id: str
    type: Literal["single", "multiple", "trueFalse", "shortAnswer"]
    text: str
    options: list[OptionView]
    value: Value
    """What was answered."""
    fraction: float
    points: float
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


def _question_view(question: Question, laid: LaidOut) -> QuestionView:
    return QuestionView(
        id=question.id, type=_type(question), text=question.text, points=question.points, options=_laid(question, laid)
    )


def _review(question: Question, laid: LaidOut, attempt: Attempt, *, over: bool) -> ReviewView:
    saved = attempt.answers.get(question.id)
    return ReviewView(
        question_id=question.id,
        type=_type(question),
        text=question.text,
        options=_laid(question, laid),
        value=saved.value if saved else None,
        fraction=attempt.marks.get(question.id, 0.0),
        points=question.points,
        explanation=question.explanation if over else None,
        key=key_of(question) if over else None,
    )


def _laid(question: Question, laid: LaidOut) -> list[OptionView]:
    if not isinstance(question, Single | Multiple):
        return []
    texts = {option.id: option.text for option in question.options}
    return [OptionView(id=one, text=texts[one]) for one in laid.option_ids]


def _type(question: Question) -> Literal["single", "multiple", "trueFalse", "shortAnswer"]:
    match question:
        case Single():
            return "single"
        case Multiple():
            return "multiple"
        case TrueFalse():
            return "trueFalse"
        case ShortAnswer():
            return "shortAnswer"
