"""The socket edge: signs sockets in, brings people into rooms, and passes every other event to its slice."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, get_args

from eduverse.auth.authenticator import Authenticator
from eduverse.classrooms.ports import LiveQuizzes
from eduverse.classrooms.service import ClassroomService
from eduverse.gateway.broadcast import EVENT_NAMES, TEACHERS
from eduverse.gateway.guests import Card, Guest
from eduverse.gateway.whereabouts import EngineWhereabouts
from eduverse.kernel.buckets import Rate
from eduverse.kernel.clock import Clock
from eduverse.kernel.errors import Problem
from eduverse.kernel.events import EventBus
from eduverse.live.service import LessonService
from eduverse.realtime.server import (
    Bounds,
    ConnectRefused,
    Form,
    LeftReason,
    Rates,
    RealtimeServer,
    Route,
    Seat,
    Socket,
    Spot,
)
from eduverse.vocabulary.events import RoomEntered, RoomExited, SocketGone
from eduverse.vocabulary.messages import (
    CLIENT_EVENTS,
    Accepted,
    AvatarMove,
    ClassroomClosed,
    ClassroomEnter,
    ClassroomEntered,
    ClassroomLeave,
    RemovalReason,
    UserJoined,
    UserLeft,
)
from eduverse.vocabulary.principal import Standing
from eduverse.vocabulary.sockets import Handler, NotInRoom, Place, SocketTable

__all__ = ["ROOM_BOUNDS", "ROOM_RATES", "LiveCampus"]

ROOM_BOUNDS = Bounds(extent=9.0, max_speed=6.0, slack=12.0)
"""Metres from the middle to the walls; a brisk run; how far a bad network may make somebody jump."""

ROOM_RATES = Rates(
    classes={
        **Rates().classes,
        "door": Rate(burst=30, per_second=3),
        "sign": Rate(burst=30, per_second=6),
        "reaction": Rate(burst=6, per_second=2),
        "voice": Rate(burst=90, per_second=20),
    }
)
"""Coming in is answered with the whole room; joining three others' voice takes an offer and some candidates each."""

_RATES = {
    "avatar:move": "avatar",
    "chat:message": "chat",
    "classroom:join": "door",
    "reaction:send": "reaction",
    **dict.fromkeys(("avatar:action", "chat:typing", "classroom:hand-raise", "poll:vote"), "sign"),
    **dict.fromkeys((event for event in CLIENT_EVENTS if event.startswith("voice:")), "voice"),
}
_REMOVALS: dict[str, RemovalReason] = {reason: reason for reason in get_args(RemovalReason)}
_FRONT = (3.2, 0.0, -5.0)
_DOOR = (7.2, 0.0, 3.6)
_FACING_CLASS, _FACING_BOARD = 0.0, 3.14159


