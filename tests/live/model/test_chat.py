"""What was said, as documents."""

from typing import Any

from tests.support.clock import NOON

from eduverse.live.model.chat import (
    CHAT_BYTES,
    CHAT_MESSAGES,
    ChatEntry,
    chat_id,
    delete,
    in_classroom,
    message_of,
    newest_that_fit,
    place_in_chat,
)
from eduverse.storage.layout import Layout


def entry(number: int = 1, **fields: Any) -> ChatEntry:
    values: dict[str, Any] = {
        "id": f"m{number}",
        "classroom_id": "room",
        "place": place_in_chat("room", str(number)),
        "user_id": "mira",
        "name": "Mira",
        "text": f"Message {number}",
        "sent_at": NOON,
        **fields,
    }
    return ChatEntry(**values)


def test_a_mark_of_a_sender_in_a_classroom_is_one_message() -> None:
    same = chat_id("room", "mira", "c1")
    assert chat_id("room", "mira", "c1") == same
    others = [("other", "mira", "c1"), ("room", "tom", "c1"), ("room", "mira", "c2"), ("room", "mir", "ac1")]
    assert len({same, *(chat_id(*other) for other in others)}) == 5
    assert len(chat_id("r" * 64, "u" * 64, "c" * 64)) <= 64


def test_the_places_of_a_classroom_are_its_own() -> None:
    conditions = Layout(CHAT_MESSAGES).conditions(in_classroom("room"))

    def inside(classroom_id: str) -> bool:
        found = entry(place=place_in_chat(classroom_id, "01h"))
        return all(condition.holds(found) for condition in conditions)

    assert [inside(one) for one in ("room", "room2", "roo", "room-", "s")] == [True, False, False, False, False]


def test_what_is_deleted_has_no_text_and_is_deleted_once() -> None:
    gone = delete(entry())
    assert (gone.text, gone.deleted, gone.id) == ("", True, "m1")
    assert delete(gone) is gone


def test_a_message_as_the_room_sees_it() -> None:
    message = message_of(entry(client_id="c1"))
    assert (message.id, message.user_id, message.name, message.text, message.sent_at, message.client_id) == (
        *("m1", "mira", "Mira", "Message 1"),
        NOON,
        "c1",
    )


def test_the_newest_come_oldest_first_without_the_deleted() -> None:
    newest_first = [entry(3), delete(entry(2)), entry(1)]
    assert [message.id for message in newest_that_fit(newest_first)] == ["m1", "m3"]


def test_no_more_text_than_fits() -> None:
    """A hundred messages of the longest kind would be more than a client may have waiting."""
    half = "ä" * (CHAT_BYTES // 4 - 1)
    newest_first = [entry(4, text=half), entry(3, text=half), entry(2, text="x"), entry(1, text="x")]
    assert [message.id for message in newest_that_fit(newest_first)] == ["m3", "m4"]
    escaped = [entry(number, text="\x01" * 1000) for number in range(100)]
    assert len(newest_that_fit(escaped)) == CHAT_BYTES // 6002
