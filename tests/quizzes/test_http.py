"""The quiz routes: a quiz from writing to reviewing, and what students never see before its end."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from tests.support.campus import MemoryCampus, memory_campus, problem

from eduverse.vocabulary.principal import Role

SECRET = "zz-secret"
QUESTIONS: list[dict[str, Any]] = [
    {
        "type": "single",
        "text": "Largest?",
        "explanation": f"{SECRET} because",
        "options": [{"text": "Mars"}, {"text": "Jupiter", "correct": True}],
    },
    {"type": "trueFalse", "text": "Venus turns slowly.", "correct": True},
    {"type": "shortAnswer", "text": "Found by calculation?", "accepted": [f"{SECRET} Neptune"]},
]


class Class:
    """A teacher, a student, a stranger and a classroom."""

    def __init__(self, campus: MemoryCampus) -> None:
        self.campus = campus

    async def begun(self) -> "Class":
        self.teacher = await self.campus.signed_in("ada", Role.EDUCATOR)
        self.student = await self.campus.signed_in("mira")
        self.stranger = await self.campus.signed_in("sam")
        room = (await self.teacher.post("/api/classrooms/create", json={"title": "Planets"})).json()["classroom"]
        self.room: str = room["id"]
        await self.student.post(f"/api/classrooms/{self.room}/join", json={})
        return self

    async def quiz(self, **fields: Any) -> str:
        """The path of an open quiz."""
        body = {"classroomId": self.room, "title": "Quiz", "questions": QUESTIONS, "maxAttempts": 2, **fields}
        made = await self.teacher.post("/api/quiz/create", json=body)
        assert made.status_code == 201, made.text
        path = f"/api/quiz/{made.json()['id']}"
        assert (await self.teacher.post(f"{path}/open", json={})).json()["state"] == "open"
        return path

    async def answers(self, path: str) -> dict[str, Any]:
        """What is right, by the texts that a student sees."""
        questions = (await self.student.get(f"{path}/attempt")).json()["questions"]
        options = {option["text"]: option["id"] for one in questions for option in one.get("options", [])}
        return {"q1": options["Jupiter"], "q2": True, "q3": f"{SECRET} neptune"}


@pytest.fixture
async def klass() -> AsyncIterator[Class]:
    async with memory_campus() as campus:
        yield await Class(campus).begun()


async def test_a_quiz_from_writing_to_reviewing(klass: Class) -> None:
    path = await klass.quiz()
    listed = (await klass.student.get("/api/quiz", params={"classroomId": klass.room})).json()["items"]
    assert [(one["state"], one["questionCount"], one["attemptsUsed"]) for one in listed] == [("open", 3, 0)]
    started = await klass.student.post(f"{path}/start", json={})
    assert (started.status_code, started.json()["state"], started.json()["number"]) == (201, "open", 1)
    right = await klass.answers(path)
    saved = await klass.student.put(f"{path}/answers/q1", json={"value": right["q1"], "revision": 0})
    assert (saved.status_code, saved.json()["revision"], saved.json()["answered"]) == (200, 1, 1)
    result = (await klass.student.post(f"{path}/submit", json={"answers": right})).json()
    assert (result["score"], result["passed"], result["tokensEarned"]) == (1, True, 10)
    assert (await klass.student.post(f"{path}/submit", json={"answers": {}})).json() == result
    assert (await klass.student.get("/api/auth/me")).json()["tokensEarned"] == 10
    rows = (await klass.teacher.get(f"{path}/results")).json()["rows"]
    assert [(row["name"], row["score"]) for row in rows] == [("Mira", 1)]
    assert (await klass.teacher.post(f"{path}/close", json={})).json()["state"] == "closed"
    review = (await klass.student.get(f"{path}/results")).json()["mine"][0]["review"]
    assert {one["question"]["id"]: one["key"] for one in review} == {**right, "q3": f"{SECRET} Neptune"}


async def everything_seen(client: httpx.AsyncClient, klass: Class, path: str) -> list[httpx.Response]:
    """Whatever a student can ask for about a quiz, in the course of an attempt."""
    return [
        await client.get("/api/quiz", params={"classroomId": klass.room}),
        await client.get(path),
        await client.post(f"{path}/start", json={}),
        await client.get(f"{path}/attempt"),
        await client.put(f"{path}/answers/q2", json={"value": False, "revision": 0}),
        await client.put(f"{path}/answers/q2", json={"value": True, "revision": 7}),
        await client.put(f"{path}/answers/q3", json={"value": 7}),
        await client.post(f"{path}/submit", json={"answers": {"q1": "nothing"}}),
        await client.post(f"{path}/submit", json={}),
        await client.get(f"{path}/results"),
    ]


async def test_no_answer_tells_the_key_while_the_quiz_is_open(klass: Class) -> None:
    path = await klass.quiz()
    for answer in await everything_seen(klass.student, klass, path):
        assert answer.status_code < 500
        for secret in (SECRET, '"correct"', '"accepted"'):
            assert secret not in answer.text, answer.request.url
    closed = await klass.teacher.post(f"{path}/close", json={})
    assert SECRET not in closed.text
    assert SECRET in (await klass.student.get(f"{path}/results")).text


async def test_strangers_see_nothing(klass: Class) -> None:
    path = await klass.quiz()
    for answer in await everything_seen(klass.stranger, klass, path):
        assert answer.status_code in (403, 404, 422)
        problem(answer)


async def test_what_another_tab_saved_comes_back_with_the_refusal(klass: Class) -> None:
    path = await klass.quiz()
    await klass.student.post(f"{path}/start", json={})
    await klass.student.put(f"{path}/answers/q2", json={"value": True, "revision": 0})
    refused = await klass.student.put(f"{path}/answers/q2", json={"value": False, "revision": 0})
    assert (refused.status_code, problem(refused)["code"]) == (409, "answer-changed")
    assert problem(refused)["current"] == {"value": True, "revision": 1}


async def test_starting_may_be_repeated_under_its_key(klass: Class) -> None:
    path = await klass.quiz()
    headers = {"idempotency-key": "k1"}
    first = await klass.student.post(f"{path}/start", json={}, headers=headers)
    again = await klass.student.post(f"{path}/start", json={}, headers=headers)
    assert first.json()["id"] == again.json()["id"]
    refused = await klass.student.post(f"{path}/start", json={})
    assert problem(refused)["attemptId"] == first.json()["id"]


async def test_the_servers_clock_decides(klass: Class) -> None:
    path = await klass.quiz(timeLimitSeconds=60)
    started = (await klass.student.post(f"{path}/start", json={})).json()
    assert (started["serverTime"], started["deadline"]) == ("2026-03-02T12:00:00Z", "2026-03-02T12:01:00Z")
    right = await klass.answers(path)
    klass.campus.clock.advance(60)
    late = await klass.student.put(f"{path}/answers/q2", json={"value": True, "revision": 0})
    assert problem(late)["code"] == "attempt-closed"
    klass.campus.clock.advance(started["graceSeconds"])
    result = (await klass.student.post(f"{path}/submit", json={"answers": right})).json()
    assert (result["score"], result["submittedBy"]) == (0, "clock")


async def test_a_question_without_a_key_is_named(klass: Class) -> None:
    body = {"classroomId": klass.room, "title": "Quiz", "questions": [QUESTIONS[1], {**QUESTIONS[0], "options": []}]}
    assert (
        problem(await klass.teacher.post("/api/quiz/create", json=body))["errors"][0]["field"] == "questions[1].options"
    )
    body["questions"][1]["options"] = [{"text": "a"}, {"text": "b"}]  # type: ignore[index]
    refused = problem(await klass.teacher.post("/api/quiz/create", json=body))
    assert (refused["code"], refused["errors"][0]["field"]) == ("invalid-question", "questions[1].options")
    assert (await klass.student.post("/api/quiz/create", json=body)).status_code in (403, 422)
