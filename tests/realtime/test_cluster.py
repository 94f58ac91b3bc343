"""Several servers as one campus, over a real Redis."""

import asyncio
import json
import signal
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from redis.exceptions import ConnectionError as RedisConnectionError
from tests.realtime.conftest import Campus, Running, Serve
from tests.realtime.travellers import Traveller
from tests.support.redis import RedisServer, redis_server

from eduverse.kernel.ids import SystemEntropy
from eduverse.realtime.cluster import Cluster
from eduverse.realtime.server import Arguments, ClusterUnavailable, RealtimeServer, Settings
from eduverse.realtime.tasks import Tasks

WINDOW = 60.0


@pytest.fixture(scope="module")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    with redis_server(tmp_path_factory.mktemp("redis")) as serving:
        yield serving


async def until(holds: Callable[[], bool], *, within: float = 10) -> None:
    """Returns when it is so; what happens in Redis tells nobody here."""
    async with asyncio.timeout(within):
        while not holds():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


class Pair:
    """Two servers of one campus."""

    def __init__(self, here: Running, there: Running) -> None:
        self.here = here
        self.there = there

    async def agreed(self, room: str, *users: str) -> None:
        """Returns when both servers say that these are in the room."""
        await until(
            lambda: all(sorted(one.server.hub.users_in(room)) == sorted(users) for one in (self.here, self.there))
        )


@pytest.fixture
async def cluster(serve: Serve, redis: RedisServer, request: pytest.FixtureRequest) -> Pair:
    own = {"redis_url": redis.url, "redis_prefix": request.node.name, "recovery_window": WINDOW}
    return Pair(await serve(**own), await serve(**own))


def say(running: Running, *texts: str, room: str = "r", skip: str | None = None) -> None:
    for text in texts:
        running.server.channels.emit_to_room(room, "news", Arguments([{"text": text}]), skip=skip)


def presence(running: Running) -> list[tuple[Any, ...]]:
    return [what for what in running.campus.seen if what[0] in {"entered", "left"}]


async def test_a_room_is_one_room(cluster: Pair) -> None:
    ann, bob = await Traveller(cluster.here.port, "ann").enter(), await Traveller(cluster.there.port, "bob").enter()
    await cluster.agreed("r", "ann", "bob")
    say(cluster.here, "one")
    say(cluster.there, "two", skip="bob")
    cluster.there.server.channels.emit_to_user("ann", "news", Arguments([{"text": "to ann"}]))
    cluster.there.server.channels.emit_to_room("r", "news", Arguments([{"text": "to teachers"}]), group="teachers")
    cluster.here.server.channels.emit_to_room("r", "news", Arguments([{"text": "volatile"}]), volatile=True)
    say(cluster.here, "end of here")
    say(cluster.there, "end of there")
    for one in (ann, bob):
        await one.until("end of here")
        await one.until("end of there")
    ends = {"end of here", "end of there"}
    assert set(ann.heard) - {"volatile"} == {"one", "two", "to ann", "to teachers", *ends}
    assert set(bob.heard) - {"volatile"} == {"one", *ends}


async def test_both_hear_everything_in_the_same_order(cluster: Pair) -> None:
    ann, bob = await Traveller(cluster.here.port, "ann").enter(), await Traveller(cluster.there.port, "bob").enter()
    for number in range(100):
        say(cluster.here, f"here {number}")
        say(cluster.there, f"there {number}")
        await asyncio.sleep(0)
    say(cluster.here, "end of here")
    say(cluster.there, "end of there")
    for one in (ann, bob):
        await one.until("end of here")
        await one.until("end of there")
    assert ann.heard == bob.heard
    assert [text for text in ann.heard if text.startswith("here")] == [f"here {number}" for number in range(100)]


