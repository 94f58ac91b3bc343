"""Who is asking, from the Authorization header."""

from typing import Any

import pytest
from tests.support.campus import memory_campus, problem

from eduverse.gateway.identity import bearer_token


@pytest.mark.parametrize(
    ("header", "token"),
    [
        (b"Bearer a.b.c", "a.b.c"),
        (b"bearer a.b.c", "a.b.c"),
        (b"BEARER  a.b.c ", "a.b.c"),
        (b"Bearer ", ""),
        (b"Bearer \xff", "\xff"),
        (b"Bearer", None),
        (b"Basic a.b.c", None),
        (b"", None),
    ],
)
def test_the_bearer_token(header: bytes, token: str | None) -> None:
    scope: Any = {"headers": [(b"accept", b"*/*"), (b"authorization", header)]}
    assert bearer_token(scope) == token


def test_without_a_header() -> None:
    scope: Any = {"headers": []}
    assert bearer_token(scope) is None


async def test_a_token_opens_a_route_until_it_runs_out_or_its_session_ends() -> None:
    async with memory_campus() as campus:
        client = await campus.signed_in("mira")
        assert (await client.get("/api/auth/me")).json()["name"] == "Mira"
        campus.clock.advance(600)
        ended = await client.get("/api/auth/me")
        assert (ended.status_code, problem(ended)["code"]) == (401, "session-ended")
        other = await campus.signed_in("tom")
        await other.get("/api/auth/me")
        await other.post("/api/auth/logout")
        assert problem(await other.get("/api/auth/me"))["code"] == "session-ended"
