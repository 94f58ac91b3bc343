"""Errors as problem details."""

from collections.abc import Iterator
from typing import Annotated, Any

import httpx
import pytest
import structlog
from litestar import Litestar, get
from litestar.exceptions import HTTPException
from litestar.params import FromPath, QueryParameter
from tests.support.asgi import client_of
from tests.support.campus import problem

from eduverse.auth.errors import Unauthenticated
from eduverse.gateway.problems import EXCEPTION_HANDLERS, TooManyRequests
from eduverse.kernel.documents import StorageUnavailable

ERRORS: dict[str, Exception] = {
    "plain": StorageUnavailable(),
    "detailed": StorageUnavailable("The disk is full.", disk="/data"),
    "wait": TooManyRequests(retry_after=7),
    "who": Unauthenticated(),
    "bug": ZeroDivisionError("secret detail"),
    "teapot": HTTPException("No coffee.", status_code=418),
    "broken": HTTPException("secret detail", status_code=502),
}


@get("/fail/{name:str}")
async def fail(name: FromPath[str]) -> None:
    raise ERRORS[name]


@get("/list")
async def listed(limit: Annotated[int, QueryParameter(ge=1, le=9)] = 1) -> int:
    return limit


@pytest.fixture
def logged() -> Iterator[list[Any]]:
    with structlog.testing.capture_logs() as entries:
        yield entries


@pytest.fixture
def client() -> httpx.AsyncClient:
    app = Litestar([fail, listed], exception_handlers=EXCEPTION_HANDLERS, openapi_config=None, logging_config=None)
    return client_of(app)


async def test_a_problem_tells_what_its_class_and_its_maker_say(client: httpx.AsyncClient) -> None:
    answer = await client.get("/fail/plain")
    assert problem(answer) == {
        "type": "/problems/storage-unavailable",
        "title": StorageUnavailable.title,
        "status": 503,
        "detail": StorageUnavailable.title,
        "code": "storage-unavailable",
    }
    assert answer.headers["cache-control"] == "no-store"
    assert problem(await client.get("/fail/detailed"))["detail"] == "The disk is full."
    assert problem(await client.get("/fail/detailed"))["disk"] == "/data"


async def test_when_to_come_back_is_a_header_and_a_member(client: httpx.AsyncClient) -> None:
    answer = await client.get("/fail/wait")
    assert (answer.status_code, answer.headers["retry-after"], problem(answer)["retryAfter"]) == (429, "7", 7)
    assert "retry_after" not in answer.json()


async def test_401_names_the_scheme(client: httpx.AsyncClient) -> None:
    assert (await client.get("/fail/who")).headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("name", ["bug", "broken"])
async def test_a_fault_of_ours_is_logged_and_not_told(client: httpx.AsyncClient, logged: list[Any], name: str) -> None:
    answer = await client.get(f"/fail/{name}")
    assert problem(answer)["code"] == "internal"
    assert "secret" not in answer.text
    (entry,) = logged
    assert (entry["event"], entry["path"], entry["log_level"]) == ("request_failed", f"/fail/{name}", "error")


async def test_what_the_framework_refuses_has_the_same_form(client: httpx.AsyncClient) -> None:
    assert problem(await client.get("/nothing"))["code"] == "not-found"
    refused = await client.post("/list")
    assert (problem(refused)["code"], refused.headers["allow"]) == ("method-not-allowed", "GET, OPTIONS")
    assert problem(await client.get("/fail/teapot"))["code"] == "refused"


@pytest.mark.parametrize("limit", ["0", "10", "x", "1.5", ""])
async def test_a_wrong_parameter_is_named(client: httpx.AsyncClient, limit: str) -> None:
    answer = await client.get("/list", params={"limit": limit})
    body = problem(answer)
    assert (answer.status_code, body["code"], [one["field"] for one in body["errors"]]) == (422, "invalid", ["limit"])
    assert body["detail"].startswith("limit: ")
