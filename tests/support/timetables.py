"""Meetings to plan with."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from tests.support.clock import NOON, FakeClock
from tests.support.entropy import fake_ids
from tests.support.people import EDUCATOR, STUDENT

from eduverse.auth.tokens import Key, KeyRing
from eduverse.kernel.errors import Problem
from eduverse.schedule.model.feed import Deadline, Subject
from eduverse.schedule.model.timetable import Meeting
from eduverse.schedule.service import ScheduleService
from eduverse.storage.memory import MemoryStorage
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["MONDAY", "Archived", "School", "meeting"]

MONDAY = date(2026, 3, 2)
"""The day on which the fake clock begins."""


def meeting(meeting_id: str = "a", **fields: Any) -> Meeting:
    """Mondays at nine in Berlin until the end of June, across a change of the clocks."""
    values: dict[str, Any] = {
        "zone": "Europe/Berlin",
        "first_date": MONDAY,
        "last_date": date(2026, 6, 30),
        "weekdays": (0,),
        "start_time": time(9),
        "duration_minutes": 45,
        "changed_at": NOON,
        **fields,
    }
    return Meeting(id=meeting_id, **values)


class Archived(Problem):
    slug = "archived"


class School:
    """The schedule service; Ada teaches `room` and `lab`, Mira is in both, and nobody is in any other."""

    def __init__(self) -> None:
        self.storage = MemoryStorage()
        self.clock = FakeClock()
        self.titles = {"room": "Planets", "lab": "Chemistry"}
        self.archived: set[str] = set()
        self.dates: list[Deadline] = []
        self.schedule = ScheduleService(
            self.storage,
            clock=self.clock,
            ids=fake_ids(self.clock),
            classes=self,
            deadlines=self,
            secrets=KeyRing([Key("k", b"k" * 32)]),
            calendar_name="School",
        )

    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        standings = {EDUCATOR.user_id: Standing.TEACHER, STUDENT.user_id: Standing.STUDENT}
        return standings.get(principal.user_id, Standing.OUTSIDER)

    async def demand_open(self, classroom_id: str) -> None:
        if classroom_id in self.archived:
            raise Archived

    async def of_person(self, user_id: str) -> list[Subject]:
        known = user_id in (EDUCATOR.user_id, STUDENT.user_id)
        return [Subject(key, title) for key, title in self.titles.items() if known and key not in self.archived]

    async def due(self, user_id: str, classroom_ids: Sequence[str]) -> list[Deadline]:
        return [one for one in self.dates if one.classroom_id in classroom_ids]
