"""One simulated person: what they know, what they say next, and what they make of what they are told. Does no I/O.

    AWAY -> OPENING -> GREETING -> ENTERING -> INSIDE        and back to AWAY whenever the connection ends
                               -> INSIDE                     when the session was recovered
                                   INSIDE -> LEAVING -> OUTSIDE -> ENTERING

A connection that is lost is nobody's leaving: the person remembers the room, what they were saying and where the
session stood, as the official client and our page do, and goes on from there. Moments are seconds of one clock.
"""

import enum
import math
import struct
from collections.abc import Mapping
from random import Random
from typing import Any, Final, NamedTuple

from eduverse.load import protocol
from eduverse.load.gauges import Gauges
from eduverse.load.ledger import Ledger
from eduverse.load.protocol import PONG, read_answer, read_event
from eduverse.load.replies import HAND, JOINED, LEFT, LINE, NAMES, OPENED, REPLY, Joined, Reply
from eduverse.load.walk import Walk
from eduverse.realtime.wire.avatars import encode_record

__all__ = ["AVATARS", "Person", "Phase", "Room"]

AVATARS: Final = b'451-["avatar:moved",{"_placeholder":true,"num":0}]'
"""The text before a frame of avatar records."""

_RECORD: Final = struct.Struct("<I8s")
"""A handle and everything else: positions are compared, never computed with."""
_HEADER_SIZE: Final = 8
_NEVER: Final = (b"", -math.inf)
_REMEMBERED: Final = 100
"""Positions of one walker that are still recognised."""
_IN_FLIGHT: Final = 5.0
"""Seconds for which what was acknowledged may have been on its way to a connection that broke."""


class Phase(enum.Enum):
    AWAY = enum.auto()
    """Not connected."""
    OPENING = enum.auto()
    GREETING = enum.auto()
    ENTERING = enum.auto()
    INSIDE = enum.auto()
    LEAVING = enum.auto()
    OUTSIDE = enum.auto()
    """Connected, and in no room."""
    REFUSED = enum.auto()
    """The server does not want this connection; another one may do better."""


class _Asked(NamedTuple):
    what: str
    at: float
    mark: str = ""


class Room:
    """A classroom and everybody of ours who belongs to it."""

    SNAPSHOT: Final = 100
    """Messages that somebody who comes in is given; where there are so many, older ones may be missing."""

    def __init__(self, room_id: str, gauges: Gauges) -> None:
        self.id = room_id
        self.gauges = gauges
        self.ledger = Ledger()
        self.people: dict[str, Person] = {}


