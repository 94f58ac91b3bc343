"""The engine's sessions: who may open one, and which are open."""

import asyncio
import base64
from collections.abc import Callable

from eduverse.kernel.ids import Entropy
from eduverse.realtime.connection import Connection, Transport, Upper
from eduverse.realtime.session import Session, State, Timing
from eduverse.realtime.settings import Settings
from eduverse.realtime.wire.engine import encode_open
from eduverse.realtime.wire.frames import Frame
from eduverse.realtime.wire.handshake import (
    BAD_METHOD,
    BAD_REQUEST,
    FORBIDDEN,
    UNKNOWN_SID,
    Refusal,
    TransportName,
    origin_allowed,
    parse_handshake,
)

__all__ = ["Engine", "new_sid"]


def new_sid(entropy: Entropy) -> str:
    """An id nobody can guess: over long-polling it is all that a request has to show."""
    return base64.urlsafe_b64encode(entropy.random_bytes(15)).decode()


class Engine:
    """Opens sessions for transports, and hands each to the protocol that `accept` makes for it."""

    def __init__(self, settings: Settings, entropy: Entropy, accept: Callable[[Connection], Upper]) -> None:
        self.settings = settings
        self.connections: dict[str, Connection] = {}
        self.draining = False
        self._entropy = entropy
        self._accept = accept
        self._timing = Timing(
            settings.ping_interval, settings.ping_timeout, settings.upgrade_timeout, settings.close_timeout
        )

    def admit(
        self, transport: TransportName, query: bytes, *, method: str, origin: str | None, host: str | None
    ) -> Connection | Refusal | None:
        """The session that a request belongs to; None when it may open one."""
        handshake = parse_handshake(query)
        if isinstance(handshake, Refusal):
            return handshake
        if not origin_allowed(origin, host, self.settings.origins):
            return FORBIDDEN
        if handshake.sid is not None:
            return self._admit_known(transport, handshake.transport, handshake.sid)
        if method != "GET":
            return BAD_METHOD
        return BAD_REQUEST if handshake.transport != transport or self.draining else None

    def _admit_known(self, transport: TransportName, claimed: TransportName, sid: str) -> Connection | Refusal:
        connection = self.connections.get(sid)
        if connection is None:
            return UNKNOWN_SID
        upgraded = connection.session.state is State.WEBSOCKET
        fits = claimed == transport and not (upgraded and transport == "polling")
        return connection if fits else BAD_REQUEST

    def open(self, transport: Transport, name: TransportName) -> Connection:
        """A new session; the open packet is on its way (Handshake)."""
        settings = self.settings
        sid = new_sid(self._entropy)
        state = State.WEBSOCKET if name == "websocket" else State.POLLING
        session = Session(state, self._timing, asyncio.get_running_loop().time())
        connection = Connection(sid, session, transport, max_buffered=settings.max_buffered, forget=self._forget)
        self.connections[sid] = connection
        opened = encode_open(
            sid,
            ["websocket"] if name == "polling" else [],
            ping_interval=settings.ping_interval,
            ping_timeout=settings.ping_timeout,
            max_payload=settings.max_payload,
        )
        connection.send(Frame.of_text(opened))
        connection.upper = self._accept(connection)
        return connection

    def close_all(self, reason: str) -> None:
        """Closes every session in order, and opens none from here on."""
        self.draining = True
        for connection in list(self.connections.values()):
            connection.close(reason)

    def _forget(self, sid: str) -> None:
        self.connections.pop(sid, None)
