"""Marks in cells: who said what, and what counts."""

from typing import Any

import pytest
from msgspec import structs
from tests.support.clock import NOON
from tests.support.gradebooks import ORAL, ROOM

from eduverse.gradebook.errors import InvalidMark, MarkChanged
from eduverse.gradebook.model.marks import Cell, Import, Imported, Mark, Sheet, all_imported, grade_of, imported, mark
from eduverse.gradebook.model.totals import Grade

SHEET = Sheet(id=f"{ROOM}:mira", classroom_id=ROOM, user_id="mira")
QUIZ = structs.replace(ORAL, id="quiz:p", quiz_id="p")


def a_mark(points: float | None, **fields: Any) -> Mark:
    return Mark(points=points, by="ada", by_name="Ada", at=NOON, **fields)


def an_import(one_id: str, points: float, user_id: str = "mira") -> Import:
    marks = (Imported(user_id=user_id, column_id="oral", points=points),)
    return Import(id=one_id, classroom_id=ROOM, marks=marks, by="ada", by_name="Ada", at=NOON)


def test_a_cell_keeps_what_stood_in_it() -> None:
    sheet = mark(mark(SHEET, ORAL, a_mark(4), revision=0), ORAL, a_mark(5, reason="recount"), revision=1)
    cell = sheet.cells["oral"]
    assert [one.points for one in cell.history] == [4, 5]
    assert cell.revision == 2
    assert grade_of(ORAL, cell, None) == Grade(5)


def test_the_same_again_changes_nothing() -> None:
    once = mark(SHEET, ORAL, a_mark(4), revision=0)
    assert mark(once, ORAL, a_mark(4), revision=0) is once
    assert mark(once, ORAL, a_mark(4), revision=1) is once


def test_a_change_made_for_another_revision_is_told_what_stands() -> None:
    once = mark(SHEET, ORAL, a_mark(4), revision=0)
    with pytest.raises(MarkChanged) as refused:
        mark(once, ORAL, a_mark(5), revision=0)
    assert refused.value.extra["current"] == {"points": 4, "excused": False, "byName": "Ada", "revision": 1}


def test_the_oldest_of_very_many_changes_is_forgotten() -> None:
    sheet = SHEET
    for revision in range(60):
        sheet = mark(sheet, ORAL, a_mark(revision % 20), revision=revision)
    cell = sheet.cells["oral"]
    assert (len(cell.history), cell.revision, cell.history[-1].points) == (50, 60, 59 % 20)


@pytest.mark.parametrize(
    ("column", "new"),
    [
        (ORAL, a_mark(20.5)),
        (ORAL, a_mark(-1)),
        (ORAL, a_mark(3, excused=True)),
        (QUIZ, a_mark(3)),
        (QUIZ, a_mark(None, excused=True, reason="  ")),
    ],
)
def test_what_cannot_stand_there_is_refused(column: Any, new: Mark) -> None:
    with pytest.raises(InvalidMark):
        mark(SHEET, column, new, revision=0)


@pytest.mark.parametrize(
    ("given", "score", "counts"),
    [
        (None, None, Grade(None)),
        (None, 0.5, Grade(10)),
        (a_mark(3, reason="oral proof"), 0.5, Grade(3)),
        (a_mark(None, excused=True, reason="ill"), 0.5, Grade(None, True)),
        (a_mark(None), 0.5, Grade(10)),
    ],
)
def test_a_person_stands_over_a_quiz_until_they_take_it_back(
    given: Mark | None, score: float | None, counts: Grade
) -> None:
    cell = Cell(history=(given,), revision=1) if given else None
    assert grade_of(QUIZ, cell, score) == counts


def test_an_import_is_put_in_once() -> None:
    once = imported(SHEET, an_import("i1", 7))
    assert imported(once, an_import("i1", 7)) is once
    assert [one.points for one in once.cells["oral"].history] == [7]
    assert imported(SHEET, an_import("i1", 7, "tom")) is SHEET


def test_imports_follow_each_other() -> None:
    sheet = all_imported(SHEET, [an_import("i1", 7), an_import("i2", 8)])
    assert [one.points for one in sheet.cells["oral"].history] == [7, 8]
