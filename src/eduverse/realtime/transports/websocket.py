"""Websockets (RFC 6455) through picows, on the port that uvicorn serves.

uvicorn accepts connections and parses requests. When one asks for an upgrade, uvicorn makes an instance of its `ws`
class and gives it the transport and the request: ours builds picows' protocol on that transport, replays the
request into it and steps aside. picows parses frames in C and writes them straight to the socket.

permessage-deflate is never negotiated: it costs every connection a window of memory and every message its time.
"""

import asyncio
import logging
import re
from collections.abc import Callable, Mapping
from socket import SO_SNDBUF, SOL_SOCKET
from typing import Any, Final, cast

from picows import (
    WSAutoPingStrategy,
    WSCloseCode,
    WSFrame,
    WSListener,
    WSMsgType,
    WSTransport,
    WSUpgradeRequest,
    WSUpgradeResponse,
    WSUpgradeResponseWithListener,
)
from picows.picows import WSProtocol  # type: ignore[attr-defined]

from eduverse.realtime.connection import Connection
from eduverse.realtime.engine import Engine
from eduverse.realtime.wire.errors import ProtocolError
from eduverse.realtime.wire.frames import HEADROOM, Frame
from eduverse.realtime.wire.handshake import Refusal

__all__ = ["WebSocketTransport", "websocket_protocol"]

_CLOSE_TIMEOUT = 5.0
"""How long a client may take to answer our close frame (RFC 6455 §7.1.1)."""
_FLOOD_TIMEOUT = 0.25
"""How long it takes our close frame to reach somebody who will not listen."""
_HANDSHAKE_TIMEOUT = 10.0
_SEND_BUFFER = 64 * 1024
"""What the kernel may hold for a client that does not read: left to itself it takes megabytes, and whoever reads
again would first be told of long ago."""
_READ_BUFFER = 2048
"""What an idle connection keeps for reading; it grows with the frames that come."""

_TEXT: Final = WSMsgType.TEXT
_BINARY: Final = WSMsgType.BINARY
_CONTINUATION: Final = WSMsgType.CONTINUATION
_CLOSE: Final = WSMsgType.CLOSE
_PONG: Final = WSMsgType.PONG

_CLOSE_CODES: Mapping[str, WSCloseCode] = {
    "parse error": WSCloseCode.PROTOCOL_ERROR,
    "transport error": WSCloseCode.PROTOCOL_ERROR,
    "server shutting down": WSCloseCode.SERVICE_RESTART,
    "flooding": WSCloseCode.POLICY_VIOLATION,
}
"""RFC 6455 §7.4.1; anything else is a normal closure."""

_log = logging.LoggerAdapter(logging.getLogger(__name__))
"""An adapter, because picows makes a child of a plain logger for every connection and keeps it."""
logging.getLogger(__name__).setLevel(logging.CRITICAL)

_CONNECTION_HEADER = re.compile(rb"(?im)^connection:[^\r\n]*")


class WebSocketTransport(WSListener):
    """One websocket: a session of its own, or a candidate for one that is on long-polling."""

    __slots__ = ("_closer", "_connection", "_engine", "_gone", "_kind", "_parts", "_paused", "_size", "_socket")

    def __init__(self, engine: Engine, connection: Connection | None, gone: Callable[[], None]) -> None:
        self._engine = engine
        self._gone = gone
        self._connection = connection
        self._socket: WSTransport | None = None
        self._paused = False
        self._closer: asyncio.TimerHandle | None = None
        self._kind: WSMsgType | None = None
        self._parts: list[bytes] = []
        self._size = 0

    # --- Transport ------------------------------------------------------------------------------------------

    @property
    def idle(self) -> bool:
        return not self._paused

    def send(self, frame: Frame) -> int:
        socket = self._socket
        if socket is None:
            return 0
        if frame.attachments:
            socket.underlying_transport.write(frame.messages)
        else:
            socket.send_reuse_external_bytearray(_TEXT, frame.buffer, HEADROOM)
        return self.kept

    @property
    def kept(self) -> int:
        """How many bytes wait here for the client to read."""
        if self._socket is None or not self._paused:
            return 0
        size: int = self._socket.underlying_transport.get_write_buffer_size()
        return size

    def release(self) -> None:
        pass

    def take_over(self) -> list[Frame]:
        return []

    def close(self, reason: str) -> None:
        """RFC 6455 §7.1.2: our close frame, then theirs, then the connection."""
        self._close(_CLOSE_CODES.get(reason, WSCloseCode.OK))

    def abort(self) -> None:
        socket, self._socket = self._socket, None
        if socket is not None:
            socket.disconnect(graceful=False)

    def shut(self) -> None:
        """The server goes; a session that this carries comes back to the next one."""
        if self._connection is not None and self._connection.transport is self:
            self._connection.close("server shutting down")
        else:
            self.close("server shutting down")

    # --- WSListener -----------------------------------------------------------------------------------------

    def on_ws_connected(self, transport: WSTransport) -> None:
        self._socket = transport
        transport.underlying_transport.set_write_buffer_limits(high=0)
        connected = transport.underlying_transport.get_extra_info("socket")
        connected.setsockopt(SOL_SOCKET, SO_SNDBUF, _SEND_BUFFER)
        if self._connection is None:
            self._connection = self._engine.open(self, "websocket")
            return
        try:
            self._connection.offer(self)
        except ProtocolError:
            self.close("transport error")

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        kind = frame.msg_type
        if kind is _CLOSE:
            self._peer_closed(transport)
        elif self._socket is not None and kind is not _PONG:
            self._receive(kind, frame)

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        self._socket = None
        self._gone()
        if self._closer is not None:
            self._closer.cancel()
        if self._connection is not None:
            self._connection.lost(self)

    def pause_writing(self) -> None:
        self._paused = True

    def resume_writing(self) -> None:
        self._paused = False

    # --- messages -------------------------------------------------------------------------------------------

    def _receive(self, kind: WSMsgType, frame: WSFrame) -> None:
        """RFC 6455 §5.4: one message in one frame, or in several that follow one another."""
        data = frame.get_payload_as_bytes()
        if frame.rsv1 or frame.rsv2 or frame.rsv3 or (kind is _CONTINUATION) is (self._kind is None):
            self._violated(WSCloseCode.PROTOCOL_ERROR)
        elif frame.fin and kind is not _CONTINUATION:
            self._deliver(kind, data)
        else:
            self._collect(kind, data, last=frame.fin)

    def _collect(self, kind: WSMsgType, data: bytes, *, last: bool) -> None:
        self._kind = kind = self._kind or kind
        self._parts.append(data)
        self._size += len(data)
        if self._size > self._engine.settings.max_payload:
            self._violated(WSCloseCode.MESSAGE_TOO_BIG)
        elif last:
            whole = b"".join(self._parts)
            self._kind, self._parts, self._size = None, [], 0
            self._deliver(kind, whole)

    def _deliver(self, kind: WSMsgType, data: bytes) -> None:
        binary = kind is _BINARY
        if not binary and not data.isascii() and not _is_utf8(data):
            self._violated(WSCloseCode.INVALID_TEXT)  # RFC 6455 §8.1
        elif self._connection is not None:
            self._connection.read(self, data, binary=binary)

    def _violated(self, code: WSCloseCode) -> None:
        self._close(code)
        if self._connection is not None:
            self._connection.violated(self)

    def _close(self, code: WSCloseCode) -> None:
        socket, self._socket = self._socket, None
        if socket is not None:
            socket.send_close(code, None)
            patience = _CLOSE_TIMEOUT
            if code is WSCloseCode.POLICY_VIOLATION:  # RFC 6455 §7.1.7: what else it sends is not even read
                socket.underlying_transport.pause_reading()
                patience = _FLOOD_TIMEOUT
            loop = asyncio.get_running_loop()
            self._closer = loop.call_later(patience, socket.underlying_transport.abort)

    def _peer_closed(self, transport: WSTransport) -> None:
        if not transport.is_close_frame_sent:
            transport.send_close(WSCloseCode.OK, None)
        self._socket = None
        transport.disconnect()


