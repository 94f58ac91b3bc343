"""A client that lost its connection comes back as the same socket, having missed nothing and hearing nothing twice."""

import asyncio
import json

import pytest
from tests.realtime.conftest import Running, Serve
from tests.realtime.travellers import Traveller

from eduverse.realtime.server import Arguments
from eduverse.realtime.wire.events import encode_event

WINDOW = 60.0


@pytest.fixture
async def running(serve: Serve) -> Running:
    return await serve(recovery_window=WINDOW)


def say(running: Running, *texts: str, room: str = "r") -> None:
    for text in texts:
        running.server.channels.emit_to_room(room, "news", Arguments([{"text": text}]))


async def test_what_was_missed_comes_once_and_in_order(running: Running) -> None:
    ann = await Traveller(running.port, "ann").enter()
    say(running, "one", "two")
    await ann.listen()
    sid = ann.sid
    ann.lose()
    await running.campus.until("disconnect", "ann", "transport close")
    say(running, "three")
    running.server.channels.emit_to_user("ann", "news", Arguments([{"text": "four"}]))
    say(running, "elsewhere", room="other")
    running.server.channels.emit_to_room("r", "news", Arguments([{"text": "for teachers"}]), group="teachers")
    running.server.channels.emit_to_room("r", "news", Arguments([{"text": "my own"}]), skip="ann")
    running.server.channels.emit_to_room("r", "news", Arguments([{"text": "volatile"}]), volatile=True)
    say(running, "five")
    await ann.connect()
    assert ann.recovered
    assert ann.sid == sid
    say(running, "six")
    assert await ann.listen() == ["one", "two", "three", "four", "for teachers", "five", "six"]


async def test_nobody_notices(running: Running) -> None:
    ann = await Traveller(running.port, "ann").enter()
    ann.lose()
    await running.campus.until("disconnect", "ann", "transport close")
    await ann.connect()
    assert running.server.hub.users_in("r") == ["ann"]
    ann.line.send("41")
    await running.campus.until("left", "r", "ann", "left")
    assert [what for what in running.campus.seen if what[0] in {"entered", "left"}] == [
        ("entered", "r", "ann"),
        ("left", "r", "ann", "left"),
    ]


async def test_an_idle_client_is_told_of_everything_since_it_connected(running: Running) -> None:
    say(running, "before")
    ann = await Traveller(running.port, "ann").enter()
    ann.offset = None
    ann.lose()
    await running.campus.until("disconnect", "ann", "transport close")
    say(running, "news")
    await ann.connect()
    assert ann.recovered
    assert await ann.listen() == ["news"]


async def test_the_offset_of_an_earlier_server_is_a_leftover(running: Running) -> None:
    ann = await Traveller(running.port, "ann").enter()
    ann.offset = "1-999"
    ann.lose()
    say(running, "news")
    await ann.connect()
    assert ann.recovered
    assert await ann.listen() == ["news"]


async def test_an_old_connection_that_hangs_is_superseded(running: Running) -> None:
    ann = await Traveller(running.port, "ann").enter()
    say(running, "one")
    await ann.listen()
    hanging = ann.line
    say(running, "two")
    await ann.connect()
    assert ann.recovered
    assert await ann.listen() == ["one", "two"]
    assert (await hanging.drained())[-1] is not None
    assert ("disconnect", "ann", "superseded") in running.campus.seen
    assert not any(what[0] == "left" for what in running.campus.seen)
    say(running, "three")
    assert await ann.listen() == ["one", "two", "three"]


async def test_again_and_again_without_a_pause(running: Running) -> None:
    ann = await Traveller(running.port, "ann").enter()
    for number in range(20):
        say(running, f"{number}")
        if number % 3:
            await ann.listen()
        ann.lose()
        say(running, f"{number} late")
        await ann.connect()
        assert ann.recovered
    expected = [text for number in range(20) for text in (f"{number}", f"{number} late")]
    assert await ann.listen() == expected


async def test_what_was_in_hand_is_finished_first(running: Running) -> None:
    ann = await Traveller(running.port, "ann").enter()
    ann.line.send('42["hold",{"name":"slow"}]')
    await ann.ask("message-with-ack", {})
    ann.lose()
    coming = asyncio.create_task(ann.connect())
    await running.campus.until("connect", "ann")
    await asyncio.sleep(0.05)
    assert not any(what[0] == "resume" for what in running.campus.seen)
    running.campus.gate("slow").set()
    await coming
    assert ann.recovered


async def test_events_on_the_way_back_are_told_once(running: Running) -> None:
    ann = await Traveller(running.port, "ann").enter()
    ann.lose()
    await running.campus.until("disconnect", "ann", "transport close")
    say(running, "away")
    running.campus.on_resume = lambda: say(running, "on the way")
    await ann.connect()
    assert ann.recovered
    assert await ann.listen() == ["away", "on the way"]


async def test_a_connection_lost_on_the_way_back_costs_nothing(running: Running) -> None:
    ann = await Traveller(running.port, "ann").enter()
    ann.lose()
    await running.campus.until("disconnect", "ann", "transport close")
    say(running, "away")
    line = await running.websocket()
    await line.receive()
    running.campus.resuming = running.campus.gate("resume")
    line.send(f'40{{"user":"ann","pid":"{ann.pid}"}}')
    await running.campus.until("resuming", "ann")
    line.abort()
    await asyncio.sleep(0.05)
    running.campus.resuming = None
    await ann.connect()
    assert ann.recovered
    assert await ann.listen() == ["away"]
    assert running.server.hub.users_in("r") == ["ann"]
    assert not any(what[0] == "left" for what in running.campus.seen)


