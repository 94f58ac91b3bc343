"""The chat's route."""

from collections.abc import AsyncIterator

import pytest
from tests.support.campus import MemoryCampus, memory_campus, problem

from eduverse.live.model.chat import CHAT_MESSAGES, ChatEntry, place_in_chat
from eduverse.vocabulary.principal import Role


@pytest.fixture
async def campus() -> AsyncIterator[MemoryCampus]:
    async with memory_campus() as campus:
        yield campus


async def classroom(campus: MemoryCampus, *, said: int = 0) -> str:
    """A classroom with a teacher, a student and some messages, of which the second is deleted."""
    teacher, student = await campus.signed_in("ada", Role.EDUCATOR), await campus.signed_in("mira")
    room: str = (await teacher.post("/api/classrooms/create", json={"title": "R"})).json()["classroom"]["id"]
    await student.post(f"/api/classrooms/{room}/join")
    for number in range(said):
        entry = ChatEntry(
            id=f"m{number}",
            classroom_id=room,
            place=place_in_chat(room, str(number)),
            user_id="mira",
            name="Mira",
            text=f"Message {number}",
            sent_at=campus.clock.now(),
            deleted=number == 1,
        )
        await campus.storage.collection(CHAT_MESSAGES).insert(entry)
    return room


async def test_what_was_said_is_read_in_pages(campus: MemoryCampus) -> None:
    path = f"/api/classrooms/{await classroom(campus, said=5)}/chat"
    student = campus.client(campus.keys.access_token("mira", "s-mira", campus.clock.now()))
    first = (await student.get(path, params={"limit": 3})).json()
    assert [message["text"] for message in first["items"]] == ["Message 4", "Message 3", "Message 2"]
    assert set(first["items"][0]) == {"id", "userId", "name", "text", "sentAt", "clientId"}
    rest = (await student.get(path, params={"cursor": first["next"]})).json()
    assert ([message["text"] for message in rest["items"]], rest["next"]) == (["Message 0"], None)


async def test_who_may_not(campus: MemoryCampus) -> None:
    path = f"/api/classrooms/{await classroom(campus)}/chat"
    stranger = await campus.signed_in("sam")
    assert problem(await stranger.get(path))["code"] == "forbidden"
    assert problem(await campus.client().get(path))["status"] == 401
    assert problem(await stranger.get("/api/classrooms/nothing/chat"))["code"] == "classroom-not-found"


@pytest.mark.parametrize(
    ("query", "code"), [({"limit": "0"}, "invalid"), ({"limit": "101"}, "invalid"), ({"cursor": "x"}, "bad-cursor")]
)
async def test_a_wrong_query(campus: MemoryCampus, query: dict[str, str], code: str) -> None:
    path = f"/api/classrooms/{await classroom(campus)}/chat"
    student = campus.client(campus.keys.access_token("mira", "s-mira", campus.clock.now()))
    assert problem(await student.get(path, params=query))["code"] == code
