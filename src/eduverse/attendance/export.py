"""Reports as files for a spreadsheet."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from eduverse.attendance.model.record import Record
from eduverse.kernel.spreadsheets import to_csv, to_xlsx

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
_WIDTHS = (26, 20, 26, 12, 20, 20, 16, 8, 30, 30)


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
    return to_csv([HEADINGS, *rows])


def as_xlsx(rows: Sequence[Row]) -> bytes:
    widths = dict(enumerate(_WIDTHS))
    return to_xlsx([HEADINGS, *rows], "Attendance", widths=widths, shares=frozenset({HEADINGS.index("Share")}))


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
