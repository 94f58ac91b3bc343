"""A person without a network: what they say to what they are told."""

from random import Random
from typing import Any

import msgspec

from eduverse.load.gauges import Gauges
from eduverse.load.person import Person, Phase, Room
from eduverse.load.protocol import PONG
from eduverse.realtime.wire.avatars import encode_record, encode_records

OPEN = b'0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1}'


def member(user: str, handle: int, **more: Any) -> dict[str, Any]:
    return {"userId": user, "handle": handle, "position": [0, 0, 0], **more}


def answer(asked: bytes, **reply: Any) -> bytes:
    """The server's answer to what was sent."""
    number = asked[2 : asked.index(b"[")]
    return b"43" + number + msgspec.json.encode([{"ok": True, **reply}])


def event(name: str, payload: Any, offset: str | None = None) -> bytes:
    return b"42" + msgspec.json.encode([name, payload, *([offset] if offset else [])])


class Class:
    """Tom and Mira in one room; the test is their server."""

    def __init__(self) -> None:
        self.gauges = Gauges()
        self.gauges.measuring = True
        self.room = Room("r", self.gauges)
        self.tom = Person("tom", "Tom", self.room, Random(1))
        self.mira = Person("mira", "Mira", self.room, Random(2))

    def enter(self, person: Person, *, pid: str = "p", chat: tuple[str, ...] = (), now: float = 0.0) -> None:
        join = self.greet(person, pid, now)
        reply = {"members": [member("tom", 1), member("mira", 2)], "chat": [{"clientId": mark} for mark in chat]}
        person.receive(answer(join, **reply), now)

    def greet(self, person: Person, pid: str, now: float) -> bytes:
        """Dials and signs in; returns what they ask for first."""
        person.dial("token", now)
        (self.hello,) = person.receive(OPEN, now)
        asked = person.receive(b"40" + msgspec.json.encode({"sid": "s", "pid": pid}), now)
        return asked[0] if asked else b""


def test_coming_in() -> None:
    room = Class()
    assert room.greet(room.tom, "p", 0.0).startswith(b'421["classroom:join",{"classroomId":"r","avatars":"binary"}]')
    assert room.hello == b'40{"token":"token"}'
    assert room.tom.phase is Phase.ENTERING
    room.enter(room.mira)
    assert room.mira.phase is Phase.INSIDE
    assert room.mira.roster == {"tom": 1, "mira": 2}


def test_a_ping_is_answered_and_puts_the_end_off() -> None:
    room = Class()
    room.enter(room.tom)
    assert room.tom.heartbeat_by == 45.0
    assert room.tom.receive(b"2", 25.0) == [PONG]
    assert room.tom.heartbeat_by == 70.0


def test_who_comes_back_shows_where_they_were_and_says_again_what_nobody_answered() -> None:
    room = Class()
    room.enter(room.tom)
    said = room.tom.say(1.0)
    assert said is not None
    assert room.tom.say(1.1) is None
    room.tom.receive(event("chat:typing", {"userId": "mira", "typing": True}), 1.2)
    room.tom.receive(event("classroom:user-left", {"userId": "mira"}, "5-9"), 1.3)
    room.tom.lost(2.0)
    again = room.greet(room.tom, "p", 3.0)
    assert room.hello == b'40{"token":"token","pid":"p","offset":"5-9"}'
    assert room.tom.recovered
    assert room.tom.phase is Phase.INSIDE
    assert again.partition(b"[")[2] == said.partition(b"[")[2]
    room.tom.receive(answer(again), 3.1)
    assert room.room.ledger.verdict().unanswered == 0
    assert room.tom.say(4.0) is not None


def test_who_comes_back_as_somebody_new_enters_again() -> None:
    room = Class()
    room.enter(room.tom)
    room.tom.lost(2.0)
    room.enter(room.tom, pid="another", now=3.0)
    assert (room.gauges.anew, room.gauges.recovered) == (1, 0)
    assert room.tom.phase is Phase.INSIDE


def test_a_message_told_twice_is_found() -> None:
    room = Class()
    room.enter(room.tom)
    room.enter(room.mira)
    room.tom.say(1.0)
    told = event("chat:message", {"id": "x", "userId": "tom", "clientId": "tom.1"})
    room.mira.receive(told, 1.5)
    assert room.gauges.chats.count == 1
    room.mira.receive(told, 1.6)
    assert room.room.ledger.verdict().doubled == 1


