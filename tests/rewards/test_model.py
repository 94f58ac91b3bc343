"""Accounts and references of the ledger."""

from eduverse.rewards.model import ISSUANCE, quiz_reference, user_account


def test_no_person_can_have_the_issuing_account() -> None:
    assert user_account("issuance") != ISSUANCE


def test_a_reference_is_one_per_person_quiz_and_rule() -> None:
    made = {quiz_reference(quiz, user, rule) for quiz in "ab" for user in "ab" for rule in "ab"}
    assert len(made) == 8
