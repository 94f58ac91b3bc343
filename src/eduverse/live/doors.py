"""Who comes in: the lock, the lobby, and those who wait in it."""

from functools import partial

from eduverse.kernel.documents import Storage
from eduverse.live.errors import InLobby
from eduverse.live.floor import Floor
from eduverse.live.model.lobby import Lobby
from eduverse.live.model.room import LIVE_ROOMS, LiveRoom, admit, demand_entry, lock, rules_of, set_lobby
from eduverse.live.ports import Whereabouts
from eduverse.live.records import Records
from eduverse.vocabulary.broadcaster import Broadcaster
from eduverse.vocabulary.events import ClassroomArchived, MemberBanned, MemberRemoved, SocketGone
from eduverse.vocabulary.messages import (
    Accepted,
    LobbyAdmitted,
    LobbyLeft,
    LobbyRefused,
    Switch,
    UserRef,
    WaitingPerson,
)
from eduverse.vocabulary.permissions import Action
from eduverse.vocabulary.principal import Principal, Standing
from eduverse.vocabulary.sockets import Caller, Place

__all__ = ["DoorService"]


class DoorService:
    def __init__(self, storage: Storage, *, floor: Floor, broadcaster: Broadcaster, whereabouts: Whereabouts) -> None:
        self._rooms = Records(storage, LIVE_ROOMS)
        self._floor = floor
        self._broadcaster = broadcaster
        self._whereabouts = whereabouts
        self._lobby = Lobby()

    # --- for those who come ---------------------------------------------------------------------------------

    async def demand_entry(self, principal: Principal, socket_id: str, place: Place) -> None:
        """Raises why somebody has to stay outside; in front of a lobby, they wait from then on."""
        room, user_id = place.classroom_id, principal.user_id
        if self._lobby.room_of(socket_id) not in (None, room):
            self._give_up(socket_id)
        try:
            await self._demand(user_id, place)
        except InLobby:
            self._wait(principal, socket_id, room)
            await self._demand(user_id, place)  # whoever opened the door meanwhile has not seen them wait
        self._call_in(room, user_id, but=socket_id)

    def waiting(self, classroom_id: str) -> list[WaitingPerson]:
        return self._lobby.waiting(classroom_id)

    async def on_socket_gone(self, event: SocketGone) -> None:
        self._give_up(event.socket_id)

    async def on_lost_seat(self, event: MemberRemoved | MemberBanned) -> None:
        self._send_away(event.classroom_id, event.user_id)

    async def on_archived(self, event: ClassroomArchived) -> None:
        for person in self._lobby.waiting(event.classroom_id):
            self._send_away(event.classroom_id, person.user_id)

    # --- for the teacher ------------------------------------------------------------------------------------

    async def lock(self, caller: Caller, data: Switch) -> Accepted:
        """Nobody new comes in; who is inside may leave and come back."""
        here = await self._floor.demand(caller, Action.MODERATE)
        present = self._whereabouts.present(here.classroom_id)
        self._tell(await self._rooms.change(here.classroom_id, partial(lock, present=present, on=data.on)))
        return Accepted()

    async def lobby(self, caller: Caller, data: Switch) -> Accepted:
        """Who comes waits; who is inside may leave and come back."""
        here = await self._floor.demand(caller, Action.MODERATE)
        present = self._whereabouts.present(here.classroom_id)
        self._tell(await self._rooms.change(here.classroom_id, partial(set_lobby, present=present, on=data.on)))
        return Accepted()

    async def admit(self, caller: Caller, data: UserRef) -> Accepted:
        """Lets somebody in for this lesson, wherever they wait, or when they come."""
        here = await self._floor.demand(caller, Action.MODERATE)
        await self._rooms.change(here.classroom_id, partial(admit, user_id=data.user_id))
        return self._decided(here.classroom_id, data.user_id, LobbyAdmitted(classroom_id=here.classroom_id))

    async def refuse(self, caller: Caller, data: UserRef) -> Accepted:
        """Sends somebody away from the lobby; they may come again."""
        here = await self._floor.demand(caller, Action.MODERATE)
        return self._decided(here.classroom_id, data.user_id, LobbyRefused(classroom_id=here.classroom_id))

    # --- inside ---------------------------------------------------------------------------------------------

    async def _demand(self, user_id: str, place: Place) -> None:
        inside = user_id in self._whereabouts.present(place.classroom_id)
        if not inside and place.standing is not Standing.TEACHER:
            demand_entry(await self._rooms.of(place.classroom_id), user_id)

    def _decided(self, classroom_id: str, user_id: str, decision: LobbyAdmitted | LobbyRefused) -> Accepted:
        """Told to all that this person has open: another process may hold the tab they wait with."""
        self._lobby.call(classroom_id, user_id)
        self._broadcaster.to_teachers(classroom_id, LobbyLeft(user_id=user_id))
        self._broadcaster.to_user(user_id, decision)
        return Accepted()

    def _wait(self, principal: Principal, socket_id: str, classroom_id: str) -> None:
        person = WaitingPerson(user_id=principal.user_id, name=principal.name, avatar_data=principal.avatar_data)
        if self._lobby.wait(classroom_id, person, socket_id):
            self._broadcaster.to_teachers(classroom_id, person)

    def _give_up(self, socket_id: str) -> None:
        if gone := self._lobby.give_up(socket_id):
            classroom_id, user_id = gone
            self._broadcaster.to_teachers(classroom_id, LobbyLeft(user_id=user_id))

    def _end_waiting(self, classroom_id: str, user_id: str) -> list[str]:
        """The tabs somebody waited with, which are to be told why they wait no longer."""
        sockets = self._lobby.call(classroom_id, user_id)
        if sockets:
            self._broadcaster.to_teachers(classroom_id, LobbyLeft(user_id=user_id))
        return sockets

    def _call_in(self, classroom_id: str, user_id: str, *, but: str | None = None) -> None:
        for socket_id in self._end_waiting(classroom_id, user_id):
            if socket_id != but:
                self._broadcaster.to_socket(socket_id, LobbyAdmitted(classroom_id=classroom_id))

    def _send_away(self, classroom_id: str, user_id: str) -> None:
        for socket_id in self._end_waiting(classroom_id, user_id):
            self._broadcaster.to_socket(socket_id, LobbyRefused(classroom_id=classroom_id))

    def _tell(self, room: LiveRoom | None) -> None:
        """Tells of new rules; where there is no door any more, nobody waits in front of it."""
        if room is None:
            return
        self._broadcaster.to_room(room.id, rules_of(room))
        if not room.locked and not room.lobby:
            for person in self._lobby.waiting(room.id):
                self._call_in(room.id, person.user_id)
