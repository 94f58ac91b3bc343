"""What one offender costs the others: their round trips, and the server's memory, with and without each attack.

    python -m bench.floods [--seconds 4] [--only "stalled reader"]

Calm clients walk in one room, twenty moves a second each, every move acknowledged; that is the round trip. An attack
comes from one account, as everybody who may speak has one, and as fast as its own process can. It runs beside them, in
turns on their server and on another one of the same kind: the machine is as busy in both, and what differs is what the
attack costs those who share a server with it. What is compared are the medians of the rounds' percentiles. `noise` is
by how much the rounds in which nothing was done to their server differ among themselves, every second one against the
others: a difference below that means nothing. Memory is what their server's resident set grew by at most while it was
attacked.
"""

import argparse
import asyncio
import random
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple

import uvloop
from bench.process import Listening, listening, resident_megabytes
from picows import WSFrame, WSListener, WSMsgType, WSTransport, ws_connect

SERVER = [sys.executable, str(Path(__file__).parent / "peers" / "eduverse_server.py"), "{port}"]
CLIENTS = 20
PER_SECOND = 20
WEBSOCKET = "ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket"


class Person(WSListener):
    """Joins the room; notes how long each acknowledgement took."""

    def __init__(self, user: str, *, reads: bool = True) -> None:
        self._connect = b'40{"user":"%s"}' % user.encode()
        self.entered = asyncio.Event()
        self.gone = asyncio.Event()
        self.round_trips: list[float] = []
        self._reads = reads
        self._sent: dict[int, float] = {}
        self._number = 10

    def on_ws_connected(self, transport: WSTransport) -> None:
        self.transport = transport

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        if frame.msg_type is not WSMsgType.TEXT:
            return
        message = frame.get_payload_as_bytes()
        if message.startswith(b"0"):
            transport.send(WSMsgType.TEXT, self._connect)
        elif message.startswith(b"44"):
            transport.disconnect()
        elif message.startswith(b"40"):
            transport.send(WSMsgType.TEXT, b'420["classroom:join",{"classroomId":"r","avatars":"binary"}]')
        elif message.startswith(b"430"):
            self.entered.set()
            if not self._reads:
                transport.underlying_transport.pause_reading()
        elif message.startswith(b"43"):
            sent = self._sent.pop(int(message[2 : message.index(b"[")]), None)
            if sent is not None:
                self.round_trips.append(time.perf_counter() - sent)
        elif message == b"2":
            transport.send(WSMsgType.TEXT, b"3")

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        self.gone.set()

    def move(self) -> None:
        self._number += 1
        self._sent[self._number] = time.perf_counter()
        x, z = random.uniform(-9, 9), random.uniform(-9, 9)
        text = b'42%d["avatar:move",{"position":[%.2f,0,%.2f],"rotation":1}]' % (self._number, x, z)
        self.transport.send(WSMsgType.TEXT, text)


async def join(port: int, user: str, *, reads: bool = True) -> Person:
    _, person = await ws_connect(lambda: Person(user, reads=reads), WEBSOCKET.format(port=port))
    assert isinstance(person, Person)
    async with asyncio.timeout(10):
        await person.entered.wait()
    return person


async def break_in(port: int) -> Person:
    """Connects as the offender, as often as it takes: who connects too often is refused."""
    while True:
        _, eve = await ws_connect(lambda: Person("eve"), WEBSOCKET.format(port=port))
        assert isinstance(eve, Person)
        _, waiting = await asyncio.wait(
            [asyncio.create_task(eve.entered.wait()), asyncio.create_task(eve.gone.wait())],
            return_when=asyncio.FIRST_COMPLETED,
        )
        for task in waiting:
            task.cancel()
        if eve.entered.is_set():
            return eve


# --- attacks ------------------------------------------------------------------------------------------------


async def stalled_reader(port: int) -> None:
    """Enters and never reads again, while the room goes on around it."""
    await join(port, "eve", reads=False)
    await asyncio.sleep(3600)


async def flood_of_events(port: int) -> None:
    """As many events as the connection takes; and again, when it was closed for it."""
    while True:
        eve = await break_in(port)
        while not eve.gone.is_set():
            for _ in range(100):
                eve.transport.send(WSMsgType.TEXT, b'421["avatar:move",{"position":[1,0,1],"rotation":1}]')
            await asyncio.sleep(0.001)


async def flood_of_nonsense(port: int) -> None:
    """Connects, breaks the protocol, and connects again."""
    while True:
        eve = await break_in(port)
        eve.transport.send(WSMsgType.TEXT, b"4" + b"9" * 100_000)
        await eve.gone.wait()