async def test_one_server_tells_the_application_of_each_change(cluster: Pair) -> None:
    ann = await Traveller(cluster.here.port, "ann").enter()
    tab = await Traveller(cluster.there.port, "ann").enter()
    await cluster.agreed("r", "ann")
    ann.line.send("41")
    await cluster.here.campus.until("disconnect", "ann", "client namespace disconnect")
    await asyncio.sleep(0.1)
    await cluster.agreed("r", "ann")
    tab.line.send("41")
    await cluster.there.campus.until("left", "r", "ann", "left")
    await cluster.agreed("r")
    assert presence(cluster.here) == [("entered", "r", "ann")]
    assert presence(cluster.there) == [("left", "r", "ann", "left")]


async def test_avatars_move_everywhere_under_one_handle(cluster: Pair) -> None:
    ann, bob = await Traveller(cluster.here.port, "ann").enter(), await Traveller(cluster.there.port, "bob").enter()
    await cluster.agreed("r", "ann", "bob")
    hubs = [one.server.hub for one in (cluster.here, cluster.there)]
    assert len({hub.roster.get("r", "ann").handle for hub in hubs}) == 1  # type: ignore[union-attr]
    assert hubs[0].roster.get("r", "ann").handle != hubs[0].roster.get("r", "bob").handle  # type: ignore[union-attr]
    seen: dict[str, Any] = {}
    async with asyncio.timeout(5):
        while seen.get("ann", {}).get("rotation") != pytest.approx(0.5, abs=0.01):
            await ann.ask("avatar:move", {"position": [1, 0, 2], "rotation": 0.5})
            message = await bob.next()
            if message.startswith('42["avatar:moved"'):
                seen |= {one["userId"]: one for one in json.loads(message.removeprefix("42"))[1]["avatars"]}
    assert seen["ann"]["position"] == [1, 0, 2]


async def test_who_comes_to_a_third_server_finds_everybody(cluster: Pair, serve: Serve, redis: RedisServer) -> None:
    ann = await Traveller(cluster.here.port, "ann").enter()
    await Traveller(cluster.there.port, "bob").enter()
    await ann.ask("avatar:move", {"position": [3, 0, 3], "rotation": 0})
    third = await serve(redis_url=redis.url, redis_prefix=cluster.here.server.settings.redis_prefix)
    await until(lambda: sorted(third.server.hub.users_in("r")) == ["ann", "bob"])


async def test_what_is_stated_is_the_same_everywhere_and_for_who_comes_later(
    cluster: Pair, serve: Serve, redis: RedisServer
) -> None:
    here, there = (one.server.replicas for one in (cluster.here, cluster.there))
    stated = [here.state("notes", b"one"), there.state("notes", b"two", socket_id="tab"), here.state("notes", b"three")]
    outcomes = await asyncio.gather(*stated)
    third = await serve(redis_url=redis.url, redis_prefix=cluster.here.server.settings.redis_prefix)
    known = list(third.campus.notes.said)
    assert sorted(known) == ["one", "three", "two"], "it serves nobody before it knows"
    assert [known[outcome - 1] for outcome in outcomes] == ["one", "two", "three"]
    there.end("tab")
    await until(lambda: third.campus.notes.said[-1] == "gone tab")
    await third.server.replicas.state("notes", b"four")
    assert third.campus.notes.said == [*known, "gone tab", "four"]
    assert third.campus.notes.told == ["four"]
    await until(lambda: all(one.campus.notes.said == third.campus.notes.said for one in (cluster.here, cluster.there)))


