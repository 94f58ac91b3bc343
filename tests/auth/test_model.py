"""Rotation of refresh tokens as a table, and what makes two e-mail addresses one."""

from datetime import timedelta

import pytest
from tests.support.clock import NOON

from eduverse.auth.model import SESSION_LIFE, Session, email_identity, present_refresh


def session(*, revoked: bool = False, minutes_old: float = 5) -> Session:
    """One whose newest refresh token is number 3, given out some minutes before noon."""
    rotated_at = NOON - timedelta(minutes=minutes_old)
    return Session(
        id="s", user_id="mira", counter=3, rotated_at=rotated_at, expires_at=rotated_at + SESSION_LIFE, revoked=revoked
    )


JUST_NOW = 59.9 / 60
A_MINUTE = 1.0
TOO_LONG = 60.1 / 60


@pytest.mark.parametrize(
    ("counter", "minutes_old", "outcome"),
    [
        (3, 0, "rotated"),
        (3, 5, "rotated"),
        (3, 30 * 24 * 60 - 1, "rotated"),
        (3, 30 * 24 * 60, "ended"),
        (2, JUST_NOW, "repeated"),
        (2, A_MINUTE, "repeated"),
        (2, TOO_LONG, "stolen"),
        (2, 30 * 24 * 60, "ended"),
        (1, 0, "stolen"),
        (0, 0, "stolen"),
        (-1, 0, "stolen"),
        (4, 0, "stolen"),
    ],
)
def test_presenting_a_refresh_token(counter: int, minutes_old: float, outcome: str) -> None:
    before = session(minutes_old=minutes_old)
    found, after = present_refresh(before, counter, NOON)
    assert found == outcome
    assert after.revoked is (outcome == "stolen")
    match outcome:
        case "rotated":
            assert (after.counter, after.rotated_at, after.expires_at) == (4, NOON, NOON + SESSION_LIFE)
        case "repeated" | "ended":
            assert after is before
        case _:
            assert after.counter == 3


@pytest.mark.parametrize("counter", [1, 2, 3, 4])
def test_a_revoked_session_is_over(counter: int) -> None:
    assert present_refresh(session(revoked=True, minutes_old=0), counter, NOON)[0] == "ended"


@pytest.mark.parametrize(
    "email", ["mira@school.example", "MIRA@School.Example", "  mira@school.example\n", "ｍira@school.example"]
)
def test_forms_of_one_address(email: str) -> None:
    assert email_identity(email) == "email:mira@school.example"


@pytest.mark.parametrize("email", ["mira.l@school.example", "mira+1@school.example", "míra@school.example"])
def test_other_addresses(email: str) -> None:
    assert email_identity(email) != "email:mira@school.example"
