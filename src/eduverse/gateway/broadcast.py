"""The slices' `Broadcaster` over the real-time engine."""

from typing import Literal

from eduverse.kernel.structs import Struct
from eduverse.realtime.server import RealtimeServer
from eduverse.vocabulary.messages import SERVER_EVENTS, VOLATILE_EVENTS, RemovalReason

__all__ = ["EVENT_NAMES", "TEACHERS", "EngineBroadcaster"]

TEACHERS = "teachers"
"""The group of a room's sockets that hear what is for its teachers."""

EVENT_NAMES: dict[type[Struct], str] = {payload: event for event, payload in SERVER_EVENTS.items()}


class EngineBroadcaster:
    """Made before the engine, because the slices that the engine serves want it; `attach` it once that is there.

    Where nobody is served, it is never attached: there is nobody to tell, and nobody in a room.
    """

    _server: RealtimeServer | None = None

    def attach(self, server: RealtimeServer) -> None:
        self._server = server

    def to_room(self, classroom_id: str, message: Struct, *, skip_user: str | None = None) -> None:
        kind = type(message)
        if self._server:
            self._server.channels.emit_to_room(
                classroom_id, EVENT_NAMES[kind], message, skip=skip_user, volatile=kind in VOLATILE_EVENTS
            )

    def to_teachers(self, classroom_id: str, message: Struct) -> None:
        if self._server:
            self._server.channels.emit_to_room(classroom_id, EVENT_NAMES[type(message)], message, group=TEACHERS)

    def to_user(self, user_id: str, message: Struct) -> None:
        if self._server:
            self._server.channels.emit_to_user(user_id, EVENT_NAMES[type(message)], message)

    def to_socket(self, socket_id: str, message: Struct) -> None:
        if self._server:
            self._server.channels.emit_to_socket(socket_id, EVENT_NAMES[type(message)], message)

    def present_count(self, classroom_id: str) -> int:
        """How many people are in a room now: what `classrooms` asks as `Presence`."""
        return self._server.hub.present_count(classroom_id) if self._server else 0

    async def remove(self, classroom_id: str, user_id: str | None, reason: Literal["left"] | RemovalReason) -> None:
        if self._server is None:
            return
        hub = self._server.hub
        for one in hub.users_in(classroom_id) if user_id is None else [user_id]:
            hub.remove(classroom_id, one, "left" if reason == "left" else "removed", why=reason)

    def disconnect_session(self, session_id: str) -> None:
        if self._server:
            self._server.hub.sign_out(session_id)
