"""The avatar plane's clock."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from eduverse.kernel.clock import SystemClock
from eduverse.realtime.tasks import Tasks
from eduverse.realtime.ticker import Load, Ticker
from eduverse.realtime.wire.frames import Frame
from eduverse.realtime.world import World
from eduverse.vocabulary.messages import AvatarMove


class FixedClock(SystemClock):
    def now(self) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC)


class Client:
    def __init__(self, name: str) -> None:
        self.id = self.user = name
        self.namespace = "/"
        self.idle = True
        self.frames: list[Frame] = []
        self.told = asyncio.Event()

    def send(self, frame: Frame) -> None:
        self.frames.append(frame)
        self.told.set()

    async def next(self) -> dict[str, Any]:
        """Who moved where, of the next batch."""
        async with asyncio.timeout(5):
            await self.told.wait()
        self.told.clear()
        _, batch = json.loads(self.frames[-1].text[2:])
        assert batch["time"] == 1767225600000
        return {avatar["userId"]: avatar["position"][0] for avatar in batch["avatars"]}


class Fragile(Client):
    """Fails the first time, and then notes what is known of it."""

    def __init__(self, name: str, tasks: Tasks) -> None:
        super().__init__(name)
        self._tasks = tasks
        self._whole = False
        self.problems: list[str] = []

    def send(self, frame: Frame) -> None:
        if not self._whole:
            self._whole = True
            raise RuntimeError("broken on purpose")
        self.problems = self._tasks.problems
        super().send(frame)


def resting(ticker: Ticker) -> bool:
    return ticker._timer is None


@pytest.fixture
def ticker() -> Ticker:
    under_test = Ticker("r", World(), tasks=Tasks(), clock=FixedClock(), load=Load())
    for user in ("ann", "bob"):
        under_test.world.place(user, (0.0, 0.0, 0.0), 0, now=0)
    under_test.world.tick()
    return under_test


def move(ticker: Ticker, user: str, x: float) -> None:
    ticker.world.move(user, AvatarMove(position=(x, 0, 0), rotation=0), now=100)
    ticker.wake()


async def test_one_frame_for_everybody(ticker: Ticker) -> None:
    clients = [Client("ann"), Client("bob")]
    for client in clients:
        ticker.watch(client)
    move(ticker, "ann", 1)
    move(ticker, "bob", 2)
    move(ticker, "ann", 3)
    assert [await client.next() for client in clients] == [{"ann": 3, "bob": 2}] * 2
    assert clients[0].frames[0] is clients[1].frames[0]


async def test_it_rests_while_nobody_moves(ticker: Ticker) -> None:
    client = Client("ann")
    ticker.watch(client)
    move(ticker, "ann", 1)
    await client.next()
    assert resting(ticker)
    move(ticker, "ann", 2)
    assert not resting(ticker)
    ticker.stop()


async def test_a_client_with_something_unread_is_skipped_and_then_told_all_it_missed(ticker: Ticker) -> None:
    slow, quick = Client("ann"), Client("bob")
    ticker.watch(slow)
    ticker.watch(quick)
    slow.idle = False
    move(ticker, "ann", 1)
    assert await quick.next() == {"ann": 1}
    move(ticker, "bob", 2)
    assert await quick.next() == {"bob": 2}
    assert slow.frames == []
    slow.idle = True
    assert await slow.next() == {"ann": 1, "bob": 2}
    assert len(quick.frames) == 2


async def test_who_has_left_is_told_nothing(ticker: Ticker) -> None:
    gone, here = Client("ann"), Client("bob")
    ticker.watch(gone)
    ticker.watch(here)
    ticker.unwatch(gone)
    move(ticker, "bob", 1)
    await here.next()
    assert gone.frames == []


async def test_a_tick_that_fails_is_heard_and_the_next_one_comes() -> None:
    tasks = Tasks()
    under_test = Ticker("r", World(), tasks=tasks, clock=FixedClock(), load=Load())
    under_test.world.place("ann", (0.0, 0.0, 0.0), 0, now=0)
    client = Fragile("ann", tasks)
    under_test.watch(client)
    under_test.wake()
    assert await client.next() == {"ann": 0}
    assert client.problems == ["ticker of room r failed: RuntimeError"]
    await asyncio.sleep(0)
    assert tasks.problems == []


def observed(load: Load, lateness: float, times: int) -> bool:
    for _ in range(times):
        load.observe(lateness)
    return load.busy


def test_load_is_a_matter_of_time() -> None:
    load = Load()
    assert not observed(load, 0.1, times=1)
    assert observed(load, 0.1, times=10)
    assert observed(load, 0.0, times=1)
    assert not observed(load, 0.0, times=50)
