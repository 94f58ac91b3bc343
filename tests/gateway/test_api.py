"""The whole edge: what holds for every route, generated from the routes themselves."""

import itertools
import json
import re
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.campus import MemoryCampus, memory_campus, problem

from eduverse.app.schema import interface_document
from eduverse.app.settings import Settings
from eduverse.gateway.headers import SECURITY_HEADERS
from eduverse.gateway.static import ClientFiles
from eduverse.vocabulary.principal import Role

DOCUMENT = interface_document()
ROUTES = [
    (method.upper(), path, operation)
    for path, item in DOCUMENT["paths"].items()
    for method, operation in item.items()
    if method in ("get", "post", "put", "delete", "patch")
]
PUBLIC = {
    ("POST", "/api/auth/register"),
    ("POST", "/api/auth/login"),
    ("POST", "/api/auth/refresh"),
    ("POST", "/api/auth/wallet/nonce"),
    ("POST", "/api/auth/wallet/login"),
    ("POST", "/api/auth/logout"),
    ("POST", "/api/auth/password/forgot"),
    ("POST", "/api/auth/password/reset"),
    ("POST", "/api/auth/email/verify"),
    ("GET", "/api/campus"),
    ("GET", "/health/live"),
    ("GET", "/health/ready"),
    ("GET", "/api/docs"),
    ("GET", "/api/docs/openapi.json"),
    ("GET", "/api/docs/{path}"),
    ("GET", "/.well-known/did.json"),
    ("GET", "/verify/offline.html"),
    ("GET", "/api/credentials/{certificate_id}"),
    ("GET", "/api/credentials/{certificate_id}/anchor"),
    ("GET", "/api/credentials/status/{number}"),
    ("GET", "/api/classrooms/{classroom_id}/token/metadata"),  # it is on IPFS for everybody
    ("POST", "/api/credentials/check"),
    ("GET", "/api/calendar/{file}"),  # its name holds a secret of its own
    ("GET", "/api/files/{token}/{name}"),  # the token is a sealed one of its own
}
PRIVATE = [(method, path) for method, path, _ in ROUTES if (method, path) not in PUBLIC]


_names: Iterator[int] = itertools.count()


@pytest.fixture(scope="module")
def campus() -> Iterator[MemoryCampus]:
    """One for all tests of this module; whoever signs in needs a new name."""
    settings = Settings(allowed_origins=("https://school.example",), account_rate=10_000, address_rate=10_000)
    campus = MemoryCampus(settings, ClientFiles.none())
    yield campus
    campus.campus.services.passwords.close()


def new_name() -> str:
    return f"user-{next(_names)}"


def filled(path: str) -> str:
    """With something in each gap that is an id as well as a number."""
    return re.sub(r"\{\w+\}", "1", path)


# --- default deny


def test_the_routes_of_the_interface() -> None:
    assert {(method, path) for method, path, _ in ROUTES} >= PUBLIC
    assert len(PRIVATE) >= 20


@pytest.mark.parametrize("authorization", [None, "Bearer ", "Bearer x.y.z", "Basic bWlyYTp4", "bearer"])
async def test_every_route_but_the_public_wants_a_person(campus: MemoryCampus, authorization: str | None) -> None:
    headers = {} if authorization is None else {"authorization": authorization}
    client = campus.client()
    for method, path in PRIVATE:
        answer = await client.request(method, filled(path), headers=headers, json={})
        assert answer.status_code == 401, (method, path)
        assert answer.headers["www-authenticate"] == "Bearer"
        assert problem(answer)["code"] == "unauthenticated"


async def test_public_routes_take_anybody_also_with_a_token_that_ran_out(campus: MemoryCampus) -> None:
    client = campus.client("x.y.z")
    for method, path in sorted(PUBLIC):
        answer = await client.request(method, path, json={})
        assert answer.status_code in (200, 204, 401, 403, 404, 422), (method, path)
        if answer.status_code == 401:
            assert problem(answer)["code"] == "session-ended"


# --- headers on every answer


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/health/live", 200),
        ("GET", "/api/campus", 200),
        ("GET", "/api/nothing", 404),
        ("GET", "/nothing.js", 404),
        ("GET", "/api/auth/me", 401),
        ("DELETE", "/api/campus", 405),
        ("POST", "/api/auth/login", 422),
        ("GET", "/api/docs", 200),
        ("GET", "/api/docs/openapi.json", 200),
    ],
)
async def test_every_answer_has_the_security_headers(campus: MemoryCampus, method: str, path: str, status: int) -> None:
    answer = await campus.client().request(method, path, json={} if method == "POST" else None)
    assert answer.status_code == status
    assert {name: answer.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS
    assert "server" not in answer.headers


async def test_what_is_not_there_is_a_problem_too(campus: MemoryCampus) -> None:
    client = campus.client()
    assert problem(await client.get("/api/nothing"))["code"] == "not-found"
    refused = await client.delete("/api/campus")
    assert problem(refused)["code"] == "method-not-allowed"
    assert "GET" in refused.headers["allow"]


async def test_a_body_has_a_size(campus: MemoryCampus) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield b"x" * 50_000

    client = await campus.signed_in(new_name(), Role.EDUCATOR)
    headers = {"content-type": "application/json"}
    for body in (b" " * 1_000_001, endless()):
        answer = await client.post("/api/classrooms/create", content=body, headers=headers)
        assert answer.status_code == 413
        problem(answer)


# --- CORS


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        ("https://school.example", True),
        ("http://school.example", False),
        ("https://school.example.evil.example", False),
        ("https://evil-school.example", False),
        ("https://sub.school.example", False),
        ("https://school.example:8443", False),
        ("null", False),
        ("*", False),
    ],
)
async def test_other_origins_are_compared_exactly(campus: MemoryCampus, origin: str, allowed: bool) -> None:
    client = campus.client()
    answer = await client.get("/api/campus", headers={"origin": origin})
    assert answer.headers.get("access-control-allow-origin") == (origin if allowed else None)
    preflight = await client.options("/api/auth/me", headers={"origin": origin, "access-control-request-method": "GET"})
    assert (preflight.status_code < 300) is allowed
    assert preflight.headers.get("access-control-allow-origin") == (origin if allowed else None)


