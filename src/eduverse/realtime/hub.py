"""Who gets what: sockets, the rooms they are in, and the people they belong to.

An event goes to a channel: a room, a group within a room, a person, a socket. A socket listens to its own channel and
its person's, and to those of the rooms it has joined. The bus brings events to channels in one order for everybody.
"""

import asyncio
from collections.abc import Iterable
from typing import Generic, NamedTuple, Protocol, TypeVar
from weakref import WeakValueDictionary

import msgspec

from eduverse.kernel.clock import Clock
from eduverse.realtime.bus import Bus
from eduverse.realtime.log import Position
from eduverse.realtime.parking import Parking, Seat
from eduverse.realtime.rooms import Entered, Left, LeftReason, Rooms, Wait
from eduverse.realtime.tasks import Lane, Tasks
from eduverse.realtime.ticker import Form, Load, Receiver, Ticker
from eduverse.realtime.wire.events import Message, encode_message
from eduverse.realtime.wire.frames import Frame
from eduverse.realtime.world import Avatar, Bounds, World
from eduverse.vocabulary.messages import AvatarMove

__all__ = ["Hub", "Listener", "PresenceListener", "channels_of", "socket_channel", "user_channel"]


def room_channel(room: str, group: str | None = None) -> str:
    return f"room:{room}" if group is None else f"room:{room}:{group}"


def user_channel(user: str) -> str:
    return f"user:{user}"


def socket_channel(socket_id: str) -> str:
    return f"socket:{socket_id}"


class Listener(Receiver, Protocol):
    """A receiver that sits in rooms and listens to channels."""

    seats: dict[str, Seat]
    """Room -> how it sits there."""
    channels: set[str]
    recovering: bool
    """Whether it takes the place of a lost one, and is to be told anew where everybody is."""

    def deliver(self, frame: Frame, position: Position | None) -> None:
        """An event of a channel."""
        ...


R = TypeVar("R", bound=Listener)


class PresenceListener(Protocol):
    """Hears of people, not of sockets: one call for somebody's first socket in a room, one for their last.

    Calls about one room come in order and one at a time. One that fails is logged and shown in readiness.
    """

    async def entered(self, room: str, user: str, /) -> None: ...

    async def left(self, room: str, user: str, reason: LeftReason, /) -> None: ...


class _Room(NamedTuple):
    """The shell of a room: its avatar plane, and the line in which its news waits to be heard."""

    ticker: Ticker
    lane: Lane


