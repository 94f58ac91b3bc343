"""What a certificate says."""

import hashlib
from typing import Any

import pytest
from tests.support.badges import BASE, NOON, a_badge, an_issuer

from eduverse.credentials.model.badge import Award, Recipient, Status, achievement_credential, moment, recipient_hash


def test_the_address_is_hashed_with_the_salt_behind_it() -> None:
    expected = f"sha256${hashlib.sha256(b'mira@school.exampleab12').hexdigest()}"
    assert recipient_hash(" Mira@School.example", "ab12") == expected


def test_there_is_no_number_in_it_that_two_languages_write_differently() -> None:
    def texts_only(value: object) -> bool:
        if isinstance(value, dict):
            return all(map(texts_only, value.values()))
        return all(map(texts_only, value)) if isinstance(value, list) else isinstance(value, str | bool)

    assert texts_only(a_badge(an_issuer(1)))


@pytest.mark.parametrize(("score", "percent"), [(0.929, "92"), (1.0, "100"), (0.57, "57"), (0.29, "29"), (0.0, "0")])
def test_nobody_is_told_more_than_they_have(score: float, percent: str) -> None:
    assert badge(Recipient("Mira", "m@s.example", "s"), score)["credentialSubject"]["result"][0]["value"] == percent


def test_without_an_address_the_name_alone_says_whose_it_is() -> None:
    identifiers = badge(Recipient("Mira", None, "s"), 1.0)["credentialSubject"]["identifier"]
    assert [one["identityType"] for one in identifiers] == ["name"]


def test_moments_are_to_the_second() -> None:
    assert moment(NOON) == "2026-03-02T12:00:00Z"


def badge(recipient: Recipient, score: float) -> dict[str, Any]:
    issuer = an_issuer(1)
    award = Award(f"{BASE}/quizzes/q", "Stars", "Planets", score)
    return achievement_credential(f"{BASE}/c", issuer.profile, recipient, award, Status(f"{BASE}/l", 1), NOON)
