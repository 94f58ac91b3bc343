"""What is written about a quiz as a whole, and what everybody in the class may know of it."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta

from eduverse.kernel.bounds import Id, Title
from eduverse.kernel.ids import Ids
from eduverse.kernel.structs import Input, Struct
from eduverse.quizzes.model import Quiz, QuizState
from eduverse.quizzes.schemas.written import QuestionInput, to_question
from eduverse.quizzes.service import NewQuiz

__all__ = ["CreateQuiz", "QuizList", "QuizView"]


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
        """Raises `InvalidQuestion`, naming the question, where one cannot be graded."""
        return NewQuiz(
            classroom_id=self.classroom_id,
            title=self.title.strip(),
            questions=tuple(
                to_question(one, question_id=f"q{place + 1}", ids=ids, place=place)
                for place, one in enumerate(self.questions)
            ),
            time_limit_seconds=self.time_limit_seconds,
            pass_score=self.pass_score,
            tokens_reward=self.tokens_reward,
            max_attempts=self.max_attempts,
            shuffle=self.shuffle,
        )


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
