"""The socket edge: signs sockets in, brings people into rooms, and passes every other event to its slice."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from eduverse.auth.authenticator import Authenticator
from eduverse.classrooms.live import LiveRooms
from eduverse.classrooms.ports import LiveQuizzes
from eduverse.classrooms.service import ClassroomService
from eduverse.gateway.broadcast import EVENT_NAMES
from eduverse.gateway.guests import Guest, Guests
from eduverse.kernel.clock import Clock
from eduverse.kernel.events import EventBus
from eduverse.realtime.server import Bounds, ConnectRefused, LeftReason, RealtimeServer, Route, Socket
from eduverse.vocabulary.events import RoomEntered, RoomExited
from eduverse.vocabulary.messages import (
    CLIENT_EVENTS,
    Accepted,
    AvatarMove,
    ClassroomEnter,
    ClassroomEntered,
    ClassroomLeave,
    Member,
    UserJoined,
    UserLeft,
)
from eduverse.vocabulary.principal import Standing
from eduverse.vocabulary.sockets import Handler, NotInRoom, Place, SocketTable

__all__ = ["ROOM_BOUNDS", "LiveCampus"]

ROOM_BOUNDS = Bounds(extent=9.0, max_speed=6.0, slack=12.0)
"""Metres from the middle to the walls; a brisk run; how far a bad network may make somebody jump."""

_RATES = {"chat:message": "chat", "avatar:move": "avatar"}
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
        rooms: LiveRooms,
        events: EventBus,
        clock: Clock,
        tables: list[SocketTable],
    ) -> None:
        self._authenticator = authenticator
        self._classrooms = classrooms
        self._quizzes = quizzes
        self._rooms = rooms
        self._events = events
        self._clock = clock
        self._tables = tables
        self._guests = Guests()
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
        socket.principal = Guest(principal)

    async def disconnect(self, socket: Socket, reason: str, /) -> None:
        """Presence is the engine's to follow; a socket leaves nothing else behind."""

    async def entered(self, room: str, user: str, /) -> None:
        member = self._member(room, user)
        if member is None:
            return
        joined = UserJoined(user_id=user, name=member.name, member=member)
        self.server.emit_to_room(room, EVENT_NAMES[UserJoined], joined, skip=user)
        await self._events.publish(RoomEntered(classroom_id=room, user_id=user, at=self._clock.now()))

    async def left(self, room: str, user: str, reason: LeftReason, /) -> None:
        if user not in self.server.hub.users_in(room):
            self._guests.remove(room, user)
        self.server.emit_to_room(room, EVENT_NAMES[UserLeft], UserLeft(user_id=user, reason=reason))
        await self._events.publish(RoomExited(classroom_id=room, user_id=user, at=self._clock.now()))

    # --- events about being somewhere -----------------------------------------------------------------------

    async def _enter(self, socket: Socket, data: ClassroomEnter) -> ClassroomEntered:
        guest = _guest(socket)
        classroom, standing = await self._classrooms.demand_entry(guest.principal, data.classroom_id)
        if guest.place and guest.place.classroom_id != classroom.id:
            socket.leave(guest.place.classroom_id)
        guest.place = Place(classroom_id=classroom.id, standing=standing)
        self._guests.add(guest.principal, guest.place)
        if socket.join(classroom.id):
            self.server.hub.place(classroom.id, socket.user, *self._spot(classroom.id, standing))
        return ClassroomEntered(
            classroom_id=classroom.id,
            title=classroom.title,
            standing=standing,
            members=self._members(classroom.id),
            chat=self._rooms.of(classroom.id).chat,
            quizzes=await self._quizzes.live_quizzes(classroom.id),
            server_time=self._clock.now(),
        )

    async def _leave(self, socket: Socket, _: ClassroomLeave) -> Accepted:
        guest = _guest(socket)
        if guest.place:
            socket.leave(guest.place.classroom_id)
            guest.place = None
        return Accepted()

    def _move(self, socket: Socket, data: AvatarMove) -> Accepted | None:
        """The hot path: called at once, allocates nothing but what the room keeps."""
        place = _guest(socket).place
        if place is None or self.server.hub.move(place.classroom_id, socket.user, data) is None:
            raise NotInRoom
        return None

    # --- inside ---------------------------------------------------------------------------------------------

    def _members(self, room: str) -> list[Member]:
        members = (self._member(room, user) for user in self.server.hub.users_in(room))
        return [member for member in members if member]

    def _member(self, room: str, user: str) -> Member | None:
        world, known = self.server.hub.world(room), self._guests.get(room, user)
        stands = world.where(user) if world else None
        if stands is None or known is None:
            return None
        principal, standing = known
        return Member(
            user_id=user,
            name=principal.name,
            standing=standing,
            avatar_data=principal.avatar_data,
            position=stands.position,
            rotation=stands.rotation,
            hand_raised=self._rooms.of(room).has_hand_raised(user),
        )

    def _spot(self, room: str, standing: Standing) -> tuple[tuple[float, float, float], float]:
        """Teachers come in at the board; students at the door, side by side rather than inside each other."""
        if standing is Standing.TEACHER:
            return _FRONT, _FACING_CLASS
        place = len(self.server.hub.users_in(room))
        x, y, z = _DOOR
        return (x - place % 6 * 0.9, y, z + place // 6 % 3 * 0.6), _FACING_BOARD


def _guest(socket: Socket) -> Guest:
    guest: Guest = socket.principal
    return guest


def _passed_to(handler: Handler) -> Callable[[Socket, Any], Awaitable[Accepted]]:
    async def handle(socket: Socket, data: Any) -> Accepted:
        return await handler(_guest(socket).caller, data)

    return handle
