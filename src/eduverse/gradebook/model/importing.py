"""What a table of marks from outside would change, and what of it cannot be taken over.

A row belongs to the student with its id, else to the only one with exactly its name. A column belongs to the
hand-filled column with its title; quizzes grade themselves. An empty cell says nothing.
"""

import enum
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import blake2b

import msgspec

from eduverse.gradebook.errors import UnreadableTable
from eduverse.gradebook.model.book import Book, Column
from eduverse.gradebook.model.marks import Cell, Sheet, grade_of
from eduverse.gradebook.model.people import Student
from eduverse.gradebook.model.totals import Grade
from eduverse.kernel.structs import Struct

__all__ = ["EXCUSED", "Change", "Plan", "Unmatched", "Why", "plan_import"]

EXCUSED = "excused"
"""The word for it in a table."""

_MAX_MARKS = 10_000
_MAX_REPORTED = 500
_NAMES = frozenset({"name", "student"})
_POINTS_BEHIND = re.compile(r"\s*\([\d.,]+\)\s*$")
_NUMBER = re.compile(r"^\d{1,7}(?:[.,]\d{1,6})?$")


class Why(enum.StrEnum):
    """What is wrong with a row, or with one cell of it."""

    NO_STUDENT = "noStudent"
    AMBIGUOUS = "ambiguous"
    """Several students have this name."""
    TWICE = "twice"
    """The student was in an earlier row already."""
    NO_NUMBER = "noNumber"
    FORMULA = "formula"
    """Formulas are not computed."""
    TOO_MUCH = "tooMuch"
    """More points than the column has."""


class Unmatched(Struct, frozen=True, kw_only=True):
    line: int
    """As a spreadsheet counts: the header is 1."""
    text: str
    """Whose row it is, or what the cell says."""
    column: str | None = None
    why: Why


class Change(Struct, frozen=True, kw_only=True):
    user_id: str
    name: str
    column_id: str
    before: float | None
    points: float | None
    excused: bool
    revision: int


class Plan(Struct, frozen=True, kw_only=True):
    changes: tuple[Change, ...]
    unmatched: tuple[Unmatched, ...]
    ignored_columns: tuple[str, ...]
    unchanged: int
    fingerprint: str
    """Of the changes and of the revisions they were made for."""


def plan_import(
    rows: Sequence[Sequence[str]], book: Book, students: Sequence[Student], sheets: Mapping[str, Sheet]
) -> Plan:
    """Raises `UnreadableTable` when the header says neither whose the rows are nor what the columns mean."""
    if not rows:
        raise UnreadableTable("The table is empty.")
    reader = _Reader(rows[0], book, students, sheets)
    for line, row in enumerate(rows[1:], start=2):
        reader.read(line, row)
    if len(reader.changes) > _MAX_MARKS:
        raise UnreadableTable(f"A table may change {_MAX_MARKS} marks at once.")
    content = msgspec.json.encode(reader.changes)
    return Plan(
        changes=tuple(reader.changes),
        unmatched=tuple(reader.unmatched[:_MAX_REPORTED]),
        ignored_columns=reader.ignored,
        unchanged=reader.unchanged,
        fingerprint=blake2b(content, digest_size=16).hexdigest(),
    )


class _Reader:
    def __init__(
        self, header: Sequence[str], book: Book, students: Sequence[Student], sheets: Mapping[str, Sheet]
    ) -> None:
        self.changes: list[Change] = []
        self.unmatched: list[Unmatched] = []
        self.unchanged = 0
        self._sheets = sheets
        self._by_id = {one.user_id: one for one in students}
        self._by_name: dict[str, list[Student]] = {}
        for one in students:
            self._by_name.setdefault(_plain(one.name), []).append(one)
        self._seen: set[str] = set()
        plain = [_plain(title) for title in header]
        self._id_at = plain.index("id") if "id" in plain else None
        self._name_at = next((place for place, title in enumerate(plain) if title in _NAMES), None)
        if self._id_at is None and self._name_at is None:
            raise UnreadableTable("The first row needs a column “Name” or “Id” that says whose marks these are.")
        self._columns = _columns(plain, book)
        whose = {self._id_at, self._name_at}
        self.ignored = tuple(
            title[:120]
            for place, title in enumerate(header)
            if title.strip() and place not in whose and place not in self._columns
        )

    def read(self, line: int, row: Sequence[str]) -> None:
        if not any(text.strip() for text in row):
            return
        student = self._student(line, row)
        if student is None:
            return
        for place, column in self._columns.items():
            if text := _at(row, place):
                self._cell(line, student, column, text)

    def _student(self, line: int, row: Sequence[str]) -> Student | None:
        one_id, name = _at(row, self._id_at), _at(row, self._name_at)
        found = [self._by_id[one_id]] if one_id in self._by_id else self._by_name.get(_plain(name), [])
        why = Why.NO_STUDENT if not found else Why.AMBIGUOUS if len(found) > 1 else None
        if not why and found[0].user_id in self._seen:
            why = Why.TWICE
        if why:
            self.unmatched.append(Unmatched(line=line, text=(name or one_id)[:120], why=why))
            return None
        self._seen.add(found[0].user_id)
        return found[0]

    def _cell(self, line: int, student: Student, column: Column, text: str) -> None:
        wish = _read_grade(column, text)
        if isinstance(wish, Why):
            self.unmatched.append(Unmatched(line=line, text=text[:120], column=column.title, why=wish))
            return
        sheet = self._sheets.get(student.user_id)
        cell = sheet.cells.get(column.id, Cell()) if sheet else Cell()
        before = grade_of(column, cell, None)
        if before == wish:
            self.unchanged += 1
            return
        self.changes.append(
            Change(
                user_id=student.user_id,
                name=student.name,
                column_id=column.id,
                before=before.points,
                points=wish.points,
                excused=wish.excused,
                revision=cell.revision,
            )
        )


def _columns(plain: Sequence[str], book: Book) -> dict[int, Column]:
    """Place in the table -> the column it fills; a title that stands twice, here or there, fills none."""
    by_hand = [column for column in book.columns if column.quiz_id is None]
    often = Counter(_plain(column.title) for column in by_hand)
    by_title = {_plain(column.title): column for column in by_hand if often[_plain(column.title)] == 1}
    titles = [title if title in by_title else _POINTS_BEHIND.sub("", title) for title in plain]
    here = Counter(titles)
    return {place: by_title[title] for place, title in enumerate(titles) if title in by_title and here[title] == 1}


def _read_grade(column: Column, text: str) -> Grade | Why:
    if text.casefold() == EXCUSED:
        return Grade(None, excused=True)
    if text.startswith("="):
        return Why.FORMULA
    if not _NUMBER.match(text):
        return Why.NO_NUMBER
    points = float(text.replace(",", "."))
    return Grade(points) if points <= column.max_points else Why.TOO_MUCH


def _at(row: Sequence[str], place: int | None) -> str:
    return row[place].strip() if place is not None and place < len(row) else ""


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
