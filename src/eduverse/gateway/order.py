"""The slices' `Order` over the real-time engine."""

from collections.abc import Awaitable
from typing import Any

from eduverse.realtime.server import RealtimeServer
from eduverse.vocabulary.events import SocketGone
from eduverse.vocabulary.replicas import Replica

__all__ = ["EngineOrder"]


class EngineOrder:
    """Made before the engine, because the slices that the engine serves want it; `attach` it once that is there."""

    _server: RealtimeServer

    def __init__(self) -> None:
        self._followed: dict[str, Replica] = {}

    def attach(self, server: RealtimeServer) -> None:
        self._server = server
        for topic, replica in self._followed.items():
            server.replicas.follow(topic, replica)

    def follow(self, topic: str, replica: Replica) -> None:
        """Before the engine is attached: a server that begins to listen has to know all there is to follow."""
        self._followed[topic] = replica

    def state(self, topic: str, said: bytes, *, socket_id: str | None = None) -> Awaitable[Any]:
        return self._server.replicas.state(topic, said, socket_id=socket_id)

    async def on_socket_gone(self, event: SocketGone) -> None:
        self._server.replicas.end(event.socket_id)
