"""Giving awards for what happened, and showing which are held and how far the others are."""

from typing import NamedTuple

from eduverse.achievements.model import AWARDS, RULES, Award, Facts, Rule, award_id, earned, progress
from eduverse.achievements.ports import FactFinder
from eduverse.achievements.records import AwardRecords
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, Storage
from eduverse.kernel.events import EventBus
from eduverse.vocabulary.events import AchievementEarned

__all__ = ["AchievementService", "Shown"]


class Shown(NamedTuple):
    """One rule as one person sees it."""

    rule: Rule
    progress: int
    award: Award | None


class AchievementService:
    def __init__(self, storage: Storage, *, clock: Clock, events: EventBus, facts: FactFinder) -> None:
        self._awards = storage.collection(AWARDS)
        self._records = AwardRecords(storage)
        self._clock = clock
        self._events = events
        self._facts = facts

    async def evaluate(self, user_id: str) -> list[Award]:
        """Gives what the facts have earned by now and is not held yet; returns what this call gave.

        Two at once give each award once: only one insert succeeds, and only that one tells of it.
        """
        held = [award.rule for award in await self._records.held(user_id)]
        if len(held) >= len(RULES):
            return []
        given = []
        for rule in earned(await self._facts.facts(user_id), held):
            award = Award(id=award_id(user_id, rule.id), user_id=user_id, rule=rule.id, earned_at=self._clock.now())
            try:
                given.append(await self._awards.insert(award))
            except AlreadyExists:
                continue
            await self._events.publish(AchievementEarned(user_id=user_id, rule=rule.id))
        return given

    async def overview(self, user_id: str) -> list[Shown]:
        """Every rule, held or not, in the order of `RULES`."""
        held = {award.rule: award for award in await self._records.held(user_id)}
        facts = await self._facts.facts(user_id)
        return [self._shown(rule, facts, held.get(rule.id)) for rule in RULES]

    def _shown(self, rule: Rule, facts: Facts, award: Award | None) -> Shown:
        """What is held is complete, also where the facts it was earned by are beyond what is counted."""
        return Shown(rule, rule.enough if award else progress(rule, facts), award)
