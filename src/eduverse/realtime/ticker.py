"""The avatar plane's clock: one timer per room, which rests while nobody moves."""

import asyncio
from collections.abc import Callable
from typing import Final, Protocol

from eduverse.kernel.clock import Clock, to_millis
from eduverse.realtime.tasks import Tasks
from eduverse.realtime.wire.events import encode_event
from eduverse.realtime.wire.frames import Frame
from eduverse.realtime.world import World

__all__ = ["Load", "Receiver", "Ticker"]

EVENT: Final = "avatar:moved"


class Receiver(Protocol):
    """Whom a room's messages go to."""

    @property
    def id(self) -> str: ...

    @property
    def user(self) -> str: ...

    @property
    def namespace(self) -> str: ...

    @property
    def idle(self) -> bool:
        """Whether everything sent so far has left."""
        ...

    def send(self, frame: Frame) -> None: ...


class Load:
    """Whether the server keeps up: it is busy when its timers have come late for a while."""

    LATE: Final = 0.025
    EASY: Final = 0.005
    WEIGHT: Final = 0.1

    __slots__ = ("_lateness", "busy")

    def __init__(self) -> None:
        self._lateness = 0.0
        self.busy = False

    def observe(self, lateness: float) -> None:
        self._lateness += (lateness - self._lateness) * self.WEIGHT
        self.busy = self._lateness > (self.EASY if self.busy else self.LATE)


class Ticker:
    """Tells the people in one room where everybody is.

    Once a tick, everybody who moved is encoded into one frame for all clients that saw the tick before. A client
    that has not taken what it was sent is left out, and told everything it missed in one frame when it has.
    """

    def __init__(self, room: str, world: World, *, tasks: Tasks, clock: Clock, load: Load) -> None:
        self.world = world
        self._name = f"ticker of room {room}"
        self._tasks = tasks
        self._clock = clock
        self._load = load
        self._seen: dict[Receiver, int] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._planned = 0.0
        self._earliest = 0.0

    def watch(self, receiver: Receiver) -> None:
        """From here on this client is told; where everybody is now, it learns when it enters."""
        self._seen[receiver] = self.world.tick_number

    def unwatch(self, receiver: Receiver) -> None:
        self._seen.pop(receiver, None)

    def wake(self) -> None:
        """Somebody moved: there will be a tick, at once or a period after the last one."""
        if self._timer is None:
            loop = asyncio.get_running_loop()
            self._planned = max(self._earliest, loop.time())
            self._timer = loop.call_at(self._planned, self._due)

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _due(self) -> None:
        """A tick that fails is heard, and the next one comes all the same."""
        loop = asyncio.get_running_loop()
        self._load.observe(max(0.0, loop.time() - self._planned))
        self._timer = None
        self._earliest = max(self._planned, loop.time() - 0.01) + self.world.period(busy=self._load.busy)
        try:
            behind = self._tick()
        except Exception as error:
            self._tasks.failed(self._name, error)
            behind = True
        else:
            self._tasks.recovered(self._name)
        if behind or self.world.dirty:
            self.wake()

    def _tick(self) -> bool:
        """Sends a tick; returns whether somebody was left out."""
        number = self.world.tick()
        frame_since = self._frames()
        behind = False
        for receiver, seen in self._seen.items():
            if not receiver.idle:
                behind = True
                continue
            frame = frame_since(seen, receiver.namespace)
            if frame is not None:
                receiver.send(frame)
            self._seen[receiver] = number
        return behind

    def _frames(self) -> Callable[[int, str], Frame | None]:
        """Encodes what moved since a tick, once for all who ask."""
        made: dict[tuple[int, str], Frame | None] = {}
        time = to_millis(self._clock.now())

        def frame_since(seen: int, namespace: str) -> Frame | None:
            key = (seen, namespace)
            if key not in made:
                batch = self.world.since(seen, time=time)
                made[key] = None if batch is None else encode_event(EVENT, batch, namespace)
            return made[key]

        return frame_since
