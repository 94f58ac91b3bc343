"""A lesson in memory, with everything around it faked."""

from datetime import datetime
from typing import Any, TypeVar

import msgspec
from tests.support.broadcaster import RecordingBroadcaster
from tests.support.clock import FakeClock
from tests.support.entropy import fake_ids
from tests.support.order import FakeOrder
from tests.support.people import EDUCATOR, STUDENT

from eduverse.app.live import Live, Outside, build_live
from eduverse.kernel.documents import Storage
from eduverse.kernel.events import EventBus
from eduverse.kernel.structs import Struct
from eduverse.storage.memory import MemoryStorage
from eduverse.vocabulary.events import MemberBanned, RoomExited, SocketGone
from eduverse.vocabulary.messages import CLIENT_EVENTS, Accepted, IceServer
from eduverse.vocabulary.principal import Principal, Role, Standing
from eduverse.vocabulary.sockets import Caller, Place

__all__ = ["HERE", "ROOM", "TEACHERS_EVENTS", "FakeMedia", "Lesson", "sample"]

M = TypeVar("M", bound=Struct)
ROOM = "room-1"
HERE = (0.0, 0.0, 0.0)
TEACHERS_EVENTS = (
    *"chat:delete lobby:admit lobby:refuse moderation:ban moderation:hold-mute moderation:kick".split(),
    *"moderation:lobby moderation:lock moderation:mute moderation:mute-all notification:send poll:close".split(),
    *"poll:open presentation:slide-change presentation:start presentation:stop spotlight:set".split(),
)

_SAMPLES: dict[str, dict[str, Any]] = {
    "UserRef": {"userId": STUDENT.user_id},
    "Switch": {"on": True},
    "SpotlightSet": {"userId": STUDENT.user_id},
    "NotificationSend": {"text": "Five minutes left"},
    "PresentationStart": {"title": "Planets", "slides": [{"title": "One"}, {"title": "Two"}, {"title": "Three"}]},
    "SlideChange": {"index": 1},
    "PollOpen": {"question": "Ready?", "options": ["Yes", "No"]},
    "PollVote": {"pollId": "poll", "option": 0},
    "ChatSay": {"text": "Hello"},
    "ChatTyping": {"typing": True},
    "ChatDelete": {"messageId": "message"},
    "HandRaise": {"raised": True},
    "AvatarAction": {"action": "wave"},
    "ReactionSend": {"emoji": "party"},
    "VoiceDescription": {"to": "tab", "sdp": "v=0"},
    "VoiceCandidate": {"to": "tab", "candidate": "candidate:1"},
    "VoiceMute": {"muted": True},
    "NoFields": {},
}


def sample(event: str, **fields: Any) -> Any:
    """A payload of this event as a browser sends it, with these fields (as on the wire) in it."""
    payload = CLIENT_EVENTS[event][0]
    return msgspec.convert({**_SAMPLES[payload.__name__], **fields}, payload)


class FakeClasses:
    """Educators and administrators teach, everybody else is a student, but for the strangers and the banned."""

    def __init__(self, events: EventBus, broadcaster: RecordingBroadcaster, whereabouts: "FakeWhereabouts") -> None:
        self.strangers: set[str] = set()
        self._events = events
        self._broadcaster = broadcaster
        self._whereabouts = whereabouts

    async def standing(self, principal: Principal, classroom_id: str) -> Standing:
        if principal.user_id in self.strangers:
            return Standing.OUTSIDER
        return Standing.STUDENT if principal.role is Role.STUDENT else Standing.TEACHER

    async def ban(self, principal: Principal, classroom_id: str, user_id: str) -> None:
        self.strangers.add(user_id)
        await self._broadcaster.remove(classroom_id, user_id, "banned")
        self._whereabouts.gone(classroom_id, user_id)
        await self._events.publish(MemberBanned(classroom_id=classroom_id, user_id=user_id))


class FakeWhereabouts:
    def __init__(self) -> None:
        self.people: dict[tuple[str, str], tuple[Standing, tuple[float, float, float]]] = {}
        self.tabs: dict[str, str] = {}

    def gone(self, classroom_id: str, user_id: str) -> None:
        self.people.pop((classroom_id, user_id), None)

    def present(self, classroom_id: str) -> list[str]:
        return [user_id for room, user_id in self.people if room == classroom_id]

    def standing_in(self, classroom_id: str, user_id: str) -> Standing | None:
        known = self.people.get((classroom_id, user_id))
        return known[0] if known else None

    def position(self, classroom_id: str, user_id: str) -> tuple[float, float, float] | None:
        known = self.people.get((classroom_id, user_id))
        return known[1] if known else None

    def holds(self, classroom_id: str, socket_id: str) -> bool:
        return self.tabs.get(socket_id) == classroom_id


