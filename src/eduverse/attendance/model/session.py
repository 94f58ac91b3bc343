"""A session: the time for which attendance is kept, by the timetable or outside of it."""

import enum
from datetime import datetime, timedelta

from msgspec import structs

from eduverse.attendance.errors import WrongSessionState
from eduverse.attendance.model.measure import Policy
from eduverse.attendance.model.presence import Window
from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document

__all__ = [
    "LONGEST",
    "SESSIONS",
    "TRANSITIONS",
    "Event",
    "Session",
    "SessionKind",
    "SessionState",
    "advance",
    "classroom_of",
    "end",
    "unscheduled_id",
    "window_of",
]

LONGEST = timedelta(hours=12)
"""A session outside the timetable ends after this even if the teacher never leaves."""


class SessionKind(enum.StrEnum):
    SCHEDULED = "scheduled"
    UNSCHEDULED = "unscheduled"


class SessionState(enum.StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    NOT_HELD = "notHeld"
    """It counts for nobody: no teacher came, or the teacher said so."""


class Event(enum.StrEnum):
    CLOSE = "close"
    LAPSE = "lapse"
    """It ends, and no teacher was there."""
    VOID = "void"
    COUNT = "count"


TRANSITIONS: dict[tuple[SessionState, Event], SessionState] = {
    (SessionState.OPEN, Event.CLOSE): SessionState.CLOSED,
    (SessionState.OPEN, Event.LAPSE): SessionState.NOT_HELD,
    (SessionState.CLOSED, Event.VOID): SessionState.NOT_HELD,
    (SessionState.NOT_HELD, Event.COUNT): SessionState.CLOSED,
}


class Session(Document, frozen=True, kw_only=True):
    """Once it has ended, its records are written from who was expected; they are never computed again."""

    classroom_id: str
    kind: SessionKind
    number: int = 0
    """Of those outside the timetable, which one in its class."""
    title: str = ""
    starts_at: datetime
    planned_end: datetime | None = None
    """None for one outside the timetable."""
    ends_at: datetime | None = None
    """None while it is open."""
    state: SessionState = SessionState.OPEN
    opened_by: str | None = None
    """The teacher who began it by hand."""
    closed_by: str | None = None
    policy: Policy | None = None
    """The one that held when it ended."""
    expected: tuple[str, ...] = ()
    """The students who were enrolled when it ended."""
    unsettled: bool = False
    """It has ended and not all of its records are written: a field that the repairing sweep can ask for."""


SESSIONS = Collection(
    name="attendance_sessions",
    type=Session,
    indexed=("classroom_id", "kind", "number", "starts_at", "state", "unsettled"),
)


def unscheduled_id(classroom_id: str, number: int) -> str:
    return f"{classroom_id}:extra:{number}"


def classroom_of(session_id: str) -> str:
    """The classroom of a session, which its id begins with."""
    return session_id.partition(":")[0]


def advance(session: Session, event: Event) -> Session:
    """The session after an event; one that its state does not know is refused."""
    state = TRANSITIONS.get((session.state, event))
    if state is None:
        raise WrongSessionState(state=session.state, event=event)
    return structs.replace(session, state=state)


def end(
    session: Session,
    at: datetime,
    *,
    event: Event,
    policy: Policy,
    expected: tuple[str, ...],
    by: str | None = None,
) -> Session:
    """Ends an open session; one that has ended stays as it is."""
    if session.state is not SessionState.OPEN:
        return session
    ends_at = max(at, session.starts_at + timedelta(seconds=1))
    ended = advance(session, event)
    return structs.replace(
        ended, ends_at=ends_at, closed_by=by, policy=policy, expected=expected, unsettled=bool(expected)
    )


def window_of(session: Session, now: datetime) -> Window:
    """Its time; of an open one, as much as has passed."""
    until = session.ends_at or min(now, session.planned_end or now)
    return Window(session.starts_at, max(until, session.starts_at + timedelta(seconds=1)))
