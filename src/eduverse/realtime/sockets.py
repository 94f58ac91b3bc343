"""A client's socket in one namespace, as an application sees it."""

import asyncio
from collections.abc import Callable
from typing import Any

import msgspec

from eduverse.realtime.connection import Connection
from eduverse.realtime.declarations import Spot
from eduverse.realtime.hub import ORIGIN, Hub
from eduverse.realtime.limits import Limits
from eduverse.realtime.log import Position
from eduverse.realtime.parking import Seat
from eduverse.realtime.tasks import Lane
from eduverse.realtime.wire.events import decode_arguments, encode_event
from eduverse.realtime.wire.frames import Frame
from eduverse.realtime.wire.packets import Packet

__all__ = ["Disconnected", "Socket"]


class Disconnected(Exception):
    """The socket closed before the client acknowledged."""


class Socket:
    """One tab of one person in one namespace.

    `principal` is whatever the application set when it connected; `user` is the person's id, by which rooms know
    them, and is the socket's own id until the application says who it is; `login` is by what they signed in, if that
    can be taken back.
    """

    __slots__ = (
        "_acks",
        "_connection",
        "_drop",
        "_held",
        "_hub",
        "_moved",
        "_next_ack",
        "_seen",
        "channels",
        "connected",
        "id",
        "lane",
        "limits",
        "login",
        "namespace",
        "pid",
        "principal",
        "recovering",
        "seats",
        "since",
        "user",
    )

    def __init__(
        self,
        socket_id: str,
        namespace: str,
        connection: Connection,
        *,
        hub: "Hub[Socket]",
        lane: Lane,
        drop: Callable[["Socket", bool], None],
        moved: Callable[["Socket"], None],
    ) -> None:
        self.id = socket_id
        self.namespace = namespace
        self.user = socket_id
        self.principal: Any = None
        self.login: str | None = None
        self.connected = True
        self.lane = lane
        self.limits: Limits
        self._hub = hub
        self._drop = drop
        self._moved = moved
        self._seen: Position | None = None
        self.pid: str | None = None
        """By which its client may come back as the same socket; None where there is no recovery."""
        self.since: Position
        """The newest event when it connected: none that it was told of is older."""
        self.recovering = False
        self.seats: dict[str, Seat] = {}
        self.channels: set[str] = set()
        self._connection = connection
        self._held: list[tuple[Frame, Position | None]] | None = []
        self._acks: dict[int, asyncio.Future[list[Any]]] = {}
        self._next_ack = 0

    @property
    def session(self) -> Connection:
        """The engine's connection, which sockets of several namespaces may share."""
        return self._connection

    @property
    def idle(self) -> bool:
        """Whether the client has taken everything that was sent to it."""
        return self._held is None and self._connection.idle

    @property
    def rooms(self) -> list[str]:
        return self._hub.rooms_of(self)

    def send(self, frame: Frame) -> None:
        """Sends an encoded packet; before the client knows that it is connected, it waits."""
        self.deliver(frame, None)

    def deliver(self, frame: Frame, position: Position | None) -> None:
        if not self.connected:
            return
        if self._held is not None:
            self._held.append((frame, position))
        elif self._seen is None or position is None or position > self._seen:
            self._connection.send(frame)

    def emit(self, event: str, payload: msgspec.Struct) -> None:
        """Sends an event to this socket alone."""
        if self._held is None:
            self._hub.channels.emit_to_socket(self.id, event, payload)
        else:
            self.send(encode_event(event, payload, self.namespace))

    async def request(self, event: str, payload: msgspec.Struct, *, within: float) -> list[Any]:
        """Sends an event and waits for what the client acknowledges it with.

        Raises `TimeoutError` when that has not come `within` so many seconds, `Disconnected` when the socket closes.
        """
        if not self.connected:
            raise Disconnected
        ack_id = self._next_ack
        self._next_ack += 1
        answer: asyncio.Future[list[Any]] = asyncio.get_running_loop().create_future()
        self._acks[ack_id] = answer
        try:
            self.send(encode_event(event, payload, self.namespace, ack_id))
            async with asyncio.timeout(within):
                return await answer
        finally:
            del self._acks[ack_id]

    async def join(self, seat: Seat, *, spot: Spot = ORIGIN, card: bytes = b"") -> bool:
        """Whether this brought the person into the room, where they then stand at `spot`; `card` is what every server
        is to know of them. A socket that has closed joins nothing."""
        return self.connected and await self._hub.join(self, seat, spot=spot, card=card)

    def leave(self, room: str) -> bool:
        """Whether this took the person out of the room, at once."""
        return self._hub.leave(self, room)

    def disconnect(self, *, close: bool = False) -> None:
        """Sends the socket away: its client will not come back by itself. With `close`, ends the connection too."""
        if self.connected:
            self._drop(self, close)

    def moved(self) -> None:
        """Its seats have changed."""
        self._moved(self)

    # --- for the client -------------------------------------------------------------------------------------

    def release(self, after: Position | None = None) -> None:
        """The client knows that it is connected: what was sent before may follow, but for events up to `after`,
        which it has been told of already."""
        held, self._held, self._seen = self._held or [], None, after
        for frame, position in held:
            self.deliver(frame, position)

    def acknowledged(self, packet: Packet) -> None:
        """An acknowledgement; one that nobody waits for any longer is dropped. Raises `ProtocolError`."""
        values = decode_arguments(packet)
        waiting = self._acks.get(packet.id) if packet.id is not None else None
        if waiting is not None and not waiting.done():
            waiting.set_result(values)

    def closed(self) -> None:
        """Nothing is sent from here on, and nobody waits for it."""
        self.connected = False
        for waiting in self._acks.values():
            if not waiting.done():
                waiting.set_exception(Disconnected())
