"""Tables for spreadsheets, in which nothing is a formula (OWASP, "CSV Injection").

In CSV, a text that a spreadsheet would compute stands behind an apostrophe; so does one that looks as if it had got its
apostrophe already, so that `meant` gives back every text as it was. In XLSX it is a text cell.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

__all__ = ["Cell", "meant", "neutral", "to_csv", "to_xlsx"]

Cell = str | float | None

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NEUTRAL = re.compile(r"'+[=+\-@\t\r]")
_TEXT_STAYS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def neutral(text: str) -> str:
    return "'" + text if _FORMULA.match(text) else text


def meant(text: str) -> str:
    """A text as it was before it was made neutral."""
    return text[1:] if _NEUTRAL.match(text) else text


def to_csv(rows: Iterable[Sequence[Cell]]) -> bytes:
    """RFC 4180, in UTF-8 with the byte order mark by which spreadsheets know it."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([_written(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(
    rows: Iterable[Sequence[Cell]],
    sheet_name: str,
    *,
    widths: Mapping[int, float],
    shares: frozenset[int] = frozenset(),
    frozen: int = 0,
) -> bytes:
    """The first row is the header, and stays in sight with the first `frozen` columns.

    `widths` are those of columns in characters; the numbers in the columns `shares` are fractions, shown as percent.
    """
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, _TEXT_STAYS_TEXT) as book:
        sheet = book.add_worksheet(sheet_name)
        bold, share = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "0%"})
        for column, width in widths.items():
            sheet.set_column(column, column, width, share if column in shares else None)
        for line, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(line, column, cell, bold if line == 0 else None)
                elif cell is not None:
                    sheet.write_number(line, column, cell)
        sheet.freeze_panes(1, frozen)
    return out.getvalue()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    return neutral(cell) if isinstance(cell, str) else f"{cell:.10g}"
