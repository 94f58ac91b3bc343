"""The gradebook: setting it up, giving marks, and reading it, as the teacher and as a student."""

from typing import NamedTuple

from msgspec import structs

from eduverse.gradebook.errors import InvalidBook
from eduverse.gradebook.model.book import Book, Column, blank_book, set_up
from eduverse.gradebook.model.marks import Cell, Mark, all_imported, mark
from eduverse.gradebook.model.people import Student
from eduverse.gradebook.ports import Classes
from eduverse.gradebook.records import GradeRecords, Row, blank_sheet, column_of
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import BadCursor
from eduverse.kernel.modify import modify
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal

__all__ = ["Given", "GradebookService", "Rows"]


class Given(NamedTuple):
    """A mark as somebody wants to give it."""

    points: float | None
    excused: bool
    reason: str
    revision: int


class Rows(NamedTuple):
    book: Book
    rows: list[Row]
    next: str | None


class GradebookService:
    def __init__(self, records: GradeRecords, *, classes: Classes, clock: Clock) -> None:
        self._records = records
        self._classes = classes
        self._clock = clock

    async def read(self, principal: Principal, classroom_id: str, *, after: str | None, limit: int) -> Rows:
        """The book and a page of its students, in the order of the class list."""
        await self._demand(principal, classroom_id, Action.KEEP_GRADEBOOK)
        students = await self._records.students(classroom_id)
        start = _place_after(students, after)
        page = students[start : start + limit]
        book = await self._records.book(classroom_id)
        more = start + limit < len(students)
        return Rows(book, await self._records.rows(book, page), page[-1].user_id if page and more else None)

    async def set_up(self, principal: Principal, wish: Book) -> Book:
        """Changes categories, columns and scale in one go; see `model.book.set_up` for what it raises."""
        await self._demand(principal, wish.id, Action.KEEP_GRADEBOOK)
        now = await self._records.book(wish.id)
        _demand_known_quizzes(now, wish)
        await modify(self._records.books, wish.id, lambda stored: set_up(stored, wish), blank=blank_book(wish.id))
        return await self._records.book(wish.id)

    async def give(
        self, principal: Principal, classroom_id: str, user_id: str, column_id: str, given: Given
    ) -> tuple[Book, Row]:
        """Puts a mark into a cell; see `model.marks.mark` for what it raises."""
        await self._demand(principal, classroom_id, Action.KEEP_GRADEBOOK)
        book = await self._records.book(classroom_id)
        column, student = column_of(book, column_id), await self._records.student(classroom_id, user_id)
        new = Mark(
            points=given.points,
            excused=given.excused,
            reason=given.reason,
            by=principal.user_id,
            by_name=principal.name,
            at=self._clock.now(),
        )
        blank, pending = blank_sheet(classroom_id, user_id), await self._records.pending(classroom_id)
        await modify(
            self._records.sheets,
            blank.id,
            lambda sheet: mark(all_imported(sheet, pending), column, new, revision=given.revision),
            blank=blank,
        )
        return book, await self._records.row(book, student)

    async def history(self, principal: Principal, classroom_id: str, user_id: str, column_id: str) -> Cell:
        """What stood in a cell, oldest first."""
        await self._demand(principal, classroom_id, Action.KEEP_GRADEBOOK)
        book = await self._records.book(classroom_id)
        column = column_of(book, column_id)
        row = await self._records.row(book, await self._records.student(classroom_id, user_id))
        return row.cells.get(column.id, Cell())

    async def mine(self, principal: Principal, classroom_id: str) -> tuple[Book, Row]:
        """A student's own row; the book has only the columns they may see."""
        await self._demand(principal, classroom_id, Action.SEE_OWN_GRADES)
        book = await self._records.book(classroom_id)
        row = await self._records.row(book, Student(user_id=principal.user_id, name=principal.name))
        hidden = await self._records.hidden_from(classroom_id, principal.user_id)
        return structs.replace(book, columns=_visible(book, hidden)), row

    async def _demand(self, principal: Principal, classroom_id: str, action: Action) -> None:
        demand(principal, action, await self._classes.standing(principal, classroom_id))


def _visible(book: Book, hidden: frozenset[str]) -> tuple[Column, ...]:
    """Released, and no quiz whose own rules still keep its marks back."""
    return tuple(column for column in book.columns if column.released and column.quiz_id not in hidden)


def _place_after(students: list[Student], after: str | None) -> int:
    if after is None:
        return 0
    for place, student in enumerate(students):
        if student.user_id == after:
            return place + 1
    raise BadCursor


def _demand_known_quizzes(now: Book, wish: Book) -> None:
    """A column shows a quiz of this very class, and no other."""
    known = {column.id: column.quiz_id for column in now.columns if column.quiz_id}
    for column in wish.columns:
        if column.quiz_id is not None and known.get(column.id) != column.quiz_id:
            raise InvalidBook(f"“{column.title}” is no quiz of this class.")
