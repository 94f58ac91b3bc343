"""The guarded decoder: from bytes to a typed value, or to a problem and nothing else."""

import json
from contextlib import suppress
from typing import Annotated, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Meta
from tests.support.campus import memory_campus, problem

from eduverse.auth.schemas import Register
from eduverse.classrooms.schemas import CreateClassroom
from eduverse.gateway.decoder import decode_body
from eduverse.gateway.problems import Invalid, Malformed
from eduverse.kernel.errors import Problem
from eduverse.kernel.structs import Input
from eduverse.quizzes.schemas import CreateQuiz, SaveAnswer, SubmitQuiz
from eduverse.vocabulary.principal import Role

TARGETS: list[Any] = [Register, CreateClassroom, CreateQuiz, SaveAnswer, SubmitQuiz, Any]


class Inner(Input, frozen=True, kw_only=True):
    page_count: Annotated[int, Meta(ge=1, le=9)]


class Outer(Input, frozen=True, kw_only=True):
    title: Annotated[str, Meta(max_length=5)]
    inner: list[Inner] = []
    ratio: float = 0.0


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" ",
        b"{",
        b'{"title": "x"}}',
        b"nope",
        b"{'title': 'x'}",
        b'{"title": "\xff"}',
        b'{"title": "\xed\xa0\x80"}',
        b'{"title": "\\ud800"}',
        b'{"title": "\\udc00\\ud800"}',
        b'{"title": "a\nb"}',
        b'\xef\xbb\xbf{"title": "x"}',
        b'{"title": "x", "ratio": NaN}',
        b'{"title": "x", "ratio": 01}',
        b'{"title": "x"' + b" " * 50,
        b"[" * 100_000,
        b'{"inner":' * 50_000,
        b"[" * 100_000 + b"]" * 100_000,
    ],
    ids=range(18),
)
def test_what_is_no_json(body: bytes) -> None:
    with pytest.raises(Malformed):
        decode_body(body, Any if len(body) > 9_000 else Outer)


@pytest.mark.parametrize(
    ("body", "field", "message"),
    [
        (b"{}", "title", "missing required field"),
        (b"[]", "", "Expected `object`"),
        (b"null", "", "Expected `object`"),
        (b'{"title": 1}', "title", "Expected `str`, got `int`"),
        (b'{"title": null}', "title", "got `null`"),
        (b'{"title": "123456"}', "title", "length <= 5"),
        (b'{"title": "x", "titel": 1}', "titel", "unknown field"),
        (b'{"title": "x", "inner": {}}', "inner", "Expected `array`"),
        (b'{"title": "x", "inner": [{"pageCount": 1}, {"pageCount": 10}]}', "inner[1].pageCount", "<= 9"),
        (b'{"title": "x", "inner": [{"page_count": 1}]}', "inner[0].page_count", "unknown field"),
        (b'{"title": "x", "inner": [{"pageCount": 1.5}]}', "inner[0].pageCount", "Expected `int`"),
        (b'{"title": "x", "inner": [{"pageCount": "1"}]}', "inner[0].pageCount", "Expected `int`"),
        (b'{"title": "x", "inner": [{"pageCount": 99999999999999999999999}]}', "inner[0].pageCount", "<= 9"),
        (b'{"title": "x", "inner": [{"pageCount": 1e999}]}', "inner[0].pageCount", ""),
        (b'{"title": "x", "ratio": true}', "ratio", "Expected `float`"),
    ],
)
def test_what_is_not_as_it_must_be_is_named(body: bytes, field: str, message: str) -> None:
    with pytest.raises(Invalid) as caught:
        decode_body(body, Outer)
    (error,) = caught.value.extra["errors"]
    assert error["field"] == field
    assert message in error["message"]
    assert field in caught.value.detail


def test_a_number_without_end_is_refused_or_read() -> None:
    for digits in (400, 5_000, 100_000):
        with pytest.raises(Problem):
            decode_body(b'{"title": "x", "inner": [{"pageCount": ' + b"9" * digits + b"}]}", Outer)


