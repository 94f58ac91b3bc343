"""What a live room needs from elsewhere."""

from datetime import datetime
from typing import Protocol

from eduverse.vocabulary.messages import IceServer
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["Classes", "LessonLog", "MediaServer", "Routes", "Whereabouts"]


class Classes(Protocol):
    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        """Raises the classroom's own problem when there is none."""
        ...

    async def ban(self, principal: Principal, classroom_id: str, user_id: str) -> None:
        """Closes the classroom to somebody for good, and takes them out of its room."""
        ...


class Whereabouts(Protocol):
    """Who is where now, those included whose connection broke a moment ago."""

    def present(self, classroom_id: str) -> list[str]:
        """The users who are in the room."""
        ...

    def standing_in(self, classroom_id: str, user_id: str) -> Standing | None:
        """What somebody is in the room; None when they are not in it."""
        ...

    def position(self, classroom_id: str, user_id: str) -> tuple[float, float, float] | None:
        """Where somebody stands, in metres."""
        ...

    def holds(self, classroom_id: str, socket_id: str) -> bool:
        """Whether this very tab is in the room."""
        ...


class LessonLog(Protocol):
    async def seen_since(self, classroom_id: str, moment: datetime) -> bool:
        """Whether anybody has been in the room since, whichever process served them."""
        ...


class Routes(Protocol):
    """The STUN and TURN servers that are set."""

    def for_peer(self, peer_id: str) -> list[IceServer]: ...


class MediaServer(Protocol):
    """Carries the voices of a room that is too large for browsers to connect among themselves."""

    @property
    def url(self) -> str: ...

    def token(self, *, room: str, peer_id: str, name: str) -> str:
        """Opens a connection to the room, and to no other, for the next ten minutes."""
        ...

    def take_out(self, *, room: str, peer_id: str) -> None:
        """Ends a peer's connection to the room, if it has one. Does not wait for it; what fails is logged."""
        ...

    async def problem(self) -> str | None:
        """Why it cannot be used now; None when it answers. What was learnt a moment ago may be said again."""
        ...