def websocket_protocol(engines: Mapping[str, Engine]) -> type[asyncio.Protocol]:
    """A class for uvicorn's `Config(ws=…)` that serves these engines, each under its path."""

    class WebSocketProtocol(_Handover):
        served = engines

    return WebSocketProtocol


class _Handover(asyncio.Protocol):
    """Between uvicorn's protocol and picows': takes the transport from the one and gives it to the other."""

    served: Mapping[str, Engine] = {}

    def __init__(self, config: Any, server_state: Any, app_state: Any) -> None:
        self._connections: set[Any] = server_state.connections
        self._listener: WebSocketTransport | None = None
        self._request = True

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's are transports by shape, not by class
        self._inner = WSProtocol(
            host_port=None,
            ws_path=None,
            is_client_side=False,
            ws_listener_factory=self._answer,
            logger=_log,
            disconnect_on_exception=True,
            websocket_handshake_timeout=_HANDSHAKE_TIMEOUT,
            enable_auto_ping=False,
            auto_ping_idle_timeout=0,
            auto_ping_reply_timeout=0,
            auto_ping_strategy=WSAutoPingStrategy.PING_WHEN_IDLE,
            enable_auto_pong=True,
            max_frame_size=max(engine.settings.max_payload for engine in self.served.values()),
            extra_headers=None,
            read_buffer_init_size=_READ_BUFFER,
        )
        self._inner.connection_made(transport)

    def data_received(self, data: bytes) -> None:
        """The request, replayed by uvicorn; and what may arrive before the transport knows its new protocol."""
        if self._request:
            self._request = False
            # picows wants the bare token; Firefox sends `keep-alive, Upgrade`, and uvicorn has checked it.
            data = _CONNECTION_HEADER.sub(b"connection: Upgrade", data)
            asyncio.get_running_loop().call_soon(self._transport.set_protocol, self._inner)
        rest = memoryview(data)
        while rest:
            space = self._inner.get_buffer(len(rest))
            count = min(len(space), len(rest))
            space[:count] = rest[:count]
            self._inner.buffer_updated(count)
            rest = rest[count:]

    def eof_received(self) -> bool | None:
        return bool(self._inner.eof_received())

    def connection_lost(self, exc: Exception | None) -> None:
        self._inner.connection_lost(exc)

    def _answer(self, request: WSUpgradeRequest) -> WSListener | WSUpgradeResponseWithListener:
        path, _, query = request.path.partition(b"?")
        engine = self.served.get(path.decode("latin-1"))
        if engine is None:
            return _refuse(404, b"")
        headers = request.headers
        admitted = engine.admit(
            "websocket", query, method="GET", origin=headers.get("origin"), host=headers.get("host")
        )
        if isinstance(admitted, Refusal):
            return _refuse(admitted.status, admitted.body())
        self._listener = WebSocketTransport(engine, admitted, self._gone)
        self._connections.add(self)
        return self._listener

    def shutdown(self) -> None:
        """uvicorn is going, and waits for every connection in its set."""
        if self._listener is not None:
            self._listener.shut()

    def _gone(self) -> None:
        self._connections.discard(self)


def _refuse(status: int, body: bytes) -> WSUpgradeResponseWithListener:
    response = WSUpgradeResponse.create_error_response(status, body, {"Content-Type": "application/json"})
    return WSUpgradeResponseWithListener(response, None)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
