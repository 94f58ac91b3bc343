"""Who is where: what the engine knows of people, and the slices of the people."""

from collections.abc import Collection

from eduverse.gateway.guests import Card
from eduverse.realtime.server import RealtimeServer
from eduverse.vocabulary.messages import Member
from eduverse.vocabulary.principal import Standing

__all__ = ["EngineWhereabouts"]


class EngineWhereabouts:
    """Made before the engine, because the slices that the engine serves want it; `attach` it once that is there."""

    _server: RealtimeServer

    def attach(self, server: RealtimeServer) -> None:
        self._server = server

    # --- for the edge ---------------------------------------------------------------------------------------

    def member(self, classroom_id: str, user_id: str, hands: Collection[str]) -> Member | None:
        """Somebody who is in the room; `hands` are the people whose hand is up."""
        hub = self._server.hub
        presence, world = hub.roster.get(classroom_id, user_id), hub.world(classroom_id)
        if presence is None:
            return None
        stands = world.where(user_id) if world else None
        card = Card.decode(presence.card)
        return Member(
            user_id=user_id,
            handle=presence.handle,
            name=card.name,
            standing=card.standing,
            avatar_data=card.avatar_data,
            position=stands.position if stands else presence.spot.position,
            rotation=stands.rotation if stands else presence.spot.rotation,
            hand_raised=user_id in hands,
        )

    def members(self, classroom_id: str, hands: Collection[str]) -> list[Member]:
        members = (self.member(classroom_id, user_id, hands) for user_id in self.present(classroom_id))
        return [member for member in members if member]

    # --- for the slices -------------------------------------------------------------------------------------

    def present(self, classroom_id: str) -> list[str]:
        return self._server.hub.users_in(classroom_id)

    def standing_in(self, classroom_id: str, user_id: str) -> Standing | None:
        presence = self._server.hub.roster.get(classroom_id, user_id)
        return Card.decode(presence.card).standing if presence else None

    def position(self, classroom_id: str, user_id: str) -> tuple[float, float, float] | None:
        world = self._server.hub.world(classroom_id)
        stands = world.where(user_id) if world else None
        return stands.position if stands else None

    def served(self) -> list[tuple[str, str]]:
        """Who is in which room through this server, as (classroom, user)."""
        return self._server.hub.served()

    def holds(self, classroom_id: str, socket_id: str) -> bool:
        socket = self._server.hub.sockets.get(socket_id)
        return socket is not None and classroom_id in socket.rooms
