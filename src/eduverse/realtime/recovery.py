"""Connection state recovery: a client that lost its connection comes back as the same socket.

What the official client does (Socket.IO, "connection state recovery"): it remembers the `pid` of its CONNECT reply and
the last argument, a string, of the last event; it sends both when it connects again, and takes the same `pid` in the
reply for a sign that everything it missed follows.
"""

from eduverse.kernel.ids import Entropy
from eduverse.realtime.application import Application
from eduverse.realtime.channels import channels_of, socket_channel, user_channel
from eduverse.realtime.engine import new_sid
from eduverse.realtime.hub import Hub
from eduverse.realtime.log import Entry, Position
from eduverse.realtime.parking import Parked, Parking, Ticket
from eduverse.realtime.sockets import Socket

__all__ = ["SUPERSEDED", "Recovery"]

SUPERSEDED = "superseded"
"""Why a connection is closed whose client has come back on another one: it hung, and nobody had noticed."""


class Recovery:
    """Knows every session that may come back: those with a socket, and those parked without one."""

    def __init__(
        self, application: Application, hub: Hub[Socket], parking: Parking, *, entropy: Entropy, max_bytes: int
    ) -> None:
        """`max_bytes` is how much may be sent to a client that comes back; one that missed more starts anew."""
        self._application = application
        self._hub = hub
        self._parking = parking
        self._entropy = entropy
        self._max_bytes = max_bytes
        self._live: dict[str, Socket] = {}

    def register(self, socket: Socket) -> None:
        """A new session begins with this socket."""
        if self._parking.window:
            socket.pid = new_sid(self._entropy)
            socket.since = self._hub.channels.bus.head
            self._live[socket.pid] = socket

    def gone(self, socket: Socket, now: float, *, lost: bool) -> None:
        """The socket is going; when it was `lost`, its session is parked. Call it while it still has its seats."""
        if socket.pid is None or self._live.pop(socket.pid, None) is None or not lost:
            return
        session = Parked(
            pid=socket.pid,
            socket_id=socket.id,
            user=socket.user,
            namespace=socket.namespace,
            seats=tuple(socket.seats.values()),
            since=socket.since,
            lane=socket.lane,
            until=now + self._parking.window,
        )
        self._parking.park(session, now)

    async def recover(self, socket: Socket, ticket: Ticket, now: float) -> list[Entry] | None:
        """Makes a socket that has just been let in the one it was, and returns what it missed.

        None when it cannot be: the session is unknown or over, or its person's no longer, or too much was missed.
        """
        live = self._live.get(ticket.pid)
        if live is not None and live.user == socket.user:
            live.session.fail(SUPERSEDED)
        session = self._parking.claim(ticket.pid, socket.user, socket.namespace, now)
        if session is None:
            return None
        settled = False
        try:
            missed = await self._resume(socket, session, session.position(ticket.offset))
            settled = True
        finally:
            if not settled:  # its connection broke on the way: the next one may have it
                self._parking.park(session, now)
        return missed

    async def _resume(self, socket: Socket, session: Parked, position: Position) -> list[Entry] | None:
        channels = {user_channel(session.user), socket_channel(session.socket_id)}
        channels.update(channel for seat in session.seats for channel in channels_of(seat))
        if await self._missed(session.user, position, channels) is None:
            return None
        await session.lane.drained()
        fresh_id, socket.id, socket.recovering = socket.id, session.socket_id, True
        if not await self._application.resume(socket, session.seats):
            socket.id, socket.recovering = fresh_id, False
            return None
        missed = await self._missed(session.user, position, channels)
        if missed is None:
            raise RuntimeError("what was missed is no longer known")
        socket.pid, socket.since, socket.recovering = session.pid, session.since, False
        self._live[session.pid] = socket
        return missed

    async def _missed(self, user: str, position: Position, channels: set[str]) -> list[Entry] | None:
        """Everything on these channels but the person's own doings; None when it is unknown or too much."""
        entries = await self._hub.channels.bus.since(position, channels)
        if entries is None:
            return None
        missed = [entry for entry in entries if entry.skip != user]
        return missed if sum(entry.message.size for entry in missed) <= self._max_bytes else None