async def unfinished_attachments(port: int) -> None:
    """Announces ten attachments of which one never comes."""
    eve = await break_in(port)
    eve.transport.send(WSMsgType.TEXT, b'4510-["avatar:move",{"_placeholder":true,"num":0}]')
    for _ in range(9):
        eve.transport.send(WSMsgType.BINARY, b"x" * 20_000)
    await asyncio.sleep(3600)


async def tiny_packets(port: int) -> None:
    """Payloads of a hundred thousand packets over long-polling, one session after the other."""
    body = b"\x1e".join([b"3"] * 100_000)
    head = b"Host: x\r\nContent-Type: text/plain\r\n"
    while True:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\n" + head + b"\r\n")
        answer = await reader.readuntil(b"}")
        sid = answer.partition(b'"sid":"')[2].partition(b'"')[0]
        length = b"Content-Length: %d\r\n\r\n" % len(body)
        writer.write(b"POST /socket.io/?EIO=4&transport=polling&sid=" + sid + b" HTTP/1.1\r\n" + head + length + body)
        await reader.readuntil(b"HTTP/1.1")
        writer.close()
        await asyncio.sleep(0.05)


async def half_open_connections(port: int) -> None:
    """Two hundred connections on which nothing is ever said."""
    lines = [await asyncio.open_connection("127.0.0.1", port) for _ in range(200)]
    await asyncio.sleep(3600)
    assert lines


ATTACKS: dict[str, Callable[[int], Awaitable[None]]] = {
    "stalled reader": stalled_reader,
    "flood of events": flood_of_events,
    "flood of nonsense": flood_of_nonsense,
    "unfinished attachments": unfinished_attachments,
    "tiny packets": tiny_packets,
    "half-open connections": half_open_connections,
}


# --- measuring ----------------------------------------------------------------------------------------------


class Round(NamedTuple):
    p50: float
    p99: float
    grown: float
    """Megabytes."""


async def walk(people: list[Person], pid: int, seconds: float) -> Round:
    before = most = resident_megabytes(pid)
    for person in people:
        person.round_trips.clear()

    async def stroll(person: Person) -> None:
        await asyncio.sleep(random.random() / PER_SECOND)
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            person.move()
            await asyncio.sleep(1 / PER_SECOND)

    strolls = asyncio.gather(*(stroll(person) for person in people))
    while not strolls.done():
        await asyncio.sleep(0.1)
        most = max(most, resident_megabytes(pid))
    await strolls
    percentiles = statistics.quantiles((took for person in people for took in person.round_trips), n=100)
    return Round(percentiles[49] * 1000, percentiles[98] * 1000, most - before)


async def measure(
    name: str, ours: Listening, other: Listening, options: argparse.Namespace
) -> tuple[list[Round], list[Round]]:
    """The rounds in which the attack went to another server, and those in which it came to ours."""
    people = [await join(ours.port, f"person {number}") for number in range(CLIENTS)]
    await walk(people, ours.pid, 1.0)
    elsewhere, here = [], []
    for _ in range(options.rounds):
        elsewhere.append(await attacked(name, other.port, people, ours.pid, options.seconds))
        here.append(await attacked(name, ours.port, people, ours.pid, options.seconds))
    return elsewhere, here


async def attacked(name: str, port: int, people: list[Person], pid: int, seconds: float) -> Round:
    command = [sys.executable, "-m", "bench.floods", "--attack", name, "--port", str(port)]
    offender = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.DEVNULL)
    try:
        await asyncio.sleep(1.0)
        return await walk(people, pid, seconds)
    finally:
        offender.kill()
        await offender.wait()
        await asyncio.sleep(0.5)


def median(rounds: list[Round], field: str) -> float:
    middle: float = statistics.median(getattr(one, field) for one in rounds)
    return middle


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--rounds", type=int, default=4, help="at least two")
    parser.add_argument("--only", choices=ATTACKS, action="append")
    parser.add_argument("--attack", choices=ATTACKS, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.attack:
        uvloop.run(ATTACKS[options.attack](options.port))  # type: ignore[arg-type]
        return
    print(f"{CLIENTS} calm clients, {PER_SECOND} acknowledged moves a second each; medians of {options.rounds} rounds")
    print(f"{'attack':24} {'p50 ms':>14} {'p99 ms':>14} {'':7} {'noise':>7} {'memory KB':>10}")
    for name in options.only or ATTACKS:
        with listening(SERVER) as ours, listening(SERVER) as other:
            elsewhere, here = uvloop.run(measure(name, ours, other, options))
        row = [f"{median(elsewhere, field):.2f} → {median(here, field):.2f}" for field in ("p50", "p99")]
        share = median(here, "p99") / median(elsewhere, "p99") - 1
        noise = abs(median(elsewhere[::2], "p99") / median(elsewhere[1::2], "p99") - 1)
        print(
            f"{name:24} {row[0]:>14} {row[1]:>14} {share:+7.0%} {noise:7.0%} {median(here, 'grown') * 1024:10.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