async def test_a_slow_client_comes_back(serve: Serve) -> None:
    running = await serve(recovery_window=WINDOW, max_buffered=100_000)
    ann = await Traveller(running.port, "ann").enter()
    ann.line.transport.underlying_transport.pause_reading()
    size = 0
    while not any(what == ("disconnect", "ann", "slow") for what in running.campus.seen):
        running.server.channels.emit_to_room("r", "big", Arguments([{"text": "x" * 1000}]), volatile=True)
        for socket in running.server.hub.sockets_of("ann"):
            socket.send(encode_event("big", Arguments([{"text": "x" * 10_000}])))
        await asyncio.sleep(0)
        size += 1
        assert size < 10_000
    say(running, "missed")
    await ann.connect()
    assert ann.recovered
    assert await ann.listen() == ["missed"]


async def test_too_much_to_catch_up_with_starts_anew(serve: Serve) -> None:
    running = await serve(recovery_window=WINDOW, max_buffered=10_000)
    ann = await Traveller(running.port, "ann").enter()
    ann.lose()
    await running.campus.until("disconnect", "ann", "transport close")
    say(running, *["x" * 1000] * 6)
    await ann.connect()
    assert not ann.recovered
    assert await ann.listen() == []


@pytest.mark.parametrize("ending", ["41", '42["send-away",{}]'])
async def test_who_has_left_starts_anew(running: Running, ending: str) -> None:
    ann = await Traveller(running.port, "ann").enter()
    ann.line.send(ending)
    await running.campus.until("left", "r", "ann", "left")
    ann.lose()
    await ann.connect()
    assert not ann.recovered


async def test_a_pid_is_no_key_to_somebody_else(running: Running) -> None:
    ann, eve = await Traveller(running.port, "ann").enter(), Traveller(running.port, "eve")
    eve.pid = ann.pid
    await eve.connect()
    assert not eve.recovered
    say(running, "still here")
    assert await ann.listen() == ["still here"]
    assert await eve.listen() == []


async def test_who_may_not_be_there_any_longer_starts_anew(running: Running) -> None:
    ann = await Traveller(running.port, "ann").enter()
    ann.lose()
    await running.campus.until("disconnect", "ann", "transport close")
    running.campus.banned.add("ann")
    say(running, "secret")
    sid = ann.sid
    await ann.connect()
    assert not ann.recovered
    assert ann.sid != sid
    assert await ann.listen() == []


async def test_who_was_taken_out_while_away_starts_anew(running: Running) -> None:
    ann = await Traveller(running.port, "ann").enter()
    ann.lose()
    await running.campus.until("disconnect", "ann", "transport close")
    running.server.hub.remove("r", "ann")
    await ann.connect()
    assert not ann.recovered


async def test_whose_session_no_longer_holds_is_refused(running: Running) -> None:
    ann = await Traveller(running.port, "ann").enter()
    ann.lose()
    line = await running.websocket()
    await line.receive()
    line.send(f'40{{"user":"ann","token":"bad","pid":"{ann.pid}"}}')
    assert await line.receive() == '44{"message":"No entry","data":{"code":"no-entry"}}'


async def test_who_signs_out_on_the_way_back_leaves_nothing_behind(running: Running) -> None:
    ann = await Traveller(running.port, "ann").enter()
    ann.lose()
    await running.campus.until("disconnect", "ann", "transport close")
    running.campus.on_resume = lambda: running.server.hub.sign_out("the login of ann")
    line = await running.websocket()
    await line.receive()
    line.send(f'40{{"user":"ann","pid":"{ann.pid}"}}')
    assert str(await line.receive()).startswith('44{"message":"Sign in again"')
    await running.campus.until("left", "r", "ann", "left")
    assert not running.server._recovery._live
    assert running.server.hub.users_in("r") == []


async def test_avatars_are_told_anew(running: Running) -> None:
    ann, bob = await Traveller(running.port, "ann").enter(), await Traveller(running.port, "bob").enter()
    await bob.listen()
    bob.lose()
    await running.campus.until("disconnect", "bob", "transport close")
    await ann.ask("avatar:move", {"position": [3, 0, 3], "rotation": 0})
    await asyncio.sleep(0.2)
    await bob.connect()
    assert bob.recovered
    while not (message := str(await bob.line.receive())).startswith('42["avatar:moved"'):
        pass
    _, batch = json.loads(message.removeprefix("42"))
    assert {avatar["userId"]: avatar["position"][0] for avatar in batch["avatars"]} == {"ann": 3, "bob": 0}


async def test_without_recovery_there_is_no_pid(serve: Serve) -> None:
    running = await serve()
    line = await running.websocket()
    await line.receive()
    line.send('40{"pid":"p","offset":"1-1"}')
    reply = await line.receive()
    assert isinstance(reply, str)
    assert list(json.loads(reply.removeprefix("40"))) == ["sid"]
    assert await line.receive() == '42["auth",{"pid":"p","offset":"1-1"}]'
