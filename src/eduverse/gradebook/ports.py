"""What a gradebook needs from elsewhere."""

from typing import Protocol

from eduverse.gradebook.model.book import QuizSource
from eduverse.gradebook.model.people import Student
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["Classes", "Roster", "Scores"]


class Classes(Protocol):
    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        """Raises the classroom's own problem when there is none."""
        ...


class Roster(Protocol):
    async def students(self, classroom_id: str) -> list[Student]:
        """Everybody who is enrolled, in a stable order."""
        ...


class Scores(Protocol):
    async def quizzes(self, classroom_id: str) -> tuple[QuizSource, ...]:
        """The quizzes of a class that give marks, oldest first."""
        ...

    async def scores(self, classroom_id: str, user_id: str | None = None) -> dict[str, dict[str, float]]:
        """User id -> quiz id -> the score that counts, a fraction 0..1; of everybody, or of one student.

        What is not fully graded yet has no score.
        """
        ...

    async def hidden_from(self, classroom_id: str, user_id: str) -> frozenset[str]:
        """The quizzes whose marks this student may not see now."""
        ...
