"""Accounts and references of the ledger, what is due, and what a posting's hash covers."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from tests.support.ledger import a_posting

from eduverse.rewards.model import (
    ISSUANCE,
    Paid,
    change_due,
    changes_of,
    digest,
    paid_by,
    quiz_reference,
    user_account,
    user_of,
)

POSTING = a_posting("a", ISSUANCE, "user:mira", 20)


def test_no_person_can_have_the_issuing_account() -> None:
    assert user_account("issuance") != ISSUANCE
    assert (user_of(user_account("mira")), user_of(ISSUANCE)) == ("mira", None)


def test_a_reference_is_one_per_person_quiz_and_rule() -> None:
    made = {quiz_reference(quiz, user, rule) for quiz in "ab" for user in "ab" for rule in "ab"}
    assert len(made) == 8


@pytest.mark.parametrize(
    ("given", "withheld", "due", "change"),
    [
        (20, 0, 20, 0),
        (20, 0, 15, -5),
        (20, 0, 25, 5),
        (5, 15, 20, 0),
        (5, 15, 15, 0),
        (5, 15, 3, -2),
        (5, 15, 24, 4),
        (0, 20, 20, 0),
        (0, 20, 0, 0),
        (0, 0, 8, 8),
    ],
)
def test_what_a_limit_has_withheld_counts_as_had(given: int, withheld: int, due: int, change: int) -> None:
    assert change_due(Paid(given, withheld), due) == change


def test_what_was_paid_is_the_sum_of_both_directions() -> None:
    back = structs.replace(POSTING, id="b", debit="user:mira", credit=ISSUANCE, amount=3)
    assert paid_by("user:mira", [structs.replace(POSTING, withheld=7), back]) == Paid(17, 7)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc"), st.integers(1, 9)), max_size=9))
def test_changes_come_to_zero(moves: list[tuple[str, str, int]]) -> None:
    assert sum(changes_of(a_posting("p", *move) for move in moves).values()) == 0


@pytest.mark.parametrize(
    "change",
    [
        {"id": "b"},
        {"debit": "x"},
        {"credit": "user:tom"},
        {"amount": 21},
        {"withheld": 1},
        {"rule": "tess"},
        {"posted_at": POSTING.posted_at + timedelta(milliseconds=1)},
    ],
)
def test_a_hash_covers_all_that_is_said(change: dict[str, Any]) -> None:
    assert digest(structs.replace(POSTING, **change)) != digest(POSTING)


def test_a_hash_is_the_same_for_ever() -> None:
    assert digest(POSTING) == "e56992a3f51d528b8a392ee5ed061d81731759482f290ff0d020576589c8b2ce"
    assert digest(structs.replace(POSTING, version=7, folio=3)) == digest(POSTING)
