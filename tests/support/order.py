"""The order of statements without an engine: as many servers as a test has, all in one process."""

import asyncio
from collections.abc import Awaitable
from typing import Any

from eduverse.realtime.declarations import Declaration, NodeGone
from eduverse.realtime.replicas import Replicas
from eduverse.vocabulary.events import SocketGone
from eduverse.vocabulary.replicas import Replica

__all__ = ["FakeOrder"]


class FakeOrder:
    """One server's end of it. While `held`, what is stated waits, in its order, until it is `release`d."""

    def __init__(self, beside: "FakeOrder | None" = None) -> None:
        """`beside` is the end of another server of the same campus."""
        self._shared: _Shared = beside._shared if beside else _Shared()
        self.name = f"server-{len(self._shared.servers)}"
        self.replicas = Replicas(self.name, self._shared.declare, alone=True)
        self._shared.servers.append(self.replicas)

    def follow(self, topic: str, replica: Replica) -> None:
        self.replicas.follow(topic, replica)

    def state(self, topic: str, said: bytes, *, socket_id: str | None = None) -> Awaitable[Any]:
        return self.replicas.state(topic, said, socket_id=socket_id)

    async def on_socket_gone(self, event: SocketGone) -> None:
        self.replicas.end(event.socket_id)

    def hold(self) -> None:
        self._shared.held = True

    async def release(self) -> None:
        self._shared.release()
        await asyncio.sleep(0)

    def killed(self, noticed_by: "FakeOrder") -> None:
        """This server is gone, as another one notices."""
        self._shared.servers.remove(self.replicas)
        self._shared.declare(NodeGone(node=self.name, by=noticed_by.name))


class _Shared:
    def __init__(self) -> None:
        self.servers: list[Replicas] = []
        self.held = False
        self._waiting: list[Declaration] = []

    def declare(self, declared: Declaration) -> None:
        self._waiting.append(declared)
        if not self.held:
            self.release()

    def release(self) -> None:
        self.held = False
        while self._waiting:
            declared = self._waiting.pop(0)
            for server in self.servers:
                server.obey(declared)