def test_places_must_grow() -> None:
    room = Class()
    room.enter(room.tom)
    for place in ("5-9", "5-10", "5-10"):
        room.tom.receive(event("classroom:user-left", {"userId": "x"}, place), 1.0)
    assert room.tom.offsets_back == 1


def test_a_message_missed_by_somebody_new_may_be_in_what_they_are_given() -> None:
    room = Class()
    room.enter(room.tom)
    room.enter(room.mira)
    room.mira.lost(1.0)
    said = room.tom.say(2.0)
    assert said is not None
    room.tom.receive(event("chat:message", {"clientId": "tom.1"}), 2.0)
    room.tom.receive(answer(said), 2.0)
    assert room.room.ledger.verdict().lost == 1
    room.enter(room.mira, pid="another", chat=("tom.1",), now=3.0)
    assert room.room.ledger.verdict().lost == 0


def test_who_leaves_is_told_of_nothing_more() -> None:
    room = Class()
    room.enter(room.tom)
    room.tom.say(0.5)
    left = room.tom.leave(1.0)
    room.tom.receive(answer(left), 1.1)
    assert room.tom.phase is Phase.OUTSIDE
    assert not room.tom.roster
    assert room.room.ledger.verdict().complete


def test_people_and_hands_come_and_go() -> None:
    room = Class()
    room.enter(room.tom)
    room.tom.receive(event("classroom:user-joined", {"userId": "a", "name": "A", "member": member("a", 9)}), 1.0)
    room.tom.receive(event("classroom:user-joined", {"userId": "b", "name": "B", "member": None}), 1.0)
    room.tom.receive(event("classroom:hand-raised", {"userId": "a", "raised": True}), 1.0)
    assert room.tom.roster == {"tom": 1, "mira": 2, "a": 9}
    assert room.tom.hands == {"a"}
    room.tom.receive(event("classroom:user-left", {"userId": "a", "reason": "left"}), 1.0)
    assert "a" not in room.tom.roster


def test_an_arrival_is_timed_from_the_reply_to_its_being_told() -> None:
    room = Class()
    room.enter(room.tom)
    room.enter(room.mira, now=1.0)
    room.tom.receive(
        event("classroom:user-joined", {"userId": "mira", "name": "Mira", "member": member("mira", 2)}), 1.5
    )
    assert abs(room.gauges.arrivals.percentile(1.0) - 0.5) < 0.005


def test_a_hand_is_raised_and_taken_down() -> None:
    room = Class()
    room.enter(room.tom)
    up = room.tom.turn_hand(1.0)
    assert up is not None
    assert b'{"raised":true}' in up
    assert room.tom.turn_hand(1.1) is None
    room.tom.receive(event("classroom:hand-raised", {"userId": "tom", "raised": True}), 1.2)
    room.tom.receive(answer(up), 1.2)
    down = room.tom.turn_hand(2.0)
    assert down is not None
    assert b'{"raised":false}' in down


def test_a_position_is_timed_from_its_sending_to_its_being_seen() -> None:
    room = Class()
    room.enter(room.tom)
    room.enter(room.mira)
    for moment in (1.0, 1.1):
        sent = msgspec.json.decode(room.tom.move(0.1, moment)[2:])[1]
        record = encode_record(1, sent["position"], sent["rotation"])
        room.mira.records(encode_records(0.0, [record]), moment + 0.05)
        room.mira.records(encode_records(0.0, [record]), moment + 0.06)
    assert room.gauges.moves.count == room.gauges.refreshes.count == 1
    assert abs(room.gauges.moves.percentile(1.0) - 0.05) < 0.001
    assert abs(room.gauges.refreshes.percentile(1.0) - 0.1) < 0.001


def test_a_position_nobody_sent_is_a_corrected_one() -> None:
    room = Class()
    room.enter(room.mira)
    for x in (1.0, 2.0):
        room.mira.records(encode_records(0.0, [encode_record(1, (x, 0, 0), 0.0)]), x)
    assert room.gauges.unknown_positions == 1


def test_who_is_refused_lets_go_of_the_connection() -> None:
    room = Class()
    room.tom.dial("token", 0.0)
    room.tom.receive(b'44{"message":"Sign in again"}', 0.0)
    assert room.tom.phase is Phase.REFUSED
    assert "Sign in again" in room.gauges.complaints[0]
