"""One client's Socket.IO connection: the namespaces it has joined and the packets between.

Sections are those of the Socket.IO protocol, 5th version.
"""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import structlog

from eduverse.kernel.errors import Problem
from eduverse.kernel.ids import Entropy
from eduverse.realtime.application import Application, ConnectRefused
from eduverse.realtime.connection import Connection
from eduverse.realtime.dispatch import Dispatcher
from eduverse.realtime.engine import new_sid
from eduverse.realtime.hub import Hub
from eduverse.realtime.limits import LimitBook
from eduverse.realtime.log import Entry
from eduverse.realtime.parking import Ticket
from eduverse.realtime.recovery import Recovery
from eduverse.realtime.settings import Settings
from eduverse.realtime.sockets import Socket
from eduverse.realtime.tasks import Lane, Tasks
from eduverse.realtime.wire.errors import ProtocolError
from eduverse.realtime.wire.events import decode_object
from eduverse.realtime.wire.frames import Frame
from eduverse.realtime.wire.packets import Decoder, Packet, PacketType, header

__all__ = ["Client", "Service"]

_log = structlog.get_logger(__name__)

_BY_CLIENT = "client namespace disconnect"
_BY_SERVER = "server namespace disconnect"
_DELIBERATE = frozenset({_BY_CLIENT, _BY_SERVER})
"""Reasons for which somebody has left at once; after any other they may come back."""


class Service(msgspec.Struct, frozen=True, kw_only=True):
    """What every client's connection is served with."""

    application: Application
    dispatcher: Dispatcher
    hub: Hub[Socket]
    recovery: Recovery
    tasks: Tasks
    entropy: Entropy
    settings: Settings
    namespaces: frozenset[str]
    limits: LimitBook


