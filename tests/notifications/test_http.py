"""The notification routes, on a whole campus."""

from collections.abc import AsyncIterator

import httpx
import pytest
from tests.support.campus import MemoryCampus, memory_campus, problem

from eduverse.vocabulary.principal import Role


@pytest.fixture
async def campus() -> AsyncIterator[MemoryCampus]:
    async with memory_campus() as campus:
        yield campus


async def a_class(campus: MemoryCampus) -> tuple[httpx.AsyncClient, httpx.AsyncClient, str]:
    """A teacher, a student, and the class they share."""
    ada, mira = await campus.signed_in("ada", Role.EDUCATOR), await campus.signed_in("mira")
    opened = await ada.post("/api/classrooms/create", json={"title": "Planets"})
    room: str = opened.json()["classroom"]["id"]
    await mira.post(f"/api/classrooms/{room}/join", json={})
    return ada, mira, room


async def test_from_a_notice_to_read(campus: MemoryCampus) -> None:
    ada, mira, room = await a_class(campus)
    given = await ada.post("/api/notifications/notices", json={"classroomId": room, "text": "Bring paper"})
    assert (given.status_code, given.json()) == (201, {"students": 1})
    assert (await mira.get("/api/notifications/unread")).json() == {"unread": 1}
    listed = (await mira.get("/api/notifications")).json()
    (one,) = listed["items"]
    assert one["about"] == {
        "kind": "notice",
        "classroomId": room,
        "classroom": "Planets",
        "teacher": "Ada",
        "text": "Bring paper",
    }
    assert (one["unread"], listed["unread"], listed["next"]) == (True, 1, None)
    read = await mira.post(f"/api/notifications/{one['id']}/read", json={})
    assert (read.status_code, read.json()) == (200, {"unread": 0})
    all_read = await mira.post("/api/notifications/read-all", json={"upTo": listed["readAt"]})
    assert (all_read.status_code, all_read.json()) == (200, {"unread": 0})


async def test_the_teacher_is_told_who_came_by_name_alone(campus: MemoryCampus) -> None:
    ada, _, room = await a_class(campus)
    (one,) = (await ada.get("/api/notifications")).json()["items"]
    assert one["about"] == {
        "kind": "studentsEnrolled",
        "classroomId": room,
        "classroom": "Planets",
        "names": ["Mira"],
        "count": 1,
    }


async def test_an_open_quiz_is_told_to_who_is_elsewhere(campus: MemoryCampus) -> None:
    ada, mira, room = await a_class(campus)
    question = {"type": "trueFalse", "text": "Is it?", "correct": True}
    made = await ada.post("/api/quiz/create", json={"classroomId": room, "title": "Orbits", "questions": [question]})
    await ada.post(f"/api/quiz/{made.json()['id']}/open", json={})
    (one,) = (await mira.get("/api/notifications")).json()["items"]
    assert (one["about"]["kind"], one["about"]["title"]) == ("quizOpened", "Orbits")


async def test_preferences(campus: MemoryCampus) -> None:
    mira = await campus.signed_in("mira")
    before = (await mira.get("/api/notifications/preferences")).json()
    assert before["channels"]["notice"] == "mail"
    changed = await mira.put("/api/notifications/preferences", json={"channels": {"notice": "off"}, "language": "de"})
    assert changed.json() == {"channels": {**before["channels"], "notice": "off"}, "language": "de"}


@pytest.mark.parametrize(
    "body", [{"channels": {"notice": "fax"}}, {"channels": {"gossip": "app"}}, {"language": "tlh"}, {"volume": 11}]
)
async def test_preferences_that_are_none(campus: MemoryCampus, body: object) -> None:
    mira = await campus.signed_in("mira")
    answer = await mira.put("/api/notifications/preferences", json=body)
    assert problem(answer)["status"] == 422


async def test_what_is_not_mine_is_not_there(campus: MemoryCampus) -> None:
    ada, _, room = await a_class(campus)
    await ada.post("/api/notifications/notices", json={"classroomId": room, "text": "Hello"})
    sam = await campus.signed_in("sam")
    listed = (await sam.get("/api/notifications")).json()
    assert listed["items"] == []
    answer = await sam.post("/api/notifications/notice:x:mira/read", json={})
    assert problem(answer)["code"] == "notification-not-found"
    refused = await sam.post("/api/notifications/notices", json={"classroomId": room, "text": "Hello"})
    assert refused.status_code == 403
