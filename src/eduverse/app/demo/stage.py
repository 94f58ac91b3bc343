"""The services of a campus, with a clock that can be turned back."""

from datetime import datetime, timedelta
from typing import NamedTuple

from eduverse.achievements.service import AchievementService
from eduverse.app.adapters import LearningFacts
from eduverse.app.campus import Machine, Services, build_services
from eduverse.app.settings import Settings
from eduverse.attendance.presence import PresenceLog
from eduverse.attendance.records import PresenceRecords
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.kernel.ids import Entropy, Ids
from eduverse.quizzes.records import QuizRecords
from eduverse.vocabulary.events import QuizSubmitted, RoomEntered, RoomExited

__all__ = ["Rooms", "ShiftedClock", "Stage", "set_stage"]


class ShiftedClock:
    """Goes like another clock, as far behind or ahead of it as it was turned. Durations are the other clock's."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._shift = timedelta(0)

    def now(self) -> datetime:
        return self._clock.now() + self._shift

    def monotonic(self) -> float:
        return self._clock.monotonic()

    def turn_to(self, moment: datetime) -> None:
        self._shift = moment - self._clock.now()

    def turn_back(self) -> None:
        """To the other clock's time."""
        self._shift = timedelta(0)


class Rooms:
    """Who is in which room, in the place of connections."""

    def __init__(self, storage: Storage, clock: Clock, ids: Ids) -> None:
        self._inside: dict[tuple[str, str], None] = {}
        self.presence = PresenceLog(storage, here=self, clock=clock, ids=ids)

    def served(self) -> list[tuple[str, str]]:
        return list(self._inside)

    async def enter(self, classroom_id: str, user_id: str, at: datetime) -> None:
        self._inside[classroom_id, user_id] = None
        await self.presence.on_entered(RoomEntered(classroom_id=classroom_id, user_id=user_id, at=at))

    async def leave(self, classroom_id: str, user_id: str, at: datetime) -> None:
        self._inside.pop((classroom_id, user_id), None)
        await self.presence.on_exited(RoomExited(classroom_id=classroom_id, user_id=user_id, at=at))


class Stage(NamedTuple):
    """All that is needed to make a past. Nobody is served, and nobody is told of what happens."""

    services: Services
    clock: ShiftedClock
    entropy: Entropy
    achievements: AchievementService
    rooms: Rooms

    @property
    def ids(self) -> Ids:
        return Ids(self.clock, self.entropy)


def set_stage(machine: Machine, settings: Settings) -> Stage:
    clock = ShiftedClock(machine.clock)
    services = build_services(machine._replace(clock=clock), settings)
    services.events.on(QuizSubmitted, services.quiz_passed.on_graded)
    facts = LearningFacts(QuizRecords(machine.storage), PresenceRecords(machine.storage))
    achievements = AchievementService(machine.storage, clock=clock, events=services.events, facts=facts)
    rooms = Rooms(machine.storage, clock, Ids(clock, machine.entropy))
    return Stage(services, clock, machine.entropy, achievements, rooms)
