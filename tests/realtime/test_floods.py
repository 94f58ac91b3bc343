"""Whoever takes too little or sends too much is bounded, refused, closed with a reason; nobody else notices."""

import asyncio
import json
from typing import Any

import pytest
from tests.realtime.conftest import Running, Serve
from tests.realtime.raw import RawSocket
from tests.realtime.test_server import asked, entered

from eduverse.kernel.buckets import Rate
from eduverse.realtime.server import Arguments, Rates, Socket
from eduverse.realtime.wire.engine import MAX_PACKETS

TIGHT = Rates(everything=Rate(20, 10), classes={"chat": Rate(5, 1)}, patience=Rate(50, 1))
"""As in production, but sooner."""


async def calm(websocket: RawSocket) -> None:
    """Others are served as ever."""
    assert await asked(websocket, "message-with-ack", 1) == 1


def socket_of(running: Running, user: str) -> Socket:
    return next(socket for socket in running.server.hub.sockets.values() if socket.user == user)


async def fill(running: Running, user: str) -> None:
    """Has more wait for somebody who does not read than the kernels on both sides take, now or in a moment."""
    transport: Any = socket_of(running, user).session.transport
    settled = 0
    while settled < 3:
        if transport.kept < 50_000:
            running.server.channels.emit_to_user(user, "e", Arguments([{"x": "y" * 10_000}]))
            settled = 0
            await asyncio.sleep(0)
        else:
            settled += 1
            await asyncio.sleep(0.1)


async def test_who_goes_on_in_spite_of_refusals_is_closed(serve: Serve) -> None:
    running = await serve(TIGHT)
    eve, ann = await entered(running, "eve"), await entered(running, "ann")
    for number in range(200):
        eve.send(f'42{number}["chat:message",{{"text":"spam"}}]')
    answers = [json.loads(str(message)[str(message).index("[") :])[0] for message in await eve.drained()]
    codes = [answer["code"] for answer in answers if isinstance(answer, dict) and "code" in answer]
    assert set(codes) == {"too-fast"}
    assert len(codes) == 50
    assert eve.close_code == 1008
    await running.campus.until("disconnect", "eve", "flooding")
    await calm(ann)


async def test_a_flood_without_a_wish_for_answers_ends_the_same_way(serve: Serve) -> None:
    running = await serve(TIGHT)
    eve, ann = await entered(running, "eve"), await entered(running, "ann")
    for _ in range(200):
        eve.send('42["no:such-event"]')
    await eve.drained()
    await running.campus.until("disconnect", "eve", "flooding")
    await calm(ann)


async def test_two_tabs_say_no_more_than_one(serve: Serve) -> None:
    running = await serve(TIGHT)
    tabs = [await entered(running, "eve"), await entered(running, "eve")]
    replies = [await asked(tab, "chat:message", {"text": "hi"}, ack) for ack in range(4) for tab in tabs]
    assert [reply.get("code") for reply in replies] == [None] * 5 + ["too-fast"] * 3


async def test_a_payload_of_tiny_packets_closes_its_session(running: Running) -> None:
    ann = await entered(running, "ann")
    sid = await running.open_polling()
    assert (await running.post(sid, "\x1e".join(["3"] * 100_000))).status_code == 400
    assert (await running.poll(sid)).status_code == 400
    await calm(ann)


async def test_a_payload_with_too_many_packets_is_not_read_to_its_end(running: Running) -> None:
    sid = await running.open_polling()
    reader, writer = await asyncio.open_connection("127.0.0.1", running.port)
    head = f"POST /socket.io/?EIO=4&transport=polling&sid={sid} HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n"
    writer.write(head.encode() + b"3\x1e" * MAX_PACKETS)
    async with asyncio.timeout(5):
        assert (await reader.readline()).startswith(b"HTTP/1.1 400 ")
    writer.close()


async def test_as_many_packets_as_anybody_needs_are_taken(running: Running) -> None:
    sid = await running.open_polling()
    assert (await running.post(sid, "\x1e".join(["6"] * MAX_PACKETS))).status_code == 200


