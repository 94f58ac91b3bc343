"""The quiz routes: a quiz from writing to reviewing, and what students never see before its end."""

import json
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


# --- settings, accommodations, essays and the bank over the wire

KINDS: list[dict[str, Any]] = [
    *QUESTIONS,
    {
        "type": "multiple",
        "text": "Rings?",
        "options": [{"text": "Saturn", "weight": 1}, {"text": "Mars", "weight": -1}],
    },
    {"type": "numeric", "text": "g?", "accepted": [{"value": 9.81, "tolerance": 0.01}], "units": [{"name": "m/s²"}]},
    {"type": "essay", "text": "Why?", "graderNotes": f"{SECRET} notes", "points": 5},
    {
        "type": "matching",
        "text": "Whose moon?",
        "pairs": [{"prompt": "Io", "answer": "Jupiter"}, {"prompt": "Europa", "answer": "Jupiter"}],
        "distractors": ["Mars"],
    },
    {"type": "ordering", "text": "From the Sun.", "items": ["Mercury", "Venus", "Earth"], "strategy": "relativeNext"},
    {
        "type": "cloze",
        "text": "{{a}} is {{b}} than {{c}} Earths.",
        "gaps": [
            {"type": "choice", "id": "a", "options": [{"text": "Jupiter", "correct": True}, {"text": "Mars"}]},
            {"type": "text", "id": "b", "accepted": [f"{SECRET} larger"]},
            {"type": "number", "id": "c", "accepted": [{"value": 1000, "high": 1400}]},
        ],
    },
]


async def test_every_kind_of_question_is_asked_without_its_key(klass: Class) -> None:
    path = await klass.quiz(questions=KINDS, shuffle=False)
    started = await klass.student.post(f"{path}/start", json={})
    assert SECRET not in started.text
    asked = {one["type"]: one for one in started.json()["questions"]}
    assert len(asked) == len(KINDS) == 9
    assert all("weight" not in json.dumps(one) and "accepted" not in one for one in asked.values())
    assert len(asked["matching"]["choices"]) == 2
    assert sorted(item["text"] for item in asked["ordering"]["items"]) == ["Earth", "Mercury", "Venus"]
    names = [gap["id"] for gap in asked["cloze"]["gaps"]]
    assert asked["cloze"]["text"] == f"{{{{{names[0]}}}}} is {{{{{names[1]}}}}} than {{{{{names[2]}}}}} Earths."
    assert not {"a", "b", "c"} & set(names)
    seen = (await klass.teacher.get(f"{path}/preview")).json()["questions"]
    ordering, cloze = seen[7], seen[8]
    last: dict[str, Any] = {
        asked["numeric"]["id"]: "9,81 m/s^2",
        asked["ordering"]["id"]: [item["id"] for item in ordering["items"]],
        asked["matching"]["id"]: {pair["id"]: pair["choiceId"] for pair in seen[6]["pairs"]},
        asked["cloze"]["id"]: {names[0]: cloze["gaps"][0]["options"][0]["id"], names[2]: "1 300"},
        asked["essay"]["id"]: "Because.",
    }
    result = (await klass.student.post(f"{path}/submit", json={"answers": last})).json()
    verdicts = {one["question"]["type"]: one["verdict"] for one in result["review"]}
    assert verdicts == {
        **{"single": "wrong", "trueFalse": "wrong", "shortAnswer": "wrong", "multiple": "wrong"},
        **{"numeric": "right", "ordering": "right", "matching": "right", "cloze": "partly", "essay": "waiting"},
    }
    assert (result["state"], result["score"], result["passed"]) == ("needsGrading", None, None)
    refused = await klass.student.post(f"{path}/attempts/{result['attemptId']}/marks", json={"marks": {"q6": 1}})
    assert refused.status_code == 403
    marked = await klass.teacher.post(f"{path}/attempts/{result['attemptId']}/marks", json={"marks": {"q6": 1}})
    assert (marked.json()["state"], marked.json()["score"] > 0.5) == ("graded", True)
    assert SECRET in marked.text
    best = (await klass.student.get(f"{path}/my-best")).json()
    assert (best["score"], best["waiting"], best["passed"]) == (marked.json()["score"], 0, True)


async def test_what_the_policy_does_not_show_does_not_leave(klass: Class) -> None:
    review: dict[str, list[str]] = {"immediately": [], "later": ["answers", "feedback"], "closed": ["marks"]}
    path = await klass.quiz(review=review)
    await klass.student.post(f"{path}/start", json={})
    right = await klass.answers(path)
    result = (await klass.student.post(f"{path}/submit", json={"answers": right})).json()
    assert (result["review"], result["score"], result["points"], result["tokensEarned"]) == ([], None, None, None)
    assert (await klass.student.get(f"{path}/my-best")).json()["score"] is None
    klass.campus.clock.advance(120)
    later = (await klass.student.get(f"{path}/results")).json()["mine"][0]
    assert [(one["verdict"], one["fraction"], one["key"]) for one in later["review"]] == [(None, None, None)] * 3
    await klass.teacher.post(f"{path}/close", json={})
    closed = (await klass.student.get(f"{path}/results")).json()["mine"][0]
    assert (closed["review"], closed["score"], closed["shown"]) == ([], 1.0, ["marks"])
    assert (await klass.teacher.get(f"{path}/results")).json()["rows"][0]["score"] == 1.0


async def test_practice_tells_at_once_what_is_right(klass: Class) -> None:
    review = {"during": ["answers", "correctness"], "immediately": [], "later": [], "closed": []}
    path = await klass.quiz(review=review)
    await klass.student.post(f"{path}/start", json={})
    await klass.student.put(f"{path}/answers/q2", json={"value": True, "revision": 0})
    shown = (await klass.student.get(f"{path}/attempt")).json()["review"]
    assert {one["question"]["id"]: (one["verdict"], one["key"]) for one in shown} == {
        **{"q1": ("wrong", None), "q2": ("right", None), "q3": ("wrong", None)}
    }


