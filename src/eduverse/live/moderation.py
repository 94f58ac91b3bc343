"""What a teacher decides about the people in the room."""

from collections.abc import Iterable
from functools import partial

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.kernel.ids import Ids
from eduverse.kernel.structs import NoFields
from eduverse.live.errors import IsTeacher, NotPresent
from eduverse.live.floor import Floor
from eduverse.live.model.room import LIVE_ROOMS, LiveRoom, expel, hold_mute, mute, rules_of, spotlight
from eduverse.live.ports import Classes, Whereabouts
from eduverse.live.records import Records
from eduverse.vocabulary.broadcaster import Broadcaster
from eduverse.vocabulary.events import MemberBanned
from eduverse.vocabulary.messages import (
    Accepted,
    NotificationReceived,
    NotificationSend,
    SpotlightSet,
    Switch,
    UserRef,
    VoiceMuted,
)
from eduverse.vocabulary.permissions import Action
from eduverse.vocabulary.principal import Standing
from eduverse.vocabulary.sockets import Caller

__all__ = ["ModerationService"]


class ModerationService:
    """Teachers are neither muted nor sent out: whose classroom it is stays in it."""

    def __init__(
        self,
        storage: Storage,
        *,
        classes: Classes,
        floor: Floor,
        broadcaster: Broadcaster,
        whereabouts: Whereabouts,
        clock: Clock,
        ids: Ids,
    ) -> None:
        self._rooms = Records(storage, LIVE_ROOMS)
        self._classes = classes
        self._floor = floor
        self._broadcaster = broadcaster
        self._whereabouts = whereabouts
        self._clock = clock
        self._ids = ids

    # --- microphones ----------------------------------------------------------------------------------------

    async def mute(self, caller: Caller, data: UserRef) -> Accepted:
        """Switches somebody's microphone off. Only they themselves switch it on again."""
        here = await self._floor.demand(caller, Action.MODERATE)
        self._demand_student(here.classroom_id, data.user_id)
        return await self._mute(here.classroom_id, [data.user_id])

    async def mute_all(self, caller: Caller, _: NoFields) -> Accepted:
        here = await self._floor.demand(caller, Action.MODERATE)
        return await self._mute(here.classroom_id, self._students(here.classroom_id))

    async def hold_mute(self, caller: Caller, data: Switch) -> Accepted:
        """Keeps all students muted until it is switched off, which un-mutes nobody."""
        here = await self._floor.demand(caller, Action.MODERATE)
        students = self._students(here.classroom_id)
        room = await self._rooms.change(here.classroom_id, partial(hold_mute, students=students, on=data.on))
        self._tell(room)
        if room and data.on:
            self._tell_muted(room.id, students)
        return Accepted()

    # --- people ---------------------------------------------------------------------------------------------

    async def kick(self, caller: Caller, data: UserRef) -> Accepted:
        """Takes somebody out of the room, with everything they have open there. They may come back to the door."""
        here = await self._floor.demand(caller, Action.MODERATE)
        self._demand_student(here.classroom_id, data.user_id)
        self._tell(await self._rooms.change(here.classroom_id, partial(expel, user_id=data.user_id)))
        await self._broadcaster.remove(here.classroom_id, data.user_id, "kicked")
        return Accepted()

    async def ban(self, caller: Caller, data: UserRef) -> Accepted:
        """Closes the classroom to somebody for good."""
        here = await self._floor.demand(caller, Action.MODERATE)
        if self._whereabouts.standing_in(here.classroom_id, data.user_id) is Standing.TEACHER:
            raise IsTeacher
        await self._classes.ban(caller.principal, here.classroom_id, data.user_id)
        return Accepted()

    async def on_banned(self, event: MemberBanned) -> None:
        self._tell(await self._rooms.change(event.classroom_id, partial(expel, user_id=event.user_id)))

    async def spotlight(self, caller: Caller, data: SpotlightSet) -> Accepted:
        """Whom everybody hears and sees large: one person who is in the room, or nobody."""
        here = await self._floor.demand(caller, Action.MODERATE)
        if data.user_id is not None and self._whereabouts.standing_in(here.classroom_id, data.user_id) is None:
            raise NotPresent
        self._tell(await self._rooms.change(here.classroom_id, partial(spotlight, user_id=data.user_id)))
        return Accepted()

    async def notify(self, caller: Caller, data: NotificationSend) -> Accepted:
        """Puts a notice before everybody who is in the room now; it is not kept."""
        here = await self._floor.demand(caller, Action.NOTIFY)
        notice = NotificationReceived(
            id=self._ids.new(),
            user_id=caller.principal.user_id,
            name=caller.principal.name,
            text=data.text.strip(),
            level=data.level,
            sent_at=self._clock.now(),
        )
        self._broadcaster.to_room(here.classroom_id, notice)
        return Accepted()

    # --- inside ---------------------------------------------------------------------------------------------

    def _demand_student(self, classroom_id: str, user_id: str) -> None:
        match self._whereabouts.standing_in(classroom_id, user_id):
            case None:
                raise NotPresent
            case Standing.TEACHER:
                raise IsTeacher

    def _students(self, classroom_id: str) -> list[str]:
        standing = self._whereabouts.standing_in
        present = self._whereabouts.present(classroom_id)
        return [user_id for user_id in present if standing(classroom_id, user_id) is Standing.STUDENT]

    async def _mute(self, classroom_id: str, user_ids: list[str]) -> Accepted:
        if await self._rooms.change(classroom_id, partial(mute, user_ids=user_ids)):
            self._tell_muted(classroom_id, user_ids)
        return Accepted()

    def _tell_muted(self, classroom_id: str, user_ids: Iterable[str]) -> None:
        muted = VoiceMuted(user_ids=list(user_ids), muted=True, by="teacher")
        self._broadcaster.to_room(classroom_id, muted)

    def _tell(self, room: LiveRoom | None) -> None:
        if room is not None:
            self._broadcaster.to_room(room.id, rules_of(room))
