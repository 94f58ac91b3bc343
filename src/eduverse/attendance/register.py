"""The register: what becomes of presence by the policy of a class, written down once a session has ended."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import structs

from eduverse.attendance.model.measure import POLICIES, AttendanceStatus, ClassPolicy, Policy
from eduverse.attendance.model.presence import Span, Window, spans_of
from eduverse.attendance.model.record import RECORDS, Record, blank_record, with_measured
from eduverse.attendance.model.session import Session, SessionState, window_of
from eduverse.attendance.ports import Classes, People
from eduverse.attendance.presence import PresenceLog
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage, equals
from eduverse.kernel.modify import modify

__all__ = ["Register"]

_MOST_RECORDS = 1_000
"""More than a class has seats."""


class _Sheet(NamedTuple):
    """What is known of a session, before it is made into records."""

    session: Session
    window: Window
    policy: Policy
    spans: dict[str, list[Span]]
    names: dict[str, str]

    def blank(self, user_id: str) -> Record:
        return blank_record(self.session, user_id, self.names.get(user_id, ""))

    def filled(self, record: Record) -> Record:
        return with_measured(record, self.spans.get(record.user_id, []), self.window, self.policy)


class Register:
    def __init__(
        self, storage: Storage, *, presence: PresenceLog, classes: Classes, people: People, clock: Clock
    ) -> None:
        self._records = storage.collection(RECORDS)
        self._policies = storage.collection(POLICIES)
        self._presence = presence
        self._classes = classes
        self._people = people
        self._clock = clock

    async def policy(self, classroom_id: str) -> Policy:
        stored = await self._policies.get(classroom_id)
        return stored.policy if stored else Policy()

    async def set_policy(self, classroom_id: str, policy: Policy) -> Policy:
        """It holds for sessions that end from now on; what has been recorded stays."""
        blank = ClassPolicy(id=classroom_id)
        stored = await modify(
            self._policies, classroom_id, lambda one: structs.replace(one, policy=policy), blank=blank
        )
        return stored.policy

    async def write(self, session: Session) -> None:
        """Writes a record for everybody whom an ended session expected. Doing so again changes nothing."""
        sheet = await self._sheet(session, session.expected)
        for user_id in session.expected:
            blank = sheet.blank(user_id)
            await modify(self._records, blank.id, sheet.filled, blank=blank)

    async def of_session(self, session: Session) -> list[Record]:
        """The records, by name; of a session that is under way, as they would be if it ended now."""
        stored = {record.user_id: record for record in await self._stored(session.id)}
        if session.state is SessionState.OPEN or session.unsettled:
            expected = await self.expected(session)
            sheet = await self._sheet(session, expected)
            for user_id in expected:
                stored[user_id] = sheet.filled(stored.get(user_id) or sheet.blank(user_id))
        return sorted(stored.values(), key=_by_name)

    async def counts(self, session: Session) -> dict[AttendanceStatus, int]:
        """How many there are of each status."""
        if session.state is SessionState.OPEN or session.unsettled:
            by_status = Counter(record.status for record in await self.of_session(session))
            return {status: by_status[status] for status in AttendanceStatus}
        of_session = equals("session_id", session.id)
        return {status: await self._records.count(of_session, equals("status", status)) for status in AttendanceStatus}

    async def completed(self, session: Session, record: Record) -> Record:
        """A stored record, with what its session has seen so far if that is under way."""
        under_way = session.state is SessionState.OPEN and session.version > 0
        if not under_way and not session.unsettled:
            return record
        return (await self._sheet(session, [])).filled(record)

    async def expected(self, session: Session) -> Sequence[str]:
        """The students of whom a session has a record, or will have one."""
        if session.state is not SessionState.OPEN:
            return session.expected
        roster = await self._classes.roster(session.classroom_id)
        return roster.students if roster else ()

    async def blank(self, session: Session, user_id: str) -> Record:
        """A record with nothing in it yet."""
        return blank_record(session, user_id, (await self._names([user_id])).get(user_id, ""))

    async def _sheet(self, session: Session, expected: Sequence[str]) -> _Sheet:
        now = self._clock.now()
        window = window_of(session, now)
        present = await self._presence.within(session.classroom_id, window)
        return _Sheet(
            session=session,
            window=window,
            policy=session.policy or await self.policy(session.classroom_id),
            spans={user_id: spans_of(intervals, now) for user_id, intervals in present.items()},
            names=await self._names(expected),
        )

    async def _stored(self, session_id: str) -> Iterable[Record]:
        return (await self._records.find(equals("session_id", session_id), limit=_MOST_RECORDS)).items

    async def _names(self, user_ids: Sequence[str]) -> dict[str, str]:
        return {person.user_id: person.name for person in await self._people.people(user_ids)} if user_ids else {}


def _by_name(record: Record) -> tuple[str, str]:
    return record.name.casefold(), record.user_id
