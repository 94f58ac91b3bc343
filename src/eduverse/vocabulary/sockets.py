"""How a slice offers what can be done over a socket, without knowing what carries it."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from eduverse.kernel.errors import Problem
from eduverse.kernel.structs import Struct
from eduverse.vocabulary.messages import Accepted
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["Caller", "Handler", "NotInRoom", "Place", "SocketTable"]


class NotInRoom(Problem):
    status = 409
    slug = "not-in-room"
    title = "Enter the classroom first"


class Place(Struct, frozen=True, kw_only=True):
    """Where a socket is, and as what."""

    classroom_id: str
    standing: Standing


class Caller(Struct, frozen=True, kw_only=True):
    """Who sent an event, and the room they sent it from."""

    principal: Principal
    socket_id: str
    """Which of this person's tabs and devices."""
    place: Place | None = None

    def room(self) -> str:
        """The classroom this caller is in; raises `NotInRoom`."""
        if self.place is None:
            raise NotInRoom
        return self.place.classroom_id


Handler = Callable[[Caller, Any], Awaitable[Accepted]]
SocketTable = Mapping[str, Handler]
"""Event -> handler; the payload's and the reply's types are those of `messages.CLIENT_EVENTS`."""
