"""The wiring of timetables and of the attendance that follows them."""

from typing import Any, NamedTuple

from litestar import Controller

from eduverse.app.adapters import AccountPeople
from eduverse.app.lesson_adapters import ClassRosters, ClassSubjects, QuizDeadlines
from eduverse.attendance.http import AttendanceController
from eduverse.attendance.ports import Here
from eduverse.attendance.presence import PresenceLog
from eduverse.attendance.register import Register
from eduverse.attendance.service import AttendanceService
from eduverse.attendance.sessions import SessionService
from eduverse.auth.service import AuthService
from eduverse.classrooms.service import ClassroomService
from eduverse.jobs.chores import Chore
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.kernel.events import EventBus
from eduverse.kernel.ids import Ids
from eduverse.quizzes.service import QuizService
from eduverse.schedule.http import CalendarController, ScheduleController
from eduverse.schedule.ports import SecretHash
from eduverse.schedule.service import ScheduleService
from eduverse.vocabulary.events import RoomEntered, RoomExited

__all__ = ["Beside", "Lessons", "build_lessons"]


class Beside(NamedTuple):
    """What timetables and attendance need from elsewhere."""

    auth: AuthService
    classrooms: ClassroomService
    quizzes: QuizService
    secrets: SecretHash
    here: Here
    campus_name: str


class Lessons(NamedTuple):
    """When lessons are, who was there, and what is recorded of it."""

    schedule: ScheduleService
    presence: PresenceLog
    sessions: SessionService
    attendance: AttendanceService

    @property
    def controllers(self) -> list[type[Controller]]:
        return [ScheduleController, CalendarController, AttendanceController]

    @property
    def routed(self) -> dict[str, Any]:
        return {"schedule": self.schedule, "attendance": self.attendance}

    def listen(self, events: EventBus) -> None:
        events.on(RoomEntered, self.presence.on_entered)
        events.on(RoomExited, self.presence.on_exited)

    @property
    def chores(self) -> list[Chore]:
        return [
            Chore("confirm who is present", self.presence.confirm, every=30),
            Chore("end stale presence", self.presence.close_stale, every=30),
            Chore("begin sessions", self.sessions.open_due, every=15),
            Chore("end sessions", self.sessions.close_due, every=15),
            Chore("finish session records", self.sessions.settle_pending, every=15),
        ]


def build_lessons(storage: Storage, clock: Clock, ids: Ids, beside: Beside) -> Lessons:
    schedule = ScheduleService(
        storage,
        clock=clock,
        ids=ids,
        classes=ClassSubjects(beside.classrooms),
        deadlines=QuizDeadlines(beside.quizzes),
        secrets=beside.secrets,
        calendar_name=beside.campus_name,
    )
    classes, people = ClassRosters(beside.classrooms), AccountPeople(beside.auth)
    presence = PresenceLog(storage, here=beside.here, clock=clock, ids=ids)
    register = Register(storage, presence=presence, classes=classes, people=people, clock=clock)
    sessions = SessionService(
        storage, register=register, presence=presence, meetings=schedule, classes=classes, clock=clock
    )
    attendance = AttendanceService(storage, sessions=sessions, register=register, classes=classes, clock=clock)
    return Lessons(schedule, presence, sessions, attendance)
