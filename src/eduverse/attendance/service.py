"""Attendance for those it is about: the teacher's report and decisions, a student's own records and excuses."""

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

from eduverse.attendance.errors import NotOnTheList, OutsideTheSession
from eduverse.attendance.model.measure import AttendanceStatus, Policy
from eduverse.attendance.model.record import (
    RECORDS,
    Author,
    ExcuseEvent,
    ExcuseState,
    Record,
    check_out,
    decide,
    mark,
    record_id,
    send_excuse,
)
from eduverse.attendance.model.session import Event, Session, SessionState, classroom_of, window_of
from eduverse.attendance.model.stats import Tally, tally
from eduverse.attendance.ports import Classes
from eduverse.attendance.register import Register
from eduverse.attendance.sessions import SessionService
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Order, Page, Storage, Where, equals
from eduverse.kernel.modify import modify
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["AttendanceService", "Report", "StudentStats"]

_NEWEST = Order("session_starts_at", descending=True)
_SWEEP = 500


class Report(NamedTuple):
    session: Session
    policy: Policy
    records: Sequence[Record]


class StudentStats(NamedTuple):
    user_id: str
    name: str
    tally: Tally


class AttendanceService:
    def __init__(
        self, storage: Storage, *, sessions: SessionService, register: Register, classes: Classes, clock: Clock
    ) -> None:
        self._records = storage.collection(RECORDS)
        self._sessions = sessions
        self._register = register
        self._classes = classes
        self._clock = clock

    # --- sessions ---------------------------------------------------------------------------------------------

    async def sessions(
        self, principal: Principal, classroom_id: str, *, after: str | None, limit: int
    ) -> Page[Session]:
        """A class's sessions, the latest first."""
        await self._demand(principal, Action.KEEP_ATTENDANCE, classroom_id)
        return await self._sessions.of_classroom(classroom_id, after=after, limit=limit)

    async def open(self, principal: Principal, classroom_id: str, title: str) -> Session:
        """Begins a session by hand; raises `SessionIsOpen` when one is under way."""
        await self._demand(principal, Action.KEEP_ATTENDANCE, classroom_id)
        return await self._sessions.open_by_hand(classroom_id, title, principal.user_id)

    async def close(self, principal: Principal, session_id: str) -> Session:
        await self._demand_keep(principal, session_id)
        return await self._sessions.close(session_id, principal.user_id)

    async def count(self, principal: Principal, session_id: str, *, counts: bool) -> Session:
        """Says whether a session that has ended counts."""
        await self._demand_keep(principal, session_id)
        session = await self._sessions.get(session_id)
        if session.state is (SessionState.CLOSED if counts else SessionState.NOT_HELD):
            return session
        return await self._sessions.turn(session_id, Event.COUNT if counts else Event.VOID)

    async def report(self, principal: Principal, session_id: str) -> Report:
        """Who was there; of a session that is under way, as it would be if it ended now."""
        await self._demand_keep(principal, session_id)
        session = await self._sessions.get(session_id)
        policy = session.policy or await self._register.policy(session.classroom_id)
        return Report(session, policy, await self._register.of_session(session))

    async def counts(self, session: Session) -> dict[AttendanceStatus, int]:
        """The numbers of a report."""
        return await self._register.counts(session)

    async def policy(self, principal: Principal, classroom_id: str) -> Policy:
        await self._demand(principal, Action.SEE_ATTENDANCE, classroom_id)
        return await self._register.policy(classroom_id)

    async def set_policy(self, principal: Principal, classroom_id: str, policy: Policy) -> Policy:
        await self._demand(principal, Action.KEEP_ATTENDANCE, classroom_id)
        return await self._register.set_policy(classroom_id, policy)

    # --- what a teacher decides -------------------------------------------------------------------------------

    async def mark(
        self, principal: Principal, session_id: str, user_id: str, status: AttendanceStatus | None, reason: str
    ) -> Record:
        """Overrides what holds of a student; with None, presence says so again."""
        await self._demand_keep(principal, session_id)
        session = await self._sessions.get(session_id)
        apply = partial(mark, status=status, author=self._author(principal, reason))
        return await self._change(session, user_id, apply)

    async def check_out(
        self, principal: Principal, session_id: str, user_id: str, at: datetime | None = None, *, undo: bool = False
    ) -> Record:
        """Notes that somebody left, at a moment of the session or now: presence after it does not count.

        Students can say of themselves that they leave now; it can only shorten what is seen. Only a teacher takes
        it back, by `undo`.
        """
        session, now = await self._sessions.get(session_id), self._clock.now()
        standing = await self._classes.standing(principal, session.classroom_id)
        leaves = user_id == principal.user_id and at is None and not undo and session.state is SessionState.OPEN
        demand(principal, Action.SEE_ATTENDANCE if leaves else Action.KEEP_ATTENDANCE, standing)
        window, policy = window_of(session, now), session.policy or await self._register.policy(session.classroom_id)
        left = None if undo else at or now
        if left is not None and not window.start <= left <= max(window.end, now):
            raise OutsideTheSession
        author = self._author(principal, "")
        apply = partial(check_out, at=left, author=author, window=window, policy=policy)
        return await self._change(session, user_id, apply)

    async def decide(self, principal: Principal, session_id: str, user_id: str, *, accept: bool, note: str) -> Record:
        """Accepts or declines an excuse; raises `NoExcuse`."""
        await self._demand_keep(principal, session_id)
        session = await self._sessions.get_or_planned(session_id)
        event = ExcuseEvent.ACCEPT if accept else ExcuseEvent.DECLINE
        return await self._change(session, user_id, partial(decide, event=event, author=self._author(principal, note)))

    async def excuses(self, principal: Principal, classroom_id: str, *, after: str | None, limit: int) -> Page[Record]:
        """The records of a class whose excuse waits for the teacher."""
        await self._demand(principal, Action.KEEP_ATTENDANCE, classroom_id)
        where = equals("classroom_id", classroom_id), equals("excuse_state", ExcuseState.PENDING)
        return await self._records.find(*where, order=_NEWEST, after=after, limit=limit)

    # --- what a student does ----------------------------------------------------------------------------------

    async def excuse(self, principal: Principal, session_id: str, text: str) -> Record:
        """Sends an excuse for a session that was, is, or is planned; anew until it is decided."""
        await self._demand(principal, Action.SEND_EXCUSE, classroom_of(session_id))
        session = await self._sessions.get_or_planned(session_id)
        apply = partial(send_excuse, text=text, at=self._clock.now())
        return await self._change(session, principal.user_id, apply, ahead=True)

    async def my_stats(self, principal: Principal) -> dict[str, Tally]:
        """By classroom, how often a person was there."""
        by_class: dict[str, list[Record]] = {}
        async for record in self._all(equals("user_id", principal.user_id)):
            by_class.setdefault(record.classroom_id, []).append(record)
        return {
            classroom_id: tally(records, await self._sessions.not_held(classroom_id))
            for classroom_id, records in by_class.items()
        }

    # --- over all sessions ------------------------------------------------------------------------------------

    async def stats(self, principal: Principal, classroom_id: str) -> list[StudentStats]:
        """How often each student was there, by name; those who have left the class included."""
        await self._demand(principal, Action.KEEP_ATTENDANCE, classroom_id)
        by_user: dict[str, list[Record]] = {}
        async for record in self._all(equals("classroom_id", classroom_id)):
            by_user.setdefault(record.user_id, []).append(record)
        not_held = await self._sessions.not_held(classroom_id)
        rows = [
            StudentStats(user_id, records[-1].name, tally(records, not_held)) for user_id, records in by_user.items()
        ]
        return sorted(rows, key=lambda row: (row.name.casefold(), row.user_id))

    async def history(
        self, principal: Principal, classroom_id: str, user_id: str | None, *, after: str | None, limit: int
    ) -> Page[Record]:
        """The records of a class, the latest session first: a student's own, or those that the teacher asks for."""
        standing = await self._demand(principal, Action.SEE_ATTENDANCE, classroom_id)
        if standing is not Standing.TEACHER:
            if user_id not in (None, principal.user_id):
                demand(principal, Action.KEEP_ATTENDANCE, standing)
            user_id = principal.user_id
        where = [equals("classroom_id", classroom_id), *([equals("user_id", user_id)] if user_id else [])]
        return await self._records.find(*where, order=_NEWEST, after=after, limit=limit)

    async def all_records(self, principal: Principal, classroom_id: str) -> list[Record]:
        """Every record of a class whose session counts, in order of sessions and names; for the export."""
        await self._demand(principal, Action.KEEP_ATTENDANCE, classroom_id)
        not_held = await self._sessions.not_held(classroom_id)
        found = [one async for one in self._all(equals("classroom_id", classroom_id))]
        counted = [one for one in found if one.status is not None and one.session_id not in not_held]
        return sorted(
            counted, key=lambda one: (one.session_starts_at, one.session_id, one.name.casefold(), one.user_id)
        )

    async def sessions_of(self, records: Iterable[Record]) -> dict[str, Session]:
        """The sessions of records, by id; one that has not begun is left out."""
        return await self._sessions.by_id({record.session_id for record in records})

    # --- within -----------------------------------------------------------------------------------------------

    async def _change(
        self, session: Session, user_id: str, apply: Callable[[Record], Record], *, ahead: bool = False
    ) -> Record:
        """Changes a record, which is begun by this if its session has not ended; `ahead` also if it has not begun."""
        key = record_id(session.id, user_id)
        blank = None
        if await self._records.get(key) is None:
            if not ahead and user_id not in await self._register.expected(session):
                raise NotOnTheList
            blank = await self._register.blank(session, user_id)
        changed = await modify(self._records, key, apply, blank=blank)
        return await self._register.completed(session, changed)

    async def _demand_keep(self, principal: Principal, session_id: str) -> None:
        await self._demand(principal, Action.KEEP_ATTENDANCE, classroom_of(session_id))

    async def _demand(self, principal: Principal, action: Action, classroom_id: str) -> Standing:
        standing = await self._classes.standing(principal, classroom_id)
        demand(principal, action, standing)
        return standing

    def _author(self, principal: Principal, reason: str) -> Author:
        return Author(principal.user_id, principal.name, self._clock.now(), reason)

    async def _all(self, *where: Where) -> AsyncIterator[Record]:
        after = None
        while True:
            page = await self._records.find(*where, after=after, limit=_SWEEP)
            for record in page.items:
                yield record
            after = page.next
            if after is None:
                return
