"""The real-time server: what an application is served with, on the port that serves HTTP.

    class Campus:                                            # an `Application`
        def __init__(self) -> None:
            self.routes: Mapping[str, Route[Any]] = {
                "classroom:join": Route(ClassroomEnter, self.enter),           # async: in order, per socket
                "avatar:move": Route(AvatarMove, self.move, rate="avatar"),    # sync: at once
            }

        async def connect(self, socket, auth):
            socket.principal = await self.verify(auth.get("token"))            # raise ConnectRefused("…")
            socket.user = socket.principal.user_id

        async def enter(self, socket, payload):
            await socket.join(Seat(payload.classroom_id))                      # True: the person came in
            return ClassroomEntered(...)                                       # the acknowledgement

        def move(self, socket, payload):
            for room in socket.rooms:
                self.server.hub.move(room, socket.user, payload)

        async def resume(self, socket, seats): return False                    # whether they are back in them
        async def disconnect(self, socket, reason): ...
        async def entered(self, room, user): ...
        async def left(self, room, user, reason): ...
        def expelled(self, socket, room, why): ...
        def signed_out(self, login): ...

    campus = Campus()
    campus.server = server = RealtimeServer(campus, settings=Settings(origins=frozenset({"https://school.example"})))
    async with server:
        ...  # mount `server.asgi` at `server.settings.path`; uvicorn.Config(app, ws=server.websocket_protocol)

The avatar plane needs nothing else: who is placed and moves is told to the room in one `avatar:moved` per tick.
"""

import asyncio
from itertools import count
from types import TracebackType
from typing import TYPE_CHECKING, Self

from eduverse.kernel.clock import Clock, SystemClock, to_millis
from eduverse.kernel.ids import Entropy, SystemEntropy
from eduverse.realtime.application import Application, ConnectRefused, Handler, Route
from eduverse.realtime.bus import ClusterUnavailable, LocalBus
from eduverse.realtime.channels import Channels
from eduverse.realtime.client import Client, Service
from eduverse.realtime.declarations import Claimed, Declaration, Spot
from eduverse.realtime.dispatch import Dispatcher
from eduverse.realtime.engine import Engine
from eduverse.realtime.hub import Hub, Node
from eduverse.realtime.limits import LimitBook, Rates
from eduverse.realtime.log import EventLog
from eduverse.realtime.parking import Parking, Seat
from eduverse.realtime.recovery import REFRESH, Recovery
from eduverse.realtime.replicas import Replicas
from eduverse.realtime.rooms import LeftReason
from eduverse.realtime.settings import Settings
from eduverse.realtime.sockets import Disconnected, Socket
from eduverse.realtime.tasks import Tasks
from eduverse.realtime.ticker import Form
from eduverse.realtime.transports.polling import PollingApp
from eduverse.realtime.transports.websocket import websocket_protocol
from eduverse.realtime.wire.events import Arguments
from eduverse.realtime.wire.packets import ROOT
from eduverse.realtime.world import Bounds

if TYPE_CHECKING:
    from eduverse.realtime.cluster import Cluster

__all__ = [
    "Application",
    "Arguments",
    "Bounds",
    "ClusterUnavailable",
    "ConnectRefused",
    "Disconnected",
    "Form",
    "Handler",
    "LeftReason",
    "Rates",
    "RealtimeServer",
    "Route",
    "Seat",
    "Settings",
    "Socket",
    "Spot",
]

ALONE = "alone"
"""The name of a server that has no others beside it."""


