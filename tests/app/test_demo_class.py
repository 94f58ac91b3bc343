"""The demo campus as a process: it starts, serves, survives being killed in the middle of a quiz, and stops."""

from pathlib import Path
from typing import Any

import httpx
from tests.support.demo import demo_process, sign_in


def start_quiz(teacher: httpx.Client, student: httpx.Client) -> tuple[str, dict[str, Any]]:
    rooms = student.get("/api/classrooms", params={"mine": "enrolled"}).json()["items"]
    quizzes = teacher.get("/api/quiz", params={"classroomId": rooms[0]["id"]}).json()["items"]
    quiz: str = quizzes[0]["id"]
    teacher.post(f"/api/quiz/{quiz}/open").raise_for_status()
    return quiz, student.post(f"/api/quiz/{quiz}/start").raise_for_status().json()


def an_answer(question: dict[str, Any]) -> Any:
    match question["type"]:
        case "single":
            return question["options"][0]["id"]
        case "multiple":
            return [question["options"][0]["id"]]
        case "trueFalse":
            return False
        case _:
            return "Neptune"


def test_a_killed_server_has_every_acknowledged_answer(tmp_path: Path) -> None:
    saved: dict[str, Any] = {}
    with demo_process(tmp_path) as demo:
        teacher, _ = sign_in(demo, demo.accounts[0])
        student, _ = sign_in(demo, demo.accounts[1])
        quiz, attempt = start_quiz(teacher, student)
        for question in attempt["questions"]:
            value = an_answer(question)
            path = f"/api/quiz/{quiz}/answers/{question['id']}"
            student.put(path, json={"value": value, "revision": 0}).raise_for_status()
            saved[question["id"]] = {"value": value, "revision": 1}
        demo.kill()

    with demo_process(tmp_path) as demo:
        student.base_url = demo.url
        resumed = student.get(f"/api/quiz/{quiz}/attempt").raise_for_status().json()
        assert resumed["answers"] == saved
        assert resumed["deadline"] == attempt["deadline"]
        assert resumed["questions"] == attempt["questions"]
        before = student.get("/api/auth/me").json()["tokensEarned"]
        result = student.post(f"/api/quiz/{quiz}/submit").raise_for_status().json()
        assert student.get("/api/auth/me").json()["tokensEarned"] == before + result["tokensEarned"]


def test_stopping_is_orderly_and_the_campus_is_the_same_next_time(tmp_path: Path) -> None:
    with demo_process(tmp_path) as demo:
        accounts = demo.accounts
        assert demo.stop() in (0, -15)
    with demo_process(tmp_path) as demo:
        assert demo.accounts == accounts
        assert httpx.get(f"{demo.url}/health/ready").json() == {"status": "ready", "problems": {}}
        text = "".join(demo.said)
        assert all(account["password"] in text for account in accounts)
