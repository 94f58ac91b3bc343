"""What an application may rely on."""

import asyncio
import json
from typing import Any

import pytest
from tests.realtime.conftest import Running, Serve
from tests.realtime.raw import RawSocket

from eduverse.kernel.buckets import Rate
from eduverse.realtime.server import Arguments, Rates, Socket


async def asked(websocket: RawSocket, event: str, payload: Any = None, ack: int = 1) -> Any:
    """Emits with an acknowledgement and returns it; other events on the way are skipped."""
    arguments = [event] if payload is None else [event, payload]
    websocket.send(f"42{ack}{json.dumps(arguments)}")
    while True:
        message = await websocket.receive()
        assert isinstance(message, str)
        if message.startswith(f"43{ack}["):
            return json.loads(message.removeprefix(f"43{ack}"))[0]


async def entered(running: Running, user: str, room: str = "r1") -> RawSocket:
    websocket = await running.joined(json.dumps({"user": user}))
    assert await asked(websocket, "classroom:join", {"classroomId": room}) == {"ok": True}
    return websocket


# --- events ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "payload", "answer"),
    [
        ("classroom:leave", None, {"ok": True}),
        ("classroom:leave", {}, {"ok": True}),
        ("refuse", {}, {"ok": False, "code": "not-yours", "message": "Ask your teacher"}),
        ("break", {}, {"ok": False, "code": "internal", "message": "Something went wrong on our side; try again"}),
        ("nonsense", {}, {"ok": False, "code": "unknown-event", "message": "There is no such event"}),
        (
            "chat:message",
            {"text": 1},
            {"ok": False, "code": "invalid", "message": "text: expected `str`, got `int`"},
        ),
    ],
)
async def test_every_event_is_answered_once(running: Running, event: str, payload: Any, answer: dict[str, Any]) -> None:
    websocket = await running.joined()
    assert await asked(websocket, event, payload) == answer
    assert await asked(websocket, "classroom:leave", ack=2) == {"ok": True}


async def test_events_that_ask_for_nothing_get_nothing(running: Running) -> None:
    websocket = await running.joined()
    for event in ("classroom:leave", "refuse", "break", "nonsense", "chat:message"):
        websocket.send(f'42["{event}",{{}}]')
    websocket.send('429["message-with-ack"]')
    assert await websocket.receive() == "439[]"


async def test_one_sockets_events_are_handled_in_order(running: Running) -> None:
    websocket = await running.joined()
    for name in ("first", "second"):
        websocket.send(f'42["hold",{{"name":"{name}"}}]')
    running.campus.gate("second").set()
    await running.campus.until("holding", "first")
    running.campus.gate("first").set()
    await running.campus.until("released", "second")
    assert [what for what in running.campus.seen if what[0] in {"holding", "released"}] == [
        ("holding", "first"),
        ("released", "first"),
        ("holding", "second"),
        ("released", "second"),
    ]


async def test_no_socket_waits_for_another(running: Running) -> None:
    slow, quick = await running.joined(), await running.joined()
    slow.send('42["hold",{"name":"long"}]')
    await running.campus.until("holding", "long")
    assert await asked(quick, "classroom:leave") == {"ok": True}
    running.campus.gate("long").set()


async def test_events_that_pile_up_are_refused(serve: Serve) -> None:
    running = await serve(max_pending_events=2)
    websocket = await running.joined()
    websocket.send('42["hold",{"name":"x"}]')
    await running.campus.until("holding", "x")
    for ack in (1, 2, 3):
        websocket.send(f'42{ack}["hold",{{"name":"x"}}]')
    refused = await websocket.receive()
    assert isinstance(refused, str)
    assert refused.startswith('433[{"ok":false,"code":"too-fast"')
    running.campus.gate("x").set()


async def test_limits_by_class_and_for_everything(serve: Serve) -> None:
    running = await serve(Rates(everything=Rate(5, 0.001), classes={"chat": Rate(2, 0.001)}))
    websocket = await running.joined()
    codes = [(await asked(websocket, "chat:message", {"text": "hi"}, ack)).get("code") for ack in range(3)]
    codes += [(await asked(websocket, "classroom:leave", ack=ack)).get("code") for ack in range(3, 6)]
    assert codes == [None, None, "too-fast", None, None, "too-fast"]


async def test_a_reply_that_cannot_be_written_is_an_error_of_ours(running: Running) -> None:
    websocket = await running.joined()
    assert (await asked(websocket, "unwritable"))["code"] == "internal"
    assert await asked(websocket, "message-with-ack", 1, ack=2) == 1


