"""What a table would change."""

import pytest
from msgspec import structs
from tests.support.clock import NOON
from tests.support.gradebooks import MIRA, ORAL, ROOM, TOM, a_book

from eduverse.gradebook.errors import UnreadableTable
from eduverse.gradebook.model.importing import Plan, Why, plan_import
from eduverse.gradebook.model.marks import Cell, Mark, Sheet
from eduverse.gradebook.model.people import Student

QUIZ = structs.replace(ORAL, id="quiz:p", title="Planets", quiz_id="p")
BOOK = a_book(ORAL, QUIZ)
HAS_FOUR = Sheet(
    id=f"{ROOM}:mira",
    classroom_id=ROOM,
    user_id="mira",
    cells={"oral": Cell(history=(Mark(points=4, by="ada", by_name="Ada", at=NOON),), revision=1)},
)


def plan(*rows: list[str]) -> Plan:
    return plan_import(rows, BOOK, [MIRA, TOM], {"mira": HAS_FOUR})


def reasons(found: Plan) -> list[tuple[int, Why]]:
    return [(one.line, one.why) for one in found.unmatched]


def test_rows_are_found_by_id_or_name_and_columns_by_title() -> None:
    found = plan(["Id", "NAME", " oral  Exam (20)"], ["mira", "", "7,5"], ["", " tom ", "excused"], ["", "", ""])
    assert [(one.user_id, one.before, one.points, one.excused, one.revision) for one in found.changes] == [
        ("mira", 4, 7.5, False, 1),
        ("tom", None, None, True, 0),
    ]
    assert (found.unmatched, found.ignored_columns) == ((), ())


def test_what_stands_there_already_and_empty_cells_change_nothing() -> None:
    found = plan(["Name", "Oral exam"], ["Mira", "4.0"], ["Tom", ""])
    assert (found.changes, found.unchanged) == ((), 1)


def test_every_row_and_cell_that_is_left_out_is_reported() -> None:
    found = plan(
        ["Name", "Oral exam"],
        ["Nobody", "3"],
        ["Mira", "=1+1"],
        ["Mira", "3"],
        ["Tom", "many"],
    )
    assert reasons(found) == [(2, Why.NO_STUDENT), (3, Why.FORMULA), (4, Why.TWICE), (5, Why.NO_NUMBER)]
    assert reasons(plan(["Name", "Oral exam"], ["Tom", "20.5"])) == [(2, Why.TOO_MUCH)]
    assert [reasons(plan(["Name", "Oral exam"], ["Tom", text])) for text in ("nan", "-1", "1e9", "1.000,5")] == [
        [(2, Why.NO_NUMBER)]
    ] * 4


def test_two_students_of_one_name_are_told_apart_by_id_alone() -> None:
    twins = [MIRA, Student(user_id="m2", name="mira")]
    assert reasons(plan_import([["Name", "Oral exam"], ["Mira", "3"]], BOOK, twins, {})) == [(2, Why.AMBIGUOUS)]
    by_id = plan_import([["Id", "Name", "Oral exam"], ["m2", "Mira", "3"]], BOOK, twins, {})
    assert [one.user_id for one in by_id.changes] == ["m2"]


def test_quizzes_and_unknown_columns_are_left_alone() -> None:
    found = plan(["Name", "Planets", "Total %", "Oral exam"], ["Mira", "3", "50", "5"])
    assert found.ignored_columns == ("Planets", "Total %")
    assert [one.column_id for one in found.changes] == ["oral"]


def test_a_title_that_stands_twice_fills_nothing() -> None:
    assert plan(["Name", "Oral exam", "oral exam"], ["Mira", "3", "4"]).changes == ()
    double = a_book(ORAL, structs.replace(ORAL, id="o2"))
    assert plan_import([["Name", "Oral exam"], ["Mira", "3"]], double, [MIRA], {}).changes == ()


def test_the_fingerprint_is_of_what_changes_and_from_where() -> None:
    rows = [["Name", "Oral exam"], ["Mira", "3"]]
    assert plan(*rows).fingerprint == plan(*rows).fingerprint
    assert plan(*rows).fingerprint != plan(rows[0], ["Mira", "2"]).fingerprint
    assert plan(*rows).fingerprint != plan_import(rows, BOOK, [MIRA, TOM], {}).fingerprint


@pytest.mark.parametrize("rows", [[], [["Oral exam", "Points"]]])
def test_a_table_must_say_whose_the_rows_are(rows: list[list[str]]) -> None:
    with pytest.raises(UnreadableTable):
        plan_import(rows, BOOK, [MIRA], {})
