"""The books of the budgets: one document per scope and day, each its own commit point."""

from datetime import datetime
from functools import partial
from typing import NamedTuple

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Missing, Storage
from eduverse.kernel.modify import modify
from eduverse.tutor.errors import BudgetSpent
from eduverse.tutor.model.budget import BUDGETS, Budget, Limits, blank, budget_id, release, reserve, settle, used

__all__ = ["BudgetBook", "Held", "Spending"]


class Held(NamedTuple):
    """A reservation in all the scopes it counts in; of the day on which it was made."""

    answer_id: str
    budget_ids: tuple[str, ...]


class Spending(NamedTuple):
    scope: str
    used: int
    limit: int


class BudgetBook:
    def __init__(self, storage: Storage, *, clock: Clock, limits: Limits) -> None:
        self._budgets = storage.collection(BUDGETS)
        self._clock = clock
        self._limits = limits

    async def reserve(self, answer_id: str, user_id: str, classroom_id: str, tokens: int) -> Held:
        """Raises `BudgetSpent` of the first scope that has too little left; then nothing stays reserved."""
        now = self._clock.now()
        held: list[str] = []
        try:
            for scope, key, limit in self._scopes(user_id, classroom_id):
                change = partial(reserve, answer_id=answer_id, tokens=tokens, limit=limit, now=now)
                empty = blank(scope, key, now)
                await modify(self._budgets, empty.id, change, blank=empty)
                held.append(empty.id)
        except BudgetSpent:
            await self.release(Held(answer_id, tuple(held)))
            raise
        return Held(answer_id, tuple(held))

    async def settle(self, held: Held, tokens: int) -> None:
        """Books what was used. Doing so again changes nothing."""
        for budget in held.budget_ids:
            await self._change(budget, partial(settle, answer_id=held.answer_id, tokens=tokens))

    async def release(self, held: Held) -> None:
        for budget in held.budget_ids:
            await self._change(budget, partial(release, answer_id=held.answer_id))

    async def spending(self, user_id: str, classroom_id: str) -> list[Spending]:
        """Today's, for this person and this class."""
        now = self._clock.now()
        return [
            Spending(scope, await self._used(budget_id(scope, key, now), now), limit)
            for scope, key, limit in self._scopes(user_id, classroom_id)
            if scope != "site"
        ]

    def _scopes(self, user_id: str, classroom_id: str) -> list[tuple[str, str, int]]:
        limits = self._limits
        return [
            ("user", user_id, limits.user),
            ("class", classroom_id, limits.classroom),
            ("site", "all", limits.site),
        ]

    async def _used(self, key: str, now: datetime) -> int:
        stored = await self._budgets.get(key)
        return used(stored, now) if stored else 0

    async def _change(self, key: str, change: "partial[Budget]") -> None:
        try:
            await modify(self._budgets, key, change)
        except Missing:
            return
