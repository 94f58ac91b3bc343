"""The avatar plane's clock."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eduverse.kernel.clock import SystemClock
from eduverse.realtime.tasks import Tasks
from eduverse.realtime.ticker import Load, Ticker
from eduverse.realtime.wire.avatars import decode_records
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
async def ticker() -> Ticker:
    under_test = Ticker("r", World(), tasks=Tasks(), clock=FixedClock(), load=Load())
    for handle, user in enumerate(("ann", "bob")):
        under_test.world.place(user, handle, (0.0, 0.0, 0.0), 0, now=0)
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
    under_test.world.place("ann", 1, (0.0, 0.0, 0.0), 0, now=0)
    client = Fragile("ann", tasks)
    under_test.watch(client)
    under_test.wake()
    assert await client.next() == {"ann": 0}
    assert client.problems == ["ticker of room r failed: RuntimeError"]
    await asyncio.sleep(0)
    assert tasks.problems == []


class Map(Client):
    """Draws what it is told, in either form."""

    def __init__(self, name: str, world: World) -> None:
        super().__init__(name)
        self._names = {avatar.handle: avatar.user for avatar in world}
        self.drawn: dict[str, float] = {}
        self.told_of = 0

    def send(self, frame: Frame) -> None:
        if frame.attachments:
            _, records = decode_records(frame.attachments[0])
            news = {self._names[record.handle]: record.position[0] for record in records}
        else:
            _, batch = json.loads(frame.text[2:])
            news = {avatar["userId"]: avatar["position"][0] for avatar in batch["avatars"]}
        self.told_of += len(news)
        self.drawn.update(news)


def crowd(people: int) -> tuple[Ticker, list[Map]]:
    """People in a long row, three to a metre, each with a map of their own."""
    ticker = Ticker("r", World(), tasks=Tasks(), clock=FixedClock(), load=Load())
    for number in range(people):
        ticker.world.place(f"u{number}", number, (number / 3, 0.0, 0.0), 0, now=0)
    maps = [Map(avatar.user, ticker.world) for avatar in ticker.world]
    for number, one in enumerate(maps):
        ticker.watch(one, "binary" if number % 2 else "json", anew=True)
    ticker.stop()
    return ticker, maps


def truth(ticker: Ticker) -> dict[str, object]:
    return {avatar.user: pytest.approx(avatar.position[0], abs=0.01) for avatar in ticker.world}


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.dictionaries(st.integers(0, 44), st.floats(-1, 1), max_size=10), st.sets(st.integers(0, 44), max_size=5)
        ),
        max_size=30,
    )
)
def test_in_a_crowd_everybody_is_told_of_everything_within_a_round(
    ticks: list[tuple[dict[int, float], set[int]]],
) -> None:
    async def play() -> None:
        ticker, maps = crowd(45)
        for steps, stalled in ticks:
            for number, step in steps.items():
                x = ticker.world.where(f"u{number}").position[0]  # type: ignore[union-attr]
                ticker.world.move(f"u{number}", AvatarMove(position=(x + step, 0, 0), rotation=0), now=1e6)
            for number, one in enumerate(maps):
                one.idle = number not in stalled
            ticker.tick(10)
        for one in maps:
            one.idle = True
        rest = 0
        while ticker.tick(10):
            rest += 1
        assert rest <= 10
        assert all(one.drawn == truth(ticker) for one in maps)

    asyncio.run(play())


async def test_in_a_crowd_the_near_are_told_of_more_often() -> None:
    ticker, maps = crowd(100)
    ticker.tick(10)
    viewer = maps[50]
    viewer.told_of = 0
    heard = dict.fromkeys(range(100), 0)
    for turn in range(20):
        for number in range(100):
            position = ((number + (turn + 1) / 100) / 3, 0.0, 0.0)
            ticker.world.move(f"u{number}", AvatarMove(position=position, rotation=0), now=1e6 + turn)
        before = dict(viewer.drawn)
        ticker.tick(10)
        for number in heard:
            heard[number] += viewer.drawn[f"u{number}"] != before[f"u{number}"]
    assert [heard[49], heard[51]] == [20, 20]
    assert heard[43] in range(10, 14)
    assert heard[0] == heard[99] == 2
    assert viewer.told_of < 20 * 40


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
