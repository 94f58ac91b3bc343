"""What has to be looked after again and again."""

import asyncio

import structlog

from eduverse.jobs.chores import Chore, Chores


class Work:
    """A chore whose rounds a test waits for, and can make fail."""

    def __init__(self) -> None:
        self.rounds = 0
        self.error: Exception | None = None
        self._done = asyncio.Event()

    async def run(self) -> int:
        self.rounds += 1
        self._done.set()
        if self.error:
            raise self.error
        return 1

    async def another_round(self) -> None:
        self._done.clear()
        async with asyncio.timeout(5):
            await self._done.wait()
        await asyncio.sleep(0)


async def test_the_first_round_comes_at_once_and_then_again_and_again() -> None:
    often, once = Work(), Work()
    async with Chores([Chore("often", often.run, every=0), Chore("once", once.run, every=3600)]) as chores:
        for _ in range(3):
            await often.another_round()
        assert (often.rounds >= 3, once.rounds, chores.failing) == (True, 1, {})


async def test_a_failing_chore_shows_until_it_recovers_and_stops_nobody() -> None:
    bad, good = Work(), Work()
    bad.error = OSError("no more disk")
    with structlog.testing.capture_logs() as logged:
        async with Chores([Chore("bad", bad.run, every=0), Chore("good", good.run, every=0)]) as chores:
            await bad.another_round()
            assert chores.failing == {"bad": "OSError('no more disk')"}
            await good.another_round()
            bad.error = None
            await bad.another_round()
            assert chores.failing == {}
    assert {entry["chore"] for entry in logged if entry["event"] == "chore_failed"} == {"bad"}


async def test_nothing_runs_on_after_leaving() -> None:
    work = Work()
    async with Chores([Chore("work", work.run, every=0)]):
        await work.another_round()
    rounds = work.rounds
    for _ in range(20):
        await asyncio.sleep(0)
    assert work.rounds == rounds
    assert not [task for task in asyncio.all_tasks() if task.get_name().startswith("chore:")]


async def test_what_failing_gives_is_a_copy() -> None:
    chores = Chores([])
    chores.failing["x"] = "y"
    assert chores.failing == {}