class Client:
    """The upper protocol of one connection."""

    __slots__ = ("_connection", "_decoder", "_joining", "_loop", "_service", "_sockets", "_timer")

    def __init__(self, connection: Connection, service: Service) -> None:
        settings = service.settings
        self._connection = connection
        self._service = service
        self._decoder = Decoder(max_attachments=settings.max_attachments, max_bytes=settings.max_payload)
        self._sockets: dict[str, Socket] = {}
        self._joining: dict[str, asyncio.Task[None]] = {}
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.TimerHandle | None = self._loop.call_later(settings.connect_timeout, self._joined_nothing)

    # --- Upper ----------------------------------------------------------------------------------------------

    def text(self, data: bytes) -> None:
        packet = self._decoder.text(data)
        if packet is not None:
            self._take(packet)

    def binary(self, data: bytes) -> None:
        packet = self._decoder.binary(data)
        if packet is not None:
            self._take(packet)

    def closed(self, reason: str) -> None:
        self._stop_timer()
        for joining in self._joining.values():
            joining.cancel()
        for socket in list(self._sockets.values()):
            self._remove(socket, reason)

    # --- packets --------------------------------------------------------------------------------------------

    def _take(self, packet: Packet) -> None:
        """Exchange protocol: a namespace must be joined before anything else, and only once."""
        socket = self._sockets.get(packet.namespace)
        if socket is None:
            if packet.type is not PacketType.CONNECT:
                raise ProtocolError("a packet of a namespace that was not joined")
            self._join(packet)
            return
        match packet.type:
            case PacketType.EVENT | PacketType.BINARY_EVENT:
                self._service.dispatcher.receive(socket, packet, self._loop.time())
            case PacketType.ACK | PacketType.BINARY_ACK:
                socket.acknowledged(packet)
            case PacketType.DISCONNECT:
                self._remove(socket, _BY_CLIENT)
            case _:
                raise ProtocolError(f"{packet.type.name} in a namespace that was joined")

    def _join(self, packet: Packet) -> None:
        """Connection to a namespace."""
        namespace = packet.namespace
        if namespace in self._joining:
            raise ProtocolError("a second CONNECT")
        auth = decode_object(packet)
        if namespace not in self._service.namespaces:
            self._refuse(namespace, {"message": "Invalid namespace"})
            return
        ticket = Ticket.take_from(auth) if self._service.settings.recovery_window else None
        admission = self._admit(self._make(namespace), auth, ticket)
        self._joining[namespace] = self._service.tasks.spawn("connect", admission)

    def _make(self, namespace: str) -> Socket:
        service = self._service
        socket_id = new_sid(service.entropy)
        return Socket(
            socket_id,
            namespace,
            self._connection,
            hub=service.hub,
            lane=Lane(service.tasks, "events of a socket"),
            drop=self._drop,
            moved=self._service.recovery.keep,
        )

    async def _admit(self, socket: Socket, auth: dict[str, Any], ticket: Ticket | None) -> None:
        let_in = False
        missed: list[Entry] | None = None
        try:
            await self._service.application.connect(socket, auth)
            self._limit(socket)
            missed = await self._service.recovery.recover(socket, ticket) if ticket else None
            if self._service.hub.has_ended(socket.login):
                raise ConnectRefused("Sign in again", {"code": "session-ended", "status": 401})
            let_in = True
        except ConnectRefused as refused:
            self._refuse(socket.namespace, _error(refused.message, refused.data))
        except Problem as problem:
            self._refuse(socket.namespace, _error(problem.detail, {"code": problem.slug, "status": problem.status}))
        except Exception as error:
            _log.error("realtime_connect_failed", exc_info=error)
            self._refuse(socket.namespace, _error("Something went wrong on our side", {"code": "internal"}))
        finally:
            del self._joining[socket.namespace]
            if not let_in:
                socket.closed()
                self._service.recovery.gone(socket, lost=False)
                self._service.hub.discard(socket, lost=socket.recovering)
        if let_in:
            self._welcome(socket, missed)

    def _limit(self, socket: Socket) -> None:
        limits = self._service.limits.open(socket.user, self._loop.time())
        if limits is None:
            raise ConnectRefused(
                "Too many connections in a short time; try again in a moment", {"code": "too-fast", "status": 429}
            )
        socket.limits = limits

    def _welcome(self, socket: Socket, missed: list[Entry] | None) -> None:
        """`missed` is what a socket has to be told that takes the place of a lost one; None for a new one."""
        self._stop_timer()
        self._sockets[socket.namespace] = socket
        self._service.hub.add(socket)
        if missed is None:
            self._service.recovery.register(socket)
        front = header(PacketType.CONNECT, socket.namespace)
        names = {"sid": socket.id} if socket.pid is None else {"sid": socket.id, "pid": socket.pid}
        self._connection.send(Frame.of_text(front + msgspec.json.encode(names)))
        for entry in missed or ():
            self._connection.send(entry.message.frame(socket.namespace, offset=str(entry.position)))
        socket.release(after=missed[-1].position if missed else None)

    def _refuse(self, namespace: str, error: Mapping[str, Any]) -> None:
        front = header(PacketType.CONNECT_ERROR, namespace)
        self._connection.send(Frame.of_text(front + msgspec.json.encode(error)))

    # --- the end of a socket ----------------------------------------------------------------------------------

    def _drop(self, socket: Socket, close: bool) -> None:
        """The application sends a socket away (Disconnection from a namespace)."""
        self._connection.send(Frame.of_text(header(PacketType.DISCONNECT, socket.namespace)))
        self._remove(socket, _BY_SERVER)
        if close:
            self._connection.close(_BY_SERVER)

    def _remove(self, socket: Socket, reason: str) -> None:
        if self._sockets.pop(socket.namespace, None) is None:
            return
        socket.closed()
        lost = reason not in _DELIBERATE
        self._service.recovery.gone(socket, lost=lost)
        self._service.hub.discard(socket, lost=lost)
        disconnect: Callable[[Socket, str], Any] = self._service.application.disconnect
        socket.lane.push(lambda: disconnect(socket, reason))

    def _joined_nothing(self) -> None:
        self._timer = None
        if not self._sockets:
            self._connection.close("connect timeout")

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def _error(message: str, data: Mapping[str, Any] | None) -> dict[str, Any]:
    return {"message": message} if data is None else {"message": message, "data": dict(data)}
