"""Where everybody is: sockets, the people they belong to, and the rooms they are in.

Sockets are this server's own; people and rooms are everybody's. A change among our sockets that brings somebody into a
room, or takes them out, is declared on the bus; what comes back from it, from whichever server, is what has happened
(see `roster`). With one server both is the same moment.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, Protocol, TypeVar
from weakref import WeakValueDictionary

from eduverse.kernel.clock import Clock
from eduverse.realtime.channels import Channels, Listener, channels_of, socket_channel, user_channel
from eduverse.realtime.declarations import Absent, Declaration, Expelled, Hello, NodeGone, Present, SignedOut, Spot
from eduverse.realtime.parking import Parking, Seat
from eduverse.realtime.rooms import Entered, Left, LeftReason, Rooms, Wait
from eduverse.realtime.roster import Roster
from eduverse.realtime.tasks import Lane, Tasks
from eduverse.realtime.ticker import Load, Relay, Ticker
from eduverse.realtime.wire.avatars import Record
from eduverse.realtime.world import Avatar, Bounds, World
from eduverse.vocabulary.messages import AvatarMove

__all__ = ["ORIGIN", "Hub", "Node", "PresenceListener", "Sitter"]

_ENDED_KEPT = 1_000
ORIGIN = Spot((0.0, 0.0, 0.0), 0.0)


class Sitter(Listener, Protocol):
    """A listener that sits in rooms."""

    seats: dict[str, Seat]
    """Room -> how it sits there."""
    recovering: bool
    """Whether it takes the place of a lost one, and is to be told anew where everybody is."""
    login: str | None
    """By what its person signed in."""

    def disconnect(self, *, close: bool = False) -> None: ...

    def moved(self) -> None:
        """Its seats have changed."""
        ...


R = TypeVar("R", bound=Sitter)
R_contra = TypeVar("R_contra", bound=Sitter, contravariant=True)


class PresenceListener(Protocol[R_contra]):
    """Hears of people, not of sockets: one call for somebody's first socket in a room, one for their last.

    Calls about one person in one room come in order and one at a time; those about others do not wait for them. Of
    several servers, the one that made the change is called. A call that fails is logged and shown in readiness.
    """

    async def entered(self, room: str, user: str, /) -> None: ...

    async def left(self, room: str, user: str, reason: LeftReason, /) -> None: ...

    def signed_out(self, login: str, /) -> None:
        """What somebody signed in by no longer holds; their sockets are about to be sent away."""
        ...

    def expelled(self, socket: R_contra, room: str, why: str, /) -> None:
        """A socket of ours is being taken out of a room together with its person; it still sits there."""
        ...


class Node(NamedTuple):
    """This server among all."""

    name: str
    handles: Iterator[int]
    """Numbers for avatars that no other server gives."""
    relay: Relay | None = None
    """The others, if there are any, as far as avatars go."""


class Hub(Generic[R]):
    def __init__(
        self,
        *,
        node: Node,
        channels: Channels[R],
        tasks: Tasks,
        clock: Clock,
        presence: PresenceListener[R],
        parking: Parking,
        grace: float,
        bounds: Bounds | None = None,
    ) -> None:
        self.sockets: dict[str, R] = {}
        self.channels = channels
        self.roster = Roster()
        self.parking = parking
        self._relay = node.relay
        self._node = node.name
        self._handles = node.handles
        self._rooms: dict[str, Ticker] = {}
        """The avatar planes of the rooms in which we have somebody."""
        self._local = Rooms(grace=grace)
        self._lanes: WeakValueDictionary[tuple[str, str], Lane] = WeakValueDictionary()
        """By room and person. A lane lives while it has news: who leaves and comes back is told of in this order."""
        self._waits: dict[tuple[str, str], tuple[Wait, asyncio.TimerHandle]] = {}
        self._coming: dict[tuple[str, str], asyncio.Future[bool]] = {}
        """Who of ours has been declared present and not come back from the bus yet."""
        self._declared: dict[tuple[str, str], Present] = {}
        """Who is present through this server, as it was declared."""
        self._ended: OrderedDict[str, None] = OrderedDict()
        self._tasks = tasks
        self._clock = clock
        self._presence = presence
        self._bounds = bounds or Bounds()
        self.load = Load()

    # --- sockets --------------------------------------------------------------------------------------------

    def add(self, socket: R) -> None:
        self.sockets[socket.id] = socket
        self.channels.listen(socket, user_channel(socket.user))
        self.channels.listen(socket, socket_channel(socket.id))

    def discard(self, socket: R, *, lost: bool) -> None:
        """The socket is gone: from its rooms at once, its person at once or, when it was `lost`, after the grace."""
        self.sockets.pop(socket.id, None)
        rooms = self._local.rooms_of(socket.id)
        for room in rooms:
            self._unseat(room, socket)
        self.channels.unlisten(socket, list(socket.channels))
        if lost:
            for wait in self._local.lose(socket.id, asyncio.get_running_loop().time()):
                self._await(wait)
            return
        for room in rooms:
            self._declare_left(self._local.leave(room, socket.id))

    def sockets_of(self, user: str) -> list[R]:
        return list(self.channels.listeners(user_channel(user)))

    def sign_out(self, login: str) -> None:
        """Sends away, for good, every socket of whoever signed in by this."""
        self.channels.bus.declare(SignedOut(login=login))

    def has_ended(self, login: str | None) -> bool:
        """Whether this was signed out lately: what was checked a moment before may not hold any longer."""
        return login in self._ended

    # --- rooms ----------------------------------------------------------------------------------------------

    async def join(self, socket: R, seat: Seat, *, spot: Spot = ORIGIN, card: bytes = b"") -> bool:
        """Whether this brought the person into the room: not when they have another socket there or were lost only a
        moment ago. They stand at `spot` then; `card` is what all servers are to know of them."""
        room, user = seat.room, socket.user
        entered = self._local.enter(room, user, socket.id)
        ticker = self._rooms.get(room)
        if ticker is None:
            ticker = self._rooms[room] = self._open(room)
        self._unseat(room, socket)
        socket.seats[room] = seat
        socket.moved()
        for channel in channels_of(seat):
            self.channels.listen(socket, channel)
        ticker.watch(socket, seat.form, anew=socket.recovering)
        self._unwait(room, user)
        if entered is None:
            coming = self._coming.get((room, user))
            if coming is not None:
                await asyncio.shield(coming)
            return False
        return await asyncio.shield(self._come(room, user, spot, card))

    def leave(self, socket: R, room: str) -> bool:
        """Whether this took the person out of the room, as far as this server knows."""
        self._unseat(room, socket)
        left = self._local.leave(room, socket.id)
        self._declare_left(left)
        return left is not None

    def remove(self, room: str, user: str, reason: LeftReason = "removed", why: str = "") -> bool:
        """Takes a person out of a room with everything they have open there, on every server; False when they are
        not in it. `why` is for the application."""
        here = self.roster.get(room, user) is not None
        self.channels.bus.declare(Expelled(room=room, user=user, reason=reason, why=why))
        return here

    def rooms_of(self, socket: R) -> list[str]:
        return self._local.rooms_of(socket.id)

    def users_in(self, room: str) -> list[str]:
        """Everybody who is present, in the order in which they entered; those in their grace included."""
        return self.roster.users(room)

    def served(self) -> list[tuple[str, str]]:
        """Who is present through this server, as (room, user)."""
        return list(self._declared)

    def present_count(self, room: str) -> int:
        return self.roster.count(room)

    def world(self, room: str) -> World | None:
        """The room's avatar plane; None when nobody is in the room through this server."""
        ticker = self._rooms.get(room)
        return None if ticker is None else ticker.world

    def move(self, room: str, user: str, move: AvatarMove) -> Avatar | None:
        """Moves an avatar, as far as it can have come; the room is told at its next tick."""
        ticker = self._rooms.get(room)
        if ticker is None:
            return None
        moved = ticker.world.move(user, move, ticker.loop.time())
        if moved is not None:
            ticker.wake()
        return moved

    def moved_elsewhere(self, room: str, records: Iterable[Record]) -> None:
        """Other servers' avatars have moved."""
        ticker = self._rooms.get(room)
        if ticker is not None:
            ticker.world.follow(records)
            ticker.wake()

    def repeat(self, room: str) -> None:
        """Tells the other servers once more where our avatars in a room are."""
        ticker = self._rooms.get(room)
        if ticker is not None:
            ticker.repeat()

    # --- what comes back from the bus -----------------------------------------------------------------------

    def obey(self, declared: Declaration) -> None:
        """Carries out what a server has declared; what is about sessions is for `recovery`."""
        match declared:
            case Present(node=node):
                changes = self.roster.apply(declared)
                self._carry_out(changes, author=node)
                self._came(declared, entered=bool(changes))
            case Absent(node=author) | NodeGone(by=author):
                self._carry_out(self.roster.apply(declared), author=author)
                if isinstance(declared, NodeGone) and declared.node == self._node:
                    self._declare_everybody()
            case Hello(node=node):
                if node != self._node:
                    self._declare_everybody()
            case Expelled():
                self._expel(declared)
            case SignedOut(login=login):
                self._send_away(login)

    def _send_away(self, login: str) -> None:
        self._ended[login] = None
        if len(self._ended) > _ENDED_KEPT:
            self._ended.popitem(last=False)
        self._presence.signed_out(login)
        for socket in [one for one in self.sockets.values() if one.login == login]:
            socket.disconnect(close=True)

    def _carry_out(self, changes: Iterable[Entered | Left], *, author: str) -> None:
        for change in changes:
            self._show(change)
            if author == self._node:
                self._tell(change)

    def _came(self, declared: Present, *, entered: bool) -> None:
        """Somebody of ours is where they wanted to be."""
        coming = self._coming.pop((declared.room, declared.user), None) if declared.node == self._node else None
        if coming is not None and not coming.done():
            coming.set_result(entered)

    def _show(self, change: Entered | Left) -> None:
        """Has the avatar of somebody who came stand in the room, and that of somebody who left vanish."""
        ticker = self._rooms.get(change.room)
        if ticker is None:
            return
        if isinstance(change, Left):
            ticker.world.remove(change.user)
        elif (presence := self.roster.get(change.room, change.user)) is not None:
            ticker.world.place(change.user, presence.handle, *presence.spot, ticker.loop.time())
            ticker.wake()

    def _expel(self, declared: Expelled) -> None:
        room, user = declared.room, declared.user
        self.parking.forget(room, user)
        for socket in self.sockets_of(user):
            if room in socket.seats:
                self._presence.expelled(socket, room, declared.why)
                self._unseat(room, socket)
        self._unwait(room, user)
        self._declare_left(self._local.remove(room, user, declared.reason))

    def _tell(self, change: Entered | Left) -> None:
        """Passes a change on to the application, after everything before it of the same person."""
        lane = self._lane(change.room, change.user)
        match change:
            case Entered(room, user):
                lane.push(lambda: self._presence.entered(room, user))
            case Left(room, user, reason):
                lane.push(lambda: self._presence.left(room, user, reason))

    # --- the end --------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Ends every grace now: who has not come back has left."""
        for wait, _ in list(self._waits.values()):
            self._expire(wait)

    # --- inside ---------------------------------------------------------------------------------------------

    def _come(self, room: str, user: str, spot: Spot, card: bytes) -> "asyncio.Future[bool]":
        """Declares somebody present; the future tells whether that brought them in."""
        coming = self._coming[room, user] = asyncio.get_running_loop().create_future()
        present = Present(node=self._node, room=room, user=user, handle=next(self._handles), spot=spot, card=card)
        self._declared[room, user] = present
        self.channels.bus.declare(present)
        return coming

    def _declare_everybody(self) -> None:
        """Says once more who is present through this server, for those who have not heard, or were told otherwise."""
        for declared in list(self._declared.values()):
            self.channels.bus.declare(declared)

    def _declare_left(self, left: Left | None) -> None:
        if left is None:
            return
        self._declared.pop((left.room, left.user), None)
        if left.room not in self._local:
            self._rooms.pop(left.room).stop()
            if self._relay is not None:
                self._relay.shut(left.room)
        self.channels.bus.declare(Absent(node=self._node, room=left.room, user=left.user, reason=left.reason))

    def _open(self, room: str) -> Ticker:
        if self._relay is not None:
            self._relay.open(room)
        world = World(self._bounds)
        ticker = Ticker(room, world, tasks=self._tasks, clock=self._clock, load=self.load, relay=self._relay)
        for user, presence in self.roster.people(room):
            world.place(user, presence.handle, *presence.spot, ticker.loop.time())
        return ticker

    def _lane(self, room: str, user: str) -> Lane:
        lane = self._lanes.get((room, user))
        if lane is None:
            lane = self._lanes[room, user] = Lane(self._tasks, f"presence in room {room}")
        return lane

    def _unseat(self, room: str, socket: R) -> None:
        ticker = self._rooms.get(room)
        if ticker is not None:
            ticker.unwatch(socket)
        seat = socket.seats.pop(room, None)
        if seat is not None:
            self.channels.unlisten(socket, channels_of(seat))
            socket.moved()

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
        self._declare_left(self._local.expire(wait))
