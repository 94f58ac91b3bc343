"""Who waits in front of which room. Pure; lost with the connections."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from eduverse.kernel.structs import Struct
from eduverse.vocabulary.messages import WaitingPerson

__all__ = ["Call", "GiveUp", "Lobby", "Wait", "Waiting"]


class Wait(Struct, frozen=True, kw_only=True, tag=True):
    """A tab comes to wait."""

    classroom_id: str
    person: WaitingPerson
    socket_id: str


class GiveUp(Struct, frozen=True, kw_only=True, tag=True):
    """A tab waits no longer."""

    socket_id: str


class Call(Struct, frozen=True, kw_only=True, tag=True):
    """Waiting is over for somebody, or for everybody."""

    classroom_id: str
    user_id: str | None
    why: Literal["open", "closed", "decided"]
    """They may come in now; they cannot any more; somebody decided it and tells them."""
    but: str | None = None
    """The tab that knows."""


class Waiting(NamedTuple):
    """Somebody in front of a room, with the tabs they wait with: how a server is told of them."""

    classroom_id: str
    person: WaitingPerson
    sockets: list[str]


class _Waiting:
    def __init__(self, person: WaitingPerson) -> None:
        self.person = person
        self.sockets: list[str] = []


class Lobby:
    """A person waits with every tab that asked to come in; a tab waits for one room at a time."""

    def __init__(self, known: Iterable[Waiting] = ()) -> None:
        self._rooms: dict[str, dict[str, _Waiting]] = {}
        self._places: dict[str, tuple[str, str]] = {}
        """Socket -> (room, user)."""
        for classroom_id, person, sockets in known:
            for socket_id in sockets:
                self.wait(classroom_id, person, socket_id)

    def all(self) -> list[Waiting]:
        return [
            Waiting(room, waiting.person, list(waiting.sockets))
            for room, people in self._rooms.items()
            for waiting in people.values()
        ]

    def waiting(self, classroom_id: str) -> list[WaitingPerson]:
        """The longest waiting first."""
        return [one.person for one in self._rooms.get(classroom_id, {}).values()]

    def is_waiting(self, classroom_id: str, user_id: str) -> bool:
        return user_id in self._rooms.get(classroom_id, {})

    def room_of(self, socket_id: str) -> str | None:
        """The room that a tab waits for."""
        place = self._places.get(socket_id)
        return place[0] if place else None

    def wait(self, classroom_id: str, person: WaitingPerson, socket_id: str) -> bool:
        """Whether this person is new there. The tab must not wait for another room."""
        new = not self.is_waiting(classroom_id, person.user_id)
        waiting = self._rooms.setdefault(classroom_id, {}).setdefault(person.user_id, _Waiting(person))
        if socket_id not in waiting.sockets:
            waiting.sockets.append(socket_id)
        self._places[socket_id] = classroom_id, person.user_id
        return new

    def give_up(self, socket_id: str) -> tuple[str, str] | None:
        """A tab waits no longer. The room and the person, if it was the last one they waited with."""
        place = self._places.pop(socket_id, None)
        if place is None:
            return None
        classroom_id, user_id = place
        waiting = self._rooms[classroom_id][user_id]
        waiting.sockets.remove(socket_id)
        if waiting.sockets:
            return None
        self._forget(classroom_id, user_id)
        return place

    def call(self, classroom_id: str, user_id: str) -> list[str]:
        """Ends somebody's waiting; the sockets they waited with, which are to be told."""
        if not self.is_waiting(classroom_id, user_id):
            return []
        sockets = self._rooms[classroom_id][user_id].sockets
        for socket_id in sockets:
            del self._places[socket_id]
        self._forget(classroom_id, user_id)
        return sockets

    def _forget(self, classroom_id: str, user_id: str) -> None:
        people = self._rooms[classroom_id]
        del people[user_id]
        if not people:
            del self._rooms[classroom_id]
