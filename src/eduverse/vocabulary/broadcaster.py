"""How a slice reaches the people in a room, without knowing what carries it."""

from typing import Literal, Protocol

from eduverse.kernel.structs import Struct
from eduverse.vocabulary.messages import RemovalReason

__all__ = ["Broadcaster"]


class Broadcaster(Protocol):
    """Every message is a struct of `messages.SERVER_EVENTS`; its type names the event.

    Nothing here waits for the network: a message is handed to each connection's bounded queue, and a room in
    which nobody is takes it silently.
    """

    def to_room(self, classroom_id: str, message: Struct, *, skip_user: str | None = None) -> None: ...

    def to_teachers(self, classroom_id: str, message: Struct) -> None: ...

    def to_user(self, user_id: str, message: Struct) -> None:
        """To everything this person has open."""
        ...

    def to_socket(self, socket_id: str, message: Struct) -> None:
        """To one tab; one that is gone takes it silently."""
        ...

    async def remove(self, classroom_id: str, user_id: str | None, reason: Literal["left"] | RemovalReason) -> None:
        """Takes somebody (or, with None, everybody) out of a room and tells them why."""
        ...

    def disconnect_session(self, session_id: str) -> None:
        """Closes every connection that was opened with a session that no longer holds."""
        ...
