"""The marks that people give: per student one document, per cell what it was and is, who said so and why."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import structs

from eduverse.gradebook.errors import InvalidMark, MarkChanged
from eduverse.gradebook.model.book import Column
from eduverse.gradebook.model.totals import Grade
from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct

__all__ = [
    "IMPORTS",
    "SHEETS",
    "Cell",
    "Import",
    "Imported",
    "Mark",
    "Sheet",
    "all_imported",
    "grade_of",
    "imported",
    "mark",
    "sheet_id",
]

_HISTORY = 50
"""How many changes of one cell are kept; the newest."""


class Mark(Struct, frozen=True, kw_only=True):
    """What somebody put into a cell. Without points and not excused it takes back what stood there."""

    points: float | None
    excused: bool = False
    reason: str = ""
    """Required where it stands over a quiz's own score."""
    by: str
    by_name: str
    at: datetime
    import_id: str | None = None


class Cell(Struct, frozen=True, kw_only=True):
    history: tuple[Mark, ...] = ()
    """Oldest first; the last one holds."""
    revision: int = 0
    """Counts the changes; a change names the revision it has seen."""

    @property
    def mark(self) -> Mark | None:
        return self.history[-1] if self.history else None


EMPTY = Cell()


class Sheet(Document, frozen=True, kw_only=True):
    """One student's marks in one class."""

    classroom_id: str
    user_id: str
    cells: dict[str, Cell] = {}
    """Column id -> cell."""


class Imported(Struct, frozen=True, kw_only=True):
    """One mark of an import."""

    user_id: str
    column_id: str
    points: float | None
    excused: bool = False


class Import(Document, frozen=True, kw_only=True):
    """A table that was taken over: with this document it has happened, as a whole.

    The sheets follow; until they have, a reader lays it over them.
    """

    classroom_id: str
    marks: tuple[Imported, ...]
    by: str
    by_name: str
    at: datetime
    pending: bool = True
    """Some sheets may not say yet what it says."""


SHEETS = Collection(name="grade_sheets", type=Sheet, indexed=("classroom_id", "user_id"))
IMPORTS = Collection(name="grade_imports", type=Import, indexed=("classroom_id", "pending"))


def sheet_id(classroom_id: str, user_id: str) -> str:
    return f"{classroom_id}:{user_id}"


def mark(sheet: Sheet, column: Column, new: Mark, *, revision: int) -> Sheet:
    """The sheet with `new` in its cell.

    Sending the same again (because the reply was lost) changes nothing and succeeds. Raises `InvalidMark`, or
    `MarkChanged` with what stands there now.
    """
    _check(column, new)
    cell = sheet.cells.get(column.id, EMPTY)
    if cell.mark and _says_the_same(cell.mark, new) and revision in (cell.revision, cell.revision - 1):
        return sheet
    if revision != cell.revision:
        now = cell.mark
        raise MarkChanged(
            current={
                "points": now.points if now else None,
                "excused": bool(now and now.excused),
                "byName": now.by_name if now else None,
                "revision": cell.revision,
            }
        )
    return _with(sheet, column.id, new)


def imported(sheet: Sheet, one: Import) -> Sheet:
    """The sheet with this import's marks; those it has already are not put in again."""
    for wish in one.marks:
        cell = sheet.cells.get(wish.column_id, EMPTY)
        if wish.user_id != sheet.user_id or any(mark.import_id == one.id for mark in cell.history):
            continue
        new = Mark(
            points=wish.points, excused=wish.excused, by=one.by, by_name=one.by_name, at=one.at, import_id=one.id
        )
        sheet = _with(sheet, wish.column_id, new)
    return sheet


def _check(column: Column, new: Mark) -> None:
    if new.points is not None and not 0 <= new.points <= column.max_points:
        raise InvalidMark(f"“{column.title}” takes 0 to {column.max_points:g} points.")
    if new.points is not None and new.excused:
        raise InvalidMark("Somebody who is excused has no points.")
    if column.quiz_id is not None and not new.reason.strip() and (new.points is not None or new.excused):
        raise InvalidMark("Say why this mark stands over the quiz's own.")


def _with(sheet: Sheet, column_id: str, new: Mark) -> Sheet:
    cell = sheet.cells.get(column_id, EMPTY)
    grown = Cell(history=(*cell.history, new)[-_HISTORY:], revision=cell.revision + 1)
    return structs.replace(sheet, cells={**sheet.cells, column_id: grown})


def _says_the_same(stored: Mark, new: Mark) -> bool:
    said = (stored.points, stored.excused, stored.reason, stored.by)
    return said == (new.points, new.excused, new.reason, new.by)


def all_imported(sheet: Sheet, imports: Sequence[Import]) -> Sheet:
    for one in imports:
        sheet = imported(sheet, one)
    return sheet


def grade_of(column: Column, cell: Cell | None, score: float | None) -> Grade:
    """What counts in a column: what a person put there, else the quiz's own `score`, a fraction 0..1."""
    given = cell.mark if cell else None
    if given and (given.points is not None or given.excused):
        return Grade(given.points, given.excused)
    return Grade(None if score is None else score * column.max_points)
