"""Showing slides to the room."""

from functools import partial

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.kernel.ids import Ids
from eduverse.kernel.structs import NoFields
from eduverse.live.floor import Floor
from eduverse.live.model.presentation import PRESENTATIONS, change_slide, start, stop
from eduverse.live.records import Records
from eduverse.vocabulary.broadcaster import Broadcaster
from eduverse.vocabulary.messages import (
    Accepted,
    LivePresentation,
    PresentationStart,
    PresentationStopped,
    SlideChange,
    SlideChanged,
)
from eduverse.vocabulary.permissions import Action
from eduverse.vocabulary.sockets import Caller

__all__ = ["PresentationService"]


class PresentationService:
    def __init__(self, storage: Storage, *, floor: Floor, broadcaster: Broadcaster, clock: Clock, ids: Ids) -> None:
        self._presentations = Records(storage, PRESENTATIONS)
        self._floor = floor
        self._broadcaster = broadcaster
        self._clock = clock
        self._ids = ids

    async def start(self, caller: Caller, data: PresentationStart) -> Accepted:
        """Shows these slides from the first; whatever was shown before is over by that."""
        here = await self._floor.demand(caller, Action.PRESENT)
        showing = LivePresentation(
            presentation_id=self._ids.new(),
            title=data.title.strip(),
            slides=data.slides,
            index=0,
            revision=0,
            presenter_id=caller.principal.user_id,
            presenter_name=caller.principal.name,
            started_at=self._clock.now(),
        )
        await self._presentations.change(here.classroom_id, partial(start, showing=showing))
        self._broadcaster.to_room(here.classroom_id, showing)
        return Accepted()

    async def change_slide(self, caller: Caller, data: SlideChange) -> Accepted:
        """The last one to change it wins; the revision lets a browser tell which that was."""
        here = await self._floor.demand(caller, Action.PRESENT)
        changed = await self._presentations.change(here.classroom_id, partial(change_slide, index=data.index))
        if changed and (showing := changed.showing):
            news = SlideChanged(presentation_id=showing.presentation_id, index=showing.index, revision=showing.revision)
            self._broadcaster.to_room(here.classroom_id, news)
        return Accepted()

    async def stop(self, caller: Caller, _: NoFields) -> Accepted:
        here = await self._floor.demand(caller, Action.PRESENT)
        stopped = await self._presentations.change(here.classroom_id, stop)
        if stopped and (latest := stopped.latest):
            self._broadcaster.to_room(here.classroom_id, PresentationStopped(presentation_id=latest.presentation_id))
        return Accepted()
