"""Who may open a connection."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@given(st.binary(max_size=200))
def test_any_query_gets_an_answer(query: bytes) -> None:
    assert isinstance(parse_handshake(query), Handshake | Refusal)


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