class Person:
    def __init__(self, user_id: str, name: str, room: Room, random: Random) -> None:
        self.user_id = user_id
        self.name = name
        self.room = room
        self.phase = Phase.AWAY
        self.recovered = False
        """Whether the present connection goes on with the session before it."""
        self.steady_since = math.inf
        """Since when this connection has been undisturbed: what is timed must have begun after that."""
        self.heartbeat_by = math.inf
        """When the server must have given a sign of life."""
        self.observer = False
        """Whether this one looks at avatar records; the others count them."""
        self.roster: dict[str, int] = {}
        """User id -> handle, of those who are in the room as far as this one was told."""
        self.hands: set[str] = set()
        self.offsets_back = 0
        """Events that came with an earlier place than the one before."""
        self._gauges = room.gauges
        self._random = random
        self._token = ""
        self._pid: str | None = None
        self._offset: str | None = None
        self._knows_room = False
        self._lost_at = 0.0
        self._dialled_at = 0.0
        self._entered_at = 0.0
        self._asked: dict[int, _Asked] = {}
        self._numbers = 0
        self._saying: str | None = None
        self._sayings = 0
        self._wants_hand: bool | None = None
        self._patience = 45.0
        self._walk = Walk(0.0, 0.0, random)
        self._sent: dict[bytes, float] = {}
        self._people: dict[int, Person] = {}
        self._seen: dict[int, tuple[bytes, float]] = {}
        room.people[user_id] = self

    # --- what they do ---------------------------------------------------------------------------------------

    def dial(self, token: str, now: float) -> None:
        """A connection is being made."""
        self._token = token
        self._dialled_at = now
        self.phase = Phase.OPENING
        self.heartbeat_by = now + self._patience

    def move(self, seconds: float, now: float) -> bytes:
        """Walks for so long and says where that led."""
        x, z, rotation = self._walk.step(seconds)
        sent = self._sent
        sent[encode_record(0, (x, 0.0, z), rotation)[4:]] = now
        if len(sent) > _REMEMBERED:
            del sent[next(iter(sent))]
        self._gauges.counts.moves += 1
        return b'42["avatar:move",{"position":[%.3f,0,%.3f],"rotation":%.3f}]' % (x, z, rotation)

    def say(self, now: float) -> bytes | None:
        """Something new; None while the last thing has not been answered."""
        if self._saying is not None:
            return None
        self._sayings += 1
        self._saying = f"{self.user_id}.{self._sayings}"
        self.room.ledger.say(self.user_id, self._saying, now)
        return self._speak(self._saying, now)

    def turn_hand(self, now: float) -> bytes | None:
        """Raises the hand, or takes it down; None while that is still to be answered."""
        if self._wants_hand is not None:
            return None
        self._wants_hand = self.user_id not in self.hands
        return self._signal(self._wants_hand, now)

    def leave(self, now: float) -> bytes:
        """Out of the room, but not off the server."""
        self.room.ledger.leave(self.user_id, now)
        self._knows_room = False
        self._forget_wishes()
        self.phase = Phase.LEAVING
        return self._ask("classroom:leave", {}, now)

    def enter(self, now: float) -> bytes:
        if self.phase is Phase.OUTSIDE:
            self._dialled_at = now
        self.phase = Phase.ENTERING
        return self._ask("classroom:join", {"classroomId": self.room.id, "avatars": "binary"}, now)

    def sign_off(self, now: float) -> bytes:
        """For good, and politely."""
        self.room.ledger.leave(self.user_id, now - _IN_FLIGHT)
        self._knows_room = False
        self._forget_wishes()
        return protocol.GOODBYE

    def vanish(self, now: float) -> None:
        """For good, without a word: nothing is expected of this one any more."""
        self.room.ledger.leave(self.user_id, now - _IN_FLIGHT)
        self._forget_wishes()

    def lost(self, now: float) -> None:
        """The connection has ended, however that came."""
        self.phase = Phase.AWAY
        self.steady_since = self.heartbeat_by = math.inf
        self._lost_at = now
        self._asked.clear()

    # --- what they are told ---------------------------------------------------------------------------------

    def receive(self, text: bytes, now: float) -> list[bytes]:
        """One text frame that is not `AVATARS`; returns what to send."""
        kind = text[:2]
        if kind == b"42":
            self._hear(text, now)
            return []
        if kind == b"43":
            return self._answered(text, now)
        if kind == b"40":
            return self._welcomed(text, now)
        if text == protocol.PING:
            self.heartbeat_by = now + self._patience
            return [PONG]
        return self._told_otherwise(text, now)

    def records(self, attachment: bytes, now: float) -> None:
        """Looks at the avatars it was told of."""
        gauges, seen = self._gauges, self._seen
        for handle, key in _RECORD.iter_unpack(memoryview(attachment)[_HEADER_SIZE:]):
            walker = self._people.get(handle)
            before, at = seen.get(handle, _NEVER)
            if walker is None or before == key:
                continue
            seen[handle] = key, now
            if not gauges.measuring or self.steady_since > at:
                continue
            sent = walker._sent.get(key)
            if sent is None:
                gauges.unknown_positions += 1
            elif walker.steady_since <= sent:
                gauges.moves.add(now - sent)
                gauges.refreshes.add(now - at)

    # --- inside: the connection -----------------------------------------------------------------------------

    def _told_otherwise(self, text: bytes, now: float) -> list[bytes]:
        if text.startswith(b"0"):
            opened = OPENED.decode(text[1:])
            self._patience = (opened.ping_interval + opened.ping_timeout) / 1000
            self.heartbeat_by = now + self._patience
            self.phase = Phase.GREETING
            return [protocol.connect(self._token, self._pid, self._offset)]
        if text.startswith((b"41", b"44")) or text == protocol.CLOSE:
            self._gauges.complain(text[:200].decode())
            self.phase = Phase.REFUSED
        return []

    def _welcomed(self, text: bytes, now: float) -> list[bytes]:
        names = NAMES.decode(text[2:])
        self.recovered = names.pid is not None and names.pid == self._pid
        if not self.recovered:
            self._pid, self._offset = names.pid, None
        if self.recovered and self._knows_room:
            self._gauges.recovered += 1
            return self._settle_in(now)
        return [self.enter(now)]

    def _settle_in(self, now: float) -> list[bytes]:
        """In the room again, or for the first time: what nobody has answered is said once more."""
        self.phase = Phase.INSIDE
        self.steady_since = now
        out = []
        if self._saying is not None:
            out.append(self._speak(self._saying, now))
        if self._wants_hand is not None:
            out.append(self._signal(self._wants_hand, now))
        return out

    # --- inside: answers ------------------------------------------------------------------------------------

    def _answered(self, text: bytes, now: float) -> list[bytes]:
        number, payload = read_answer(text)
        asked = self._asked.pop(number, None)
        if asked is None:
            return []
        reply = REPLY.decode(payload)
        if not reply.ok:
            self._gauges.refused += 1
            self._gauges.complain(f"{asked.what}: {reply.code}")
        elif self._gauges.measuring and self.steady_since <= asked.at:
            self._gauges.answers.add(now - asked.at)
        match asked.what:
            case "classroom:join":
                return self._entered(reply, now)
            case "classroom:leave":
                self.phase = Phase.OUTSIDE
                self.roster, self.hands = {}, set()
            case "chat:message":
                self._said(asked.mark, now, accepted=reply.ok)
            case "classroom:hand-raise":
                self._wants_hand = None
        return []

    def _said(self, mark: str, now: float, *, accepted: bool) -> None:
        if accepted:
            self.room.ledger.answer(mark, now)
        else:
            self.room.ledger.abandon(mark)
        if mark == self._saying:
            self._saying = None

    def _entered(self, reply: Reply, now: float) -> list[bytes]:
        if not reply.ok:
            self.phase = Phase.REFUSED
            return []
        ledger, me = self.room.ledger, self.user_id
        self._gauges.joins.add(now - self._dialled_at)
        if self._knows_room:
            self._gauges.anew += 1
        if len(reply.chat) >= Room.SNAPSHOT:
            ledger.leave(me, self._lost_at - _IN_FLIGHT)
        ledger.read(me, [line.client_id for line in reply.chat])
        ledger.enter(me, now)
        self._knows_room, self._entered_at = True, now
        self.roster = {member.user_id: member.handle for member in reply.members}
        self.hands = {member.user_id for member in reply.members if member.hand_raised}
        self._people = {
            handle: walker for user, handle in self.roster.items() if (walker := self.room.people.get(user))
        }
        self._seen = {}
        for member in reply.members:
            if member.user_id == me:
                self._walk = Walk(member.position[0], member.position[2], self._random)
        return self._settle_in(now)

    # --- inside: events -------------------------------------------------------------------------------------

    def _hear(self, text: bytes, now: float) -> None:
        event = read_event(text)
        if event.offset is not None:
            self._note(event.offset)
        match event.name:
            case b"chat:message":
                self._listen(event.payload, now)
            case b"classroom:user-joined":
                self._meet(JOINED.decode(event.payload), now)
            case b"classroom:user-left":
                self._miss(LEFT.decode(event.payload).user_id)
            case b"classroom:hand-raised":
                hand = HAND.decode(event.payload)
                (self.hands.add if hand.raised else self.hands.discard)(hand.user_id)
            case b"classroom:closed":
                self._gauges.complain(event.payload.decode())
                self._knows_room = False
                self.phase = Phase.REFUSED

    def _note(self, offset: str) -> None:
        if self._pid is not None:
            if self._offset is not None and _place(offset) <= _place(self._offset):
                self.offsets_back += 1
            self._offset = offset

    def _listen(self, payload: bytes, now: float) -> None:
        mark = LINE.decode(payload).client_id
        said = self.room.ledger.hear(self.user_id, mark) if mark is not None else None
        if said is not None and self._gauges.measuring and self.steady_since <= said:
            speaker = self.room.people.get((mark or "").rpartition(".")[0])
            if speaker is not None and speaker.steady_since <= said:
                self._gauges.chats.add(now - said)

    def _meet(self, joined: Joined, now: float) -> None:
        member = joined.member
        if member is None:
            return
        self._miss(member.user_id)
        self.roster[member.user_id] = member.handle
        walker = self.room.people.get(member.user_id)
        if walker is not None:
            self._people[member.handle] = walker
            if walker.phase is Phase.INSIDE:
                self._gauges.arrivals.add(now - walker._entered_at)

    def _miss(self, user_id: str) -> None:
        handle = self.roster.pop(user_id, None)
        if handle is not None:
            self._people.pop(handle, None)
            self._seen.pop(handle, None)

    # --- inside: saying -------------------------------------------------------------------------------------

    def _speak(self, mark: str, now: float) -> bytes:
        return self._ask("chat:message", {"text": f"This is {self.name}.", "clientId": mark}, now, mark)

    def _signal(self, raised: bool, now: float) -> bytes:
        return self._ask("classroom:hand-raise", {"raised": raised}, now)

    def _ask(self, event: str, payload: Mapping[str, Any], now: float, mark: str = "") -> bytes:
        self._numbers += 1
        self._asked[self._numbers] = _Asked(event, now, mark)
        self._gauges.counts.emitted += 1
        return protocol.emit(event, payload, self._numbers)

    def _forget_wishes(self) -> None:
        if self._saying is not None:
            self.room.ledger.abandon(self._saying)
        self._saying = self._wants_hand = None


def _place(offset: str) -> tuple[int, int]:
    epoch, _, number = offset.partition("-")
    return int(epoch), int(number)
