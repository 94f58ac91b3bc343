"""Limits: asking how much of what somebody has earned they get, and what teachers set for their classes."""

from msgspec import structs

from eduverse.kernel.documents import Storage
from eduverse.kernel.modify import modify
from eduverse.rewards.model import (
    ALLOWANCES,
    CLASS_LIMITS,
    CampusLimits,
    ClassLimit,
    Merit,
    allowance_id,
    blank_allowance,
    granted,
)
from eduverse.rewards.ports import Classes
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal

__all__ = ["ClassLimits", "Limits"]

NO_LIMITS = CampusLimits()


class Limits:
    def __init__(self, storage: Storage, campus: CampusLimits = NO_LIMITS) -> None:
        self._allowances = storage.collection(ALLOWANCES)
        self._classes = storage.collection(CLASS_LIMITS)
        self._campus = campus

    async def grant(self, merit: Merit, reference: str, asked: int, *, had: int) -> int:
        """How much of `asked` is to be posted under this reference, decided once; the document of the person's day is
        where that is written down. `had` is what they have for the quiz already."""
        per_quiz = self._campus.per_quiz
        wanted = asked if per_quiz is None else min(asked, max(0, per_quiz - had))
        of_class = await self._classes.get(merit.classroom_id)
        allowance = await modify(
            self._allowances,
            allowance_id(merit),
            lambda one: granted(
                one,
                reference,
                wanted,
                classroom_id=merit.classroom_id,
                per_day=self._campus.per_day,
                in_class=of_class.per_day if of_class else None,
            ),
            blank=blank_allowance(merit),
        )
        return allowance.grants[reference].amount


class ClassLimits:
    """What teachers set; it counts for what is granted from then on."""

    def __init__(self, storage: Storage, classes: Classes) -> None:
        self._limits = storage.collection(CLASS_LIMITS)
        self._classes = classes

    async def limit(self, principal: Principal, classroom_id: str) -> ClassLimit:
        """For those who are in the class."""
        demand(principal, Action.SEE_QUIZZES, await self._classes.standing(principal, classroom_id))
        return await self._limits.get(classroom_id) or ClassLimit(id=classroom_id)

    async def set_limit(self, principal: Principal, classroom_id: str, per_day: int | None) -> ClassLimit:
        demand(principal, Action.MANAGE_CLASSROOM, await self._classes.standing(principal, classroom_id))
        return await modify(
            self._limits,
            classroom_id,
            lambda one: structs.replace(one, per_day=per_day),
            blank=ClassLimit(id=classroom_id),
        )
