"""Asking the class."""

from functools import partial

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.kernel.ids import Ids
from eduverse.kernel.structs import NoFields
from eduverse.live.floor import Floor
from eduverse.live.model.poll import POLLS, close_poll, count, open_poll, vote
from eduverse.live.records import Records
from eduverse.vocabulary.broadcaster import Broadcaster
from eduverse.vocabulary.messages import Accepted, LivePoll, PollOpen, PollVote
from eduverse.vocabulary.permissions import Action
from eduverse.vocabulary.sockets import Caller

__all__ = ["PollService"]


class PollService:
    def __init__(self, storage: Storage, *, floor: Floor, broadcaster: Broadcaster, clock: Clock, ids: Ids) -> None:
        self._polls = Records(storage, POLLS)
        self._floor = floor
        self._broadcaster = broadcaster
        self._clock = clock
        self._ids = ids

    async def open(self, caller: Caller, data: PollOpen) -> Accepted:
        here = await self._floor.demand(caller, Action.RUN_POLL)
        asked = LivePoll(
            poll_id=self._ids.new(),
            question=data.question.strip(),
            options=[option.strip() for option in data.options],
            opened_at=self._clock.now(),
        )
        await self._polls.change(here.classroom_id, partial(open_poll, asked=asked))
        self._broadcaster.to_room(here.classroom_id, asked)
        return Accepted()

    async def vote(self, caller: Caller, data: PollVote) -> Accepted:
        """Votes, or votes differently; the teachers see the numbers at once, the class when the poll is closed."""
        here = await self._floor.demand(caller, Action.VOTE)
        rule = partial(vote, poll_id=data.poll_id, user_id=caller.principal.user_id, option=data.option)
        changed = await self._polls.change(here.classroom_id, rule)
        if changed and (counted := count(changed)):
            self._broadcaster.to_teachers(here.classroom_id, counted)
        return Accepted()

    async def close(self, caller: Caller, _: NoFields) -> Accepted:
        here = await self._floor.demand(caller, Action.RUN_POLL)
        closed = await self._polls.change(here.classroom_id, close_poll)
        if closed and (counted := count(closed)):
            self._broadcaster.to_room(here.classroom_id, counted)
        return Accepted()
