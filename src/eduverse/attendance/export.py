"""Reports as files for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

import xlsxwriter

from eduverse.attendance.model.record import Record

__all__ = ["HEADINGS", "as_csv", "as_xlsx", "rows_of"]

HEADINGS = (
    "Session",
    "Session start (UTC)",
    "Student",
    "AttendanceStatus",
    "Check-in (UTC)",
    "Check-out (UTC)",
    "Minutes present",
    "Share",
    "Excuse",
    "Reason of the last change",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDTHS = (26, 20, 26, 12, 20, 20, 16, 8, 30, 30)

Cell = str | float | None


class Row(NamedTuple):
    session: str
    starts_at: str
    student: str
    status: str
    check_in: str
    check_out: str
    minutes: float | None
    share: float | None
    excuse: str
    reason: str


def rows_of(records: Iterable[Record], titles: dict[str, str]) -> list[Row]:
    """One row for each record; `titles` are those of the sessions, by id."""
    return [_row(record, titles.get(record.session_id, "")) for record in records]


def as_csv(rows: Sequence[Row]) -> bytes:
    """UTF-8 with a mark that spreadsheets need to know it by (RFC 4180)."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Sequence[Row]) -> bytes:
    """Text goes in as text, so that none of it is a formula or a link."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet("Attendance")
        bold, share = book.add_format({"bold": True}), book.add_format({"num_format": "0%"})
        for column, (heading, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True)):
            sheet.set_column(column, column, width, share if heading == "Share" else None)
            sheet.write_string(0, column, heading, bold)
        for line, row in enumerate(rows, start=1):
            _write_line(sheet, line, row)
        sheet.freeze_panes(1, 0)
    return file.getvalue()


def _write_line(sheet: xlsxwriter.worksheet.Worksheet, line: int, row: Row) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, str):
            sheet.write_string(line, column, cell)
        elif cell is not None:
            sheet.write_number(line, column, cell)


def _row(record: Record, title: str) -> Row:
    measured = record.measured
    return Row(
        session=title,
        starts_at=_moment(record.session_starts_at),
        student=record.name,
        status=record.status or "",
        check_in=_moment(measured.check_in_time if measured else None),
        check_out=_moment(measured.check_out_time if measured else None),
        minutes=round(measured.present_seconds / 60, 1) if measured else None,
        share=measured.share if measured else None,
        excuse=f"{record.excuse_state}: {record.excuse.text}" if record.excuse else "",
        reason=record.history[-1].reason if record.history else "",
    )


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}" if moment else ""


def _harmless(cell: Cell) -> Cell:
    """A cell that a spreadsheet would take for a formula is text behind an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
