"""One student in one session: what was measured, what the teacher decided, and the excuse."""

import enum
from datetime import datetime
from typing import NamedTuple

from msgspec import structs

from eduverse.attendance.errors import ExcuseDecided, HistoryFull, NoExcuse
from eduverse.attendance.model.measure import AttendanceStatus, Measured, Policy, measure
from eduverse.attendance.model.presence import Span, Window
from eduverse.attendance.model.session import Session
from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct

__all__ = [
    "EXCUSES",
    "MAX_HISTORY",
    "RECORDS",
    "Author",
    "Excuse",
    "ExcuseEvent",
    "ExcuseState",
    "Mark",
    "Record",
    "blank_record",
    "check_out",
    "decide",
    "mark",
    "record_id",
    "send_excuse",
    "with_measured",
]

MAX_HISTORY = 50


class ExcuseState(enum.StrEnum):
    PENDING = "pending"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class ExcuseEvent(enum.StrEnum):
    SEND = "send"
    ACCEPT = "accept"
    DECLINE = "decline"


EXCUSES: dict[tuple[ExcuseState | None, ExcuseEvent], ExcuseState] = {
    (None, ExcuseEvent.SEND): ExcuseState.PENDING,
    (ExcuseState.PENDING, ExcuseEvent.SEND): ExcuseState.PENDING,
    (ExcuseState.PENDING, ExcuseEvent.ACCEPT): ExcuseState.ACCEPTED,
    (ExcuseState.PENDING, ExcuseEvent.DECLINE): ExcuseState.DECLINED,
    (ExcuseState.ACCEPTED, ExcuseEvent.ACCEPT): ExcuseState.ACCEPTED,
    (ExcuseState.ACCEPTED, ExcuseEvent.DECLINE): ExcuseState.DECLINED,
    (ExcuseState.DECLINED, ExcuseEvent.DECLINE): ExcuseState.DECLINED,
    (ExcuseState.DECLINED, ExcuseEvent.ACCEPT): ExcuseState.ACCEPTED,
}
"""A student can write anew until it is decided; a teacher can change their mind."""


class Excuse(Struct, frozen=True, kw_only=True):
    text: str
    sent_at: datetime
    decided_by: str | None = None
    decided_at: datetime | None = None
    note: str = ""
    """What the teacher answered."""


class Mark(Struct, frozen=True, kw_only=True):
    """A change that somebody made: who, when, from what to what, and why."""

    by: str
    by_name: str
    at: datetime
    was: AttendanceStatus | None
    status: AttendanceStatus | None
    reason: str
    check_out_time: datetime | None = None
    """Given when it was the leaving that was noted."""


class Record(Document, frozen=True, kw_only=True):
    """It may be there before its session has ended, as soon as there is something to say."""

    session_id: str
    classroom_id: str
    user_id: str
    name: str
    session_starts_at: datetime
    measured: Measured | None = None
    """None until the session has ended."""
    override: AttendanceStatus | None = None
    checked_out_at: datetime | None = None
    """Presence after this does not count."""
    history: tuple[Mark, ...] = ()
    excuse: Excuse | None = None
    excuse_state: ExcuseState | None = None
    status: AttendanceStatus | None = None
    """What holds, of all of the above; None until the session has ended and nobody has decided."""


RECORDS = Collection(
    name="attendance_records",
    type=Record,
    indexed=("session_id", "classroom_id", "user_id", "session_starts_at", "status", "excuse_state"),
)


class Author(NamedTuple):
    """Who changes a record, when and why."""

    user_id: str
    name: str
    at: datetime
    reason: str = ""


def record_id(session_id: str, user_id: str) -> str:
    return f"{session_id}:{user_id}"


def blank_record(session: Session, user_id: str, name: str) -> Record:
    return Record(
        id=record_id(session.id, user_id),
        session_id=session.id,
        classroom_id=session.classroom_id,
        user_id=user_id,
        name=name,
        session_starts_at=session.starts_at,
    )


def with_measured(record: Record, spans: list[Span], window: Window, policy: Policy) -> Record:
    """What presence comes to, once: a record that has been measured stays as it is."""
    if record.measured is not None:
        return record
    measured = measure(spans, window, policy, record.checked_out_at)
    return _settled(record, measured=measured, session_starts_at=window.start)


def mark(record: Record, status: AttendanceStatus | None, author: Author) -> Record:
    """The teacher decides what holds; with None, presence does again."""
    if status is record.override:
        return record
    changed = _settled(record, override=status)
    return _noted(record, changed, author)


def check_out(record: Record, at: datetime | None, author: Author, window: Window, policy: Policy) -> Record:
    """Notes when somebody left; with None, presence alone says so. What was measured is measured again."""
    if at == record.checked_out_at:
        return record
    measured = record.measured and measure(record.measured.spans, window, policy, at)
    return _noted(record, _settled(record, checked_out_at=at, measured=measured), author, check_out_time=at)


def send_excuse(record: Record, text: str, at: datetime) -> Record:
    state = EXCUSES.get((record.excuse_state, ExcuseEvent.SEND))
    if state is None:
        raise ExcuseDecided
    return _settled(record, excuse=Excuse(text=text, sent_at=at), excuse_state=state)


def decide(record: Record, event: ExcuseEvent, author: Author) -> Record:
    """Accepts or declines an excuse; `author.reason` is the teacher's answer. It goes into the history."""
    state = EXCUSES.get((record.excuse_state, event))
    if record.excuse is None or state is None:
        raise NoExcuse
    excuse = structs.replace(record.excuse, decided_by=author.user_id, decided_at=author.at, note=author.reason)
    if state is record.excuse_state:
        return record
    return _noted(record, _settled(record, excuse=excuse, excuse_state=state), author)


def _noted(before: Record, after: Record, author: Author, *, check_out_time: datetime | None = None) -> Record:
    if len(before.history) >= MAX_HISTORY:
        raise HistoryFull
    entry = Mark(
        by=author.user_id,
        by_name=author.name,
        at=author.at,
        was=before.status,
        status=after.status,
        reason=author.reason,
        check_out_time=check_out_time,
    )
    return structs.replace(after, history=(*before.history, entry))


def _settled(record: Record, **changes: object) -> Record:
    changed = structs.replace(record, **changes)
    return structs.replace(changed, status=_status(changed))


def _status(record: Record) -> AttendanceStatus | None:
    """The teacher's word, then an accepted excuse of whoever was not fully there, then presence."""
    if record.override is not None:
        return record.override
    if record.measured is None:
        return None
    excused = record.excuse_state is ExcuseState.ACCEPTED and record.measured.status is not AttendanceStatus.PRESENT
    return AttendanceStatus.EXCUSED if excused else record.measured.status