async def test_asking_a_client(running: Running) -> None:
    websocket = await running.joined()
    websocket.send('42["ask-me",{"n":1}]')
    assert await websocket.receive() == '420["question",{"n":1}]'
    websocket.send('430["answer",2]')
    await running.campus.until("answer", ["answer", 2])
    websocket.send('430["too late"]')
    assert await asked(websocket, "classroom:leave") == {"ok": True}


# --- rooms ----------------------------------------------------------------------------------------------------


async def test_a_room_hears_what_is_said_in_it(running: Running) -> None:
    ann, bob, cat = await entered(running, "ann"), await entered(running, "bob"), await entered(running, "cat", "r2")
    ann.send('42["chat:message",{"text":"hi"}]')
    heard = [message for message in [await bob.receive(), await bob.receive()] if "chat" in str(message)]
    assert heard == ['42["chat:message",{"user":"ann","text":"hi"}]']
    assert await asked(cat, "message-with-ack", ["nothing came before"], 7) == ["nothing came before"]


async def test_events_for_some_of_a_room(running: Running) -> None:
    ann, bob = await entered(running, "ann"), await entered(running, "bob")
    server = running.server
    server.channels.emit_to_room("r1", "e", Arguments([{"to": "bob"}]), skip="ann")
    server.channels.emit_to_room("r1", "e", Arguments([{"to": "ann"}]), group="teachers")
    server.channels.emit_to_user("bob", "e", Arguments([{"to": "bob again"}]))
    server.channels.emit_to_socket("nobody", "e", Arguments([{}]))
    server.channels.emit_to_room("empty", "e", Arguments([{}]))
    assert '42["e",{"to":"ann"}]' in [await ann.receive(), await ann.receive()]
    told = [
        message for message in [await bob.receive(), await bob.receive(), await bob.receive()] if '"e"' in str(message)
    ]
    assert told == ['42["e",{"to":"bob"}]', '42["e",{"to":"bob again"}]']


async def test_avatars_that_move_are_told_in_one_event_per_tick(running: Running) -> None:
    ann, bob = await entered(running, "ann"), await entered(running, "bob")
    ann.send('42["avatar:move",{"position":[1,0,2],"rotation":0.5}]')
    moved: dict[str, Any] = {}
    while moved.get("ann", {}).get("rotation") != 0.5:
        message = await bob.receive()
        assert isinstance(message, str)
        name, batch = json.loads(message.removeprefix("42"))
        assert name == "avatar:moved"
        moved |= {avatar["userId"]: avatar for avatar in batch["avatars"]}
    assert moved["ann"] == {"userId": "ann", "position": [1, 0, 2], "rotation": 0.5}


# --- presence -------------------------------------------------------------------------------------------------


async def test_leaving_is_immediate(running: Running) -> None:
    ann = await entered(running, "ann")
    await asked(ann, "classroom:leave")
    await running.campus.until("left", "r1", "ann", "left")
    assert running.server.hub.users_in("r1") == []
    assert running.server.hub.world("r1") is None


async def test_disconnecting_is_leaving(running: Running) -> None:
    ann = await entered(running, "ann")
    ann.send("41")
    await running.campus.until("left", "r1", "ann", "left")


async def test_a_lost_transport_leaves_after_the_grace(serve: Serve) -> None:
    running = await serve(leave_grace=0.05)
    ann = await entered(running, "ann")
    ann.abort()
    await running.campus.until("disconnect", "ann", "transport close")
    assert running.server.hub.users_in("r1") == ["ann"]
    await running.campus.until("left", "r1", "ann", "disconnected")
    assert running.server.hub.users_in("r1") == []


async def test_coming_back_within_the_grace_is_not_noticed(running: Running) -> None:
    ann = await entered(running, "ann")
    ann.abort()
    await running.campus.until("disconnect", "ann", "transport close")
    ann = await entered(running, "ann")
    await asked(ann, "classroom:leave")
    await running.campus.until("left", "r1", "ann", "left")
    presence = [what[0] for what in running.campus.seen if what[0] in {"entered", "left"}]
    assert presence == ["entered", "left"]


async def test_two_tabs_are_one_person(running: Running) -> None:
    first, second = await entered(running, "ann"), await entered(running, "ann")
    first.send("41")
    await running.campus.until("disconnect", "ann", "client namespace disconnect")
    assert running.server.hub.users_in("r1") == ["ann"]
    await asked(second, "classroom:leave")
    await running.campus.until("left", "r1", "ann", "left")
    assert [what for what in running.campus.seen if what[0] == "entered"] == [("entered", "r1", "ann")]


