"""What the gradebook routes take and give."""

import base64
from datetime import datetime
from typing import Annotated, Any, Self

from msgspec import Meta

from eduverse.gradebook.errors import UnreadableTable
from eduverse.gradebook.model.book import Band, Book, Category, Column, Counting
from eduverse.gradebook.model.importing import Plan, Unmatched
from eduverse.gradebook.model.marks import Cell, Mark
from eduverse.gradebook.model.totals import Total
from eduverse.gradebook.records import Row
from eduverse.gradebook.service import Given, Rows
from eduverse.gradebook.tables import MAX_FILE
from eduverse.kernel.bounds import Id, Title
from eduverse.kernel.structs import Input, Struct

__all__ = [
    "ApplyImport",
    "BookSetUp",
    "BookView",
    "GradeRow",
    "GradebookPage",
    "ImportFile",
    "ImportPlan",
    "MarkHistory",
    "MyGrades",
    "SetMark",
]

Points = Annotated[float, Meta(ge=0, le=1_000_000)]
Reach = Annotated[float, Meta(gt=0, le=1_000_000)]
Weight = Annotated[float, Meta(ge=0, le=10_000)]
Drop = Annotated[int, Meta(ge=0, le=50)]
Fraction = Annotated[float, Meta(ge=0, le=1)]
Revision = Annotated[int, Meta(ge=0, le=2**31)]
Reason = Annotated[str, Meta(max_length=500)]
ShortTitle = Annotated[str, Meta(max_length=120)]
Encoded = Annotated[str, Meta(max_length=MAX_FILE * 4 // 3 + 4)]


class CategoryFields(Input, frozen=True, kw_only=True):
    id: Id
    title: ShortTitle
    weight: Weight
    drop_lowest: Drop = 0
    counting: Counting = Counting.POINTS


class ColumnFields(Input, frozen=True, kw_only=True):
    id: Id
    title: Title
    category_id: Id
    max_points: Reach
    quiz_id: Id | None = None
    released: bool = False
    extra_credit: bool = False


class BandFields(Input, frozen=True, kw_only=True):
    label: Annotated[str, Meta(min_length=1, max_length=20)]
    start: Fraction


class BookSetUp(Input, frozen=True, kw_only=True):
    """The whole set-up. Ids are the sender's choice; those that are there keep their marks."""

    version: Revision
    """Of the book that was read; 0 for one that nobody has set up."""
    categories: Annotated[list[CategoryFields], Meta(min_length=1, max_length=30)]
    columns: Annotated[list[ColumnFields], Meta(max_length=200)]
    bands: Annotated[list[BandFields], Meta(max_length=30)] = []
    missing_is_zero: bool = False

    def to_book(self, classroom_id: str) -> Book:
        return Book(
            id=classroom_id,
            version=self.version,
            categories=tuple(Category(**_fields(one)) for one in self.categories),
            columns=tuple(Column(**_fields(one)) for one in self.columns),
            bands=tuple(Band(**_fields(one)) for one in self.bands),
            missing_is_zero=self.missing_is_zero,
        )


class SetMark(Input, frozen=True, kw_only=True):
    points: Points | None
    excused: bool = False
    reason: Reason = ""
    revision: Revision
    """Of the cell that was read."""

    def to_given(self) -> Given:
        return Given(self.points, self.excused, self.reason.strip(), self.revision)


class ImportFile(Input, frozen=True, kw_only=True):
    content: Encoded
    """A CSV or XLSX file in Base64."""

    def to_bytes(self) -> bytes:
        try:
            return base64.b64decode(self.content, validate=True)
        except ValueError:  # neither in its alphabet, nor in ASCII at all
            raise UnreadableTable("The file is not in Base64.") from None


class ApplyImport(ImportFile, frozen=True, kw_only=True):
    fingerprint: Annotated[str, Meta(pattern=r"^[0-9a-f]{32}$", max_length=32)]
    """Of the preview that was agreed to."""


class BookView(Struct, frozen=True, kw_only=True):
    version: int
    categories: list[Category]
    columns: list[Column]
    bands: list[Band]
    missing_is_zero: bool

    @classmethod
    def of(cls, book: Book) -> Self:
        return cls(
            version=book.version,
            categories=list(book.categories),
            columns=list(book.columns),
            bands=list(book.bands),
            missing_is_zero=book.missing_is_zero,
        )


class CellView(Struct, frozen=True, kw_only=True):
    points: float | None
    """What counts."""
    excused: bool
    score: float | None
    """Points that the quiz gave by itself; null in a column that is filled in by hand."""
    given: bool
    """Somebody put it there."""
    reason: str
    revision: int


class GradeRow(Struct, frozen=True, kw_only=True):
    user_id: str
    name: str
    cells: dict[str, CellView]
    """Column id -> cell."""
    total: Total

    @classmethod
    def of(cls, book: Book, row: Row) -> Self:
        return cls(
            user_id=row.student.user_id,
            name=row.student.name,
            cells={column.id: _cell(row, column) for column in book.columns},
            total=row.total(book),
        )


class GradebookPage(Struct, frozen=True, kw_only=True):
    book: BookView
    rows: list[GradeRow]
    next: str | None
    """Send it as `cursor` for the next page; null on the last."""

    @classmethod
    def of(cls, found: Rows) -> Self:
        rows = [GradeRow.of(found.book, row) for row in found.rows]
        return cls(book=BookView.of(found.book), rows=rows, next=found.next)


class MyGrades(Struct, frozen=True, kw_only=True):
    """A student's own grades: the columns that are released, and how they add up."""

    book: BookView
    mine: GradeRow

    @classmethod
    def of(cls, book: Book, row: Row) -> Self:
        return cls(book=BookView.of(book), mine=GradeRow.of(book, row))


class MarkView(Struct, frozen=True, kw_only=True):
    points: float | None
    excused: bool
    reason: str
    by_name: str
    at: datetime
    imported: bool

    @classmethod
    def of(cls, mark: Mark) -> Self:
        return cls(
            points=mark.points,
            excused=mark.excused,
            reason=mark.reason,
            by_name=mark.by_name,
            at=mark.at,
            imported=mark.import_id is not None,
        )


class MarkHistory(Struct, frozen=True, kw_only=True):
    """Oldest first; the last one holds."""

    items: list[MarkView]
    revision: int

    @classmethod
    def of(cls, cell: Cell) -> Self:
        return cls(items=[MarkView.of(mark) for mark in cell.history], revision=cell.revision)


class ImportChange(Struct, frozen=True, kw_only=True):
    user_id: str
    name: str
    column_id: str
    before: float | None
    points: float | None
    excused: bool


class ImportPlan(Struct, frozen=True, kw_only=True):
    """What a file changes, and what of it cannot be taken over."""

    changes: list[ImportChange]
    unmatched: list[Unmatched]
    ignored_columns: list[str]
    unchanged: int
    fingerprint: str

    @classmethod
    def of(cls, plan: Plan) -> Self:
        return cls(
            changes=[
                ImportChange(
                    user_id=one.user_id,
                    name=one.name,
                    column_id=one.column_id,
                    before=one.before,
                    points=one.points,
                    excused=one.excused,
                )
                for one in plan.changes
            ],
            unmatched=list(plan.unmatched),
            ignored_columns=list(plan.ignored_columns),
            unchanged=plan.unchanged,
            fingerprint=plan.fingerprint,
        )


def _cell(row: Row, column: Column) -> CellView:
    cell, grade = row.cells.get(column.id, Cell()), row.grades[column.id]
    mark = cell.mark
    return CellView(
        points=grade.points,
        excused=grade.excused,
        score=row.scores.get(column.id),
        given=mark is not None and (mark.points is not None or mark.excused),
        reason=mark.reason if mark else "",
        revision=cell.revision,
    )


def _fields(one: Input) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__struct_fields__}