async def test_a_quiz_is_changed_and_deleted_as_a_draft(klass: Class) -> None:
    body = {"classroomId": klass.room, "title": "Quiz", "questions": QUESTIONS}
    made = [
        (await klass.teacher.post("/api/quiz/create", json=body, headers={"Idempotency-Key": "k"})).json()
        for _ in range(2)
    ]
    assert made[0] == made[1]
    path = f"/api/quiz/{made[0]['id']}"
    changed = await klass.teacher.put(path, json={"timeLimitSeconds": None, "title": " Moons ", "password": "x"})
    assert (changed.json()["timeLimitSeconds"], changed.json()["title"]) == (None, "Moons")
    assert (changed.json()["hasPassword"], changed.json()["questionCount"]) == (True, 3)
    assert (await klass.teacher.put(path, json={"questions": QUESTIONS[:1]})).json()["questionCount"] == 1
    assert (await klass.student.put(path, json={"title": "Mine"})).status_code == 403
    assert (await klass.student.get(f"{path}/preview")).status_code == 403
    await klass.teacher.post(f"{path}/open", json={})
    refused = problem(await klass.teacher.put(path, json={"questions": QUESTIONS}))
    assert (refused["code"], refused["fields"]) == ("quiz-in-use", ["questions"])
    assert problem(await klass.student.post(f"{path}/start", json={}))["code"] == "wrong-quiz-password"
    assert (await klass.student.post(f"{path}/start", json={"password": "x"})).json()["deadline"] is None
    assert problem(await klass.teacher.delete(path))["code"] == "quiz-in-use"
    other = (await klass.teacher.post("/api/quiz/create", json=body)).json()["id"]
    assert (await klass.teacher.delete(f"/api/quiz/{other}")).status_code == 204
    assert (await klass.teacher.get(f"/api/quiz/{other}")).status_code == 404


async def test_accommodations(klass: Class) -> None:
    path = await klass.quiz(timeLimitSeconds=60)
    own = f"{path}/accommodations/mira"
    given = await klass.teacher.put(own, json={"timeMultiplier": 1.5, "extraAttempts": 1})
    assert given.json()["timeMultiplier"] == 1.5
    seen = (await klass.student.get(path)).json()
    assert (seen["timeLimitSeconds"], seen["maxAttempts"]) == (90, 3)
    started = (await klass.student.post(f"{path}/start", json={})).json()
    assert started["deadline"] == "2026-03-02T12:01:30Z"
    assert [one["userId"] for one in (await klass.teacher.get(f"{path}/accommodations")).json()["items"]] == ["mira"]
    assert (await klass.student.get(f"{path}/accommodations")).status_code == 403
    assert (await klass.student.put(own, json={"timeMultiplier": 9})).status_code == 403
    assert (await klass.teacher.delete(own)).status_code == 204
    assert (await klass.student.get(f"{path}/attempt")).json()["deadline"] == "2026-03-02T12:01:00Z"


async def test_the_bank(klass: Class) -> None:
    bank = "/api/quiz/bank"
    ids = []
    for place, question in enumerate(KINDS):
        tags = ["all", "even" if place % 2 == 0 else "odd"]
        made = await klass.teacher.post(bank, json={"classroomId": klass.room, "question": question, "tags": tags})
        assert made.status_code == 201, made.text
        ids.append(made.json()["id"])
    of_room = {"classroomId": klass.room}
    odd = (await klass.teacher.get(bank, params={**of_room, "tag": ["all", "odd"]})).json()["items"]
    assert {one["id"] for one in odd} == set(ids[1::2])
    essays = (await klass.teacher.get(bank, params={**of_room, "type": "essay"})).json()["items"]
    assert [one["question"]["graderNotes"] for one in essays] == [f"{SECRET} notes"]
    assert [
        one["id"] for one in (await klass.teacher.get(bank, params={**of_room, "search": "moon"})).json()["items"]
    ] == [ids[6]]
    assert (await klass.teacher.get(f"{bank}/tags", params=of_room)).json() == {"tags": {"all": 9, "even": 5, "odd": 4}}
    change = {"question": KINDS[1], "tags": [], "revision": 1}
    assert (await klass.teacher.put(f"{bank}/{ids[0]}", json=change)).json()["revision"] == 2
    assert problem(await klass.teacher.put(f"{bank}/{ids[0]}", json=change))["code"] == "bank-item-changed"
    old = (await klass.teacher.get(f"{bank}/{ids[0]}/revisions/1")).json()["question"]
    assert (old["type"], old["text"]) == ("single", "Largest?")
    assert (await klass.teacher.post(f"{bank}/{ids[1]}/archive", json={})).json()["archived"] is True
    assert (await klass.teacher.post(f"{bank}/{ids[1]}/restore", json={})).json()["archived"] is False
    assert (await klass.student.get(f"{bank}/{ids[0]}")).status_code == 403
    assert (await klass.student.get(bank, params=of_room)).status_code == 403
    slots = [{"type": "bank", "itemId": ids[0], "points": 2}, {"type": "draw", "tags": ["all"], "count": 3}]
    path = await klass.quiz(questions=slots)
    started = (await klass.student.post(f"{path}/start", json={})).json()
    assert len({one["id"] for one in started["questions"]}) == 4
    preview = (await klass.teacher.get(f"{path}/preview")).json()
    assert (preview["sources"], preview["draws"][0]["count"]) == ({"q1": {"itemId": ids[0], "revision": 2}}, 3)
