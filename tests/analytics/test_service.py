"""The dashboard: who sees what."""

from collections.abc import Sequence
from datetime import datetime

import pytest
from tests.analytics.facts import class_facts
from tests.support.clock import FakeClock
from tests.support.people import EDUCATOR, STRANGER, STUDENT

from eduverse.analytics.model.reports import ClassFacts
from eduverse.analytics.ports import Person
from eduverse.analytics.service import DashboardService
from eduverse.vocabulary.permissions import Forbidden
from eduverse.vocabulary.principal import Principal, Role, Standing

ROOM = "room-1"


class ReportCampus:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.asked: list[str | None] = []
        self.dashboard = DashboardService(clock=self.clock, records=self, people=self, classes=self)

    async def class_facts(self, classroom_id: str, since: datetime, *, user_id: str | None = None) -> ClassFacts:
        self.asked.append(user_id)
        return class_facts(classroom_id=classroom_id)

    async def taught_by(self, user_id: str, most: int) -> list[str]:
        return [ROOM, "room-2"] if user_id == EDUCATOR.user_id else []

    async def attended_by(self, user_id: str, most: int) -> list[str]:
        return [] if user_id == EDUCATOR.user_id else [ROOM]

    async def people(self, user_ids: Sequence[str]) -> list[Person]:
        return [Person(user_id=one, name=one.title(), role=Role.STUDENT) for one in user_ids]

    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        if principal == STRANGER:
            return Standing.OUTSIDER
        return Standing.STUDENT if principal.role is Role.STUDENT else Standing.TEACHER


async def test_a_student_sees_their_own_part_and_nothing_else_is_read() -> None:
    campus = ReportCampus()
    dashboard = await campus.dashboard.of_class(STUDENT, ROOM)
    assert dashboard.teaching == []
    assert [one.tokens for one in dashboard.learning] == [36]
    assert campus.asked == ["mira"]


async def test_a_teacher_sees_the_class() -> None:
    dashboard = await ReportCampus().dashboard.of_class(EDUCATOR, ROOM)
    assert dashboard.learning == []
    assert [len(one.students) for one in dashboard.teaching] == [3]


async def test_an_outsider_sees_nothing() -> None:
    with pytest.raises(Forbidden):
        await ReportCampus().dashboard.of_class(STRANGER, ROOM)


async def test_all_of_ones_classes() -> None:
    campus = ReportCampus()
    taught = await campus.dashboard.of_person(EDUCATOR)
    assert [one.classroom_id for one in taught.teaching] == [ROOM, "room-2"]
    assert len((await campus.dashboard.of_person(STUDENT)).learning) == 1


async def test_it_is_counted_once_a_minute() -> None:
    campus = ReportCampus()
    for _ in range(5):
        await campus.dashboard.of_class(EDUCATOR, ROOM)
    assert len(campus.asked) == 1
    campus.clock.advance(60)
    await campus.dashboard.of_class(EDUCATOR, ROOM)
    assert len(campus.asked) == 2
