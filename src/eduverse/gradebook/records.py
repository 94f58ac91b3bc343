"""Reading a gradebook as it stands: its set-up, its quizzes, and the sheets with what imports have decided."""

from collections.abc import Mapping
from typing import NamedTuple

from eduverse.gradebook.errors import ColumnNotFound, StudentNotFound
from eduverse.gradebook.model.book import BOOKS, Book, Column, blank_book, with_quizzes
from eduverse.gradebook.model.marks import (
    IMPORTS,
    SHEETS,
    Cell,
    Import,
    Sheet,
    all_imported,
    grade_of,
    imported,
    sheet_id,
)
from eduverse.gradebook.model.people import Student
from eduverse.gradebook.model.totals import Grade, Total, add_up
from eduverse.gradebook.ports import Roster, Scores
from eduverse.kernel.documents import Storage, equals

__all__ = ["GradeRecords", "Row", "blank_sheet", "column_of"]

_PAGE = 500
_MOST_PENDING = 100


class Row(NamedTuple):
    """One student's line of the gradebook."""

    student: Student
    cells: Mapping[str, Cell]
    scores: Mapping[str, float]
    """Column id -> points that a quiz gave by itself."""
    grades: Mapping[str, Grade]

    def total(self, book: Book) -> Total:
        """Over the columns that the book has: a student's has only those they may see."""
        return add_up(book, book.columns, self.grades)


class GradeRecords:
    def __init__(self, storage: Storage, *, roster: Roster, scores: Scores) -> None:
        self.books = storage.collection(BOOKS)
        self.sheets = storage.collection(SHEETS)
        self.imports = storage.collection(IMPORTS)
        self._roster = roster
        self._scores = scores

    async def book(self, classroom_id: str) -> Book:
        stored = await self.books.get(classroom_id)
        return with_quizzes(stored or blank_book(classroom_id), await self._scores.quizzes(classroom_id))

    async def students(self, classroom_id: str) -> list[Student]:
        return await self._roster.students(classroom_id)

    async def hidden_from(self, classroom_id: str, user_id: str) -> frozenset[str]:
        return await self._scores.hidden_from(classroom_id, user_id)

    async def student(self, classroom_id: str, user_id: str) -> Student:
        for student in await self.students(classroom_id):
            if student.user_id == user_id:
                return student
        raise StudentNotFound

    async def rows(self, book: Book, students: list[Student]) -> list[Row]:
        scores = await self._scores.scores(book.id)
        sheets = await self.all_sheets(book.id)
        return [_row(book, one, sheets.get(one.user_id), scores.get(one.user_id, {})) for one in students]

    async def row(self, book: Book, student: Student) -> Row:
        scores = await self._scores.scores(book.id, student.user_id)
        blank = blank_sheet(book.id, student.user_id)
        sheet = all_imported(await self.sheets.get(blank.id) or blank, await self.pending(book.id))
        return _row(book, student, sheet, scores.get(student.user_id, {}))

    async def all_sheets(self, classroom_id: str) -> dict[str, Sheet]:
        """User id -> sheet, of everybody who has a mark."""
        found: dict[str, Sheet] = {}
        after = None
        while True:
            page = await self.sheets.find(equals("classroom_id", classroom_id), after=after, limit=_PAGE)
            found.update({sheet.user_id: sheet for sheet in page.items})
            if page.next is None:
                break
            after = page.next
        for one in await self.pending(classroom_id):
            for user_id in {mark.user_id for mark in one.marks}:
                sheet = found.get(user_id) or blank_sheet(classroom_id, user_id)
                found[user_id] = imported(sheet, one)
        return found

    async def pending(self, classroom_id: str) -> list[Import]:
        """Imports that the sheets may not know of, in the order in which they were decided."""
        where = equals("classroom_id", classroom_id), equals("pending", True)
        page = await self.imports.find(*where, limit=_MOST_PENDING)
        return sorted(page.items, key=lambda one: (one.at, one.id))


def blank_sheet(classroom_id: str, user_id: str) -> Sheet:
    return Sheet(id=sheet_id(classroom_id, user_id), classroom_id=classroom_id, user_id=user_id)


def column_of(book: Book, column_id: str) -> Column:
    for column in book.columns:
        if column.id == column_id:
            return column
    raise ColumnNotFound


def _row(book: Book, student: Student, sheet: Sheet | None, scores: Mapping[str, float]) -> Row:
    cells = sheet.cells if sheet else {}
    own = {
        column.id: scores[column.quiz_id] * column.max_points
        for column in book.columns
        if column.quiz_id is not None and column.quiz_id in scores
    }
    grades = {
        column.id: grade_of(column, cells.get(column.id), scores.get(column.quiz_id or "")) for column in book.columns
    }
    return Row(student, cells, own, grades)