async def test_what_is_written_again_because_the_answer_was_lost_is_told_once(
    cluster: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann = await Traveller(cluster.there.port, "ann").enter()
    await cluster.agreed("r", "ann")
    store: Any = cluster.here.server._cluster
    pipeline_of = store._redis.pipeline
    again = asyncio.Event()

    def pipeline(**options: Any) -> Any:
        made = pipeline_of(**options)
        execute = made.execute

        async def execute_and_lose_the_answer() -> None:
            written = [arguments[0] for arguments, _ in made.command_stack]
            await execute()
            if "PUBLISH" not in written and not again.is_set():  # no beacon, then it is what we say
                again.set()
                raise RedisConnectionError("the answer was lost")

        made.execute = execute_and_lose_the_answer
        return made

    monkeypatch.setattr(store._redis, "pipeline", pipeline)
    say(cluster.here, "once")
    await ann.until("once")
    await again.wait()
    ann.lose()
    say(cluster.here, "end")  # behind what is tried again
    await until(lambda: not store._unwritten)
    await ann.connect()
    assert ann.recovered
    assert await ann.until("end") == ["once", "end"]


async def test_taking_somebody_out_reaches_all_their_tabs(cluster: Pair) -> None:
    await Traveller(cluster.here.port, "ann").enter()
    await Traveller(cluster.there.port, "ann").enter()
    await cluster.agreed("r", "ann")
    assert cluster.there.server.hub.remove("r", "ann", why="because")
    await cluster.agreed("r")
    for one in (cluster.here, cluster.there):
        await one.campus.until("expelled", "ann", "r", "because")


async def test_signing_out_reaches_all_servers(cluster: Pair) -> None:
    ann, bob = await Traveller(cluster.here.port, "ann").enter(), await Traveller(cluster.there.port, "bob").enter()
    cluster.there.server.hub.sign_out("the login of ann")
    await cluster.here.campus.until("disconnect", "ann", "server namespace disconnect")
    say(cluster.here, "still here")
    assert await bob.until("still here")
    assert "41" in [str(message) for message in await ann.line.drained()]


async def test_a_session_is_recovered_at_another_server(cluster: Pair) -> None:
    ann, bob = await Traveller(cluster.here.port, "ann").enter(), await Traveller(cluster.there.port, "bob").enter()
    await cluster.agreed("r", "ann", "bob")
    say(cluster.there, "one")
    await ann.until("one")
    sid = ann.sid
    ann.lose()
    await cluster.here.campus.until("disconnect", "ann", "transport close")
    say(cluster.there, "two", "three")
    ann.port = cluster.there.port
    await ann.connect()
    assert (ann.recovered, ann.sid) == (True, sid)
    say(cluster.here, "four")
    assert await ann.until("four") == ["one", "two", "three", "four"]
    assert await bob.until("four") == ["one", "two", "three", "four"]
    assert presence(cluster.here) == [("entered", "r", "ann")]
    assert presence(cluster.there) == [("entered", "r", "bob")]


async def test_an_old_connection_that_hangs_at_another_server_is_superseded(cluster: Pair) -> None:
    ann = await Traveller(cluster.here.port, "ann").enter()
    hanging = ann.line
    ann.port = cluster.there.port
    await ann.connect()
    assert ann.recovered
    await hanging.drained()
    await cluster.here.campus.until("disconnect", "ann", "superseded")
    say(cluster.here, "news")
    assert await ann.until("news") == ["news"]
    await cluster.agreed("r", "ann")
    ann.port = cluster.here.port
    ann.lose()
    await ann.connect()
    assert ann.recovered


async def test_a_session_is_claimed_by_one(cluster: Pair) -> None:
    ann = await Traveller(cluster.here.port, "ann").enter()
    ann.lose()
    await cluster.here.campus.until("disconnect", "ann", "transport close")
    claimants = [Traveller(running.port, "ann") for running in (cluster.here, cluster.there) for _ in range(3)]
    for one in claimants:
        one.pid, one.offset = ann.pid, ann.offset
    await asyncio.gather(*(one.connect() for one in claimants))
    assert [one.recovered for one in claimants].count(True) >= 1
    alive = [one for one in claimants if one.recovered and one.line.close_code is None]
    say(cluster.here, "news")
    await asyncio.sleep(0.3)
    assert len(alive) >= 1
    await cluster.agreed("r", "ann")


async def test_what_was_trimmed_is_not_recovered(cluster: Pair, redis: RedisServer) -> None:
    ann = await Traveller(cluster.here.port, "ann").enter()
    say(cluster.here, "one")
    await ann.until("one")
    ann.lose()
    await cluster.here.campus.until("disconnect", "ann", "transport close")
    say(cluster.here, "two", "three")
    await asyncio.sleep(0.1)
    store: Any = cluster.here.server._cluster
    await store._redis.xtrim(store._stream, maxlen=1, approximate=False)
    ann.port = cluster.there.port
    await ann.connect()
    assert not ann.recovered


async def test_without_redis_nothing_starts() -> None:
    campus = Campus()
    server = RealtimeServer(campus, settings=Settings(redis_url="redis://127.0.0.1:1/0"))
    with pytest.raises(ClusterUnavailable, match="Redis does not answer"):
        async with server:
            pass


async def test_a_redis_that_goes_away_is_said_and_nothing_is_lost(tmp_path: Path, serve: Serve) -> None:
    with redis_server(tmp_path) as redis:
        own = {"redis_url": redis.url, "recovery_window": WINDOW}
        here, there = await serve(**own), await serve(**own)
        ann, bob = await Traveller(here.port, "ann").enter(), await Traveller(there.port, "bob").enter()
        assert here.server.problems == []
        redis.process.send_signal(signal.SIGSTOP)  # it hangs
        say(here, "while it hangs")
        await until(lambda: any("deaf" in problem for problem in here.server.problems), within=6)
        redis.process.send_signal(signal.SIGCONT)
        assert await bob.until("while it hangs") == ["while it hangs"]
        assert await ann.until("while it hangs") == ["while it hangs"]
        await until(lambda: not here.server.problems and not there.server.problems, within=15)


@asynccontextmanager
async def node(port: int, redis: RedisServer) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.realtime.campus_process", str(port), redis.url
    )
    try:
        async with asyncio.timeout(20):
            while True:
                try:
                    _, writer = await asyncio.open_connection("127.0.0.1", port)
                except OSError:
                    await asyncio.sleep(0.05)
                else:
                    writer.close()
                    break
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def test_a_server_that_is_killed_is_hardly_missed(tmp_path: Path, unused_tcp_port_factory: Any) -> None:
    ports = unused_tcp_port_factory(), unused_tcp_port_factory()
    with redis_server(tmp_path) as redis:
        async with AsyncExitStack() as stack:
            doomed = await stack.enter_async_context(node(ports[0], redis))
            await stack.enter_async_context(node(ports[1], redis))
            ann, cat = await Traveller(ports[0], "ann").enter(), await Traveller(ports[0], "cat").enter()
            bob = await Traveller(ports[1], "bob").enter()
            await bob.ask("chat:message", {"text": "one"})
            await ann.until("one")
            doomed.kill()
            await doomed.wait()
            await bob.ask("chat:message", {"text": "two"})
            ann.port = ports[1]
            await ann.connect()
            assert ann.recovered
            tabs = [f"gone {one.sid}" for one in (ann, cat)]
            await bob.ask("chat:message", {"text": "three"})
            assert await ann.until("three") == ["one", "two", "three"]
            async with asyncio.timeout(25):
                while ("left", "cat") not in bob.came:
                    bob.hear(await bob.next())
            assert bob.came == [*(("left", tab) for tab in tabs), ("left", "cat")]


async def test_closing_does_not_depend_on_a_single_cancellation(redis: RedisServer) -> None:
    cluster = Cluster(redis.url, prefix="closing", grace=1, entropy=SystemEntropy(), tasks=Tasks())
    cluster.attach(lambda *_: None, lambda _: None, lambda *_: None, lambda _: None)
    await cluster.start()
    listen, swallowed = cluster._listen, 0

    async def deaf_to_cancellation() -> None:
        nonlocal swallowed
        try:
            await listen()
        except asyncio.CancelledError:
            swallowed += 1

    cluster._listen = deaf_to_cancellation  # type: ignore[method-assign]
    next(task for task in cluster._running if task.get_name() == "listening").cancel()
    cluster._running.append(asyncio.create_task(cluster._forever("listening", deaf_to_cancellation)))
    await asyncio.sleep(0.05)
    async with asyncio.timeout(5):
        await cluster.close()
    assert swallowed == 1
