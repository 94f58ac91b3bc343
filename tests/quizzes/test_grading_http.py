"""The routes of those who grade, on a whole campus."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from tests.support.campus import MemoryCampus, memory_campus, problem

from eduverse.vocabulary.principal import Role

QUIZ: dict[str, Any] = {
    "title": "Planets",
    "timeLimitSeconds": 300,
    "passScore": 0.5,
    "tokensReward": 20,
    "maxAttempts": 1,
    "questions": [
        {
            "type": "single",
            "text": "Largest?",
            "points": 5,
            "options": [{"text": "Mars"}, {"text": "Jupiter", "correct": True}],
        },
        {
            "type": "essay",
            "text": "Why?",
            "points": 5,
            "graderNotes": "secret notes",
            "rubric": [{"text": "Reasons", "levels": [{"points": 0, "text": "none"}, {"points": 2, "text": "all"}]}],
        },
    ],
}


@pytest.fixture
async def campus() -> AsyncIterator[MemoryCampus]:
    async with memory_campus() as campus:
        yield campus


async def handed_in(campus: MemoryCampus) -> tuple[httpx.AsyncClient, httpx.AsyncClient, str, dict[str, Any]]:
    """A teacher, a student, the quiz's path, and what the student was asked."""
    teacher, student = await campus.signed_in("ada", Role.EDUCATOR), await campus.signed_in("mira")
    room = (await teacher.post("/api/classrooms/create", json={"title": "Planets"})).json()["classroom"]["id"]
    await student.post(f"/api/classrooms/{room}/join", json={})
    quiz = await teacher.post("/api/quiz/create", json={**QUIZ, "classroomId": room})
    path = f"/api/quiz/{quiz.json()['id']}"
    await teacher.post(f"{path}/open", json={})
    asked = {one["type"]: one for one in (await student.post(f"{path}/start", json={})).json()["questions"]}
    mars = next(one["id"] for one in asked["single"]["options"] if one["text"] == "Mars")
    answers = {asked["single"]["id"]: mars, asked["essay"]["id"]: "Because."}
    assert (await student.post(f"{path}/submit", json={"answers": answers})).status_code == 200
    return teacher, student, path, {**asked, "mars": mars}


async def test_from_an_essay_to_a_corrected_key(campus: MemoryCampus) -> None:
    teacher, student, path, asked = await handed_in(campus)
    (queue,) = (await teacher.get(f"{path}/grading")).json()["items"]
    assert (queue["waiting"], queue["question"]["graderNotes"]) == (1, "secret notes")
    essay_id = queue["question"]["id"]
    task = (await teacher.post(f"{path}/grading/next", json={"questionId": essay_id})).json()["task"]
    assert (task["answer"], task["name"], task["judgement"]) == ("Because.", None, None)
    answer = f"{path}/grading/{task['attemptId']}/{essay_id}"
    assert (await teacher.get(answer, params={"reveal": True})).json()["name"] == "Mira"
    criterion = queue["question"]["rubric"][0]["id"]
    wish = {
        "levels": {criterion: 1},
        "comment": "Fine",
        "remarks": [{"start": 0, "end": 7, "text": "!"}],
        "revision": 0,
    }
    judged = (await teacher.put(answer, json=wish)).json()
    assert (judged["judgement"]["fraction"], judged["judgement"]["byName"]) == (1.0, "Ada")
    late = problem(await teacher.put(answer, json={**wish, "comment": "Other"}))
    assert (late["code"], late["current"]["revision"]) == ("judgement-changed", 1)
    assert (await teacher.post(f"{path}/grading/next", json={"questionId": essay_id})).json() == {"task": None}
    accept = {"kind": "acceptAlso", "questionId": asked["single"]["id"], "optionId": asked["mars"]}
    assert problem(await teacher.post(f"{path}/regrade/preview", json={"corrections": [accept]}))["code"] == (
        "quiz-still-open"
    )
    await teacher.post(f"{path}/close", json={})
    preview = (await teacher.post(f"{path}/regrade/preview", json={"corrections": [accept]})).json()
    (change,) = preview["changed"]
    assert (change["scoreBefore"], change["scoreAfter"]) == (0.5, 1.0)
    assert (change["tokensBefore"], change["tokensAfter"]) == (10, 20)
    wish = {"corrections": [accept], "reason": "Mars was meant", "fingerprint": preview["fingerprint"]}
    assert (await teacher.post(f"{path}/regrade", json=wish)).status_code == 200
    assert problem(await teacher.post(f"{path}/regrade", json=wish))["code"] == "regrade-changed"
    (mine,) = (await student.get(f"{path}/results")).json()["mine"]
    assert (mine["score"], mine["tokensEarned"]) == (1.0, 20)
    review = {one["question"]["type"]: one for one in mine["review"]}
    assert (review["essay"]["comment"], review["essay"]["remarks"][0]["text"]) == ("Fine", "!")
    assert "secret notes" not in (await student.get(f"{path}/results")).text
    assert (await student.get("/api/auth/me")).json()["tokensEarned"] == 20


async def test_statistics(campus: MemoryCampus) -> None:
    teacher, student, path, _ = await handed_in(campus)
    waiting = (await teacher.get(f"{path}/statistics")).json()
    assert (waiting["attempts"], waiting["waiting"], waiting["items"]) == (0, 1, [])
    assert problem(await student.get(f"{path}/statistics"))["code"] == "forbidden"
    assert (await teacher.get(f"{path}/statistics", params={"of": "median"})).status_code in (400, 422)


async def test_the_gradebook_has_what_the_quiz_gave(campus: MemoryCampus) -> None:
    teacher, _, path, _ = await handed_in(campus)
    quiz = (await teacher.get(path)).json()
    book = f"/api/gradebook/{quiz['classroomId']}"
    before = (await teacher.get(book)).json()
    assert (before["book"]["columns"][0]["maxPoints"], before["rows"][0]["total"]["fraction"]) == (10, None)
    (queue,) = (await teacher.get(f"{path}/grading")).json()["items"]
    essay_id = queue["question"]["id"]
    task = (await teacher.post(f"{path}/grading/next", json={"questionId": essay_id})).json()["task"]
    await teacher.put(f"{path}/grading/{task['attemptId']}/{essay_id}", json={"fraction": 0.6, "revision": 0})
    assert (await teacher.get(book)).json()["rows"][0]["total"]["fraction"] == 0.3


async def test_bad_judgements_are_refused(campus: MemoryCampus) -> None:
    teacher, _, path, asked = await handed_in(campus)
    essay_id = asked["essay"]["id"]
    task = (await teacher.post(f"{path}/grading/next", json={"questionId": essay_id})).json()["task"]
    answer = f"{path}/grading/{task['attemptId']}/{essay_id}"
    backwards = {"fraction": 1, "revision": 0, "remarks": [{"start": 5, "end": 5, "text": "?"}]}
    assert problem(await teacher.put(answer, json=backwards))["code"] == "invalid-judgement"
    assert (await teacher.put(answer, json={"fraction": 1.1, "revision": 0})).status_code == 422
    assert problem(await teacher.put(answer, json={"revision": 0}))["code"] == "invalid-judgement"
    nowhere = await teacher.get(f"{path}/grading/nobody/{essay_id}")
    assert problem(nowhere)["code"] == "attempt-not-found"
