"""The gradebook's services in memory, with the classes, their lists and their quizzes faked."""

from typing import Any

from tests.support.clock import FakeClock
from tests.support.people import EDUCATOR
from tests.support.quizzes import ROOM, FakeClasses

from eduverse.gradebook.model.book import Book, Category, Column, QuizSource, blank_book
from eduverse.gradebook.model.people import Student
from eduverse.gradebook.records import GradeRecords, Row
from eduverse.gradebook.service import Given, GradebookService
from eduverse.gradebook.transfers import GradeTransfers
from eduverse.kernel.documents import Storage
from eduverse.storage.memory import MemoryStorage

__all__ = ["MIRA", "ORAL", "ROOM", "TOM", "FakeRoster", "FakeScores", "GradeCampus", "a_book"]

MIRA = Student(user_id="mira", name="Mira")
TOM = Student(user_id="tom", name="Tom")
ORAL = Column(id="oral", title="Oral exam", category_id="all", max_points=20)


def a_book(*columns: Column, **fields: Any) -> Book:
    """A book in which one category holds these columns."""
    values = {"id": ROOM, "categories": (Category(id="all", title="All", weight=1),), **fields}
    return Book(columns=columns, **values)


class FakeRoster:
    def __init__(self) -> None:
        self.enrolled = [MIRA, TOM]

    async def students(self, classroom_id: str) -> list[Student]:
        return list(self.enrolled)


class FakeScores:
    def __init__(self) -> None:
        self.sources: tuple[QuizSource, ...] = ()
        self.by_user: dict[str, dict[str, float]] = {}
        self.hidden: frozenset[str] = frozenset()

    async def quizzes(self, classroom_id: str) -> tuple[QuizSource, ...]:
        return self.sources

    async def scores(self, classroom_id: str, user_id: str | None = None) -> dict[str, dict[str, float]]:
        return {one: scores for one, scores in self.by_user.items() if user_id in (None, one)}

    async def hidden_from(self, classroom_id: str, user_id: str) -> frozenset[str]:
        return self.hidden


class GradeCampus:
    def __init__(self, storage: Storage | None = None) -> None:
        self.storage = storage or MemoryStorage()
        self.clock = FakeClock()
        self.classes, self.roster, self.scores = FakeClasses(), FakeRoster(), FakeScores()
        self.records = GradeRecords(self.storage, roster=self.roster, scores=self.scores)
        self.book = GradebookService(self.records, classes=self.classes, clock=self.clock)
        self.transfers = GradeTransfers(self.records, classes=self.classes, clock=self.clock)

    async def set_up(self, *columns: Column, **fields: Any) -> Book:
        stored = await self.records.books.get(ROOM) or blank_book(ROOM)
        return await self.book.set_up(EDUCATOR, a_book(*columns, version=stored.version, **fields))

    async def give(self, points: float | None, revision: int = 0, *, to: Student = MIRA, **fields: Any) -> Row:
        column_id = fields.pop("column_id", ORAL.id)
        given = Given(points, fields.pop("excused", False), fields.pop("reason", ""), revision)
        return (await self.book.give(EDUCATOR, ROOM, to.user_id, column_id, given))[1]

    async def points(self, column_id: str = ORAL.id) -> dict[str, float | None]:
        """User id -> what counts in a column."""
        found = await self.book.read(EDUCATOR, ROOM, after=None, limit=100)
        return {row.student.user_id: row.grades[column_id].points for row in found.rows}
