"""Sessions: which there are, and when they end."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial

from msgspec import structs

from eduverse.attendance.errors import SessionIsOpen, SessionNotFound
from eduverse.attendance.model.presence import Interval, Span, spans_of, together
from eduverse.attendance.model.session import (
    LONGEST,
    SESSIONS,
    Event,
    Session,
    SessionKind,
    SessionState,
    advance,
    end,
    unscheduled_id,
    window_of,
)
from eduverse.attendance.ports import Classes, Meeting, Meetings
from eduverse.attendance.presence import PresenceLog
from eduverse.attendance.register import Register
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, Order, Page, Storage, equals, one_of
from eduverse.kernel.modify import modify

__all__ = ["QUIET", "TOGETHER", "SessionService"]

TOGETHER = timedelta(minutes=3)
"""How long teacher and students are in the room before that is a session."""
QUIET = timedelta(minutes=30)
"""Around what the timetable knows, no other session begins by itself: one comes early and stays longer."""

_NEWEST = Order("number", descending=True)
_LATEST = Order("starts_at", descending=True)
_SWEEP = 200


class SessionService:
    """A session for each meeting of the timetable, and one when teacher and students meet outside of it.

    The id of a session is derived from what began it, so two processes begin it once. Its end is one write, which
    says who was expected; the records follow from it, and are written again if a crash cut that off.
    """

    def __init__(
        self,
        storage: Storage,
        *,
        register: Register,
        presence: PresenceLog,
        meetings: Meetings,
        classes: Classes,
        clock: Clock,
    ) -> None:
        self._sessions = storage.collection(SESSIONS)
        self._register = register
        self._presence = presence
        self._meetings = meetings
        self._classes = classes
        self._clock = clock

    async def get(self, session_id: str) -> Session:
        session = await self._sessions.get(session_id)
        if session is None:
            raise SessionNotFound
        return session

    async def get_or_planned(self, session_id: str) -> Session:
        """A session, or one that the timetable has in store and that has not begun."""
        session = await self._sessions.get(session_id)
        if session is None:
            meeting = await self._meetings.occurrence(session_id)
            if meeting is None:
                raise SessionNotFound
            session = _of_meeting(meeting)
        return session

    async def of_classroom(self, classroom_id: str, *, after: str | None, limit: int) -> Page[Session]:
        """The latest first."""
        return await self._sessions.find(equals("classroom_id", classroom_id), order=_LATEST, after=after, limit=limit)

    async def by_id(self, session_ids: Collection[str]) -> dict[str, Session]:
        """Those of the sessions that have begun."""
        if not session_ids:
            return {}
        page = await self._sessions.find(one_of("id", sorted(session_ids)), limit=len(session_ids))
        return {session.id: session for session in page.items}

    async def open_in(self, classroom_id: str) -> list[Session]:
        where = equals("classroom_id", classroom_id), equals("state", SessionState.OPEN)
        return (await self._sessions.find(*where)).items

    async def not_held(self, classroom_id: str) -> set[str]:
        """The ids of the sessions that count for nobody."""
        where = equals("classroom_id", classroom_id), equals("state", SessionState.NOT_HELD)
        found: set[str] = set()
        after = None
        while True:
            page = await self._sessions.find(*where, after=after, limit=_SWEEP)
            found.update(session.id for session in page.items)
            after = page.next
            if after is None:
                return found

    # --- beginning --------------------------------------------------------------------------------------------

    async def open_by_hand(self, classroom_id: str, title: str, by: str) -> Session:
        """Raises `SessionIsOpen` when one is under way."""
        number = await self._next_number(classroom_id)
        if await self.open_in(classroom_id):
            raise SessionIsOpen
        return await self._open_unscheduled(classroom_id, number, self._clock.now(), title=title, by=by)

    async def open_due(self) -> int:
        """Begins what is due by the timetable or has come about by itself; returns how many. For the sweeper."""
        begun = 0
        for meeting in await self._meetings.under_way(self._clock.now()):
            begun += await self._open_meeting(meeting)
        for classroom_id, intervals in (await self._presence.inside()).items():
            if len(intervals) > 1:
                begun += await self._open_if_teaching(classroom_id, intervals)
        return begun

    async def _open_meeting(self, meeting: Meeting) -> bool:
        if await self._sessions.get(meeting.id):
            return False
        roster = await self._classes.roster(meeting.classroom_id)
        if roster is None or not roster.open:
            return False
        with suppress(AlreadyExists):
            await self._sessions.insert(_of_meeting(meeting))
        return True

    async def _open_if_teaching(self, classroom_id: str, intervals: Sequence[Interval]) -> bool:
        since = await self._together_since(classroom_id, intervals)
        if since is None or self._clock.now() - since < TOGETHER:
            return False
        number = await self._next_number(classroom_id)
        if not (await self._register.policy(classroom_id)).automatic or not await self._is_quiet(classroom_id, since):
            return False
        await self._open_unscheduled(classroom_id, number, since)
        return True

    async def _together_since(self, classroom_id: str, intervals: Sequence[Interval]) -> datetime | None:
        """Since when the teacher and at least one student have been in the room; None when they are not."""
        roster = await self._classes.roster(classroom_id)
        if roster is None:
            return None
        came: dict[bool, datetime] = {}
        for interval in intervals:
            teaches = interval.user_id == roster.teacher
            if teaches or interval.user_id in roster.students:
                came[teaches] = min(interval.check_in_time, came.get(teaches, interval.check_in_time))
        return max(came.values()) if len(came) == 2 else None

    async def _is_quiet(self, classroom_id: str, since: datetime) -> bool:
        """Whether nothing else is on, and those who are together have come since the last session ended."""
        latest = (await self._sessions.find(equals("classroom_id", classroom_id), order=_LATEST, limit=1)).items
        if latest and (latest[0].ends_at is None or latest[0].ends_at > since):
            return False
        return not await self._meetings.between(classroom_id, since - QUIET, self._clock.now() + QUIET)

    async def _next_number(self, classroom_id: str) -> int:
        """Asked for before looking whether a session may begin: of two who then find that it may, one is too late."""
        where = equals("classroom_id", classroom_id), equals("kind", SessionKind.UNSCHEDULED)
        newest = (await self._sessions.find(*where, order=_NEWEST, limit=1)).items
        return newest[0].number + 1 if newest else 1

    async def _open_unscheduled(
        self, classroom_id: str, number: int, at: datetime, *, title: str = "", by: str | None = None
    ) -> Session:
        """Who is slower than another process gets the session that that one began."""
        session = Session(
            id=unscheduled_id(classroom_id, number),
            classroom_id=classroom_id,
            kind=SessionKind.UNSCHEDULED,
            number=number,
            title=title,
            starts_at=at,
            opened_by=by,
        )
        try:
            return await self._sessions.insert(session)
        except AlreadyExists:
            return await self.get(session.id)

    # --- ending -----------------------------------------------------------------------------------------------

    async def close(self, session_id: str, by: str) -> Session:
        """Ends a session by hand; one that has ended stays as it is."""
        session = await self.get(session_id)
        now = self._clock.now()
        at = min(now, session.planned_end or now)
        return await self._end(session, at, Event.CLOSE, by=by)

    async def turn(self, session_id: str, event: Event) -> Session:
        """Says that a session that has ended does or does not count."""
        return await modify(self._sessions, session_id, partial(advance, event=event))

    async def close_due(self) -> int:
        """Ends what is over; returns how many. For the sweeper."""
        ended = 0
        after = None
        while True:
            page = await self._sessions.find(equals("state", SessionState.OPEN), after=after, limit=_SWEEP)
            for session in page.items:
                ended += await self._close_if_over(session)
            after = page.next
            if after is None:
                return ended

    async def _close_if_over(self, session: Session) -> bool:
        now = self._clock.now()
        if session.planned_end and now < session.planned_end:
            return False
        taught, learnt = await self._attended(session, now)
        event = Event.CLOSE if taught else Event.LAPSE
        if session.planned_end:
            await self._end(session, session.planned_end, event)
            return True
        busy = taught if session.opened_by else together(taught, learnt)
        left = max((span.end for span in busy), default=session.starts_at)
        grace = timedelta(minutes=(await self._register.policy(session.classroom_id)).grace_minutes)
        latest = session.starts_at + LONGEST
        if now - left < grace and now < latest:
            return False
        await self._end(session, min(left, latest), event)
        return True

    async def _attended(self, session: Session, now: datetime) -> tuple[list[Span], list[Span]]:
        """When teachers, and when students, were in the room during the session."""
        window = window_of(session, now)
        roster = await self._classes.roster(session.classroom_id)
        teachers = {session.opened_by, roster.teacher if roster else None}
        students = roster.students if roster else ()
        present = await self._presence.within(session.classroom_id, window)

        def spans(user_ids: Collection[str | None]) -> list[Span]:
            found = [one for user_id, theirs in present.items() if user_id in user_ids for one in theirs]
            return together(spans_of(found, now), [Span(start=window.start, end=window.end)])

        return spans(teachers), spans(students)

    async def _end(self, session: Session, at: datetime, event: Event, *, by: str | None = None) -> Session:
        roster = await self._classes.roster(session.classroom_id)
        apply = partial(
            end,
            at=at,
            event=event,
            policy=await self._register.policy(session.classroom_id),
            expected=roster.students if roster else (),
            by=by,
        )
        return await self._settle(await modify(self._sessions, session.id, apply))

    async def settle_pending(self) -> int:
        """Writes the records that a crash left unwritten; returns of how many sessions. For the sweeper."""
        page = await self._sessions.find(equals("unsettled", True), limit=_SWEEP)
        for session in page.items:
            await self._settle(session)
        return len(page.items)

    async def _settle(self, session: Session) -> Session:
        if not session.unsettled:
            return session
        await self._register.write(session)
        return await modify(self._sessions, session.id, lambda one: structs.replace(one, unsettled=False))


def _of_meeting(meeting: Meeting) -> Session:
    return Session(
        id=meeting.id,
        classroom_id=meeting.classroom_id,
        kind=SessionKind.SCHEDULED,
        title=meeting.title,
        starts_at=meeting.starts_at,
        planned_end=meeting.ends_at,
    )
