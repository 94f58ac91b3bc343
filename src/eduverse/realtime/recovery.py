"""Connection state recovery: a client that lost its connection comes back as the same socket.

What the official client does (Socket.IO, "connection state recovery"): it remembers the `pid` of its CONNECT reply and
the last argument, a string, of the last event; it sends both when it connects again, and takes the same `pid` in the
reply for a sign that everything it missed follows.
"""

from collections.abc import Callable
from typing import Protocol

import msgspec

from eduverse.kernel.ids import Entropy
from eduverse.kernel.structs import Struct
from eduverse.realtime.application import Application
from eduverse.realtime.channels import channels_of, socket_channel, user_channel
from eduverse.realtime.declarations import Claimed
from eduverse.realtime.engine import new_sid
from eduverse.realtime.hub import Hub
from eduverse.realtime.log import Entry, Position
from eduverse.realtime.parking import Parked, Seat, Ticket
from eduverse.realtime.sockets import Socket

__all__ = ["SUPERSEDED", "Recovery", "SessionStore"]

SUPERSEDED = "superseded"
"""Why a connection is closed whose client has come back on another one: it hung, and nobody had noticed."""
REFRESH = 30.0
"""Seconds between two refreshments of the sessions that others may have to find."""


class SessionStore(Protocol):
    """Where a session is found by whichever server its client comes back to."""

    name: str
    """This server's, among all."""

    def keep_session(self, pid: str, session: bytes, seconds: float) -> None: ...

    def drop_session(self, pid: str) -> None: ...

    async def find_session(self, pid: str) -> bytes | None: ...

    async def claim_session(self, pid: str) -> bool:
        """Whether it was there, and is the caller's now: of several claimants one gets it."""
        ...


class _Kept(Struct, frozen=True, kw_only=True):
    """What others have to know of a session of ours."""

    socket_id: str
    user: str
    namespace: str
    seats: tuple[Seat, ...]
    since: Position

    @classmethod
    def of(cls, session: "Socket | Parked") -> "_Kept":
        """A session with a socket, or one without."""
        seats = session.seats if isinstance(session, Parked) else tuple(session.seats.values())
        socket_id = session.socket_id if isinstance(session, Parked) else session.id
        return cls(
            socket_id=socket_id, user=session.user, namespace=session.namespace, seats=seats, since=session.since
        )


class Recovery:
    """Knows every session that may come back: those with a socket, and those parked without one."""

    def __init__(
        self,
        application: Application,
        hub: Hub[Socket],
        *,
        store: SessionStore | None,
        entropy: Entropy,
        clock: Callable[[], float],
        max_bytes: int,
    ) -> None:
        """`max_bytes` is how much may be sent to a client that comes back; one that missed more starts anew."""
        self._application = application
        self._hub = hub
        self._parking = hub.parking
        self._store = store
        self._entropy = entropy
        self._clock = clock
        self._max_bytes = max_bytes
        self._live: dict[str, Socket] = {}

    def register(self, socket: Socket) -> None:
        """A new session begins with this socket."""
        if self._parking.window:
            socket.pid = new_sid(self._entropy)
            socket.since = self._hub.channels.bus.head
            self._live[socket.pid] = socket
            self.keep(socket)

    def keep(self, socket: Socket) -> None:
        """Has other servers know how this session stands; to be called when its seats have changed. Those it gives up
        on going are its own to find again."""
        if socket.pid is not None and self._live.get(socket.pid) is socket:
            self._keep(socket.pid, _Kept.of(socket))

    def refresh(self) -> None:
        """Keeps every session from being forgotten by the store; to be called every `REFRESH` seconds."""
        for socket in self._live.values():
            self.keep(socket)

    def gone(self, socket: Socket, *, lost: bool) -> None:
        """The socket is going; when it was `lost`, its session is parked. Call it while it still has its seats."""
        if socket.pid is None or self._live.pop(socket.pid, None) is None:
            return
        if lost:
            self._park(socket)
        elif self._store is not None:
            self._store.drop_session(socket.pid)

    def released(self, claimed: Claimed) -> None:
        """The client has come back to another server: nothing of it is ours any longer."""
        if self._store is not None and claimed.node != self._store.name:
            self._parking.drop(claimed.pid)
            socket = self._live.pop(claimed.pid, None)
            if socket is not None:
                socket.session.fail(SUPERSEDED)

    async def recover(self, socket: Socket, ticket: Ticket) -> list[Entry] | None:
        """Makes a socket that has just been let in the one it was, and returns what it missed.

        None when it cannot be: the session is unknown or over, or its person's no longer, or too much was missed.
        """
        session = self._claim_here(socket, ticket) or await self._claim_elsewhere(socket, ticket)
        if session is None:
            return None
        settled = False
        try:
            missed = await self._resume(socket, session, session.position(ticket.offset))
            settled = True
        finally:
            if not settled:  # its connection broke on the way: the next one may have it
                self._parking.park(session, self._clock())
                self._keep(session.pid, _Kept.of(session))
        return missed

    def _keep(self, pid: str, session: _Kept) -> None:
        if self._store is not None:
            self._store.keep_session(pid, msgspec.msgpack.encode(session), self._parking.window + 2 * REFRESH)

    def _park(self, socket: Socket) -> None:
        now = self._clock()
        session = Parked(
            pid=socket.pid or "",
            socket_id=socket.id,
            user=socket.user,
            namespace=socket.namespace,
            seats=tuple(socket.seats.values()),
            since=socket.since,
            lane=socket.lane,
            until=now + self._parking.window,
        )
        self._parking.park(session, now)

    def _claim_here(self, socket: Socket, ticket: Ticket) -> Parked | None:
        live = self._live.get(ticket.pid)
        if live is not None and (live.user, live.namespace) == (socket.user, socket.namespace):
            live.session.fail(SUPERSEDED)
        return self._parking.claim(ticket.pid, socket.user, socket.namespace, self._clock())

    async def _claim_elsewhere(self, socket: Socket, ticket: Ticket) -> Parked | None:
        found = await self._store.find_session(ticket.pid) if self._store is not None else None
        if self._store is None or found is None:
            return None
        kept = msgspec.msgpack.decode(found, type=_Kept)
        if (kept.user, kept.namespace) != (socket.user, socket.namespace):
            return None
        if not await self._store.claim_session(ticket.pid):
            return None
        self._hub.channels.bus.declare(Claimed(pid=ticket.pid, node=self._store.name))
        return Parked(
            ticket.pid,
            kept.socket_id,
            kept.user,
            kept.namespace,
            kept.seats,
            kept.since,
            lane=None,
            until=self._clock() + self._parking.window,
        )

    async def _resume(self, socket: Socket, session: Parked, position: Position) -> list[Entry] | None:
        channels = {user_channel(session.user), socket_channel(session.socket_id)}
        channels.update(channel for seat in session.seats for channel in channels_of(seat))
        if await self._missed(session.user, position, channels) is None:
            return None
        if session.lane is not None:
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
        self.keep(socket)
        return missed

    async def _missed(self, user: str, position: Position, channels: set[str]) -> list[Entry] | None:
        """Everything on these channels but the person's own doings; None when it is unknown or too much."""
        entries = await self._hub.channels.bus.since(position, channels)
        if entries is None:
            return None
        missed = [entry for entry in entries if entry.skip != user]
        return missed if sum(entry.message.size for entry in missed) <= self._max_bytes else None