async def test_what_comes_in_a_payload_after_a_flood_is_not_looked_at(serve: Serve) -> None:
    running = await serve(TIGHT)
    sid = await running.open_polling()
    await running.post(sid, '40{"user":"eve"}')
    await running.poll(sid)
    assert (await running.post(sid, "\x1e".join(['42["chat:message",{"text":"spam"}]'] * 2_000))).status_code == 200
    await running.campus.until("disconnect", "eve", "flooding")


@pytest.mark.parametrize(
    "nonsense",
    [
        "42" + "9" * 400 + '["message"]',
        "43" + "9" * 20 + "[]",
        "4" + "5" * 5000,
        "451000000-[]",
        "42" + "[" * 50_000,
        '42["message",' + '{"a":' * 50_000,
        "40/" + "x" * 5000 + ",",
    ],
)
async def test_giant_ids_and_deep_nesting_end_the_connection(running: Running, nonsense: str) -> None:
    ann, eve = await entered(running, "ann"), await running.joined()
    eve.send(nonsense)
    await eve.drained()
    await calm(ann)


async def test_announced_attachments_that_never_come_cost_nobody_anything(serve: Serve) -> None:
    running = await serve(ping_interval=0.2, ping_timeout=0.2)
    ann = await entered(running, "ann")
    eve = await running.joined('{"user":"eve"}')
    eve.send('4510-["message",{"_placeholder":true,"num":0}]')
    for _ in range(9):
        eve.send(b"x" * 1000)
    await asyncio.sleep(0.05)
    socket = socket_of(running, "eve")
    assert socket.connected
    eve.send('42["message"]')
    await eve.drained()
    await running.campus.until("disconnect", "eve", "parse error")
    ann.send("3")
    await calm(ann)


async def test_attachments_are_bounded_together(serve: Serve) -> None:
    running = await serve(max_payload=10_000)
    eve = await running.joined('{"user":"eve"}')
    eve.send('4510-["message",{"_placeholder":true,"num":0}]')
    for _ in range(4):
        eve.send(b"x" * 4_000)
    await eve.drained()
    await running.campus.until("disconnect", "eve", "parse error")


async def test_who_does_not_read_keeps_no_more_than_is_allowed(serve: Serve) -> None:
    running = await serve(max_buffered=256 * 1024)
    ann, eve = await entered(running, "ann"), await entered(running, "eve")
    eve.pause_reading()
    stalled = socket_of(running, "eve")
    transport: Any = stalled.session.transport
    kept = 0
    for number in range(10_000):
        running.server.channels.emit_to_room("r1", "e", Arguments([{"x": "y" * 1_000}]), skip="ann")
        kept = max(kept, transport.kept)
        if not stalled.connected:
            break
        if number % 50 == 0:
            await asyncio.sleep(0)
    await running.campus.until("disconnect", "eve", "slow")
    assert 256 * 1024 < kept < 512 * 1024
    await calm(ann)


async def test_avatars_never_pile_up(running: Running) -> None:
    ann, eve = await entered(running, "ann"), await entered(running, "eve")
    eve.pause_reading()
    stalled = socket_of(running, "eve")
    transport: Any = stalled.session.transport
    await fill(running, "eve")
    before = transport.kept
    for step in range(10):
        await asked(ann, "avatar:move", {"position": [step / 10, 0, 0], "rotation": 0})
        await asyncio.sleep(0.06)
    assert transport.kept == before
    assert stalled.connected


async def test_volatile_events_are_left_out_for_who_is_behind(running: Running) -> None:
    eve = await entered(running, "eve")
    eve.pause_reading()
    stalled = socket_of(running, "eve")
    transport: Any = stalled.session.transport
    await fill(running, "eve")
    before = transport.kept
    for _ in range(100):
        running.server.channels.emit_to_room("r1", "e", Arguments([{"x": "y" * 1_000}]), volatile=True)
    assert transport.kept == before


async def test_who_comes_back_too_often_is_refused_for_a_while(serve: Serve) -> None:
    running = await serve(Rates(connections=Rate(2, 0.001)))
    for _ in range(2):
        (await running.joined('{"user":"eve"}')).abort()
    line = await running.websocket()
    await line.receive()
    line.send('40{"user":"eve"}')
    refused = await line.receive()
    assert isinstance(refused, str)
    assert json.loads(refused.removeprefix("44"))["data"] == {"code": "too-fast", "status": 429}
    assert not running.server.hub.sockets
    await calm(await running.joined('{"user":"ann"}'))
