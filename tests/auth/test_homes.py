"""Which sites a wallet may be told it signs in to."""

import pytest

from eduverse.auth.errors import NotAtHome
from eduverse.auth.homes import Asked, Homes

PUBLIC = "https://Campus.School.example:443"
FRONT = "https://front.example"


@pytest.mark.parametrize(
    ("asked", "page"),
    [
        (Asked("https://campus.school.example", "campus.school.example", 8000), "https://campus.school.example"),
        (Asked(FRONT, "campus.school.example", 8000), FRONT),
        (Asked(None, "evil.example", 8000), "https://campus.school.example"),
        (Asked(None, None, None), "https://campus.school.example"),
        (Asked("https://campus.school.example", "evil.example", 8000), "https://campus.school.example"),
    ],
)
def test_a_campus_that_knows_its_address(asked: Asked, page: str) -> None:
    assert Homes(PUBLIC, [FRONT]).page(asked) == page


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "http://campus.school.example",
        "https://campus.school.example.evil.example",
        "https://campus.school.example:8443",
        "http://localhost:8000",
    ],
)
def test_an_origin_that_is_not_ours(origin: str) -> None:
    with pytest.raises(NotAtHome):
        Homes(PUBLIC, [FRONT]).page(Asked(origin, "campus.school.example", 8000))


@pytest.mark.parametrize(
    ("asked", "page"),
    [
        (Asked("http://localhost:8000", "localhost:8000", 8000), "http://localhost:8000"),
        (Asked("http://127.0.0.1:8000", "localhost:8000", 8000), "http://127.0.0.1:8000"),
        (Asked(None, "[::1]:8000", 8000), "http://[::1]:8000"),
        (Asked("http://localhost", "localhost", 80), "http://localhost"),
    ],
)
def test_a_campus_that_was_told_nothing_is_at_home_on_its_machine(asked: Asked, page: str) -> None:
    assert Homes(None, []).page(asked) == page


@pytest.mark.parametrize(
    "asked",
    [
        Asked("http://localhost:9000", "localhost:8000", 8000),
        Asked(None, "localhost:9000", 8000),
        Asked(None, "campus.school.example:8000", 8000),
        Asked("http://192.0.2.7:8000", "192.0.2.7:8000", 8000),
        Asked("https://localhost:8000", "localhost:8000", 8000),
        Asked(None, "localhost:8000@evil.example", 8000),
        Asked(None, None, None),
    ],
)
def test_there_no_request_adds_a_home(asked: Asked) -> None:
    with pytest.raises(NotAtHome):
        Homes(None, []).page(asked)
