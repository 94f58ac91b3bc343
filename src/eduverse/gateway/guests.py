"""Who is in which room, beyond what the engine knows: their standing, name and looks."""

from eduverse.vocabulary.principal import Principal, Standing
from eduverse.vocabulary.sockets import Caller, Place

__all__ = ["Guest", "Guests"]


class Guest:
    """One socket's person, and the room this socket is in."""

    __slots__ = ("place", "principal", "socket_id")

    def __init__(self, principal: Principal, socket_id: str) -> None:
        self.principal = principal
        self.socket_id = socket_id
        self.place: Place | None = None

    @property
    def caller(self) -> Caller:
        return Caller(principal=self.principal, socket_id=self.socket_id, place=self.place)


class Guests:
    """Everybody present by room and user, those included whose connection broke a moment ago."""

    def __init__(self) -> None:
        self._present: dict[tuple[str, str], tuple[Principal, Standing]] = {}

    def add(self, principal: Principal, place: Place) -> None:
        self._present[place.classroom_id, principal.user_id] = principal, place.standing

    def remove(self, classroom_id: str, user_id: str) -> None:
        self._present.pop((classroom_id, user_id), None)

    def get(self, classroom_id: str, user_id: str) -> tuple[Principal, Standing] | None:
        return self._present.get((classroom_id, user_id))
