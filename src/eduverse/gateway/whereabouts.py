"""Who is where: what the engine knows of people, and the slices of the people."""

from collections.abc import Collection

from eduverse.gateway.guests import Guests
from eduverse.realtime.server import RealtimeServer
from eduverse.vocabulary.messages import Member
from eduverse.vocabulary.principal import Principal, Standing
from eduverse.vocabulary.sockets import Place

__all__ = ["EngineWhereabouts"]


class EngineWhereabouts:
    """Made before the engine, because the slices that the engine serves want it; `attach` it once that is there."""

    _server: RealtimeServer

    def __init__(self) -> None:
        self._guests = Guests()

    def attach(self, server: RealtimeServer) -> None:
        self._server = server

    # --- for the edge ---------------------------------------------------------------------------------------

    def welcome(self, principal: Principal, place: Place) -> None:
        """Remembers who somebody is who comes into a room."""
        self._guests.add(principal, place)

    def forget(self, classroom_id: str, user_id: str) -> None:
        """Somebody has left, unless they are back already."""
        if user_id not in self.present(classroom_id):
            self._guests.remove(classroom_id, user_id)

    def member(self, classroom_id: str, user_id: str, hands: Collection[str]) -> Member | None:
        """Somebody who is in the room; `hands` are the people whose hand is up."""
        world, known = self._server.hub.world(classroom_id), self._guests.get(classroom_id, user_id)
        stands = world.where(user_id) if world else None
        if stands is None or known is None:
            return None
        principal, standing = known
        return Member(
            user_id=user_id,
            handle=stands.handle,
            name=principal.name,
            standing=standing,
            avatar_data=principal.avatar_data,
            position=stands.position,
            rotation=stands.rotation,
            hand_raised=user_id in hands,
        )

    def members(self, classroom_id: str, hands: Collection[str]) -> list[Member]:
        members = (self.member(classroom_id, user_id, hands) for user_id in self.present(classroom_id))
        return [member for member in members if member]

    # --- for the slices -------------------------------------------------------------------------------------

    def present(self, classroom_id: str) -> list[str]:
        return self._server.hub.users_in(classroom_id)

    def standing_in(self, classroom_id: str, user_id: str) -> Standing | None:
        known = self._guests.get(classroom_id, user_id)
        return known[1] if known and self.position(classroom_id, user_id) else None

    def position(self, classroom_id: str, user_id: str) -> tuple[float, float, float] | None:
        world = self._server.hub.world(classroom_id)
        stands = world.where(user_id) if world else None
        return stands.position if stands else None

    def holds(self, classroom_id: str, socket_id: str) -> bool:
        socket = self._server.hub.sockets.get(socket_id)
        return socket is not None and classroom_id in socket.rooms
