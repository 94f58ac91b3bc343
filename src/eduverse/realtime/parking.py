"""Sessions whose connection was lost, for the while in which their client may come back. Pure.

A client that connects is given a private id, `pid`. When it comes back with it, it is the same socket again: with its
id, in its rooms, and told what it missed. The person must be the same as before; whether they may still be where they
were is asked again of the application.
"""

from collections import OrderedDict
from typing import Any, Final, NamedTuple

from eduverse.realtime.log import Position
from eduverse.realtime.tasks import Lane
from eduverse.realtime.ticker import Form

__all__ = ["Parked", "Parking", "Seat", "Ticket"]

_CAPACITY: Final = 10_000
_MAX_PID: Final = 64


class Seat(NamedTuple):
    """A socket's place in a room."""

    room: str
    form: Form = "json"
    """How it is told who moves."""
    groups: tuple[str, ...] = ()
    """Those within the room that it belongs to: the teachers, say."""


class Ticket(NamedTuple):
    """What a client that comes back shows (CONNECT payload of connection state recovery)."""

    pid: str
    offset: Position | None
    """The last event it was told of; None when there was none, or none that this server can have sent."""

    @classmethod
    def take_from(cls, auth: dict[str, Any]) -> "Ticket | None":
        """Takes it out of the handshake's `auth`, which is the application's but for this."""
        pid, offset = auth.pop("pid", None), auth.pop("offset", None)
        if not isinstance(pid, str) or len(pid) > _MAX_PID:
            return None
        return cls(pid, Position.parse(offset) if isinstance(offset, str) else None)


class Parked(NamedTuple):
    """A session without a connection."""

    pid: str
    socket_id: str
    user: str
    namespace: str
    seats: tuple[Seat, ...]
    since: Position
    """Where it began: a client that was told of nothing has missed everything from there on."""
    lane: Lane | None
    """What it had still to do when it was lost; must have been done before somebody takes its place. None when
    another server held it."""
    until: float

    def position(self, offset: Position | None) -> Position:
        """The last event its client has seen. An offset from before the session is a leftover of an earlier one."""
        return self.since if offset is None or offset < self.since else offset


class Parking:
    """At most `capacity` lost sessions, each for `window` seconds."""

    def __init__(self, window: float, capacity: int = _CAPACITY) -> None:
        self.window = window
        self._capacity = capacity
        self._parked: OrderedDict[str, Parked] = OrderedDict()

    def __len__(self) -> int:
        return len(self._parked)

    def park(self, session: Parked, now: float) -> None:
        self._prune(now)
        self._parked[session.pid] = session
        if len(self._parked) > self._capacity:
            self._parked.popitem(last=False)

    def claim(self, pid: str, user: str, namespace: str, now: float) -> Parked | None:
        """Gives a session out, to one claimant; None when there is none, or when it was somebody else's."""
        self._prune(now)
        session = self._parked.get(pid)
        if session is None or (session.user, session.namespace) != (user, namespace):
            return None
        return self._parked.pop(pid)

    def drop(self, pid: str) -> None:
        self._parked.pop(pid, None)

    def forget(self, room: str, user: str) -> None:
        """Somebody was taken out of a room: they do not come back into it unnoticed."""
        for session in list(self._parked.values()):
            if session.user == user and any(seat.room == room for seat in session.seats):
                del self._parked[session.pid]

    def _prune(self, now: float) -> None:
        """Sessions are parked for equally long, so the first ones parked are over first."""
        while self._parked and next(iter(self._parked.values())).until <= now:
            self._parked.popitem(last=False)
