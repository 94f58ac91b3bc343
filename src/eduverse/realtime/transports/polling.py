"""HTTP long-polling as a small ASGI application (Transports: HTTP long-polling).

A GET waits until there is something to take; a POST brings what the client has to say. One of each at a time.
"""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from eduverse.realtime.connection import Connection
from eduverse.realtime.engine import Engine
from eduverse.realtime.session import Input, State
from eduverse.realtime.wire.engine import MAX_PACKETS, SEPARATOR, decode_payload, encode_payload
from eduverse.realtime.wire.errors import ProtocolError
from eduverse.realtime.wire.frames import CLOSE, NOOP, Frame
from eduverse.realtime.wire.handshake import BAD_METHOD, BAD_REQUEST, UNKNOWN_SID, Refusal, origin_allowed

__all__ = ["PollingApp", "PollingTransport"]

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

_TEXT = b"text/plain; charset=UTF-8"
_JSON = b"application/json"


class PollingTransport:
    """What waits for the client's next poll, and the poll that waits for it."""

    __slots__ = ("_closing", "_flushing", "_kept", "_size", "_waiting", "connection", "posting")

    def __init__(self) -> None:
        self.connection: Connection | None = None
        self.posting = False
        self._kept: list[Frame] = []
        self._size = 0
        self._waiting: asyncio.Future[bytes | None] | None = None
        self._flushing = False
        self._closing = False

    @property
    def idle(self) -> bool:
        return not self._kept

    def send(self, frame: Frame) -> int:
        self._kept.append(frame)
        self._size += frame.size
        if self._waiting is not None and not self._flushing:
            self._flushing = True
            asyncio.get_running_loop().call_soon(self._flush)
        return self._size

    def release(self) -> None:
        self._answer(NOOP)

    def take_over(self) -> list[Frame]:
        kept, self._kept, self._size = self._kept, [], 0
        return kept

    def close(self, reason: str) -> None:
        """The close packet gets a response of its own: a client acts on it before it looks at what came with it."""
        self._closing = True
        self._flush()

    def abort(self) -> None:
        self._kept, self._size = [], 0
        self._answer(NOOP)

    @property
    def polled(self) -> bool:
        """Whether a poll is waiting."""
        return self._waiting is not None

    def poll(self) -> "asyncio.Future[bytes | None]":
        """A response body to come; None when the client went away instead."""
        self._waiting = waiting = asyncio.get_running_loop().create_future()
        if self._kept or self._closing:
            self._flush()
        elif self.connection is not None and self.connection.session.state is State.UPGRADING:
            self.release()  # Upgrade: polls end at once while the client moves
        return waiting

    def abandon(self, waiting: "asyncio.Future[bytes | None]") -> None:
        """The client closed the request that was waiting."""
        if waiting is self._waiting and self.connection is not None:
            self._waiting = None
            waiting.set_result(None)
            self.connection.lost(self)

    def _flush(self) -> None:
        self._flushing = False
        if self._waiting is None:
            return
        if self._kept:
            self._answer(NOOP)
        elif self._closing and self._answer(CLOSE) and self.connection is not None:
            self.connection.feed(Input.DRAINED)

    def _answer(self, otherwise: Frame) -> bool:
        """Gives the waiting poll everything that is kept, or this frame when nothing is; False when none waits."""
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return False
        frames = self.take_over() or [otherwise]
        waiting.set_result(encode_payload([part for frame in frames for part in frame.parts()]))
        return True


