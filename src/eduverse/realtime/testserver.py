"""The server that the official protocol test-suites ask for, and that our own tests talk to.

    python -m eduverse.realtime.testserver --port 3000 --ping-interval 300 --ping-timeout 200 \\
        --max-payload 1000000 --connect-timeout 1000

Under `/engine.io/` it sends every message back. Under `/socket.io/` it has the namespaces `/` and `/custom`, tells
each socket what it came with (`auth`), sends `message` back as `message-back` and acknowledges `message-with-ack`.
Durations are in milliseconds, as in the suites. It listens on both addresses that `localhost` may be, and ends with
SIGINT or SIGTERM.
"""

import argparse
import asyncio
import contextlib
import errno
import signal
import socket as sockets
import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from typing import Any

import uvicorn
from uvicorn.loops.auto import auto_loop_factory

from eduverse.kernel.ids import SystemEntropy
from eduverse.realtime.connection import Connection
from eduverse.realtime.engine import Engine
from eduverse.realtime.rooms import LeftReason
from eduverse.realtime.server import Arguments, RealtimeServer, Route, Seat, Settings, Socket
from eduverse.realtime.transports.polling import PollingApp
from eduverse.realtime.transports.websocket import websocket_protocol
from eduverse.realtime.wire.frames import Frame

__all__ = ["Echo", "EchoApplication", "listen", "main"]

ENGINE_PATH = "/engine.io/"

_AUTH_DELAY = 0.08
"""Seconds. A client of the suites hears one message at a time, and misses the second of two that it reads at once."""


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
        asyncio.get_running_loop().call_later(_AUTH_DELAY, socket.emit, "auth", Arguments([auth]))

    async def resume(self, socket: Socket, seats: Sequence[Seat], /) -> bool:
        return True

    async def disconnect(self, socket: Socket, reason: str, /) -> None:
        pass

    async def entered(self, room: str, user: str, /) -> None:
        pass

    async def left(self, room: str, user: str, reason: LeftReason, /) -> None:
        pass

    def signed_out(self, login: str, /) -> None:
        pass

    def expelled(self, socket: Socket, room: str, why: str, /) -> None:
        pass

    def _message(self, socket: Socket, arguments: Arguments) -> None:
        socket.emit("message-back", arguments)

    def _acknowledge(self, socket: Socket, arguments: Arguments) -> Arguments:
        return arguments


class _Server(uvicorn.Server):
    """uvicorn, which ends sessions before it waits for connections, and takes a signal for a wish, not a failure."""

    def __init__(self, config: uvicorn.Config, close: Callable[[], Awaitable[None]]) -> None:
        super().__init__(config)
        self._close = close

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.handle_exit)
        yield

    async def shutdown(self, sockets: list[sockets.socket] | None = None) -> None:
        await self._close()
        await super().shutdown(sockets)


def main() -> None:
    options = _options()
    settings = Settings(
        ping_interval=options.ping_interval / 1000,
        ping_timeout=options.ping_timeout / 1000,
        max_payload=options.max_payload,
        connect_timeout=options.connect_timeout / 1000,
        recovery_window=120 if options.recovery else 0,
    )
    try:
        listeners = listen(options.port)
    except OSError as error:
        sys.exit(f"cannot listen on port {options.port}: {error.strerror}")
    with asyncio.Runner(loop_factory=auto_loop_factory()) as runner:
        runner.run(_serve(settings, listeners))


def listen(port: int) -> list[sockets.socket]:
    """Takes the port on 127.0.0.1 and on ::1; says so, and does with the first, where there is no second.

    Raises `OSError` when somebody else has it.
    """
    first = sockets.create_server(("127.0.0.1", port))
    try:
        second = sockets.create_server(("::1", first.getsockname()[1]), family=sockets.AF_INET6)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            first.close()
            raise
        sys.stderr.write(f"listening on 127.0.0.1 alone, there is no ::1 here: {error.strerror}\n")
        return [first]
    return [first, second]


async def _serve(settings: Settings, listeners: list[sockets.socket]) -> None:
    namespaces = frozenset({"/", "/custom"})
    async with RealtimeServer(EchoApplication(), settings=settings, namespaces=namespaces) as server:
        echo = Engine(settings, SystemEntropy(), Echo)
        polling: Mapping[str, Callable[..., Awaitable[None]]] = {
            settings.path: server.asgi,
            ENGINE_PATH: PollingApp(echo),
        }

        async def app(scope: Any, receive: Any, send: Any) -> None:
            await polling[scope["path"]](scope, receive, send)

        async def close() -> None:
            echo.close_all("server shutting down")
            await server.close_all()

        protocol = websocket_protocol({settings.path: server.engine, ENGINE_PATH: echo})
        config = uvicorn.Config(
            app, ws=protocol, lifespan="off", access_log=False, log_level="warning", timeout_graceful_shutdown=2
        )
        await _Server(config, close).serve(sockets=listeners)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=3000)
    parser.add_argument("--ping-interval", type=int, default=300)
    parser.add_argument("--ping-timeout", type=int, default=200)
    parser.add_argument("--max-payload", type=int, default=1_000_000)
    parser.add_argument("--connect-timeout", type=int, default=1000)
    parser.add_argument("--recovery", action="store_true", help="turn connection state recovery on")
    return parser.parse_args()


if __name__ == "__main__":
    main()
