"""Reports as files."""

import csv
import io
from typing import Any

import pytest
from msgspec import structs
from openpyxl import load_workbook
from tests.attendance.model.test_record import ABSENT, ADA, LATE, PRESENT
from tests.support.attendance import at

from eduverse.attendance.export import HEADINGS, as_csv, as_xlsx, rows_of
from eduverse.attendance.model.measure import AttendanceStatus
from eduverse.attendance.model.record import Record, mark, send_excuse

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", '=HYPERLINK("http://evil.example","x")']


def lines(*records: Record) -> list[list[str]]:
    body = as_csv(rows_of(records, {"room:extra:1": "Planets"}))
    assert body.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def sheet(*records: Record) -> list[tuple[Any, ...]]:
    book = load_workbook(io.BytesIO(as_xlsx(rows_of(records, {"room:extra:1": "Planets"}))))
    assert all(
        cell.data_type != "f" and cell.hyperlink is None for row in book["Attendance"].iter_rows() for cell in row
    )
    return list(book["Attendance"].iter_rows(values_only=True))


def test_a_row_for_each_record() -> None:
    heading, late, absent = lines(LATE, mark(send_excuse(ABSENT, "ill", at(70)), None, ADA))
    assert heading == list(HEADINGS)
    assert late == [
        *("Planets", "2026-03-02 12:00:00", "Mira", "late"),
        *("2026-03-02 12:20:00", "2026-03-02 13:00:00", "40", "0.6667", "", ""),
    ]
    assert absent[3:] == ["absent", "", "", "0", "0", "pending: ill", ""]


def test_the_same_in_a_workbook() -> None:
    heading, present = sheet(PRESENT)
    assert heading == HEADINGS
    assert present[:4] == ("Planets", "2026-03-02 12:00:00", "Mira", "present")
    assert present[6:8] == (60, 1)


@pytest.mark.parametrize("name", FORMULAS)
def test_nothing_that_somebody_wrote_is_a_formula(name: str) -> None:
    record = structs.replace(PRESENT, name=name)
    assert lines(record)[1][2] == f"'{name}"
    assert str(sheet(record)[1][2]).replace("_x000D_", "\r").startswith(name[0])


def test_why_it_was_changed_last() -> None:
    changed = mark(
        mark(ABSENT, AttendanceStatus.PRESENT, ADA), AttendanceStatus.LATE, ADA._replace(reason="came at ten")
    )
    assert lines(changed)[1][-1] == "came at ten"
