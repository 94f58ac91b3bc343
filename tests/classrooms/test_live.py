"""What a room remembers while a class is on."""

from tests.support.clock import NOON

from eduverse.classrooms.live import CHAT_KEPT, LiveRoom, LiveRooms
from eduverse.vocabulary.messages import ChatMessage


def message(number: int, *, user_id: str = "mira", client_id: str | None = None) -> ChatMessage:
    return ChatMessage(
        id=f"m{number}", user_id=user_id, name="Mira", text=f"text {number}", sent_at=NOON, client_id=client_id
    )


def test_chat_is_kept_in_order_up_to_a_hundred() -> None:
    room = LiveRoom()
    for number in range(CHAT_KEPT + 20):
        assert room.say(message(number)) == (message(number), True)
    assert [one.id for one in room.chat] == [f"m{number}" for number in range(20, CHAT_KEPT + 20)]


def test_one_mark_of_one_sender_is_one_message() -> None:
    room = LiveRoom()
    first = message(1, client_id="c1")
    assert room.say(first) == (first, True)
    assert room.say(message(2, client_id="c1")) == (first, False)
    assert room.say(message(3, client_id="c2"))[1]
    assert room.say(message(4, client_id="c1", user_id="tom"))[1]
    assert [one.id for one in room.chat] == ["m1", "m3", "m4"]


def test_messages_without_a_mark_are_never_the_same() -> None:
    room = LiveRoom()
    assert all(room.say(message(number))[1] for number in (1, 1, 1))


def test_hands() -> None:
    room = LiveRoom()
    assert [room.hand("mira", raised=raised) for raised in (False, True, True, False, False)] == [
        *(False, True, False, True, False)
    ]
    room.hand("mira", raised=True)
    assert (room.has_hand_raised("mira"), room.has_hand_raised("tom")) == (True, False)


def test_the_chat_that_is_given_out_is_a_copy() -> None:
    room = LiveRoom()
    room.chat.append(message(1))
    assert room.chat == []


def test_rooms_are_apart_and_the_longest_unused_is_forgotten() -> None:
    rooms = LiveRooms()
    rooms.of("first").say(message(1))
    assert rooms.of("second").chat == []
    for number in range(1_999):
        rooms.of(f"room-{number}")
        assert rooms.of("first").chat
    for number in range(2_000):
        rooms.of(f"another-{number}")
    assert rooms.of("first").chat == []
