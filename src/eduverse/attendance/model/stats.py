"""How often somebody was there."""

from collections import Counter
from collections.abc import Iterable

from eduverse.attendance.model.measure import ATTENDED, AttendanceStatus
from eduverse.attendance.model.record import Record
from eduverse.kernel.structs import Struct

__all__ = ["Tally", "tally"]


class Tally(Struct, frozen=True, kw_only=True):
    """Of the sessions that count; one whose status is not known yet is in none of them."""

    present: int = 0
    late: int = 0
    left_early: int = 0
    partial: int = 0
    absent: int = 0
    excused: int = 0
    sessions: int = 0
    present_seconds: int = 0
    rate: float | None = None
    """Of the sessions from which they were not excused, the share they came to; None when there were none."""


def tally(records: Iterable[Record], not_held: set[str]) -> Tally:
    """`not_held` are the ids of sessions that count for nobody."""
    counted = [one for one in records if one.status is not None and one.session_id not in not_held]
    by_status = Counter(one.status for one in counted)
    due = len(counted) - by_status[AttendanceStatus.EXCUSED]
    came = sum(by_status[status] for status in ATTENDED)
    return Tally(
        present=by_status[AttendanceStatus.PRESENT],
        late=by_status[AttendanceStatus.LATE],
        left_early=by_status[AttendanceStatus.LEFT_EARLY],
        partial=by_status[AttendanceStatus.PARTIAL],
        absent=by_status[AttendanceStatus.ABSENT],
        excused=by_status[AttendanceStatus.EXCUSED],
        sessions=len(counted),
        present_seconds=sum(one.measured.present_seconds for one in counted if one.measured),
        rate=round(came / due, 4) if due else None,
    )