class Hub(Generic[R]):
    """Registers sockets and reaches them. Nothing here waits for the network.

    An event is encoded once for all who receive it. The payload's struct is the event's only argument.
    """

    bus: Bus

    def __init__(
        self,
        *,
        tasks: Tasks,
        clock: Clock,
        presence: PresenceListener,
        parking: Parking,
        grace: float,
        bounds: Bounds | None = None,
    ) -> None:
        self.sockets: dict[str, R] = {}
        self.parking = parking
        self._channels: dict[str, dict[R, None]] = {}
        self._rooms: dict[str, _Room] = {}
        self._present = Rooms(grace=grace)
        self._lanes: WeakValueDictionary[str, Lane] = WeakValueDictionary()
        """A lane outlives its room while it has news: those who come next are told of after those who left."""
        self._waits: dict[tuple[str, str], tuple[Wait, asyncio.TimerHandle]] = {}
        self._tasks = tasks
        self._clock = clock
        self._presence = presence
        self._bounds = bounds or Bounds()
        self._load = Load()

    # --- sockets --------------------------------------------------------------------------------------------

    def add(self, socket: R) -> None:
        self.sockets[socket.id] = socket
        self._listen(socket, user_channel(socket.user))
        self._listen(socket, socket_channel(socket.id))

    def discard(self, socket: R, *, lost: bool) -> None:
        """The socket is gone: from its rooms at once, its person at once or, when it was `lost`, after the grace."""
        self.sockets.pop(socket.id, None)
        rooms = self._present.rooms_of(socket.id)
        for room in rooms:
            self._unseat(room, socket)
        for channel in list(socket.channels):
            self._unlisten(socket, channel)
        if lost:
            for wait in self._present.lose(socket.id, asyncio.get_running_loop().time()):
                self._await(wait)
            return
        for room in rooms:
            self._tell(self._present.leave(room, socket.id))

    def sockets_of(self, user: str) -> list[R]:
        return list(self._channels.get(user_channel(user), ()))

    # --- rooms ----------------------------------------------------------------------------------------------

    def join(self, socket: R, room: str, form: Form = "json", groups: tuple[str, ...] = ()) -> bool:
        """Whether this brought the person into the room: not when they have another socket there or were lost
        only a moment ago. `form` is how this socket is told who moved, `groups` are those it belongs to there."""
        entered = self._present.enter(room, socket.user, socket.id)
        shell = self._rooms.get(room)
        if shell is None:
            shell = self._rooms[room] = self._open(room)
        self._unseat(room, socket)
        socket.seats[room] = Seat(room, form, groups)
        for channel in channels_of(socket.seats[room]):
            self._listen(socket, channel)
        shell.ticker.watch(socket, form, anew=socket.recovering)
        self._unwait(room, socket.user)
        self._tell(entered)
        return entered is not None

    def leave(self, socket: R, room: str) -> bool:
        """Whether this took the person out of the room."""
        self._unseat(room, socket)
        left = self._present.leave(room, socket.id)
        self._tell(left)
        return left is not None

    def remove(self, room: str, user: str, reason: LeftReason = "removed") -> bool:
        """Takes a person out of a room with everything they have open there; False when they are not in it."""
        self.parking.forget(room, user)
        for socket in self.sockets_of(user):
            self._unseat(room, socket)
        self._unwait(room, user)
        left = self._present.remove(room, user, reason)
        self._tell(left)
        return left is not None

    def rooms_of(self, socket: R) -> list[str]:
        return self._present.rooms_of(socket.id)

    def users_in(self, room: str) -> list[str]:
        """Everybody who is present, in the order in which they entered; those in their grace included."""
        return self._present.users(room)

    def present_count(self, room: str) -> int:
        return self._present.count(room)

    def world(self, room: str) -> World | None:
        """The room's avatar plane; None when nobody is in the room."""
        shell = self._rooms.get(room)
        return None if shell is None else shell.ticker.world

    def place(self, room: str, user: str, position: tuple[float, float, float], rotation: float) -> Avatar | None:
        """Puts somebody's avatar into the room, where they stand until they move."""
        shell = self._rooms.get(room)
        if shell is None:
            return None
        placed = shell.ticker.world.place(user, position, rotation, shell.ticker.loop.time())
        shell.ticker.wake()
        return placed

    def move(self, room: str, user: str, move: AvatarMove) -> Avatar | None:
        """Moves a placed avatar, as far as it can have come; the room is told at its next tick."""
        shell = self._rooms.get(room)
        if shell is None:
            return None
        moved = shell.ticker.world.move(user, move, shell.ticker.loop.time())
        if moved is not None:
            shell.ticker.wake()
        return moved

    # --- events ---------------------------------------------------------------------------------------------

    def emit_to_room(
        self,
        room: str,
        event: str,
        payload: msgspec.Struct,
        *,
        group: str | None = None,
        skip: str | None = None,
        volatile: bool = False,
    ) -> None:
        """To the room, or a group in it, but not to the user `skip`. What is `volatile` is worth nothing later: who
        is behind, or away, never hears it."""
        self.bus.publish(room_channel(room, group), encode_message(event, payload), skip=skip, volatile=volatile)

    def emit_to_user(self, user: str, event: str, payload: msgspec.Struct) -> None:
        """To everything this person has open."""
        self.bus.publish(user_channel(user), encode_message(event, payload))

    def emit_to_socket(self, socket_id: str, event: str, payload: msgspec.Struct) -> None:
        self.bus.publish(socket_channel(socket_id), encode_message(event, payload))

    def emit_to(self, sockets: Iterable[R], event: str, payload: msgspec.Struct) -> None:
        """To these sockets, as they are now: past the bus, and lost with their connections."""
        frames = _Frames(encode_message(event, payload), None)
        for socket in sockets:
            socket.send(frames[socket.namespace])

    def deliver(self, channel: str, message: Message, skip: str | None, position: Position | None) -> None:
        """What the bus brings. An event without a position is volatile."""
        frames = _Frames(message, position if self.parking.window else None)
        for socket in self._channels.get(channel, ()):
            if socket.user != skip and (position is not None or socket.idle):
                socket.deliver(frames[socket.namespace], position)

    # --- the end --------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Ends every grace now: who has not come back has left."""
        for wait, _ in list(self._waits.values()):
            self._expire(wait)

    # --- inside ---------------------------------------------------------------------------------------------

    def _listen(self, socket: R, channel: str) -> None:
        self._channels.setdefault(channel, {})[socket] = None
        socket.channels.add(channel)

    def _unlisten(self, socket: R, channel: str) -> None:
        socket.channels.discard(channel)
        listeners = self._channels.get(channel, {})
        listeners.pop(socket, None)
        if not listeners:
            self._channels.pop(channel, None)

    def _open(self, room: str) -> _Room:
        ticker = Ticker(room, World(self._bounds), tasks=self._tasks, clock=self._clock, load=self._load)
        lane = self._lanes.get(room)
        if lane is None:
            lane = self._lanes[room] = Lane(self._tasks, f"presence of room {room}")
        return _Room(ticker, lane)

    def _unseat(self, room: str, socket: R) -> None:
        shell = self._rooms.get(room)
        if shell is not None:
            shell.ticker.unwatch(socket)
        seat = socket.seats.pop(room, None)
        for channel in channels_of(seat) if seat is not None else ():
            self._unlisten(socket, channel)

    def _await(self, wait: Wait) -> None:
        self._unwait(wait.room, wait.user)
        timer = asyncio.get_running_loop().call_at(wait.until, self._expire, wait)
        self._waits[wait.room, wait.user] = (wait, timer)

    def _unwait(self, room: str, user: str) -> None:
        _, timer = self._waits.pop((room, user), (None, None))
        if timer is not None:
            timer.cancel()

    def _expire(self, wait: Wait) -> None:
        self._unwait(wait.room, wait.user)
        self._tell(self._present.expire(wait))

    def _tell(self, change: Entered | Left | None) -> None:
        """Passes a change on to whoever listens, after everything before it in the same room."""
        match change:
            case Entered(room, user):
                self._rooms[room].lane.push(lambda: self._presence.entered(room, user))
            case Left(room, user, reason):
                shell = self._rooms[room]
                shell.ticker.world.remove(user)
                shell.lane.push(lambda: self._presence.left(room, user, reason))
                if room not in self._present:
                    shell.ticker.stop()
                    del self._rooms[room]


class _Frames(dict[str, Frame]):
    """One message by namespace, encoded when the first socket there needs it."""

    def __init__(self, message: Message, position: Position | None) -> None:
        self._message = message
        self._offset = None if position is None else str(position)

    def __missing__(self, namespace: str) -> Frame:
        frame = self[namespace] = self._message.frame(namespace, offset=self._offset)
        return frame


def channels_of(seat: Seat) -> list[str]:
    return [room_channel(seat.room), *(room_channel(seat.room, group) for group in seat.groups)]