def test_of_a_field_that_comes_twice_the_last_counts() -> None:
    """Every bound holds for each of them."""
    assert decode_body(b'{"title": "a", "title": "b"}', Outer).title == "b"
    with pytest.raises(Invalid):
        decode_body(b'{"title": "123456", "title": "b"}', Outer)


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from(TARGETS))
def test_any_bytes_are_a_value_or_a_problem(body: bytes, target: Any) -> None:
    with suppress(Malformed, Invalid):
        decode_body(body, target)


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("title inner x".split()), inner),
)


@settings(deadline=None)
@given(_values, st.sampled_from([*TARGETS, Outer]))
def test_any_json_is_a_value_or_a_problem(value: Any, target: Any) -> None:
    with suppress(Malformed, Invalid):
        decode_body(json.dumps(value).encode(), target)


# --- over HTTP

JSON = "application/json"


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        (JSON, 201),
        ("application/json; charset=utf-8", 201),
        ("Application/JSON", 201),
        ("application/merge-patch+json", 201),
        ("text/plain", 415),
        ("application/x-www-form-urlencoded", 415),
        ("multipart/form-data; boundary=x", 415),
        ("text/plain; application/json", 415),
        ("application/jsonp", 415),
        ("nonsense", 415),
        ("", 415),
        (None, 415),
    ],
)
async def test_a_body_is_sent_as_json(content_type: str | None, status: int) -> None:
    async with memory_campus() as campus:
        client = await campus.signed_in("ada", Role.EDUCATOR)
        headers = {} if content_type is None else {"content-type": content_type}
        answer = await client.post("/api/classrooms/create", content=b'{"title": "Planets"}', headers=headers)
        assert answer.status_code == status, answer.text
        if status == 415:
            assert problem(answer)["code"] == "unsupported-media-type"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 422, "invalid"),
        (b" ", 400, "malformed"),
        (b"{", 400, "malformed"),
        (b'{"title": "\xff"}', 400, "malformed"),
        (b"[" * 50_000, 422, "invalid"),
        (b'{"title": "x", "description": ' + b"[" * 50_000, 422, "invalid"),
        (b'{"nobody": ' + b"[" * 50_000, 422, "invalid"),
        (b'{"title": "\\ud800"}', 400, "malformed"),
        (b"{}", 422, "invalid"),
        (b'{"title": "x", "capacity": 1e400}', 422, "invalid"),
        (b'{"title": "x", "owner": "me"}', 422, "invalid"),
    ],
)
async def test_refused_bodies(body: bytes, status: int, code: str) -> None:
    async with memory_campus() as campus:
        client = await campus.signed_in("ada", Role.EDUCATOR)
        answer = await client.post("/api/classrooms/create", content=body, headers={"content-type": JSON})
        refused = problem(answer)
        assert (answer.status_code, refused["code"]) == (status, code), answer.text
        assert code == "malformed" or refused["errors"][0]["message"]


@pytest.mark.parametrize("headers", [{}, {"content-type": JSON}, {"content-type": "text/plain"}])
async def test_a_route_without_fields_takes_no_body(headers: dict[str, str]) -> None:
    async with memory_campus() as campus:
        teacher = await campus.signed_in("ada", Role.EDUCATOR)
        room = (await teacher.post("/api/classrooms/create", json={"title": "Planets"})).json()["classroom"]["id"]
        student = await campus.signed_in("mira")
        answer = await student.post(f"/api/classrooms/{room}/join", headers=headers)
        assert answer.status_code == 200, answer.text
        answer = await student.post(f"/api/classrooms/{room}/leave", json={})
        assert answer.status_code == 200
        answer = await student.post(f"/api/classrooms/{room}/leave", json={"force": True})
        assert problem(answer)["errors"][0]["field"] == "force"
