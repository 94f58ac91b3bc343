"""Tables as files: they come back as they went, and nothing in them acts."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from eduverse.gradebook.errors import UnreadableTable
from eduverse.gradebook.tables import MAX_FILE, Table, read_table, to_csv, to_xlsx

TABLE: Table = [["Id", "Name"], ["1", "=cmd|' /C calc'!A0"], ["2", "Zoë; “Z”"], [7.5, None]]
READ = [["Id", "Name"], ["1", "=cmd|' /C calc'!A0"], ["2", "Zoë; “Z”"], ["7.5", ""]]


def test_a_csv_comes_back_as_it_went() -> None:
    assert read_table(to_csv(TABLE)) == READ
    assert to_csv(TABLE).startswith(b"\xef\xbb\xbf")


def test_an_xlsx_comes_back_as_it_went() -> None:
    assert read_table(to_xlsx(TABLE, "Grades")) == READ


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_becomes_a_formula(text: str) -> None:
    assert to_csv([[text]]).decode("utf-8-sig").lstrip('"').startswith("'")
    cell = load_workbook(io.BytesIO(to_xlsx([[text]], "Grades"))).worksheets[0]["A1"]
    assert cell.data_type == "s"


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00\r\ufeff'"))


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), max_size=4))
def test_any_text_survives_csv(rows: list[list[str]]) -> None:
    table = [["Id", "Name"], *rows]
    assert read_table(to_csv(table)) == table


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_usual_delimiter_is_read(delimiter: str) -> None:
    assert read_table(f"Name{delimiter}Oral\nMira{delimiter}7\n".encode()) == [["Name", "Oral"], ["Mira", "7"]]


def test_older_spreadsheets_are_read() -> None:
    assert read_table("Name;Note\nZoë;7".encode("cp1252"))[1] == ["Zoë", "7"]


def test_formulas_are_not_computed() -> None:
    book, out = Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    for row in (["Name", "Oral"], ["Mira", "=10+10"]):
        sheet.append(row)
    book.save(out)
    assert read_table(out.getvalue())[1] == ["Mira", "=10+10"]


def zipped(size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * size)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 and no more",
        zipped(10),
        zipped(30_000_000),
        b"x" * (MAX_FILE + 1),
        b"Name\n" * 3_000,
        b'Name,Oral\n"open',
    ],
)
def test_what_is_no_table_or_too_large_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableTable):
        read_table(content)


def test_columns_beyond_the_bound_are_cut() -> None:
    assert len(read_table(",".join(["x"] * 1_000).encode())[0]) == 250
