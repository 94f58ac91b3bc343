"""The dashboard: how it goes in the classes one teaches and in those one attends."""

from typing import NamedTuple

from eduverse.analytics.model.reports import (
    REPORTED,
    ClassOverview,
    StudentProgress,
    class_overview,
    student_progress,
)
from eduverse.analytics.ports import Classes, People, Records
from eduverse.kernel.cache import BriefCache
from eduverse.kernel.clock import Clock
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["Dashboard", "DashboardService"]

_REMEMBERED = 60.0
_MOST_CLASSES = 12


class Dashboard(NamedTuple):
    teaching: list[ClassOverview]
    learning: list[StudentProgress]


class DashboardService:
    """Every answer is at most a minute old: a class that looks at its numbers together asks once."""

    def __init__(self, *, clock: Clock, records: Records, people: People, classes: Classes) -> None:
        self._clock = clock
        self._records = records
        self._people = people
        self._classes = classes
        self._overviews = BriefCache[ClassOverview](clock, seconds=_REMEMBERED)
        self._progress = BriefCache[StudentProgress](clock, seconds=_REMEMBERED, capacity=2_000)

    async def of_class(self, principal: Principal, classroom_id: str) -> Dashboard:
        """One class: all of it for its teacher, their own part of it for a student."""
        standing = await self._classes.standing(principal, classroom_id)
        demand(principal, Action.SEE_PROGRESS, standing)
        if standing is Standing.TEACHER:
            return Dashboard([await self._overview(classroom_id)], [])
        return Dashboard([], [await self._own(classroom_id, principal.user_id)])

    async def of_person(self, principal: Principal) -> Dashboard:
        """The newest classes somebody teaches and attends."""
        teaching = await self._records.taught_by(principal.user_id, _MOST_CLASSES)
        learning = await self._records.attended_by(principal.user_id, _MOST_CLASSES)
        return Dashboard(
            [await self._overview(one) for one in teaching],
            [await self._own(one, principal.user_id) for one in learning],
        )

    async def _overview(self, classroom_id: str) -> ClassOverview:
        async def find_out() -> ClassOverview:
            now = self._clock.now()
            facts = await self._records.class_facts(classroom_id, now - REPORTED)
            people = await self._people.people(facts.students)
            return class_overview(facts, {one.user_id: one.name for one in people}, now)

        return await self._overviews.get(classroom_id, find_out)

    async def _own(self, classroom_id: str, user_id: str) -> StudentProgress:
        async def find_out() -> StudentProgress:
            now = self._clock.now()
            facts = await self._records.class_facts(classroom_id, now - REPORTED, user_id=user_id)
            return student_progress(facts, user_id, now)

        return await self._progress.get(f"{classroom_id}:{user_id}", find_out)
