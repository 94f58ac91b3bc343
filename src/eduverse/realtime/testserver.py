"""The server that the official protocol test-suites ask for, and that our own tests talk to.

    python -m eduverse.realtime.testserver --port 3000 --ping-interval 300 --ping-timeout 200 \\
        --max-payload 1000000 --connect-timeout 1000

Under `/engine.io/` it sends every message back. Under `/socket.io/` it has the namespaces `/` and `/custom`, tells
each socket what it came with (`auth`), sends `message` back as `message-back` and acknowledges `message-with-ack`.
Durations are in milliseconds, as in the suites.
"""

import argparse
import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import uvicorn
from uvicorn.loops.auto import auto_loop_factory

from eduverse.kernel.ids import SystemEntropy
from eduverse.realtime.connection import Connection
from eduverse.realtime.engine import Engine
from eduverse.realtime.rooms import LeftReason
from eduverse.realtime.server import Arguments, RealtimeServer, Route, Settings, Socket
from eduverse.realtime.transports.polling import PollingApp
from eduverse.realtime.transports.websocket import websocket_protocol
from eduverse.realtime.wire.frames import Frame

__all__ = ["Echo", "EchoApplication", "main"]

ENGINE_PATH = "/engine.io/"


class Echo:
    """The engine alone: what comes goes back."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def text(self, data: bytes) -> None:
        self._connection.send(Frame.of_text(b"4" + data))

    def binary(self, data: bytes) -> None:
        self._connection.send(Frame.of_binary(data))

    def closed(self, reason: str) -> None:
        pass


class EchoApplication:
    def __init__(self) -> None:
        self.routes: Mapping[str, Route[Any]] = {
            "message": Route(Arguments, self._message),
            "message-with-ack": Route(Arguments, self._acknowledge),
        }

    async def connect(self, socket: Socket, auth: Any, /) -> None:
        socket.emit("auth", Arguments([auth]))

    async def disconnect(self, socket: Socket, reason: str, /) -> None:
        pass

    async def entered(self, room: str, user: str, /) -> None:
        pass

    async def left(self, room: str, user: str, reason: LeftReason, /) -> None:
        pass

    def _message(self, socket: Socket, arguments: Arguments) -> None:
        socket.emit("message-back", arguments)

    def _acknowledge(self, socket: Socket, arguments: Arguments) -> Arguments:
        return arguments


def main() -> None:
    options = _options()
    settings = Settings(
        ping_interval=options.ping_interval / 1000,
        ping_timeout=options.ping_timeout / 1000,
        max_payload=options.max_payload,
        connect_timeout=options.connect_timeout / 1000,
    )
    with asyncio.Runner(loop_factory=auto_loop_factory()) as runner:
        runner.run(_serve(settings, options.port))


async def _serve(settings: Settings, port: int) -> None:
    namespaces = frozenset({"/", "/custom"})
    async with RealtimeServer(EchoApplication(), settings=settings, namespaces=namespaces) as server:
        echo = Engine(settings, SystemEntropy(), Echo)
        polling: Mapping[str, Callable[..., Awaitable[None]]] = {
            settings.path: server.asgi,
            ENGINE_PATH: PollingApp(echo),
        }

        async def app(scope: Any, receive: Any, send: Any) -> None:
            await polling[scope["path"]](scope, receive, send)

        protocol = websocket_protocol({settings.path: server.engine, ENGINE_PATH: echo})
        config = uvicorn.Config(app, port=port, ws=protocol, lifespan="off", access_log=False, log_level="warning")
        await uvicorn.Server(config).serve()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=3000)
    parser.add_argument("--ping-interval", type=int, default=300)
    parser.add_argument("--ping-timeout", type=int, default=200)
    parser.add_argument("--max-payload", type=int, default=1_000_000)
    parser.add_argument("--connect-timeout", type=int, default=1000)
    return parser.parse_args()


if __name__ == "__main__":
    main()
