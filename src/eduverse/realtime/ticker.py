"""The avatar plane's clock: one timer per room, which rests while nobody has anything to be told."""

import asyncio
from collections.abc import Sequence
from itertools import count
from typing import Final, Literal, Protocol

from eduverse.kernel.clock import Clock, to_millis
from eduverse.realtime.interest import NEAREST, Interest, cell_of
from eduverse.realtime.tasks import Tasks
from eduverse.realtime.wire.avatars import encode_records
from eduverse.realtime.wire.events import encode_binary_event, encode_event
from eduverse.realtime.wire.frames import Frame
from eduverse.realtime.world import Avatar, World
from eduverse.vocabulary.messages import AvatarsMoved

__all__ = ["Form", "Load", "Receiver", "Relay", "Ticker"]

EVENT: Final = "avatar:moved"
ROUND: Final = 1.0
"""Seconds in which everybody is told of everything that moved."""

Form = Literal["json", "binary"]


class Relay(Protocol):
    """The other servers, as far as avatars go."""

    def tell(self, room: str, records: bytes) -> None:
        """Where ours in a room have moved."""
        ...

    def open(self, room: str) -> None:
        """From here on we want to be told of theirs in this room."""
        ...

    def shut(self, room: str) -> None: ...


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

    __slots__ = ("_lateness", "busy", "worst")

    def __init__(self) -> None:
        self._lateness = 0.0
        self.busy = False
        self.worst = 0.0
        """Seconds; the latest that a tick has come, until somebody sets it back."""

    def observe(self, lateness: float) -> None:
        self.worst = max(self.worst, lateness)
        self._lateness += (lateness - self._lateness) * self.WEIGHT
        self.busy = self._lateness > (self.EASY if self.busy else self.LATE)


class _View:
    """What one client has been told."""

    __slots__ = ("complete", "form", "owed", "turn")

    def __init__(self, form: Form, complete: int, turn: int) -> None:
        self.form = form
        self.complete = complete
        """The tick up to which it was told of everything."""
        self.turn = turn
        """Clients take turns in being told of everything, so that not all of it goes out in one tick."""
        self.owed = False
        """Whether it was left out, and is told of everything as soon as it has taken what it was sent."""


class Ticker:
    """Tells the people in one room where everybody is.

    While there are few, everybody is told of everybody at every tick. In a crowd a tick tells of the neighbours
    (see `interest`), and once a round of everything. A client that has not taken what it was sent is left out, and
    told everything it missed in one frame when it has. Frames are encoded once for all clients that get the same.
    """

    def __init__(
        self, room: str, world: World, *, tasks: Tasks, clock: Clock, load: Load, relay: Relay | None = None
    ) -> None:
        """`relay` is told, besides the clients, what our own avatars do."""
        self.world = world
        self._room = room
        self._relay = relay
        self._relayed = 0
        self.loop = asyncio.get_running_loop()
        self._name = f"ticker of room {room}"
        self._tasks = tasks
        self._clock = clock
        self._load = load
        self._views: dict[Receiver, _View] = {}
        self._turns = count()
        self._interest = Interest(keep=10)
        self._timer: asyncio.TimerHandle | None = None
        self._planned = 0.0
        self._earliest = 0.0

    def watch(self, receiver: Receiver, form: Form = "json", *, anew: bool = False) -> None:
        """From here on this client is told; where everybody is now, it learns when it enters, or, watching `anew`,
        from the next tick."""
        complete = 0 if anew else self.world.tick_number
        self._views[receiver] = view = _View(form, complete, next(self._turns))
        view.owed = anew
        if anew:
            self.wake()

    def unwatch(self, receiver: Receiver) -> None:
        self._views.pop(receiver, None)

    def wake(self) -> None:
        """Somebody moved: there will be a tick, at once or a period after the last one."""
        if self._timer is None:
            self._planned = max(self._earliest, self.loop.time())
            self._timer = self.loop.call_at(self._planned, self._due)

    def repeat(self) -> None:
        """Tells the relay at the next tick where all our avatars are, whether they moved or not."""
        self._relayed = -1
        self.wake()

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _due(self) -> None:
        """A tick that fails is heard, and the next one comes all the same."""
        now = self.loop.time()
        self._load.observe(max(0.0, now - self._planned))
        self._timer = None
        period = self.world.period(busy=self._load.busy)
        self._earliest = max(self._planned, now - 0.01) + period
        try:
            behind = self.tick(max(1, round(ROUND / period)))
        except Exception as error:
            self._tasks.failed(self._name, error)
            behind = True
        else:
            self._tasks.recovered(self._name)
        if behind or self.world.dirty:
            self.wake()

    def tick(self, ticks_a_round: int) -> bool:
        """Sends a tick; returns whether somebody has still to be told of something. Called by the timer."""
        number = self.world.tick()
        time = to_millis(self._clock.now())
        if self._relay is not None:
            self._tell_relay(self._relay, time)
        frames = _Frames(self.world, self._interest, number, time)
        crowded = len(self.world) > NEAREST + 1
        behind = False
        for receiver, view in self._views.items():
            if not receiver.idle:
                view.owed = behind = True
                continue
            whole = not crowded or view.owed or (number + view.turn) % ticks_a_round == 0
            if whole:
                frame = frames.since(view.complete, view.form, receiver.namespace)
            else:
                frame = frames.around(receiver, view)
            if frame is not None:
                receiver.send(frame)
            if whole:
                view.complete, view.owed = number, False
            elif view.complete < self.world.changed:
                behind = True
        return behind

    def _tell_relay(self, relay: Relay, time: int) -> None:
        ours = [avatar.as_record() for avatar in self.world.since(self._relayed) if avatar.ours]
        self._relayed = self.world.tick_number
        if ours:
            relay.tell(self._room, encode_records(time, ours))


class _Frames:
    """The frames of one tick, each made once, when the first client needs it; None where there is nothing to tell."""

    def __init__(self, world: World, interest: Interest, number: int, time: int) -> None:
        self._world = world
        self._interest = interest
        self._number = number
        self._time = time
        self._made: dict[object, Frame | None] = {}

    def since(self, tick: int, form: Form, namespace: str) -> Frame | None:
        """Everybody who moved after this tick."""
        key = (tick, form, namespace)
        if key not in self._made:
            self._made[key] = self._encode(self._world.since(tick), form, namespace)
        return self._made[key]

    def around(self, receiver: Receiver, view: _View) -> Frame | None:
        """Those who just moved near this client's own avatar."""
        me = self._world.where(receiver.user)
        if me is None:
            return None
        cell = cell_of(me.position)
        key = (cell, view.form, receiver.namespace)
        if key not in self._made:
            near = self._interest.of(cell, self._number, self._world)
            moved = [avatar for avatar in near.nearest if avatar.tick == self._number]
            if (self._number + sum(cell)) % 2:
                moved += [avatar for avatar in near.next if avatar.tick >= self._number - 1]
            self._made[key] = self._encode(moved, view.form, receiver.namespace)
        return self._made[key]

    def _encode(self, avatars: Sequence[Avatar], form: Form, namespace: str) -> Frame | None:
        if not avatars:
            return None
        if form == "binary":
            records = [one.record or one.as_record() for one in avatars]
            return encode_binary_event(EVENT, encode_records(self._time, records), namespace)
        spoken = [one.spoken or one.as_message() for one in avatars]
        return encode_event(EVENT, AvatarsMoved(time=self._time, avatars=spoken), namespace)