async def test_without_origins_nobody_else_is_let_in() -> None:
    async with memory_campus() as campus:
        answer = await campus.client().get("/api/campus", headers={"origin": "https://school.example"})
        assert "access-control-allow-origin" not in answer.headers


# --- tags and compression together


async def test_a_tag_is_of_what_was_said_and_not_of_how_it_was_compressed(campus: MemoryCampus) -> None:
    client = campus.client()
    answers = [
        await client.get("/api/docs/openapi.json", headers={"accept-encoding": encoding})
        for encoding in ("gzip", "zstd", "identity")
    ]
    assert [answer.headers.get("content-encoding") for answer in answers] == ["gzip", "zstd", None]
    assert len({answer.headers["etag"] for answer in answers}) == 1
    again = {"accept-encoding": "gzip", "if-none-match": answers[1].headers["etag"]}
    assert (await client.get("/api/docs/openapi.json", headers=again)).status_code == 304


# --- the outermost application


@pytest.mark.parametrize("path", ["/", "/classrooms/1", "/apis", "/healthy", "/api-docs.html"])
async def test_what_is_neither_interface_nor_engine_is_the_client(tmp_path: Path, path: str) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>campus</title>")
    (tmp_path / "api-docs.html").write_text("<!doctype html><title>campus</title>")
    async with memory_campus(web=tmp_path) as campus:
        answer = await campus.client().get(path)
        assert (answer.status_code, "<title>campus" in answer.text) == (200, True)


async def test_the_engine_has_its_own_path(campus: MemoryCampus) -> None:
    answer = await campus.client().get("/socket.io/?EIO=3&transport=polling")
    assert answer.status_code == 400
    assert {name: answer.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS


# --- nothing a client sends ends in 500


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def _of(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values that fit a schema, or nearly: bounds are left to chance."""
    if reference := schema.get("$ref"):
        return _of(DOCUMENT["components"]["schemas"][reference.rpartition("/")[2]])
    if choices := schema.get("oneOf") or schema.get("anyOf"):
        return st.one_of([_of(choice) for choice in choices])
    if "enum" in schema or "const" in schema:
        return st.sampled_from(schema.get("enum") or [schema["const"]])
    of_type = _OF_TYPE.get(schema.get("type", ""))
    return of_type(schema) if of_type else _json


def _objects(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    fields = {name: _of(one) for name, one in schema.get("properties", {}).items()}
    needed = {name: fields.pop(name) for name in schema.get("required", ()) if name in fields}
    return st.fixed_dictionaries(needed, optional=fields)


_OF_TYPE: dict[str, Callable[[dict[str, Any]], st.SearchStrategy[Any]]] = {
    "object": _objects,
    "array": lambda schema: st.lists(_of(schema.get("items", {})), max_size=3),
    "integer": lambda schema: st.integers(schema.get("minimum", -5), schema.get("maximum", 2**70)),
    "number": lambda _: st.floats(allow_nan=False, allow_infinity=False),
    "boolean": lambda _: st.booleans(),
    "string": lambda schema: st.text(min_size=min(schema.get("minLength", 0), 20), max_size=30),
}


@st.composite
def _requests(draw: st.DrawFn) -> tuple[str, str, dict[str, Any]]:
    method, path, operation = draw(st.sampled_from([route for route in ROUTES if route[1] != "/api/docs/{path}"]))
    query, headers = {}, {}
    for one in operation.get("parameters", ()):
        if one["in"] == "path":
            value = draw(st.sampled_from(["room", "quiz", "q1"]) | st.text(min_size=1, max_size=20))
            path = path.replace("{" + one["name"] + "}", quote(value, safe=""))
        elif one["in"] == "query" and (one.get("required") or draw(st.booleans())):
            query[one["name"]] = str(draw(st.integers(-1, 200) | st.text(max_size=30)))
        elif one["in"] == "header" and draw(st.booleans()):
            headers[one["name"]] = draw(st.text("abc-123", max_size=30))
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    sent: dict[str, Any] = {"params": query, "headers": headers}
    if body and draw(st.integers(0, 9)):
        sent["content"] = json.dumps(draw(_of(body) | _json)).encode()
        headers["content-type"] = "application/json"
    return method, path, sent


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(_requests(), st.sampled_from(Role))
async def test_no_request_ends_in_a_server_error(
    campus: MemoryCampus, request_: tuple[str, str, dict[str, Any]], role: Role
) -> None:
    method, path, sent = request_
    if path in ("/api/auth/register", "/api/auth/login"):
        campus.clock.advance(60)
    client = await campus.signed_in(new_name(), role)
    answer = await client.request(method, path, **sent)
    assert answer.status_code < 500, (method, path, sent, answer.text)
    if answer.status_code >= 400:
        problem(answer)
