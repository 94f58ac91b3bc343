"""Tables in which nothing is a formula."""

import csv
import io

import openpyxl
from hypothesis import example, given
from hypothesis import strategies as st

from eduverse.kernel.spreadsheets import Cell, meant, neutral, to_csv, to_xlsx

FORMULAS = ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "'=1", "''=1"]


def beside(number: float) -> list[list[Cell]]:
    return [[text, number] for text in FORMULAS]


@given(st.text())
@example("'")
@example("'=1")
def test_every_text_comes_back(text: str) -> None:
    assert meant(neutral(text)) == text
    assert neutral(text)[:1] not in ("=", "+", "-", "@", "\t", "\r")


def test_csv_holds_no_formula() -> None:
    table = to_csv([["Name", "Points"], *beside(1.5), ["", None]])
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    assert table.startswith(b"\xef\xbb\xbfName,Points\r\n")
    assert [meant(name) for name, _ in rows[1:-1]] == FORMULAS
    assert all(name.startswith("'") for name, _ in rows[1:-1])
    assert rows[1][1] == "1.5"
    assert rows[-1] == ["", ""]


def test_xlsx_holds_texts_and_numbers() -> None:
    file = to_xlsx([["Name", "Share"], *beside(0.5), ["nobody", None]], "Marks", widths={0: 20}, shares=frozenset({1}))
    sheet = openpyxl.load_workbook(io.BytesIO(file))["Marks"]
    cells = list(sheet.iter_rows(min_row=2))
    assert {cell.data_type for cell, _ in cells} == {"s"}
    assert cells[0][0].value == "=1+1"
    assert (cells[0][1].value, cells[0][1].data_type, cells[-1][1].value) == (0.5, "n", None)
    assert sheet.freeze_panes == "A2"