class RealtimeServer:
    """Serves an application's sockets while it is entered as a context."""

    def __init__(
        self,
        application: Application,
        *,
        settings: Settings | None = None,
        rates: Rates | None = None,
        namespaces: frozenset[str] = frozenset({ROOT}),
        bounds: Bounds | None = None,
        clock: Clock | None = None,
        entropy: Entropy | None = None,
    ) -> None:
        self.settings = settings = settings or Settings()
        self._tasks = Tasks()
        self._clock = clock = clock or SystemClock()
        entropy = entropy or SystemEntropy()
        self._cluster = _cluster(settings, entropy, self._tasks)
        self.hub = self._make_hub(application, bounds)
        self.replicas = Replicas(
            self._cluster.name if self._cluster else ALONE,
            self.channels.bus.declare,
            alone=self._cluster is None,
        )
        """What the application has all servers keep alike."""
        self._recovery = Recovery(
            application,
            self.hub,
            store=self._cluster,
            entropy=entropy,
            clock=clock.monotonic,
            max_bytes=settings.max_buffered // 2,
        )
        service = Service(
            application=application,
            dispatcher=Dispatcher(application.routes, max_pending=settings.max_pending_events),
            hub=self.hub,
            recovery=self._recovery,
            tasks=self._tasks,
            entropy=entropy,
            settings=settings,
            namespaces=namespaces,
            limits=LimitBook(rates or Rates()),
        )
        self.engine = Engine(self.settings, service.entropy, lambda connection: Client(connection, service))
        self.asgi = PollingApp(self.engine)
        """Long-polling, to be mounted at `settings.path`; answers CORS for `settings.origins` itself."""
        self.websocket_protocol: type[asyncio.Protocol] = websocket_protocol({self.settings.path: self.engine})
        """For uvicorn's `Config(ws=…)`: takes every websocket of the port, and knows none but `settings.path`."""

    async def __aenter__(self) -> Self:
        """Raises `ClusterUnavailable` when there is to be a cluster and Redis does not answer."""
        if self._cluster is not None:
            await self._cluster.start()
            self._refreshing = asyncio.create_task(self._refresh())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close_all()

    @property
    def problems(self) -> list[str]:
        """Why this server is not ready, one sentence each; empty when it is."""
        draining = ["the real-time server is draining"] if self.engine.draining else []
        return [*self._tasks.problems, *draining, *(self._cluster.problems if self._cluster else [])]

    @property
    def channels(self) -> Channels[Socket]:
        """For telling people something."""
        return self.hub.channels

    async def close_all(self, reason: str = "server shutting down") -> None:
        """Drains: takes no new session, closes all there are, and waits until the application has heard of it.

        Clients see a lost transport and come back by themselves, to whoever serves them then. Alone, we leave nobody
        present; of several servers, another one has those who come back, and declares us gone for the others.
        """
        self.engine.close_all(reason)
        if self._cluster is None:
            self.hub.settle()
        await self._tasks.close()
        if self._cluster is not None and not self._refreshing.done():
            self._refreshing.cancel()
            await self._cluster.close()

    # --- inside ---------------------------------------------------------------------------------------------

    def _make_hub(self, application: Application, bounds: Bounds | None) -> Hub[Socket]:
        settings, clock, cluster = self.settings, self._clock, self._cluster
        channels: Channels[Socket] = Channels(offsets=settings.recovery_window > 0)
        hub: Hub[Socket] = Hub(
            node=Node(ALONE, count(1)) if cluster is None else Node(cluster.name, cluster.handles(), cluster),
            channels=channels,
            tasks=self._tasks,
            clock=clock,
            presence=application,
            parking=Parking(settings.recovery_window),
            grace=settings.leave_grace,
            bounds=bounds,
        )
        if cluster is None:
            channels.bus = LocalBus(channels.deliver, self._obey, _log(settings, clock), clock.monotonic)
        else:
            channels.bus = cluster
            cluster.attach(channels.deliver, self._obey, hub.moved_elsewhere, hub.repeat)
        return hub

    def _obey(self, declared: Declaration) -> None:
        if isinstance(declared, Claimed):
            self._recovery.released(declared)
        else:
            self.hub.obey(declared)
            self.replicas.obey(declared)

    async def _refresh(self) -> None:
        while True:
            await asyncio.sleep(REFRESH)
            self._recovery.refresh()


def _cluster(settings: Settings, entropy: Entropy, tasks: Tasks) -> "Cluster | None":
    if settings.redis_url is None:
        return None
    from eduverse.realtime.cluster import Cluster

    return Cluster(
        settings.redis_url, prefix=settings.redis_prefix, grace=settings.leave_grace, entropy=entropy, tasks=tasks
    )


def _log(settings: Settings, clock: Clock) -> EventLog:
    """Keeps events for longer than any client may have been away: until its loss was noticed, and its window."""
    unnoticed = settings.ping_interval + settings.ping_timeout
    return EventLog(to_millis(clock.now()), keep=settings.recovery_window + unnoticed + 30)
