"""Mail, notifications, achievements and reports, wired: what follows from a lesson, on a whole campus."""

import re
from typing import Any

import httpx
from tests.support.asgi import client_of
from tests.support.campus import MemoryCampus, memory_campus, problem
from tests.support.smtp import post_office

from eduverse.app.settings import Settings
from eduverse.gateway.campus import DemoAccount
from eduverse.vocabulary.principal import Role

QUESTION = {"type": "trueFalse", "text": "Is it?", "correct": True}


async def a_quiz_taken(
    campus: MemoryCampus, *, correct: bool = True
) -> tuple[httpx.AsyncClient, httpx.AsyncClient, str]:
    """Ada's quiz, taken by Mira."""
    ada, mira = await campus.signed_in("ada", Role.EDUCATOR), await campus.signed_in("mira")
    opened = await ada.post("/api/classrooms/create", json={"title": "Planets"})
    room: str = opened.json()["classroom"]["id"]
    await mira.post(f"/api/classrooms/{room}/join", json={})
    made = await ada.post("/api/quiz/create", json={"classroomId": room, "title": "Orbits", "questions": [QUESTION]})
    quiz = made.json()["id"]
    await ada.post(f"/api/quiz/{quiz}/open", json={})
    await mira.post(f"/api/quiz/{quiz}/start", json={})
    await mira.post(f"/api/quiz/{quiz}/submit", json={"answers": {"q1": correct}})
    return ada, mira, room


async def test_what_follows_from_a_quiz_is_seen_everywhere() -> None:
    async with memory_campus(Settings(audience="adults")) as campus:
        ada, mira, room = await a_quiz_taken(campus)
        me = (await mira.get("/api/auth/me")).json()
        assert [one["rule"] for one in me["achievements"]] == ["first-quiz", "perfect-score"]
        kinds = [one["about"]["kind"] for one in (await mira.get("/api/notifications")).json()["items"]]
        assert sorted(kinds) == ["achievement", "achievement", "quizOpened"]
        shown: list[dict[str, Any]] = (await mira.get("/api/achievements")).json()["items"]
        assert [one["rule"] for one in shown if one["earnedAt"]] == ["first-quiz", "perfect-score"]
        assert {"rule": "five-quizzes", "enough": 5, "progress": 1, "earnedAt": None} in shown
        own = (await mira.get("/api/analytics/dashboard", params={"classroomId": room})).json()
        assert own["teaching"] == []
        assert own["learning"][0]["results"][0]["best"] == 1.0
        taught = (await ada.get("/api/analytics/dashboard")).json()["teaching"]
        assert taught[0]["students"][0]["name"] == "Mira"
        board = (await mira.get("/api/analytics/leaderboard", params={"classroomId": room})).json()
        assert [(row["place"], row["tokens"], row["name"], row["you"]) for row in board["rows"]] == [
            (1, 10, None, True)
        ]
        await mira.put("/api/analytics/leaderboard/choice", json={"show": "name"})
        board = (await ada.get("/api/analytics/leaderboard", params={"classroomId": room})).json()
        assert board["rows"][0]["name"] == "Mira"


async def test_of_age_is_a_teachers_word() -> None:
    async with memory_campus() as campus:
        ada, mira, room = await a_quiz_taken(campus)
        params = {"classroomId": room}
        assert (await mira.get("/api/analytics/leaderboard", params=params)).json()["underage"] is True
        said = await ada.put("/api/analytics/leaderboard/people/mira", json={**params, "underage": False})
        assert said.status_code == 204
        assert len((await mira.get("/api/analytics/leaderboard", params=params)).json()["rows"]) == 1
        refused = await mira.put("/api/analytics/leaderboard/people/mira", json={**params, "underage": False})
        assert refused.status_code == 403


async def test_reports_are_for_those_who_are_in_the_class() -> None:
    async with memory_campus() as campus:
        _, _, room = await a_quiz_taken(campus)
        sam = await campus.signed_in("sam")
        for route in ("dashboard", "leaderboard"):
            assert (await sam.get(f"/api/analytics/{route}", params={"classroomId": room})).status_code == 403
        assert (await sam.get("/api/analytics/dashboard")).json() == {"teaching": [], "learning": []}
        assert (await sam.get("/api/analytics/leaderboard")).status_code in (400, 422)


async def test_a_forgotten_password_by_a_real_letter() -> None:
    async with post_office() as office:
        settings = Settings(smtp_url=office.url, public_url="https://campus.example")
        async with memory_campus(settings) as campus:
            client = campus.client()
            assert (await client.get("/api/campus")).json()["mail"] is True
            account = {"email": "mira@school.example", "name": "Mira", "password": "correct horse battery"}
            await client.post("/api/auth/register", json=account)
            asked = await client.post("/api/auth/password/forgot", json={"email": account["email"]})
            assert (asked.status_code, asked.text) == (204, "")
            recovery = campus.campus.notices.recovery
            assert recovery
            await recovery.send_letters()
            body = office.arrived[-1].get_body(("plain",))
            assert body
            found = re.search(r"https://campus\.example/#reset=(\S+)", body.get_content())
            assert found
            new = {"token": found[1], "newPassword": "battery horse correct"}
            assert (await client.post("/api/auth/password/reset", json=new)).status_code == 204
            again = await client.post("/api/auth/password/reset", json=new)
            assert problem(again)["code"] == "link-ended"
            login = {"email": account["email"], "password": new["newPassword"]}
            assert (await client.post("/api/auth/login", json=login)).status_code == 200
            assert (await client.get("/health/ready")).json()["problems"] == {}


async def test_a_campus_without_mail_says_so() -> None:
    async with memory_campus() as campus:
        answer = await campus.client().post("/api/auth/password/forgot", json={"email": "mira@school.example"})
        assert problem(answer)["code"] == "no-mail"


async def test_a_mail_server_that_is_away_is_said_in_readiness() -> None:
    settings = Settings(smtp_url="smtp://127.0.0.1:9?from=c@school.example", public_url="https://campus.example")
    async with memory_campus(settings) as campus:
        answer = await client_of(campus.campus.app).get("/health/ready")
        assert "127.0.0.1:9" in answer.json()["problems"]["mail"]


async def test_a_demo_prints_its_letters(capsys: Any) -> None:
    demo = [DemoAccount(label="Teacher", email="ada@demo.example", password="amber-birch-12")]
    async with memory_campus(demo=demo) as campus:
        await campus.signed_in("ada", Role.EDUCATOR)
        account = {"email": "mira@school.example", "name": "Mira", "password": "correct horse battery"}
        await campus.client().post("/api/auth/register", json=account)
        await campus.client().post("/api/auth/password/forgot", json={"email": account["email"], "language": "de"})
        recovery = campus.campus.notices.recovery
        assert recovery
        await recovery.send_letters()
    assert "http://localhost:8000/#reset=" in capsys.readouterr().out
