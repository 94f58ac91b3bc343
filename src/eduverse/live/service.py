"""A lesson as a whole: coming into it, how it stands, and its end."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.live.chat import ChatService
from eduverse.live.doors import DoorService
from eduverse.live.model.lesson import OfLesson
from eduverse.live.model.poll import POLLS, close_poll, count
from eduverse.live.model.presentation import PRESENTATIONS, stop
from eduverse.live.model.room import LIVE_ROOMS, end, rules_of
from eduverse.live.ports import LessonLog, Whereabouts
from eduverse.live.records import Records
from eduverse.live.voice import VoiceService
from eduverse.vocabulary.messages import ChatMessage, LiveState
from eduverse.vocabulary.principal import Principal, Standing
from eduverse.vocabulary.sockets import Place

__all__ = ["DESERTED_AFTER", "LessonService"]

L = TypeVar("L", bound=OfLesson)

DESERTED_AFTER = timedelta(minutes=2)
"""How long nobody was in a room whose lesson is over: a restart of the server takes less, and ends none."""


class LessonService:
    def __init__(
        self,
        storage: Storage,
        *,
        chat: ChatService,
        doors: DoorService,
        voice: VoiceService,
        whereabouts: Whereabouts,
        log: LessonLog,
        clock: Clock,
    ) -> None:
        self._rooms = Records(storage, LIVE_ROOMS)
        self._presentations = Records(storage, PRESENTATIONS)
        self._polls = Records(storage, POLLS)
        self._chat = chat
        self._doors = doors
        self._voice = voice
        self._whereabouts = whereabouts
        self._log = log
        self._clock = clock

    async def demand_entry(self, principal: Principal, socket_id: str, place: Place) -> None:
        """Raises why a member of the class has to stay outside for now."""
        await self._doors.demand_entry(principal, socket_id, place)

    async def newest_chat(self, classroom_id: str) -> list[ChatMessage]:
        return await self._chat.newest(classroom_id)

    async def state(self, principal: Principal, place: Place) -> LiveState:
        """How the lesson stands, for somebody who has come in.

        The room is looked at last: what it is told after that, it is told after the reply that this goes into.
        """
        showing = (await self._presentations.of(place.classroom_id)).showing
        poll = await self._polls.of(place.classroom_id)
        room = await self._rooms.of(place.classroom_id)
        present = set(self._whereabouts.present(place.classroom_id))
        teaches = place.standing is Standing.TEACHER
        return LiveState(
            rules=rules_of(room),
            hands=[hand for hand in room.hands if hand.user_id in present],
            muted=list(room.muted),
            voice=self._voice.peers(place.classroom_id),
            presentation=showing,
            poll=poll.asked if poll.under_way else None,
            my_vote=poll.votes.get(principal.user_id) if poll.under_way else None,
            tally=count(poll) if poll.under_way and teaches else None,
            waiting=self._doors.waiting(place.classroom_id) if teaches else [],
        )

    async def hands_up(self, classroom_id: str) -> frozenset[str]:
        """Whose hands are up."""
        return frozenset(hand.user_id for hand in (await self._rooms.of(classroom_id)).hands)

    async def end_deserted(self) -> int:
        """Ends what is under way in rooms that nobody was in lately; returns how much. For the sweeper."""
        return (
            await self._end(self._rooms, end)
            + await self._end(self._presentations, stop)
            + await self._end(self._polls, close_poll)
        )

    async def _end(self, records: Records[L], rule: Callable[[L], L]) -> int:
        since = self._clock.now() - DESERTED_AFTER
        ended = 0
        async for record in records.under_way():
            if not await self._log.seen_since(record.id, since):
                ended += await records.change(record.id, _unless_changed(record, rule)) is not None
        return ended


def _unless_changed(seen: L, rule: Callable[[L], L]) -> Callable[[L], L]:
    """Somebody who came in since we looked has a lesson of their own by now."""
    return lambda record: rule(record) if record.version == seen.version else record
