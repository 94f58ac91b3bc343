"""From presence to a status: the policy of a class, and what it makes of somebody's time in a session."""

import enum
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from eduverse.attendance.model.presence import Span, Window, merge
from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct

__all__ = ["ATTENDED", "POLICIES", "AttendanceStatus", "ClassPolicy", "Measured", "Policy", "measure"]


class AttendanceStatus(enum.StrEnum):
    PRESENT = "present"
    LATE = "late"
    LEFT_EARLY = "leftEarly"
    PARTIAL = "partial"
    ABSENT = "absent"
    EXCUSED = "excused"


ATTENDED = frozenset(
    {AttendanceStatus.PRESENT, AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY, AttendanceStatus.PARTIAL}
)


class Policy(Struct, frozen=True, kw_only=True):
    late_after_minutes: int = 5
    """Who comes later than this after the start is late."""
    early_leave_minutes: int = 5
    """Who goes earlier than this before the end has left early."""
    minimum_share: int = 50
    """Per cent of the session; who was there for less was there in part."""
    gap_minutes: int = 3
    """A gap up to this counts as presence: a lost connection is not a break."""
    grace_minutes: int = 10
    """How long teacher and students may be apart before a session outside the timetable ends by itself; of one that
    was begun by hand, how long the teacher may be out of the room."""
    automatic: bool = True
    """Whether a session begins by itself when teacher and students meet outside the timetable."""


class ClassPolicy(Document, frozen=True, kw_only=True):
    """Its id is the classroom's."""

    policy: Policy = Policy()


POLICIES = Collection(name="attendance_policies", type=ClassPolicy)


class Measured(Struct, frozen=True, kw_only=True):
    """What the intervals say about one person in one session."""

    status: AttendanceStatus
    check_in_time: datetime | None = None
    check_out_time: datetime | None = None
    present_seconds: int = 0
    share: float = 0.0
    """Of the session, from 0 to 1."""
    spans: tuple[Span, ...] = ()


class _Facts(NamedTuple):
    share: float
    late_by: timedelta
    early_by: timedelta
    policy: Policy


_RULES: tuple[tuple[AttendanceStatus, Callable[[_Facts], bool]], ...] = (
    (AttendanceStatus.ABSENT, lambda facts: facts.share <= 0),
    (AttendanceStatus.PARTIAL, lambda facts: facts.share * 100 < facts.policy.minimum_share),
    (AttendanceStatus.LATE, lambda facts: facts.late_by > timedelta(minutes=facts.policy.late_after_minutes)),
    (AttendanceStatus.LEFT_EARLY, lambda facts: facts.early_by > timedelta(minutes=facts.policy.early_leave_minutes)),
    (AttendanceStatus.PRESENT, lambda _: True),
)
"""The first that holds. Who came late and left early is late."""


def measure(spans: Iterable[Span], window: Window, policy: Policy, checked_out_at: datetime | None = None) -> Measured:
    """What somebody's spans come to. With `checked_out_at`, presence after it is kept but does not count."""
    tolerance = timedelta(minutes=policy.gap_minutes)
    merged = merge(spans, window, tolerance)
    counted = merged if checked_out_at is None else merge(merged, Window(window.start, checked_out_at), tolerance)
    if not counted:
        return Measured(status=AttendanceStatus.ABSENT, spans=merged)
    came, went = counted[0].start, counted[-1].end
    present = sum((span.end - span.start for span in counted), timedelta())
    share = present / (window.end - window.start)
    facts = _Facts(share, came - window.start, window.end - went, policy)
    return Measured(
        status=next(status for status, holds in _RULES if holds(facts)),
        check_in_time=came,
        check_out_time=went,
        present_seconds=round(present.total_seconds()),
        share=round(share, 4),
        spans=merged,
    )
