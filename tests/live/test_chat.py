"""Saying something, reading what was said, and taking it back."""

from typing import Any, Literal

import pytest
from tests.support.faults import Crash, FaultyStorage
from tests.support.lessons import ROOM, Lesson
from tests.support.people import EDUCATOR, STRANGER, STUDENT, person

from eduverse.kernel.documents import BadCursor, StorageUnavailable
from eduverse.live import chat
from eduverse.live.errors import MessageDeleted, MessageNotFound
from eduverse.live.model.chat import CHAT_KEPT, CHAT_MESSAGES
from eduverse.vocabulary.messages import Accepted, ChatDeleted, ChatMessage, ChatSaid, Typing
from eduverse.vocabulary.permissions import Forbidden

TOM = person("tom")


async def texts(lesson: Lesson, room: str = ROOM) -> list[str]:
    return [message.text for message in await lesson.live.chat.newest(room)]


async def test_what_is_said_reaches_the_room_once() -> None:
    lesson = Lesson()
    student = lesson.arrive(STUDENT)
    replies = [await lesson.send("chat:message", student, text=" Hello! ", clientId="c1") for _ in range(2)]
    (said,) = lesson.told(ChatMessage)
    assert (said.text, said.user_id, said.name, said.client_id) == ("Hello!", "mira", "Mira", "c1")
    assert said.sent_at == lesson.clock.now()
    assert replies == [ChatSaid(message=said)] * 2
    assert await lesson.live.chat.newest(ROOM) == [said]


async def test_a_mark_belongs_to_its_sender_and_its_room() -> None:
    lesson = Lesson()
    mira, tom, elsewhere = lesson.arrive(STUDENT), lesson.arrive(TOM), lesson.arrive(STUDENT, "t2", room="room-2")
    for who in (mira, tom, elsewhere, mira):
        await lesson.say(f"by {who.principal.name}", who, clientId="c1")
    assert await texts(lesson) == ["by Mira", "by Tom"]
    assert await texts(lesson, "room-2") == ["by Mira"]


async def test_messages_without_a_mark_are_never_the_same() -> None:
    lesson = Lesson()
    student = lesson.arrive(STUDENT)
    for _ in range(3):
        await lesson.say("again", student)
    assert await texts(lesson) == ["again"] * 3


async def test_a_restart_loses_nothing_and_repeats_nothing() -> None:
    lesson = Lesson()
    said = await lesson.say("before", lesson.arrive(STUDENT), clientId="c1")
    lesson.restarted()
    assert await lesson.say("before", lesson.arrive(STUDENT), clientId="c1") == said
    assert await texts(lesson) == ["before"]


@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_message_that_is_sent_again_after_a_crash_is_said_once(when: Literal["before", "after"]) -> None:
    storage = FaultyStorage()
    lesson = Lesson(storage)
    storage.crash_at_write(1, when)
    with pytest.raises(Crash):
        await lesson.send("chat:message", lesson.arrive(STUDENT), clientId="c1")
    lesson.restarted()
    await lesson.send("chat:message", lesson.arrive(STUDENT), clientId="c1")
    assert await texts(lesson) == ["Hello"]
    assert len(lesson.told(ChatMessage)) == 1, "nobody was told before the crash"


async def test_a_message_is_told_that_was_stored_without_our_knowing() -> None:
    """The store did not answer, so nobody was told, although it had the message."""
    shared = FaultyStorage()
    await Lesson(shared).send("chat:message", (other := Lesson(shared)).arrive(STUDENT), clientId="c1")
    shared.fail("chat_messages", "insert", StorageUnavailable())
    student = other.arrive(STUDENT)
    with pytest.raises(StorageUnavailable):
        await other.send("chat:message", student, clientId="c1")
    for _ in range(2):
        await other.send("chat:message", student, clientId="c1")
    assert len(other.told(ChatMessage)) == 1


async def test_what_was_told_long_ago_is_told_again_when_it_is_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Browsers know a message by its id; what is remembered here has an end."""
    monkeypatch.setattr(chat, "_REMEMBERED", 2)
    lesson = Lesson()
    student = lesson.arrive(STUDENT)
    for mark in ("c1", "c2", "c3", "c3", "c1"):
        await lesson.say(mark, student, clientId=mark)
    assert [message.text for message in lesson.told(ChatMessage)] == ["c1", "c2", "c3", "c1"]
    assert await texts(lesson) == ["c1", "c2", "c3"]


async def test_typing_is_not_told_to_the_one_who_types() -> None:
    lesson = Lesson()
    assert await lesson.send("chat:typing", lesson.arrive(STUDENT), typing=True) == Accepted()
    assert [(one.message, one.skip_user) for one in lesson.broadcaster.said] == [
        (Typing(user_id="mira", typing=True), "mira")
    ]


async def test_a_teacher_deletes_for_everybody_and_for_good() -> None:
    lesson = Lesson()
    student, teacher = lesson.arrive(STUDENT), lesson.teacher()
    rude = await lesson.say("rude", student, clientId="c1")
    await lesson.say("kind", student)
    for _ in range(2):
        await lesson.send("chat:delete", teacher, messageId=rude)
    assert lesson.told(ChatDeleted) == [ChatDeleted(message_id=rude)] * 2
    assert await texts(lesson) == ["kind"]
    assert [one.text for one in (await lesson.live.chat.page(STUDENT, ROOM, after=None, limit=10)).items] == ["kind"]
    stored = await lesson.storage.collection(CHAT_MESSAGES).get(rude)
    assert stored
    assert stored.text == ""
    with pytest.raises(MessageDeleted):
        await lesson.say("rude", student, clientId="c1")
    assert await texts(lesson) == ["kind"]


async def test_a_message_of_another_room_is_not_there_to_be_deleted() -> None:
    lesson = Lesson()
    elsewhere = await lesson.say("there", lesson.arrive(STUDENT, room="room-2"))
    for message_id in (elsewhere, "nothing"):
        with pytest.raises(MessageNotFound):
            await lesson.send("chat:delete", lesson.teacher(), messageId=message_id)
    assert await texts(lesson, "room-2") == ["there"]


async def test_who_comes_late_is_given_the_newest() -> None:
    lesson = Lesson()
    student = lesson.arrive(STUDENT)
    for number in range(CHAT_KEPT + 5):
        await lesson.say(f"m{number}", student)
    await lesson.say("elsewhere", lesson.arrive(STUDENT, "t2", room="room-10"))
    assert await texts(lesson) == [f"m{number}" for number in range(5, CHAT_KEPT + 5)]


async def test_older_messages_are_read_in_pages() -> None:
    lesson = Lesson()
    student = lesson.arrive(STUDENT)
    for number in range(7):
        await lesson.say(f"m{number}", student)
    read: list[Any] = []
    after = None
    for _ in range(3):
        page = await lesson.live.chat.page(STUDENT, ROOM, after=after, limit=3)
        read += [entry.text for entry in page.items]
        after = page.next
    assert (read, after) == ([f"m{number}" for number in reversed(range(7))], None)
    assert (await lesson.live.chat.page(EDUCATOR, ROOM, after=None, limit=3)).items
    with pytest.raises(BadCursor):
        await lesson.live.chat.page(STUDENT, ROOM, after="nonsense", limit=3)


async def test_what_was_said_is_for_those_who_are_in_the_class() -> None:
    lesson = Lesson()
    lesson.classes.strangers.add(STRANGER.user_id)
    with pytest.raises(Forbidden):
        await lesson.live.chat.page(STRANGER, ROOM, after=None, limit=3)