async def test_removing_somebody_takes_every_tab(running: Running) -> None:
    await entered(running, "ann")
    second = await entered(running, "ann")
    assert running.server.hub.remove("r1", "ann")
    assert not running.server.hub.remove("r1", "ann")
    await running.campus.until("left", "r1", "ann", "removed")
    assert await asked(second, "message-with-ack", 1) == 1
    assert all(socket.rooms == [] for socket in running.server.hub.sockets.values())


async def test_a_socket_that_has_closed_joins_nothing(running: Running) -> None:
    ann = await running.joined('{"user":"ann"}')
    ann.send('42["hold",{"name":"x"}]')
    ann.send('42["classroom:join",{"classroomId":"r1"}]')
    await running.campus.until("holding", "x")
    ann.abort()
    while running.server.hub.sockets:  # noqa: ASYNC110
        await asyncio.sleep(0)
    running.campus.gate("x").set()
    await running.campus.until("disconnect", "ann", "transport close")
    assert running.server.hub.users_in("r1") == []


# --- the end --------------------------------------------------------------------------------------------------


async def test_sending_somebody_away(running: Running) -> None:
    ann = await running.joined('{"user":"ann"}')
    bob = await running.joined('{"user":"bob"}')
    running.server.hub.sign_out("the login of ann")
    assert await ann.drained() == ["41"]
    await running.campus.until("disconnect", "ann", "server namespace disconnect")
    assert await asked(bob, "classroom:leave") == {"ok": True}


async def test_a_slow_client_is_closed_and_the_others_are_not(serve: Serve) -> None:
    running = await serve(max_buffered=50_000)
    ann, bob = await entered(running, "ann"), await entered(running, "bob")
    ann.pause_reading()
    mine: Socket = next(socket for socket in running.server.hub.sockets.values() if socket.user == "ann")
    while mine.connected:
        mine.emit("e", Arguments([{"x": "y" * 500_000}]))
        await asyncio.sleep(0)
    await running.campus.until("disconnect", "ann", "slow")
    assert await asked(bob, "message-with-ack", 1) == 1


async def test_draining(running: Running) -> None:
    ann = await entered(running, "ann")
    sid = await running.open_polling()
    polled = asyncio.create_task(running.poll(sid))
    while not running.server.engine.connections[sid].transport.polled:  # type: ignore[attr-defined]  # noqa: ASYNC110
        await asyncio.sleep(0)
    assert running.server.problems == []
    await running.server.close_all()
    assert running.campus.seen[-2:] == [
        ("left", "r1", "ann", "disconnected"),
        ("disconnect", "ann", "server shutting down"),
    ] or set(running.campus.seen[-2:]) == {
        ("left", "r1", "ann", "disconnected"),
        ("disconnect", "ann", "server shutting down"),
    }
    assert (await polled).text == "1"
    await ann.drained()
    assert ann.close_code == 1012
    assert running.server.problems == ["the real-time server is draining"]
    with pytest.raises(ConnectionRefusedError):
        await running.websocket()


async def test_nobody_waits_for_the_news_of_somebody_else(running: Running) -> None:
    async def slow(room: str, user: str) -> None:
        if user == "ann":
            await running.campus.gate("ann").wait()
        running.campus.note("entered", room, user)

    running.campus.entered = slow  # type: ignore[method-assign]
    ann, _ = await entered(running, "ann"), await entered(running, "bob")
    await running.campus.until("entered", "r1", "bob")
    await asked(ann, "classroom:leave")
    running.campus.gate("ann").set()
    await running.campus.until("left", "r1", "ann", "left")
    assert running.campus.seen.index(("entered", "r1", "ann")) < running.campus.seen.index(
        ("left", "r1", "ann", "left")
    )


async def test_presence_that_fails_is_heard(running: Running) -> None:
    async def broken(room: str, user: str) -> None:
        running.campus.note("tried")
        raise RuntimeError("broken on purpose")

    running.campus.entered = broken  # type: ignore[method-assign]
    await entered(running, "ann")
    await running.campus.until("tried")
    assert running.server.problems == ["presence in room r1 failed: RuntimeError"]


async def test_who_signs_out_while_connecting_is_not_let_in(running: Running) -> None:
    line = await running.websocket()
    await line.receive()
    line.send('40{"user":"ann","gate":"door"}')
    await asyncio.sleep(0.05)
    running.server.hub.sign_out("the login of ann")
    running.campus.gate("door").set()
    assert await line.receive() == ('44{"message":"Sign in again","data":{"code":"session-ended","status":401}}')
    assert ("signed out", "the login of ann") in running.campus.seen
    assert not running.server.hub.sockets
