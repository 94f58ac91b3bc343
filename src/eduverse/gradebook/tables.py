"""Tables as files: CSV and XLSX, out and in. Bytes to bytes; nothing here knows what a mark is.

What comes in is read in bounds: no formula is computed, no entity resolved.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from itertools import islice

from eduverse.gradebook.errors import UnreadableTable
from eduverse.kernel import spreadsheets
from eduverse.kernel.spreadsheets import Cell, meant, to_csv

__all__ = ["MAX_FILE", "Table", "read_table", "to_csv", "to_xlsx"]

Table = Sequence[Sequence[Cell]]
"""Rows; the first one is the header."""

MAX_FILE = 600_000
"""Bytes: thousands of students. In Base64 it fits into a request."""
_MAX_UNPACKED = 20_000_000
_MAX_ROWS = 2_001
_MAX_COLUMNS = 250
_ZIP = b"PK\x03\x04"


def to_xlsx(table: Table, sheet_name: str) -> bytes:
    return spreadsheets.to_xlsx(table, sheet_name, widths={0: 12, 1: 26}, frozen=2)


def read_table(content: bytes) -> list[list[str]]:
    """The texts of a CSV or XLSX file's first sheet; what it is, its bytes say. Raises `UnreadableTable`."""
    if len(content) > MAX_FILE:
        raise UnreadableTable(f"The file has more than {MAX_FILE // 1000} kB.")
    rows = _read_xlsx(content) if content.startswith(_ZIP) else _read_csv(content)
    if len(rows) >= _MAX_ROWS:
        raise UnreadableTable(f"A table may have {_MAX_ROWS - 1} rows.")
    return rows


def _read_csv(content: bytes) -> list[list[str]]:
    text = _decoded(content)
    header = text.split("\n", 1)[0]
    delimiter = max((";", ",", "\t"), key=header.count)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        return _bounded(rows)
    except csv.Error as error:
        raise UnreadableTable(f"This is no CSV table: {error}.") from None


def _read_xlsx(content: bytes) -> list[list[str]]:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > _MAX_UNPACKED:
            raise UnreadableTable("The file unpacks to more than a table of marks needs.")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        try:
            sheet = book.worksheets[0]
            rows = sheet.iter_rows(values_only=True, max_row=_MAX_ROWS, max_col=_MAX_COLUMNS)
            return _bounded([_text(cell) for cell in row] for row in rows)
        finally:
            book.close()
    except UnreadableTable:
        raise
    except Exception as error:  # a file from outside can break a reader of so large a format anywhere
        raise UnreadableTable("This is no XLSX table.") from error


def _bounded(rows: Iterable[Sequence[str]]) -> list[list[str]]:
    """No more rows and columns than are allowed, and none that the header does not name."""
    table = [[meant(cell) for cell in row[:_MAX_COLUMNS]] for row in islice(rows, _MAX_ROWS)]
    named = [place for place, title in enumerate(table[0]) if title.strip()] if table else []
    width = named[-1] + 1 if named else 0
    return [row[:width] for row in table]


def _decoded(content: bytes) -> str:
    """UTF-8, or what older spreadsheets of the West write."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.10g}"
    return str(cell)
