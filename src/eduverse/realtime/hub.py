"""Who gets what: sockets, the rooms they are in, and the people they belong to."""

import asyncio
from collections.abc import Callable, Iterable
from typing import Generic, Protocol, TypeVar
from weakref import WeakValueDictionary

import msgspec

from eduverse.kernel.clock import Clock
from eduverse.realtime.rooms import Entered, Left, LeftReason, Rooms, Wait
from eduverse.realtime.tasks import Lane, Tasks
from eduverse.realtime.ticker import Form, Load, Receiver, Ticker
from eduverse.realtime.wire.events import encode_event
from eduverse.realtime.wire.frames import Frame
from eduverse.realtime.world import Avatar, Bounds, World
from eduverse.vocabulary.messages import AvatarMove

__all__ = ["Hub", "PresenceListener"]

R = TypeVar("R", bound=Receiver)


class PresenceListener(Protocol):
    """Hears of people, not of sockets: one call for somebody's first socket in a room, one for their last.

    Calls about one room come in order and one at a time. One that fails is logged and shown in readiness.
    """

    async def entered(self, room: str, user: str, /) -> None: ...

    async def left(self, room: str, user: str, reason: LeftReason, /) -> None: ...


class _Room(Generic[R]):
    """The shell of a room: its sockets, its avatar plane, and the line in which its news waits to be heard."""

    def __init__(self, ticker: Ticker, lane: Lane) -> None:
        self.sockets: dict[R, None] = {}
        self.ticker = ticker
        self.lane = lane


class Hub(Generic[R]):
    """Registers sockets and reaches them. Nothing here waits for the network.

    An event is encoded once for all who receive it. The payload's struct is the event's only argument.
    """

    def __init__(
        self, *, tasks: Tasks, clock: Clock, presence: PresenceListener, grace: float, bounds: Bounds | None = None
    ) -> None:
        self.sockets: dict[str, R] = {}
        self._users: dict[str, dict[R, None]] = {}
        self._rooms: dict[str, _Room[R]] = {}
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
        self._users.setdefault(socket.user, {})[socket] = None

    def discard(self, socket: R, *, lost: bool) -> None:
        """The socket is gone: from its rooms at once, its person at once or, when it was `lost`, after the grace."""
        self.sockets.pop(socket.id, None)
        mine = self._users.get(socket.user, {})
        mine.pop(socket, None)
        if not mine:
            self._users.pop(socket.user, None)
        rooms = self._present.rooms_of(socket.id)
        for room in rooms:
            self._unseat(room, socket)
        if lost:
            for wait in self._present.lose(socket.id, asyncio.get_running_loop().time()):
                self._await(wait)
            return
        for room in rooms:
            self._tell(self._present.leave(room, socket.id))

    def sockets_of(self, user: str) -> list[R]:
        return list(self._users.get(user, ()))

    # --- rooms ----------------------------------------------------------------------------------------------

    def join(self, socket: R, room: str, form: Form = "json") -> bool:
        """Whether this brought the person into the room: not when they have another socket there or were lost
        only a moment ago. `form` is how this socket is told who moved."""
        entered = self._present.enter(room, socket.user, socket.id)
        shell = self._rooms.get(room)
        if shell is None:
            shell = self._rooms[room] = self._open(room)
        shell.sockets[socket] = None
        shell.ticker.watch(socket, form)
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
        skip: str | None = None,
        only: Callable[[R], bool] | None = None,
    ) -> None:
        """To every socket in the room but those of the user `skip`, and of those to the ones `only` agrees to."""
        shell = self._rooms.get(room)
        if shell is not None:
            sockets: Iterable[R] = shell.sockets
            if skip is not None:
                sockets = (socket for socket in sockets if socket.user != skip)
            self.emit_to(filter(only, sockets) if only is not None else sockets, event, payload)

    def emit_to_user(self, user: str, event: str, payload: msgspec.Struct) -> None:
        """To everything this person has open."""
        self.emit_to(self._users.get(user, ()), event, payload)

    def emit_to_socket(self, socket_id: str, event: str, payload: msgspec.Struct) -> None:
        socket = self.sockets.get(socket_id)
        if socket is not None:
            self.emit_to((socket,), event, payload)

    def emit_to(self, sockets: Iterable[R], event: str, payload: msgspec.Struct) -> None:
        frames: dict[str, Frame] = {}
        for socket in sockets:
            frame = frames.get(socket.namespace)
            if frame is None:
                frame = frames[socket.namespace] = encode_event(event, payload, socket.namespace)
            socket.send(frame)

    # --- the end --------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Ends every grace now: who has not come back has left."""
        for wait, _ in list(self._waits.values()):
            self._expire(wait)

    # --- inside ---------------------------------------------------------------------------------------------

    def _open(self, room: str) -> _Room[R]:
        ticker = Ticker(room, World(self._bounds), tasks=self._tasks, clock=self._clock, load=self._load)
        lane = self._lanes.get(room)
        if lane is None:
            lane = self._lanes[room] = Lane(self._tasks, f"presence of room {room}")
        return _Room(ticker, lane)

    def _unseat(self, room: str, socket: R) -> None:
        shell = self._rooms.get(room)
        if shell is not None:
            shell.sockets.pop(socket, None)
            shell.ticker.unwatch(socket)

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