class FakeLog:
    """When anybody was last seen in a room."""

    def __init__(self) -> None:
        self.seen: dict[str, datetime] = {}

    async def seen_since(self, classroom_id: str, moment: datetime) -> bool:
        return classroom_id in self.seen and self.seen[classroom_id] >= moment


class FakeRoutes:
    def for_peer(self, peer_id: str) -> list[IceServer]:
        return [IceServer(urls=["turn:turn.school.example:3478"], username=peer_id, credential="secret")]


class FakeMedia:
    url = "wss://media.school.example"

    def __init__(self) -> None:
        self.wrong: str | None = None
        self.taken_out: list[tuple[str, str]] = []

    def token(self, *, room: str, peer_id: str, name: str) -> str:
        return f"{room}/{peer_id}/{name}"

    def take_out(self, *, room: str, peer_id: str) -> None:
        self.taken_out.append((room, peer_id))

    async def problem(self) -> str | None:
        return self.wrong


class Lesson:
    order: FakeOrder

    def __init__(
        self, storage: Storage | None = None, *, media: FakeMedia | None = None, beside: "Lesson | None" = None
    ) -> None:
        """`beside` is the same lesson at another server, with which this one shares what both have to know."""
        self.storage: Storage = storage or (beside.storage if beside else MemoryStorage())
        self.beside = beside
        self.media = media
        self.clock = FakeClock()
        self.ids = fake_ids(self.clock)
        self.log = FakeLog()
        self.live = self.restarted()

    def restarted(self) -> Live:
        """The lesson as a new process has it: the storage is all that is left, and nobody is in the room."""
        self.events = EventBus()
        self.order = FakeOrder(self.beside.order if self.beside else None)
        self.broadcaster = RecordingBroadcaster()
        self.whereabouts = FakeWhereabouts()
        self.classes = FakeClasses(self.events, self.broadcaster, self.whereabouts)
        outside = Outside(
            self.broadcaster,
            self.order,
            self.whereabouts,
            classes=self.classes,
            log=self.log,
            media=self.media,
            routes=FakeRoutes(),
        )
        self.live = build_live(self.storage, self.clock, self.ids, outside)
        self.live.listen(self.events)
        self.events.on(SocketGone, self.order.on_socket_gone)
        return self.live

    def arrive(
        self, who: Principal, tab: str = "", *, at: tuple[float, float, float] = HERE, room: str = ROOM
    ) -> Caller:
        """Puts somebody into the room, or another tab of theirs."""
        standing = Standing.STUDENT if who.role is Role.STUDENT else Standing.TEACHER
        tab = tab or f"tab of {who.user_id}".replace(" ", "-")
        self.whereabouts.people[room, who.user_id] = standing, at
        self.whereabouts.tabs[tab] = room
        return Caller(principal=who, socket_id=tab, place=Place(classroom_id=room, standing=standing))

    def teacher(self) -> Caller:
        return self.arrive(EDUCATOR)

    async def send(self, event: str, caller: Caller, **fields: Any) -> Accepted:
        """What a browser would send; the fields are those of the wire."""
        return await self.live.table[event](caller, sample(event, **fields))

    async def say(self, text: str, caller: Caller, **fields: Any) -> str:
        """Says something in the next second; the message's id."""
        self.clock.advance(1)
        reply: Any = await self.send("chat:message", caller, text=text, **fields)
        message_id: str = reply.message.id
        return message_id

    async def knock(self, who: Principal, tab: str = "tab", room: str = ROOM) -> None:
        """Somebody who is not in the room wants in."""
        standing = Standing.STUDENT if who.role is Role.STUDENT else Standing.TEACHER
        place = Place(classroom_id=room, standing=standing)
        await self.live.lessons.demand_entry(who, tab, place)

    async def close_tab(self, caller: Caller) -> None:
        self.whereabouts.tabs.pop(caller.socket_id, None)
        await self.events.publish(SocketGone(socket_id=caller.socket_id))

    async def leave(self, caller: Caller) -> None:
        """Somebody's last tab is gone."""
        self.whereabouts.gone(caller.room(), caller.principal.user_id)
        gone = RoomExited(classroom_id=caller.room(), user_id=caller.principal.user_id, at=self.clock.now())
        await self.events.publish(gone)

    async def state(self, caller: Caller) -> Any:
        """How the lesson stands, as this person's browser is told on entering."""
        assert caller.place
        return await self.live.lessons.state(caller.principal, caller.place)

    def told(self, kind: type[M], to: str | None = f"room:{ROOM}") -> list[M]:
        return self.broadcaster.messages(kind, to)
