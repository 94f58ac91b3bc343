"""The account routes: what they answer, and where the secrets go."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from tests.support.campus import MemoryCampus, memory_campus, problem

MIRA = {"email": "Mira@school.example", "password": "correct horse battery", "name": "Mira"}
LOGIN = {"email": "mira@SCHOOL.example", "password": MIRA["password"]}


@pytest.fixture
async def campus() -> AsyncIterator[MemoryCampus]:
    async with memory_campus() as campus:
        yield campus


async def registered(client: httpx.AsyncClient, **fields: str) -> dict[str, Any]:
    answer = await client.post("/api/auth/register", json={**MIRA, **fields})
    assert answer.status_code == 201, answer.text
    assert answer.headers["cache-control"] == "no-store"
    body: dict[str, Any] = answer.json()
    return body


def bearer(session: dict[str, Any]) -> dict[str, str]:
    return {"authorization": f"Bearer {session['token']}"}


async def test_registering_answers_with_a_token_and_the_user(campus: MemoryCampus) -> None:
    session = await registered(campus.client())
    user = session["user"]
    assert set(user) == {
        *("id", "email", "name", "role", "avatarData", "tokensEarned", "walletAddress", "createdAt"),
        *("emailConfirmed", "achievements"),
    }
    assert (user["email"], user["role"], user["tokensEarned"]) == ("Mira@school.example", "student", 0)
    assert session["expiresIn"] == 600
    me = await campus.client().get("/api/auth/me", headers=bearer(session))
    assert me.json() == user


async def test_a_taken_address_and_a_role_that_is_not_open(campus: MemoryCampus) -> None:
    client = campus.client()
    await registered(client)
    for fields, code in (({}, "email-taken"), ({"role": "educator", "email": "e@school.example"}, "role-not-open")):
        refused = problem(await client.post("/api/auth/register", json={**MIRA, **fields}))
        assert refused["code"] == code
    invalid = problem(await client.post("/api/auth/register", json={**MIRA, "role": "admin"}))
    assert invalid["errors"][0]["field"] == "role"


async def test_an_unknown_account_and_a_wrong_password_answer_alike(campus: MemoryCampus) -> None:
    client = campus.client()
    await registered(client)
    answers = [
        await client.post("/api/auth/login", json={"email": email, "password": "wrong password"})
        for email in ("mira@school.example", "nobody@school.example")
    ]
    assert answers[0].status_code == answers[1].status_code == 401
    assert answers[0].content == answers[1].content
    assert answers[0].headers == answers[1].headers


async def test_a_session_in_a_cookie_is_out_of_reach_for_scripts(campus: MemoryCampus) -> None:
    client = campus.client()
    await registered(client)
    login = await client.post("/api/auth/login", json={**LOGIN, "session": "cookie"})
    assert login.json()["refreshToken"] is None
    cookies = {one.partition("=")[0]: one for one in login.headers.get_list("set-cookie")}
    assert set(cookies) == {"eduverse_refresh", "eduverse_device"}
    for cookie in cookies.values():
        assert all(part in cookie for part in ("HttpOnly", "Path=/api/auth", "SameSite=strict"))
        assert "Secure" not in cookie
    refreshed = await client.post("/api/auth/refresh")
    assert (refreshed.status_code, refreshed.json()["refreshToken"]) == (200, None)
    assert (await client.get("/api/auth/me", headers=bearer(refreshed.json()))).status_code == 200
    assert (await client.post("/api/auth/logout")).status_code == 204
    assert "eduverse_refresh" not in client.cookies
    assert problem(await client.post("/api/auth/refresh"))["code"] == "session-ended"


async def test_over_https_cookies_stay_there(campus: MemoryCampus) -> None:
    answer = await campus.client().post("https://campus.example/api/auth/register", json={**MIRA, "session": "cookie"})
    assert all("Secure" in cookie for cookie in answer.headers.get_list("set-cookie"))


async def test_a_session_in_the_reply_sets_no_cookie_but_the_devices(campus: MemoryCampus) -> None:
    client = campus.client()
    session = await registered(client)
    assert set(client.cookies) == {"eduverse_device"}
    refreshed = await client.post("/api/auth/refresh", json={"refreshToken": session["refreshToken"]})
    assert refreshed.json()["refreshToken"] not in (None, session["refreshToken"])
    assert set(client.cookies) == {"eduverse_device"}


@pytest.mark.parametrize("by", ["access token", "refresh token"])
async def test_signing_out_ends_the_session(campus: MemoryCampus, by: str) -> None:
    session = await registered(campus.client())
    client = campus.client()
    if by == "access token":
        answer = await client.post("/api/auth/logout", headers=bearer(session))
    else:
        answer = await client.post("/api/auth/logout", json={"refreshToken": session["refreshToken"]})
    assert answer.status_code == 204
    refused = await client.post("/api/auth/refresh", json={"refreshToken": session["refreshToken"]})
    assert problem(refused)["code"] == "session-ended"
    assert (await client.get("/api/auth/me", headers=bearer(session))).status_code == 401


async def test_signing_out_without_a_session_is_no_error(campus: MemoryCampus) -> None:
    assert (await campus.client().post("/api/auth/logout")).status_code == 204


async def test_a_profile(campus: MemoryCampus) -> None:
    session = await registered(campus.client())
    client = campus.client(session["token"])
    answer = await client.put("/api/auth/profile", json={"name": "Mira L.", "avatarData": {"hair": "curly"}})
    assert (answer.json()["name"], answer.json()["avatarData"]["hair"]) == ("Mira L.", "curly")
    assert problem(await client.put("/api/auth/profile", json={"role": "admin"}))["code"] == "invalid"
    assert (await client.get("/api/auth/me")).json() == answer.json()


async def test_a_new_password(campus: MemoryCampus) -> None:
    session = await registered(campus.client())
    client = campus.client(session["token"])
    change = {"currentPassword": MIRA["password"], "newPassword": "another password"}
    assert problem(await client.put("/api/auth/password", json={**change, "currentPassword": "x"}))["status"] == 401
    assert (await client.put("/api/auth/password", json=change)).status_code == 204
    assert (await client.get("/api/auth/me")).status_code == 200
    assert problem(await client.post("/api/auth/login", json=LOGIN))["code"] == "wrong-credentials"


async def test_guessing_is_slowed_down(campus: MemoryCampus) -> None:
    client = campus.client()
    await registered(client)
    stranger = campus.client()
    statuses = [
        (await stranger.post("/api/auth/login", json={**LOGIN, "password": f"guess {number}"})).status_code
        for number in range(12)
    ]
    assert statuses == [401] * 10 + [429] * 2
    assert (await client.post("/api/auth/login", json=LOGIN)).status_code == 200
