"""Who is in which room, seen from all servers together. Pure.

Every server knows the sockets it holds (`rooms`). That somebody is in a room through it, or no longer is, it declares
on the bus, which brings all declarations to all servers in one order. Each applies them here and comes to the same
roster: a person is there while any server says so. A change is told to the application once, by the server whose
declaration made it.
"""

from collections.abc import Iterator
from typing import Final

from eduverse.realtime.declarations import Absent, NodeGone, Present
from eduverse.realtime.rooms import Entered, Left, LeftReason

__all__ = ["Presence", "Roster"]

_NOBODY: Final[dict[str, "Presence"]] = {}


class Presence:
    """One person in one room."""

    __slots__ = ("card", "handle", "nodes", "spot")

    def __init__(self, first: Present) -> None:
        self.handle = first.handle
        self.spot = first.spot
        self.card = first.card
        self.nodes: set[str] = set()


class Roster:
    def __init__(self) -> None:
        self._rooms: dict[str, dict[str, Presence]] = {}

    def apply(self, declared: Present | Absent | NodeGone) -> list[Entered | Left]:
        """What has changed by this for people."""
        match declared:
            case Present():
                return self._present(declared)
            case Absent(node=node, room=room, user=user, reason=reason):
                return self._absent(node, room, user, reason)
            case NodeGone(node=node):
                everybody = [(room, user) for room, people in self._rooms.items() for user in people]
                return [left for room, user in everybody for left in self._absent(node, room, user, "disconnected")]

    def users(self, room: str) -> list[str]:
        """Everybody in the room, in the order in which they entered."""
        return list(self._rooms.get(room, _NOBODY))

    def count(self, room: str) -> int:
        return len(self._rooms.get(room, _NOBODY))

    def get(self, room: str, user: str) -> Presence | None:
        return self._rooms.get(room, _NOBODY).get(user)

    def people(self, room: str) -> Iterator[tuple[str, Presence]]:
        return iter(self._rooms.get(room, _NOBODY).items())

    def _present(self, declared: Present) -> list[Entered | Left]:
        people = self._rooms.setdefault(declared.room, {})
        known = people.get(declared.user)
        presence = people[declared.user] = known or Presence(declared)
        presence.nodes.add(declared.node)
        presence.card = declared.card
        return [] if known else [Entered(declared.room, declared.user)]

    def _absent(self, node: str, room: str, user: str, reason: LeftReason) -> list[Entered | Left]:
        presence = self.get(room, user)
        if presence is None or node not in presence.nodes:
            return []
        presence.nodes.discard(node)
        if presence.nodes:
            return []
        del self._rooms[room][user]
        if not self._rooms[room]:
            del self._rooms[room]
        return [Left(room, user, reason)]
