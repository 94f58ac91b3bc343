"""Attendance in memory: a class in which people come and go, by the clock and the chores."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from tests.support.clock import NOON, FakeClock
from tests.support.entropy import fake_ids
from tests.support.people import EDUCATOR

from eduverse.attendance.model.record import Record
from eduverse.attendance.model.session import Session
from eduverse.attendance.ports import Roster
from eduverse.attendance.presence import PresenceLog
from eduverse.attendance.register import Register
from eduverse.attendance.service import AttendanceService
from eduverse.attendance.sessions import SessionService
from eduverse.kernel.documents import Storage
from eduverse.storage.memory import MemoryStorage
from eduverse.vocabulary.events import RoomEntered, RoomExited
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["Lesson", "PlannedMeeting", "at"]


class PlannedMeeting(NamedTuple):
    id: str
    classroom_id: str
    title: str
    starts_at: datetime
    ends_at: datetime


class Somebody(NamedTuple):
    user_id: str
    name: str


def at(minutes: float) -> datetime:
    """A moment, in minutes after noon."""
    return NOON + timedelta(minutes=minutes)


class Lesson:
    """`room` is Ada's class with Mira and Tom in it; `plan` puts lessons into its timetable."""

    def __init__(self, storage: Storage | None = None) -> None:
        self.storage = storage or MemoryStorage()
        self.clock = FakeClock()
        self.ids = fake_ids(self.clock)
        self.planned: list[PlannedMeeting] = []
        self.enrolled = ["mira", "tom"]
        self.archived = False
        self.serves: set[tuple[str, str]] = set()
        self.restarted()

    def restarted(self) -> None:
        """A new process on the same storage: nobody is connected to it."""
        self.serves.clear()
        clock = self.clock
        self.presence = PresenceLog(self.storage, here=self, clock=clock, ids=self.ids)
        self.register = Register(self.storage, presence=self.presence, classes=self, people=self, clock=clock)
        self.sessions = SessionService(
            self.storage, register=self.register, presence=self.presence, meetings=self, classes=self, clock=clock
        )
        self.attendance = AttendanceService(
            self.storage, sessions=self.sessions, register=self.register, classes=self, clock=clock
        )

    # --- what happens -----------------------------------------------------------------------------------------

    def plan(self, start: float, end: float, *, title: str = "Lesson") -> PlannedMeeting:
        """A lesson in the timetable, in minutes after noon."""
        meeting = PlannedMeeting(f"room:m{len(self.planned)}:20260302", "room", title, at(start), at(end))
        self.planned.append(meeting)
        return meeting

    async def enter(self, *user_ids: str) -> None:
        for user_id in user_ids:
            self.serves.add(("room", user_id))
            await self.presence.on_entered(RoomEntered(classroom_id="room", user_id=user_id, at=self.clock.now()))

    async def exit(self, *user_ids: str) -> None:
        for user_id in user_ids:
            self.serves.discard(("room", user_id))
            await self.presence.on_exited(RoomExited(classroom_id="room", user_id=user_id, at=self.clock.now()))

    async def until(self, minutes: float) -> None:
        """Lets time pass until so many minutes after noon, with the chores that belong to it."""
        while self.clock.now() < at(minutes):
            self.clock.advance(min(60.0, (at(minutes) - self.clock.now()).total_seconds()))
            await self.chores()

    async def chores(self) -> None:
        await self.presence.confirm()
        await self.presence.close_stale()
        await self.sessions.open_due()
        await self.sessions.close_due()
        await self.sessions.settle_pending()

    # --- what came of it --------------------------------------------------------------------------------------

    async def all_sessions(self) -> list[Session]:
        """The latest first."""
        return (await self.sessions.of_classroom("room", after=None, limit=50)).items

    async def only_session(self) -> Session:
        (session,) = await self.all_sessions()
        return session

    async def records(self) -> dict[str, Record]:
        return {one.user_id: one for one in await self.register.of_session(await self.only_session())}

    async def statuses(self) -> dict[str, str | None]:
        return {user_id: record.status for user_id, record in (await self.records()).items()}

    # --- ports ------------------------------------------------------------------------------------------------

    def served(self) -> set[tuple[str, str]]:
        return self.serves

    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        if principal.user_id == EDUCATOR.user_id:
            return Standing.TEACHER
        return Standing.STUDENT if principal.user_id in self.enrolled else Standing.OUTSIDER

    async def roster(self, classroom_id: str) -> Roster | None:
        if classroom_id != "room":
            return None
        return Roster(teacher=EDUCATOR.user_id, students=tuple(self.enrolled), open=not self.archived)

    async def people(self, user_ids: Sequence[str]) -> list[Somebody]:
        return [Somebody(user_id, user_id.title()) for user_id in user_ids]

    async def under_way(self, now: datetime) -> list[PlannedMeeting]:
        return [one for one in self.planned if one.starts_at <= now < one.ends_at]

    async def between(self, classroom_id: str, since: datetime, until: datetime) -> list[PlannedMeeting]:
        return [one for one in self.planned if one.starts_at < until and one.ends_at > since]

    async def occurrence(self, occurrence_id: str) -> PlannedMeeting | None:
        return next((one for one in self.planned if one.id == occurrence_id), None)
