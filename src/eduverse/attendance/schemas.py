"""What the attendance routes take and give."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta

from eduverse.attendance.model.measure import AttendanceStatus, Policy
from eduverse.attendance.model.record import ExcuseState, Record
from eduverse.attendance.model.session import Session, SessionKind, SessionState
from eduverse.attendance.model.stats import Tally
from eduverse.attendance.service import Report, StudentStats
from eduverse.kernel.bounds import Id, Line
from eduverse.kernel.structs import Input, Struct

__all__ = [
    "AttendanceCounts",
    "CheckOut",
    "ClassSessionView",
    "ClassStats",
    "DecideExcuse",
    "ExcuseView",
    "HistoryEntry",
    "MarkAttendance",
    "MyStats",
    "OpenSession",
    "PolicyInput",
    "PolicyView",
    "RecordList",
    "RecordView",
    "SendExcuse",
    "SessionList",
    "SessionReport",
    "SetStatus",
    "SpanView",
    "StudentStatsView",
    "record_of",
]

Minutes = Annotated[int, Meta(ge=0, le=240)]
Share = Annotated[int, Meta(ge=0, le=100)]
Note = Annotated[str, Meta(max_length=500)]
Moment = Annotated[datetime, Meta(tz=True)]
ExcuseText = Annotated[str, Meta(min_length=1, max_length=2_000, pattern=r"\S")]


# --- what comes in ------------------------------------------------------------------------------------------


class OpenSession(Input, frozen=True, kw_only=True):
    classroom_id: Id
    title: Annotated[str, Meta(max_length=120)] = ""


class MarkAttendance(Input, frozen=True, kw_only=True):
    session_id: Id
    user_id: Id
    status: AttendanceStatus | None
    """Null: presence says so again."""
    reason: Line


class SetStatus(Input, frozen=True, kw_only=True):
    status: AttendanceStatus | None
    """Null: presence says so again."""
    reason: Line


class CheckOut(Input, frozen=True, kw_only=True):
    check_out_time: Moment | None = None
    """Left out: now."""
    undo: bool = False
    """Takes back what was noted."""


class SendExcuse(Input, frozen=True, kw_only=True):
    session_id: Id
    """A session's, or that of an occurrence in the timetable."""
    text: ExcuseText


class DecideExcuse(Input, frozen=True, kw_only=True):
    accept: bool
    note: Note = ""


class PolicyInput(Input, frozen=True, kw_only=True):
    late_after_minutes: Minutes
    early_leave_minutes: Minutes
    minimum_share: Share
    gap_minutes: Minutes
    grace_minutes: Annotated[int, Meta(ge=1, le=120)]
    automatic: bool

    def to_policy(self) -> Policy:
        return Policy(
            late_after_minutes=self.late_after_minutes,
            early_leave_minutes=self.early_leave_minutes,
            minimum_share=self.minimum_share,
            gap_minutes=self.gap_minutes,
            grace_minutes=self.grace_minutes,
            automatic=self.automatic,
        )


# --- what goes out ------------------------------------------------------------------------------------------


class PolicyView(Struct, frozen=True, kw_only=True):
    late_after_minutes: int
    early_leave_minutes: int
    minimum_share: int
    """Per cent."""
    gap_minutes: int
    grace_minutes: int
    automatic: bool

    @classmethod
    def of(cls, policy: Policy) -> "PolicyView":
        return cls(
            late_after_minutes=policy.late_after_minutes,
            early_leave_minutes=policy.early_leave_minutes,
            minimum_share=policy.minimum_share,
            gap_minutes=policy.gap_minutes,
            grace_minutes=policy.grace_minutes,
            automatic=policy.automatic,
        )


class AttendanceCounts(Struct, frozen=True, kw_only=True):
    present: int
    late: int
    left_early: int
    partial: int
    absent: int
    excused: int

    @classmethod
    def of(cls, counts: dict[AttendanceStatus, int]) -> "AttendanceCounts":
        return cls(
            present=counts[AttendanceStatus.PRESENT],
            late=counts[AttendanceStatus.LATE],
            left_early=counts[AttendanceStatus.LEFT_EARLY],
            partial=counts[AttendanceStatus.PARTIAL],
            absent=counts[AttendanceStatus.ABSENT],
            excused=counts[AttendanceStatus.EXCUSED],
        )