class LiveCampus:
    """The engine's application. A socket is in one room at a time; a person may have several sockets."""

    def __init__(
        self,
        *,
        authenticator: Authenticator,
        classrooms: ClassroomService,
        quizzes: LiveQuizzes,
        lessons: LessonService,
        whereabouts: EngineWhereabouts,
        events: EventBus,
        clock: Clock,
        tables: list[SocketTable],
    ) -> None:
        self._authenticator = authenticator
        self._classrooms = classrooms
        self._quizzes = quizzes
        self._lessons = lessons
        self._whereabouts = whereabouts
        self._events = events
        self._clock = clock
        self._tables = tables
        self._server: RealtimeServer | None = None

    @property
    def server(self) -> RealtimeServer:
        if self._server is None:
            raise RuntimeError("the engine has not been attached")
        return self._server

    def attach(self, server: RealtimeServer) -> None:
        self._server = server

    # --- for the engine -------------------------------------------------------------------------------------

    @property
    def routes(self) -> Mapping[str, Route[Any]]:
        own: dict[str, Callable[[Socket, Any], Any]] = {
            "classroom:join": self._enter,
            "classroom:leave": self._leave,
            "avatar:move": self._move,
        }
        for table in self._tables:
            own.update({event: _passed_to(handler) for event, handler in table.items()})
        return {
            event: Route(payload, own[event], rate=_RATES.get(event)) for event, (payload, _) in CLIENT_EVENTS.items()
        }

    async def connect(self, socket: Socket, auth: Any, /) -> None:
        """A socket signs in with the access token in its handshake's `auth.token`."""
        token = auth.get("token") if isinstance(auth, dict) else None
        if not isinstance(token, str):
            raise ConnectRefused("Sign in first", {"code": "unauthenticated", "status": 401})
        principal = await self._authenticator.authenticate(token)
        socket.user = principal.user_id
        socket.login = principal.session_id
        socket.principal = Guest(principal, socket.id)

    async def resume(self, socket: Socket, seats: Sequence[Seat], /) -> bool:
        """Who comes back sits where they sat, if they still may: asked as when they first came in."""
        principal = _guest(socket).principal
        socket.principal = Guest(principal, socket.id)
        try:
            for seat in seats:
                _, standing = await self._classrooms.demand_entry(principal, seat.room, inside=True)
                place = Place(classroom_id=seat.room, standing=standing)
                await self._lessons.demand_entry(principal, socket.id, place)
                await self._seat(socket, place, seat.form)
        except Problem:
            await self._vacate(socket)
            return False
        return True

    async def disconnect(self, socket: Socket, reason: str, /) -> None:
        """Presence is the engine's to follow; whatever hung on this very socket ends with it."""
        await self._events.publish(SocketGone(socket_id=socket.id))

    async def entered(self, room: str, user: str, /) -> None:
        hands = await self._lessons.hands_up(room)
        member = self._whereabouts.member(room, user, hands)
        if member is None:
            return
        joined = UserJoined(user_id=user, name=member.name, member=member)
        self.server.channels.emit_to_room(room, EVENT_NAMES[UserJoined], joined, skip=user)
        await self._events.publish(RoomEntered(classroom_id=room, user_id=user, at=self._clock.now()))

    async def left(self, room: str, user: str, reason: LeftReason, /) -> None:
        self.server.channels.emit_to_room(room, EVENT_NAMES[UserLeft], UserLeft(user_id=user, reason=reason), skip=user)
        await self._events.publish(RoomExited(classroom_id=room, user_id=user, at=self._clock.now()))

    def signed_out(self, login: str, /) -> None:
        self._authenticator.forget_session(login)

    def expelled(self, socket: Socket, room: str, why: str, /) -> None:
        """Says why, to those who have not left by their own wish; whatever hung on this very socket ends with it."""
        _guest(socket).place = None
        socket.lane.push(lambda: self._events.publish(SocketGone(socket_id=socket.id)))
        reason = _REMOVALS.get(why)
        if reason is not None:
            socket.emit(EVENT_NAMES[ClassroomClosed], ClassroomClosed(classroom_id=room, reason=reason))

    # --- events about being somewhere -----------------------------------------------------------------------

    async def _enter(self, socket: Socket, data: ClassroomEnter) -> ClassroomEntered:
        principal, room = _guest(socket).principal, data.classroom_id
        inside = principal.user_id in self._whereabouts.present(room)
        classroom, standing = await self._classrooms.demand_entry(principal, room, inside=inside)
        place = Place(classroom_id=room, standing=standing)
        await self._lessons.demand_entry(principal, socket.id, place)
        await self._seat(socket, place, data.avatars)
        chat = await self._lessons.newest_chat(room)
        quizzes = await self._quizzes.live_quizzes(room)
        live = await self._lessons.state(principal, place)  # last: news of it that went before this reply is older
        return ClassroomEntered(
            classroom_id=room,
            title=classroom.title,
            standing=standing,
            members=self._whereabouts.members(room, {hand.user_id for hand in live.hands}),
            chat=chat,
            quizzes=quizzes,
            live=live,
            server_time=self._clock.now(),
        )

    async def _leave(self, socket: Socket, _: ClassroomLeave) -> Accepted:
        await self._vacate(socket)
        return Accepted()

    def _move(self, socket: Socket, data: AvatarMove) -> Accepted | None:
        """The hot path: called at once, allocates nothing but what the room keeps."""
        place = _guest(socket).place
        if place is None or self.server.hub.move(place.classroom_id, socket.user, data) is None:
            raise NotInRoom
        return None

    # --- inside ---------------------------------------------------------------------------------------------

    async def _seat(self, socket: Socket, place: Place, avatars: Form) -> None:
        """Brings a socket into a room, out of any other; raises when its person may not be there after all."""
        guest, room = _guest(socket), place.classroom_id
        if guest.place and guest.place.classroom_id != room:
            await self._vacate(socket)
        guest.place = place
        groups = (TEACHERS,) if place.standing is Standing.TEACHER else ()
        card = Card.of(guest.principal, place.standing).encode()
        await socket.join(Seat(room, avatars, groups), spot=self._spot(room, place.standing), card=card)
        try:
            await self._classrooms.demand_entry(guest.principal, room, inside=True)
        except Problem:  # they were banned, or the class archived, while we looked: the room was emptied without them
            await self._vacate(socket)
            raise

    async def _vacate(self, socket: Socket) -> None:
        """Takes a socket out of the room it is in, or waits for."""
        guest = _guest(socket)
        if guest.place:
            socket.leave(guest.place.classroom_id)
            guest.place = None
        await self._events.publish(SocketGone(socket_id=socket.id))

    def _spot(self, room: str, standing: Standing) -> Spot:
        """Teachers come in at the board; students at the door, side by side rather than inside each other."""
        if standing is Standing.TEACHER:
            return Spot(_FRONT, _FACING_CLASS)
        place = len(self.server.hub.users_in(room))
        x, y, z = _DOOR
        return Spot((x - place % 6 * 0.9, y, z + place // 6 % 3 * 0.6), _FACING_BOARD)


def _guest(socket: Socket) -> Guest:
    guest: Guest = socket.principal
    return guest


def _passed_to(handler: Handler) -> Callable[[Socket, Any], Awaitable[Accepted]]:
    async def handle(socket: Socket, data: Any) -> Accepted:
        return await handler(_guest(socket).caller, data)

    return handle