class PollingApp:
    """The ASGI application. Mounted anywhere: it looks at the method, the query and the headers only."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        exchange = _Exchange(self._engine, scope, receive, send)
        if scope["method"] == "OPTIONS":
            await exchange.preflight()
            return
        admitted = self._engine.admit(
            "polling",
            scope["query_string"],
            method=scope["method"],
            origin=exchange.header("origin"),
            host=exchange.header("host"),
        )
        if isinstance(admitted, Refusal):
            await exchange.refuse(admitted)
        elif scope["method"] == "GET":
            await exchange.poll(admitted)
        elif scope["method"] == "POST" and admitted is not None:
            await exchange.post(admitted)
        else:
            await exchange.refuse(BAD_METHOD)


class _Exchange:
    """One request and its response."""

    def __init__(self, engine: Engine, scope: Scope, receive: Receive, send: Send) -> None:
        self._engine = engine
        self._headers: list[tuple[bytes, bytes]] = scope["headers"]
        self._receive = receive
        self._send = send

    def header(self, name: str) -> str | None:
        wanted = name.encode()
        return next((value.decode("latin-1") for key, value in self._headers if key == wanted), None)

    async def poll(self, connection: Connection | None) -> None:
        """Receiving data. Without a session this opens one, and the response is its open packet."""
        if connection is None:
            transport = PollingTransport()
            connection = transport.connection = self._engine.open(transport, "polling")
        held = connection.transport
        if not isinstance(held, PollingTransport):
            await self.refuse(BAD_REQUEST)
        elif held.polled:
            connection.feed(Input.OVERLAP)
            await self.refuse(BAD_REQUEST)
        else:
            await self._wait(held)

    async def _wait(self, transport: PollingTransport) -> None:
        waiting = transport.poll()
        watch = None
        if not waiting.done():
            watch = asyncio.ensure_future(self._gone())
            watch.add_done_callback(lambda _: transport.abandon(waiting))
        try:
            body = await waiting
        except asyncio.CancelledError:
            transport.abandon(waiting)
            raise
        finally:
            if watch is not None:
                watch.cancel()
        if body is not None:
            await self.respond(200, body)

    async def _gone(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass

    async def post(self, connection: Connection) -> None:
        """Sending data. Whatever is wrong with it, nothing after it can be trusted: the session is closed."""
        transport = connection.transport
        if not isinstance(transport, PollingTransport):
            await self.refuse(BAD_REQUEST)
            return
        if transport.posting:
            connection.feed(Input.OVERLAP)
            await self.refuse(BAD_REQUEST)
            return
        transport.posting = True
        try:
            body = await self._body()
            packets = decode_payload(body) if body is not None else []
        except ProtocolError:
            connection.feed(Input.MALFORMED)
            await self.refuse(BAD_REQUEST)
            return
        finally:
            transport.posting = False
        if body is None:
            connection.feed(Input.MALFORMED)
            await self.respond(413, b"")
            return
        if connection.session.state is State.CLOSED:
            await self.refuse(UNKNOWN_SID)  # it ended while the body came
            return
        for packet in packets:
            if connection.open:  # what comes after the packet that ended it counts no longer
                connection.receive(packet)
        await self.respond(200, b"ok")

    async def _body(self) -> bytes | None:
        """The body; None when it is larger than `maxPayload`.

        Raises `ProtocolError` when it was cut off, or as soon as it holds too many packets: the rest is not awaited.
        """
        if self.header("content-type") == "application/octet-stream":
            raise ProtocolError("binary data must be base64 (Packet encoding)")
        parts: list[bytes] = []
        size = separators = 0
        more = True
        while more:
            message = await self._receive()
            if message["type"] == "http.disconnect":
                raise ProtocolError("the request was cut off")
            parts.append(message.get("body", b""))
            size += len(parts[-1])
            separators += parts[-1].count(SEPARATOR)
            if separators >= MAX_PACKETS:
                raise ProtocolError("too many packets")
            more = message.get("more_body", False)
            if size > self._engine.settings.max_payload:
                return None
        return b"".join(parts)

    async def preflight(self) -> None:
        """CORS for the origins that may connect; a client with headers of its own asks first."""
        allowed = origin_allowed(self.header("origin"), self.header("host"), self._engine.settings.origins)
        extra = [
            (b"access-control-allow-methods", b"GET, POST"),
            (b"access-control-allow-headers", b"content-type, authorization"),
            (b"access-control-max-age", b"600"),
        ]
        await self.respond(204 if allowed else 403, b"", extra=extra if allowed else [])

    async def refuse(self, refusal: Refusal) -> None:
        await self.respond(refusal.status, refusal.body(), _JSON)

    async def respond(
        self, status: int, body: bytes, media_type: bytes = _TEXT, *, extra: list[tuple[bytes, bytes]] | None = None
    ) -> None:
        headers = [
            (b"content-type", media_type),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", b"no-store"),
            (b"x-content-type-options", b"nosniff"),
            *self._cors(),
            *(extra or ()),
        ]
        await self._send({"type": "http.response.start", "status": status, "headers": headers})
        await self._send({"type": "http.response.body", "body": body})

    def _cors(self) -> list[tuple[bytes, bytes]]:
        origin = self.header("origin")
        if origin is None or origin not in self._engine.settings.origins:
            return []
        return [
            (b"access-control-allow-origin", origin.encode("latin-1")),
            (b"access-control-allow-credentials", b"true"),
            (b"vary", b"Origin"),
        ]
