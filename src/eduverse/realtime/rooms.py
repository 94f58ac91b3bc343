"""Who is in which room. Pure: tells what changed, as values.

A person is in a room through one or several sockets: tabs, devices. They have entered when the first one joins and
left when the last one leaves. A socket that leaves by its own will counts at once; one whose transport was lost
leaves its person present for a grace period, in which they may come back unnoticed.

Every change of a presence gives it a new generation. A wait names the generation it was begun in, so one that is
out of date does nothing when its time comes: nobody is thrown out by an old timer, and nobody stays as a ghost.
"""

from collections.abc import Iterator
from itertools import count
from typing import Literal, NamedTuple

__all__ = ["Entered", "Left", "LeftReason", "Rooms", "Wait"]

LeftReason = Literal["left", "disconnected", "removed"]


class Entered(NamedTuple):
    room: str
    user: str


class Left(NamedTuple):
    room: str
    user: str
    reason: LeftReason


class Wait(NamedTuple):
    """Somebody's last socket in a room was lost; hand this to `expire` at `until`."""

    room: str
    user: str
    generation: int
    until: float


class _Presence:
    __slots__ = ("generation", "sockets", "waiting")

    def __init__(self) -> None:
        self.sockets: set[str] = set()
        self.generation = 0
        self.waiting = False


class Rooms:
    def __init__(self, *, grace: float) -> None:
        self._grace = grace
        self._generations = count(1)
        self._rooms: dict[str, dict[str, _Presence]] = {}
        self._places: dict[str, dict[str, str]] = {}
        """Socket -> room -> user."""

    def enter(self, room: str, user: str, socket: str) -> Entered | None:
        """None when the person is there already, through another socket or because the grace has not run out."""
        people = self._rooms.setdefault(room, {})
        presence = people.get(user)
        entered = presence is None
        if presence is None:
            presence = people[user] = _Presence()
        presence.sockets.add(socket)
        presence.generation = next(self._generations)
        presence.waiting = False
        self._places.setdefault(socket, {})[room] = user
        return Entered(room, user) if entered else None

    def leave(self, room: str, socket: str) -> Left | None:
        """None when the socket is not there, or when another one keeps its person in the room."""
        user = self._forget(room, socket)
        if user is None:
            return None
        presence = self._rooms[room][user]
        if presence.sockets:
            return None
        return self._out(room, user, "left")

    def lose(self, socket: str, now: float) -> list[Wait]:
        """The socket's transport is gone. Returns a wait for each room in which nothing else holds its person."""
        waits = []
        for room in list(self._places.get(socket, ())):
            user = self._forget(room, socket)
            presence = self._rooms[room][user] if user is not None else None
            if user is not None and presence is not None and not presence.sockets:
                presence.generation = next(self._generations)
                presence.waiting = True
                waits.append(Wait(room, user, presence.generation, now + self._grace))
        return waits

    def expire(self, wait: Wait) -> Left | None:
        """The grace has run out. None when the person has come back, or has left for good, in the meantime."""
        presence = self._rooms.get(wait.room, {}).get(wait.user)
        if presence is None or not presence.waiting or presence.generation != wait.generation:
            return None
        return self._out(wait.room, wait.user, "disconnected")

    def remove(self, room: str, user: str, reason: LeftReason = "removed") -> Left | None:
        """Takes a person out whatever holds them there; None when they are not in the room."""
        presence = self._rooms.get(room, {}).get(user)
        if presence is None:
            return None
        for socket in list(presence.sockets):
            self._forget(room, socket)
        return self._out(room, user, reason)

    def users(self, room: str) -> list[str]:
        """Everybody in the room, those in their grace included, in the order in which they entered."""
        return list(self._rooms.get(room, ()))

    def count(self, room: str) -> int:
        return len(self._rooms.get(room, ()))

    def rooms_of(self, socket: str) -> list[str]:
        return list(self._places.get(socket, ()))

    def __contains__(self, room: str) -> bool:
        return room in self._rooms

    def __iter__(self) -> Iterator[str]:
        return iter(self._rooms)

    def _forget(self, room: str, socket: str) -> str | None:
        places = self._places.get(socket, {})
        user = places.pop(room, None)
        if user is not None:
            self._rooms[room][user].sockets.discard(socket)
        if not places:
            self._places.pop(socket, None)
        return user

    def _out(self, room: str, user: str, reason: LeftReason) -> Left:
        people = self._rooms[room]
        del people[user]
        if not people:
            del self._rooms[room]
        return Left(room, user, reason)
