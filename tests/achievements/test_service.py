"""Giving awards, once."""

import asyncio
from typing import Literal

import pytest
from tests.achievements.test_model import days, taken
from tests.support.clock import FakeClock
from tests.support.faults import Crash, FaultyStorage
from tests.support.news import RecordingBus

from eduverse.achievements.model import Facts
from eduverse.achievements.records import AwardRecords
from eduverse.achievements.service import AchievementService
from eduverse.kernel.documents import Storage
from eduverse.storage.memory import MemoryStorage
from eduverse.vocabulary.events import AchievementEarned

PERFECT = Facts(taken=(taken(score=1.0),))


class AchievementCampus:
    def __init__(self, storage: Storage | None = None, facts: Facts = PERFECT) -> None:
        self.storage = storage or MemoryStorage()
        self.events = RecordingBus()
        self.known = facts
        self.asked = 0
        self.clock = FakeClock()
        self.achievements = AchievementService(self.storage, clock=self.clock, events=self.events, facts=self)

    async def facts(self, user_id: str) -> Facts:
        self.asked += 1
        return self.known

    async def held(self) -> set[str]:
        return {award.rule for award in await AwardRecords(self.storage).held("mira")}


async def test_what_is_earned_is_given_once_and_told_once() -> None:
    campus = AchievementCampus()
    assert [award.rule for award in await campus.achievements.evaluate("mira")] == ["first-quiz", "perfect-score"]
    assert await campus.achievements.evaluate("mira") == []
    told = [event.rule for event in campus.events.of(AchievementEarned)]
    assert told == ["first-quiz", "perfect-score"]


async def test_two_servers_give_and_tell_once() -> None:
    one = AchievementCampus()
    two = AchievementCampus(one.storage)
    await asyncio.gather(one.achievements.evaluate("mira"), two.achievements.evaluate("mira"))
    assert len(one.events.published + two.events.published) == 2


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("write", [1, 2])
async def test_cut_off_anywhere_and_run_again(write: int, when: Literal["before", "after"]) -> None:
    storage = FaultyStorage()
    storage.crash_at_write(write, when)
    with pytest.raises(Crash):
        await AchievementCampus(storage).achievements.evaluate("mira")
    again = AchievementCampus(storage)
    await again.achievements.evaluate("mira")
    assert await again.held() == {"first-quiz", "perfect-score"}


async def test_who_holds_everything_is_not_looked_into() -> None:
    everything = Facts(
        taken=(
            *(taken(f"q{number}", room=f"r{number}") for number in range(5)),
            taken("z", 1, passed=False),
            taken("z", 2, score=1.0),
        ),
        days_present=days(*range(20)),
    )
    campus = AchievementCampus(facts=everything)
    assert len(await campus.achievements.evaluate("mira")) == 8
    await campus.achievements.evaluate("mira")
    assert campus.asked == 1


async def test_the_overview_says_how_far_everything_is() -> None:
    campus = AchievementCampus(facts=Facts(taken=(taken("a"), taken("b"))))
    await campus.achievements.evaluate("mira")
    shown = {one.rule.id: one for one in await campus.achievements.overview("mira")}
    assert (shown["first-quiz"].progress, shown["five-quizzes"].progress, shown["full-week"].progress) == (1, 2, 0)
    assert [one for one in shown if shown[one].award] == ["first-quiz"]


async def test_an_award_stays_complete_when_its_facts_are_gone() -> None:
    campus = AchievementCampus()
    await campus.achievements.evaluate("mira")
    campus.known = Facts()
    shown = {one.rule.id: one for one in await campus.achievements.overview("mira")}
    assert shown["perfect-score"].progress == 1
