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

    campus = Campus()
    campus.server = server = RealtimeServer(campus, settings=Settings(origins=frozenset({"https://school.example"})))
    async with server:
        ...  # mount `server.asgi` at `server.settings.path`; uvicorn.Config(app, ws=server.websocket_protocol)

The avatar plane needs nothing else: who is placed and moves is told to the room in one `avatar:moved` per tick.
"""

import asyncio
from itertools import count
from types import TracebackType
from typing import Self

from eduverse.kernel.clock import Clock, SystemClock, to_millis
from eduverse.kernel.ids import Entropy, SystemEntropy
from eduverse.realtime.application import Application, ConnectRefused, Handler, Route
from eduverse.realtime.bus import LocalBus
from eduverse.realtime.channels import Channels
from eduverse.realtime.client import Client, Service
from eduverse.realtime.declarations import Spot
from eduverse.realtime.dispatch import Dispatcher
from eduverse.realtime.engine import Engine
from eduverse.realtime.hub import Hub, Node
from eduverse.realtime.limits import LimitBook, Rates
from eduverse.realtime.log import EventLog
from eduverse.realtime.parking import Parking, Seat
from eduverse.realtime.recovery import Recovery
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

__all__ = [
    "Application",
    "Arguments",
    "Bounds",
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
        clock, entropy = clock or SystemClock(), entropy or SystemEntropy()
        parking = Parking(settings.recovery_window)
        channels: Channels[Socket] = Channels(offsets=parking.window > 0)
        self.hub: Hub[Socket] = Hub(
            node=Node("here", count(1)),
            channels=channels,
            tasks=self._tasks,
            clock=clock,
            presence=application,
            parking=parking,
            grace=settings.leave_grace,
            bounds=bounds,
        )
        channels.bus = LocalBus(channels.deliver, self.hub.obey, _log(settings, clock), clock.monotonic)
        service = Service(
            application=application,
            dispatcher=Dispatcher(application.routes, max_pending=settings.max_pending_events),
            hub=self.hub,
            recovery=Recovery(application, self.hub, parking, entropy=entropy, max_bytes=settings.max_buffered // 2),
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
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close_all()

    @property
    def problems(self) -> list[str]:
        """Why this server is not ready, one sentence each; empty when it is."""
        return [*self._tasks.problems, *(["the real-time server is draining"] if self.engine.draining else [])]

    @property
    def channels(self) -> Channels[Socket]:
        """For telling people something."""
        return self.hub.channels

    async def close_all(self, reason: str = "server shutting down") -> None:
        """Drains: takes no new session, closes all there are, and waits until the application has heard of it.

        Clients see a lost transport and come back by themselves, to whoever serves them then. Nobody is present
        afterwards.
        """
        self.engine.close_all(reason)
        self.hub.settle()
        await self._tasks.close()


def _log(settings: Settings, clock: Clock) -> EventLog:
    """Keeps events for longer than any client may have been away: until its loss was noticed, and its window."""
    unnoticed = settings.ping_interval + settings.ping_timeout
    return EventLog(to_millis(clock.now()), keep=settings.recovery_window + unnoticed + 30)
