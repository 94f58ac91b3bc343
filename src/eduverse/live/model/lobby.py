"""Who waits in front of which room. Pure; lost with the process, as the connections are."""

from eduverse.vocabulary.messages import WaitingPerson

__all__ = ["Lobby"]


class _Waiting:
    def __init__(self, person: WaitingPerson) -> None:
        self.person = person
        self.sockets: list[str] = []


class Lobby:
    """A person waits with every tab that asked to come in; a tab waits for one room at a time."""

    def __init__(self) -> None:
        self._rooms: dict[str, dict[str, _Waiting]] = {}
        self._places: dict[str, tuple[str, str]] = {}
        """Socket -> (room, user)."""

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
