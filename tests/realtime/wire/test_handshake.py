"""Who may open a connection."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.realtime.growth import assert_linear

from eduverse.realtime.wire.handshake import (
    BAD_REQUEST,
    FORBIDDEN,
    UNKNOWN_TRANSPORT,
    UNSUPPORTED_PROTOCOL,
    Handshake,
    Refusal,
    origin_allowed,
    parse_handshake,
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (b"EIO=4&transport=polling", Handshake("polling", None)),
        (b"EIO=4&transport=websocket&sid=abc&t=1", Handshake("websocket", "abc")),
        (b"transport=polling", UNSUPPORTED_PROTOCOL),
        (b"EIO=3&transport=polling", UNSUPPORTED_PROTOCOL),
        (b"EIO=abc&transport=polling", UNSUPPORTED_PROTOCOL),
        (b"EIO=3&transport=polling&sid=abc", BAD_REQUEST),
        (b"EIO=4", UNKNOWN_TRANSPORT),
        (b"EIO=4&transport=abc", UNKNOWN_TRANSPORT),
        (b"EIO=4&transport=polling&transport=websocket", UNKNOWN_TRANSPORT),
        (b"EIO=4&transport=polling" + b"&a=1" * 20, BAD_REQUEST),
        (b"\xff", BAD_REQUEST),
    ],
)
def test_query_parameters(query: bytes, expected: Handshake | Refusal) -> None:
    assert parse_handshake(query) == expected


words = b"EIO transport sid = & 4 polling websocket EIO=4& transport=polling& % %ff + ;"
pieces = st.lists(st.sampled_from(words.split())).map(b"".join)


@given(st.one_of(st.binary(max_size=200), pieces))
def test_any_query_gets_an_answer(query: bytes) -> None:
    match parse_handshake(query):
        case Handshake(transport=transport):
            assert b"EIO=4" in query
            assert transport.encode() in query
        case refusal:
            assert isinstance(refusal, Refusal)


@pytest.mark.parametrize("pattern", [b"a", b"%41", b"%", b"&", b"=", b"&a=1", b"+", b";", b"\xff"])
@pytest.mark.parametrize("front", [b"", b"EIO=4&transport=polling&sid="])
def test_queries_cost_no_more_than_their_size(front: bytes, pattern: bytes) -> None:
    assert_linear(parse_handshake, pattern, front)


@given(
    st.one_of(st.none(), st.text(), st.text("https:/[]@%é:0.").map("https://".__add__)),
    st.one_of(st.none(), st.text(), st.text("[]@:0")),
)
def test_any_origin_gets_an_answer(origin: str | None, host: str | None) -> None:
    assert origin_allowed(origin, host, frozenset()) in {True, False}


@pytest.mark.parametrize("pattern", [b"a", b":", b"@", b"[", b"]", b"%", b"/", b"1", "é".encode()])
def test_origins_cost_no_more_than_their_size(pattern: bytes) -> None:
    assert_linear(lambda data: origin_allowed("https://" + data.decode(), data.decode(), frozenset()), pattern)


def test_refusals_are_told_as_the_reference_tells_them() -> None:
    assert json.loads(UNKNOWN_TRANSPORT.body()) == {"code": 0, "message": "Transport unknown"}
    assert (UNKNOWN_TRANSPORT.status, FORBIDDEN.status) == (400, 403)


@pytest.mark.parametrize(
    ("origin", "host", "allowed"),
    [
        (None, "campus.example", True),
        ("https://campus.example", "campus.example", True),
        ("http://localhost:8000", "localhost:8000", True),
        ("https://campus.example:443", "campus.example", True),
        ("https://school.example", "campus.example", True),
        ("http://school.example", "campus.example", False),
        ("https://evil.example", "campus.example", False),
        ("https://campus.example.evil.example", "campus.example", False),
        ("http://localhost:8001", "localhost:8000", False),
        ("null", "campus.example", False),
        ("", "", False),
        ("https://[", "campus.example", False),
        ("https://campus.example:x", "campus.example", False),
        ("https://campus.example", None, False),
    ],
)
def test_origins(origin: str | None, host: str | None, allowed: bool) -> None:
    assert origin_allowed(origin, host, frozenset({"https://school.example"})) is allowed
