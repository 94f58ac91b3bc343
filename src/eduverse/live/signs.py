"""What people show without a word: hands, gestures, reactions."""

from functools import partial

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.live.floor import Floor
from eduverse.live.model.room import LIVE_ROOMS, lower_hand, raise_hand
from eduverse.live.records import Records
from eduverse.vocabulary.broadcaster import Broadcaster
from eduverse.vocabulary.events import RoomExited
from eduverse.vocabulary.messages import (
    Accepted,
    AvatarActed,
    AvatarAction,
    HandRaise,
    HandRaised,
    ReactionSend,
    ReactionShown,
)
from eduverse.vocabulary.permissions import Action
from eduverse.vocabulary.sockets import Caller

__all__ = ["SignService"]


class SignService:
    def __init__(self, storage: Storage, *, floor: Floor, broadcaster: Broadcaster, clock: Clock) -> None:
        self._rooms = Records(storage, LIVE_ROOMS)
        self._floor = floor
        self._broadcaster = broadcaster
        self._clock = clock

    async def hand(self, caller: Caller, data: HandRaise) -> Accepted:
        here = await self._floor.demand(caller, Action.TALK)
        user_id = caller.principal.user_id
        now = self._clock.now()
        rule = partial(raise_hand, at=now) if data.raised else lower_hand
        if await self._rooms.change(here.classroom_id, lambda room: rule(room, user_id)):
            raised = HandRaised(user_id=user_id, raised=data.raised, raised_at=now if data.raised else None)
            self._broadcaster.to_room(here.classroom_id, raised)
        return Accepted()

    async def gesture(self, caller: Caller, data: AvatarAction) -> Accepted:
        here = await self._floor.demand(caller, Action.TALK)
        acted = AvatarActed(user_id=caller.principal.user_id, action=data.action)
        self._broadcaster.to_room(here.classroom_id, acted)
        return Accepted()

    async def react(self, caller: Caller, data: ReactionSend) -> Accepted:
        """A reaction floats by and is not kept."""
        here = await self._floor.demand(caller, Action.TALK)
        self._broadcaster.to_room(here.classroom_id, ReactionShown(user_id=caller.principal.user_id, emoji=data.emoji))
        return Accepted()

    async def on_exited(self, event: RoomExited) -> None:
        """A hand does not stay up behind somebody who left. It is told: they may be back before it is down."""
        if await self._rooms.change(event.classroom_id, partial(lower_hand, user_id=event.user_id)):
            self._broadcaster.to_room(event.classroom_id, HandRaised(user_id=event.user_id, raised=False))
