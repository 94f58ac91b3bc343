"""Who comes in: the lock, the lobby, and those who wait in it.

All servers know who waits. Waiting is stated before the door is looked at once more, and an open door is written
before those who wait are called: whichever is earlier in the order, nobody is left in front of an open door.
"""

from functools import partial
from typing import Literal

import msgspec

from eduverse.kernel.documents import Storage
from eduverse.live.errors import InLobby
from eduverse.live.floor import Floor
from eduverse.live.model.lobby import Call, GiveUp, Lobby, Wait, Waiting
from eduverse.live.model.room import LIVE_ROOMS, LiveRoom, admit, demand_entry, lock, rules_of, set_lobby
from eduverse.live.ports import Whereabouts
from eduverse.live.records import Records
from eduverse.vocabulary.broadcaster import Broadcaster
from eduverse.vocabulary.events import ClassroomArchived, MemberBanned, MemberRemoved, SeatLapsed
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
from eduverse.vocabulary.replicas import Order
from eduverse.vocabulary.sockets import Caller, Place

__all__ = ["DoorService"]

_TOPIC = "lobby"
_encode = msgspec.msgpack.encode
_decode_statement: msgspec.msgpack.Decoder[Wait | GiveUp | Call] = msgspec.msgpack.Decoder(Wait | GiveUp | Call)
_decode_lobby = msgspec.msgpack.Decoder(list[Waiting])


class DoorService:
    def __init__(
        self, storage: Storage, *, floor: Floor, broadcaster: Broadcaster, order: Order, whereabouts: Whereabouts
    ) -> None:
        self._rooms = Records(storage, LIVE_ROOMS)
        self._floor = floor
        self._broadcaster = broadcaster
        self._whereabouts = whereabouts
        self._order = order
        self._lobby = Lobby()
        order.follow(_TOPIC, self)

    # --- for those who come ---------------------------------------------------------------------------------

    async def demand_entry(self, principal: Principal, socket_id: str, place: Place) -> None:
        """Raises why somebody has to stay outside; in front of a lobby, they wait from then on."""
        room, user_id = place.classroom_id, principal.user_id
        if self._lobby.room_of(socket_id) not in (None, room):
            self._order.state(_TOPIC, _encode(GiveUp(socket_id=socket_id)), socket_id=socket_id)
        try:
            await self._demand(user_id, place)
        except InLobby:
            await self._wait(principal, socket_id, room)
            await self._demand(user_id, place)  # whoever opened the door meanwhile has not seen them wait
        if self._lobby.is_waiting(room, user_id):
            self._call(room, user_id, "open", but=socket_id)

    def waiting(self, classroom_id: str) -> list[WaitingPerson]:
        return self._lobby.waiting(classroom_id)

    async def on_lost_seat(self, event: MemberRemoved | MemberBanned | SeatLapsed) -> None:
        self._call(event.classroom_id, event.user_id, "closed")

    async def on_archived(self, event: ClassroomArchived) -> None:
        self._call(event.classroom_id, None, "closed")

    # --- what all servers keep alike ------------------------------------------------------------------------

    def apply(self, said: bytes, *, ours: bool) -> None:
        match _decode_statement.decode(said):
            case Wait(classroom_id=room, person=person, socket_id=socket_id):
                if self._lobby.room_of(socket_id) not in (None, room):
                    self.gone(socket_id, ours=ours)
                if self._lobby.wait(room, person, socket_id) and ours:
                    self._broadcaster.to_teachers(room, person)
            case GiveUp(socket_id=socket_id):
                self.gone(socket_id, ours=ours)
            case Call() as call:
                self._end_waiting(call, ours=ours)

    def gone(self, socket_id: str, *, ours: bool) -> None:
        gone = self._lobby.give_up(socket_id)
        if gone and ours:
            classroom_id, user_id = gone
            self._broadcaster.to_teachers(classroom_id, LobbyLeft(user_id=user_id))

    def snapshot(self) -> bytes:
        return _encode(self._lobby.all())

    def restore(self, state: bytes) -> None:
        self._lobby = Lobby(_decode_lobby.decode(state))

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
        """Told to all that this person has open, also when they come to wait only now."""
        self._call(classroom_id, user_id, "decided")
        self._broadcaster.to_teachers(classroom_id, LobbyLeft(user_id=user_id))
        self._broadcaster.to_user(user_id, decision)
        return Accepted()

    async def _wait(self, principal: Principal, socket_id: str, classroom_id: str) -> None:
        person = WaitingPerson(user_id=principal.user_id, name=principal.name, avatar_data=principal.avatar_data)
        wait = Wait(classroom_id=classroom_id, person=person, socket_id=socket_id)
        await self._order.state(_TOPIC, _encode(wait), socket_id=socket_id)

    def _call(
        self,
        classroom_id: str,
        user_id: str | None,
        why: Literal["open", "closed", "decided"],
        *,
        but: str | None = None,
    ) -> None:
        self._order.state(_TOPIC, _encode(Call(classroom_id=classroom_id, user_id=user_id, why=why, but=but)))

    def _end_waiting(self, call: Call, *, ours: bool) -> None:
        room = call.classroom_id
        waiting = [one.user_id for one in self._lobby.waiting(room)] if call.user_id is None else [call.user_id]
        for user_id in waiting:
            sockets = self._lobby.call(room, user_id)
            if not sockets or not ours or call.why == "decided":
                continue
            self._broadcaster.to_teachers(room, LobbyLeft(user_id=user_id))
            news = LobbyAdmitted(classroom_id=room) if call.why == "open" else LobbyRefused(classroom_id=room)
            for socket_id in sockets:
                if socket_id != call.but:
                    self._broadcaster.to_socket(socket_id, news)

    def _tell(self, room: LiveRoom | None) -> None:
        """Tells of new rules; where there is no door any more, nobody waits in front of it."""
        if room is None:
            return
        self._broadcaster.to_room(room.id, rules_of(room))
        if not room.locked and not room.lobby:
            self._call(room.id, None, "open")