class ClassSessionView(Struct, frozen=True, kw_only=True):
    id: str
    classroom_id: str
    kind: SessionKind
    number: int
    title: str
    state: SessionState
    starts_at: datetime
    planned_end: datetime | None
    ends_at: datetime | None
    counts: AttendanceCounts

    @classmethod
    def of(cls, session: Session, counts: dict[AttendanceStatus, int]) -> "ClassSessionView":
        return cls(
            id=session.id,
            classroom_id=session.classroom_id,
            kind=session.kind,
            number=session.number,
            title=session.title,
            state=session.state,
            starts_at=session.starts_at,
            planned_end=session.planned_end,
            ends_at=session.ends_at,
            counts=AttendanceCounts.of(counts),
        )


class SessionList(Struct, frozen=True, kw_only=True):
    items: list[ClassSessionView]
    next: str | None


class SpanView(Struct, frozen=True, kw_only=True):
    start: datetime
    end: datetime


class HistoryEntry(Struct, frozen=True, kw_only=True):
    by_name: str
    at: datetime
    was: AttendanceStatus | None
    status: AttendanceStatus | None
    reason: str


class ExcuseView(Struct, frozen=True, kw_only=True):
    text: str
    state: ExcuseState
    sent_at: datetime
    note: str


class RecordView(Struct, frozen=True, kw_only=True):
    id: str
    session_id: str
    session_title: str
    session_starts_at: datetime
    session_ends_at: datetime | None
    held: bool
    """False when the session counts for nobody."""
    user_id: str
    name: str
    status: AttendanceStatus | None
    """Null while nothing is known yet."""
    measured_status: AttendanceStatus | None
    """What presence alone says."""
    check_in_time: datetime | None
    check_out_time: datetime | None
    checked_out_at: datetime | None
    """When it was noted that they left."""
    present_seconds: int
    share: float
    spans: list[SpanView]
    excuse: ExcuseView | None
    history: list[HistoryEntry]


class RecordList(Struct, frozen=True, kw_only=True):
    items: list[RecordView]
    next: str | None


class SessionReport(Struct, frozen=True, kw_only=True):
    session: ClassSessionView
    policy: PolicyView
    """The one it was kept by."""
    rows: list[RecordView]

    @classmethod
    def of(cls, report: Report, counts: dict[AttendanceStatus, int]) -> "SessionReport":
        return cls(
            session=ClassSessionView.of(report.session, counts),
            policy=PolicyView.of(report.policy),
            rows=[record_of(record, report.session) for record in report.records],
        )


class StudentStatsView(Struct, frozen=True, kw_only=True):
    user_id: str
    name: str
    tally: Tally

    @classmethod
    def of(cls, row: StudentStats) -> "StudentStatsView":
        return cls(user_id=row.user_id, name=row.name, tally=row.tally)


class ClassStats(Struct, frozen=True, kw_only=True):
    items: list[StudentStatsView]


class ClassTally(Struct, frozen=True, kw_only=True):
    classroom_id: str
    tally: Tally


class MyStats(Struct, frozen=True, kw_only=True):
    items: list[ClassTally]
    """One for each class in which something was recorded."""

    @classmethod
    def of(cls, by_class: dict[str, Tally]) -> "MyStats":
        return cls(items=[ClassTally(classroom_id=key, tally=value) for key, value in sorted(by_class.items())])


def record_of(record: Record, session: Session | None) -> RecordView:
    """`session` is None when it has not begun."""
    measured = record.measured
    return RecordView(
        id=record.id,
        session_id=record.session_id,
        session_title=session.title if session else "",
        session_starts_at=record.session_starts_at,
        session_ends_at=(session.ends_at or session.planned_end) if session else None,
        held=session is None or session.state is not SessionState.NOT_HELD,
        user_id=record.user_id,
        name=record.name,
        status=record.status,
        measured_status=measured.status if measured else None,
        check_in_time=measured.check_in_time if measured else None,
        check_out_time=measured.check_out_time if measured else None,
        checked_out_at=record.checked_out_at,
        present_seconds=measured.present_seconds if measured else 0,
        share=measured.share if measured else 0.0,
        spans=[SpanView(start=span.start, end=span.end) for span in measured.spans] if measured else [],
        excuse=_excuse(record),
        history=[
            HistoryEntry(by_name=one.by_name, at=one.at, was=one.was, status=one.status, reason=one.reason)
            for one in record.history
        ],
    )


def _excuse(record: Record) -> ExcuseView | None:
    excuse, state = record.excuse, record.excuse_state
    if excuse is None or state is None:
        return None
    return ExcuseView(text=excuse.text, state=state, sent_at=excuse.sent_at, note=excuse.note)
