"""What people do in a room, over their socket."""

from typing import Any

import pytest
from tests.support.broadcaster import RecordingBroadcaster
from tests.support.clock import FakeClock
from tests.support.entropy import fake_ids
from tests.support.people import STUDENT

from eduverse.classrooms.live import LiveRooms
from eduverse.classrooms.sockets import ClassroomSockets
from eduverse.vocabulary.events import RoomExited
from eduverse.vocabulary.messages import (
    CLIENT_EVENTS,
    SERVER_EVENTS,
    Accepted,
    AvatarActed,
    AvatarAction,
    ChatMessage,
    ChatSaid,
    ChatSay,
    ChatTyping,
    HandRaise,
    HandRaised,
    Typing,
)
from eduverse.vocabulary.principal import Standing
from eduverse.vocabulary.sockets import Caller, NotInRoom, Place

HERE = Caller(principal=STUDENT, place=Place(classroom_id="room", standing=Standing.STUDENT))


class Room:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.broadcaster = RecordingBroadcaster()
        self.rooms = LiveRooms()
        self.sockets = ClassroomSockets(self.rooms, self.broadcaster, clock=self.clock, ids=fake_ids(self.clock))

    async def send(self, event: str, data: Any, caller: Caller = HERE) -> Accepted:
        return await self.sockets.table[event](caller, data)


async def test_what_is_said_reaches_the_room_once() -> None:
    room = Room()
    replies = [await room.send("chat:message", ChatSay(text=" Hello! ", client_id="c1")) for _ in range(2)]
    said = room.broadcaster.messages(ChatMessage, "room:room")
    assert len(said) == 1
    assert (said[0].text, said[0].user_id, said[0].name, said[0].client_id) == ("Hello!", "mira", "Mira", "c1")
    assert said[0].sent_at == room.clock.now()
    assert replies == [ChatSaid(message=said[0])] * 2
    assert room.rooms.of("room").chat == said


async def test_typing_is_not_told_to_the_one_who_types() -> None:
    room = Room()
    assert await room.send("chat:typing", ChatTyping(typing=True)) == Accepted()
    assert [(one.message, one.skip_user) for one in room.broadcaster.said] == [
        (Typing(user_id="mira", typing=True), "mira")
    ]


async def test_a_hand_is_told_when_it_changes() -> None:
    room = Room()
    for raised in (False, True, True, False):
        await room.send("classroom:hand-raise", HandRaise(raised=raised))
    assert [one.raised for one in room.broadcaster.messages(HandRaised, "room:room")] == [True, False]


async def test_a_hand_does_not_stay_up_behind_somebody_who_left() -> None:
    room = Room()
    await room.send("classroom:hand-raise", HandRaise(raised=True))
    await room.sockets.on_exited(RoomExited(classroom_id="room", user_id="mira", at=room.clock.now()))
    assert not room.rooms.of("room").has_hand_raised("mira")


async def test_gestures() -> None:
    room = Room()
    await room.send("avatar:action", AvatarAction(action="wave"))
    assert room.broadcaster.messages(AvatarActed, "room:room") == [AvatarActed(user_id="mira", action="wave")]


@pytest.mark.parametrize(
    ("event", "data"),
    [
        ("chat:message", ChatSay(text="Hello")),
        ("chat:typing", ChatTyping(typing=True)),
        ("classroom:hand-raise", HandRaise(raised=True)),
        ("avatar:action", AvatarAction(action="wave")),
    ],
)
async def test_nothing_is_done_from_outside_a_room(event: str, data: Any) -> None:
    room = Room()
    with pytest.raises(NotInRoom):
        await room.send(event, data, Caller(principal=STUDENT))
    assert room.broadcaster.said == []


def test_the_table_speaks_the_vocabulary() -> None:
    assert set(Room().sockets.table) <= set(CLIENT_EVENTS)
    assert {ChatMessage, Typing, HandRaised, AvatarActed} <= set(SERVER_EVENTS.values())
