"""Postings: append-only, double-entry.

Every posting moves an amount from one account to another, so all accounts together always hold zero. A posting's id
is what it is for; posting it again is the same posting. Nothing of it changes but the number of the folio it is in.
"""

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import NamedTuple

import msgspec

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document

__all__ = [
    "ISSUANCE",
    "PASSED",
    "POSTINGS",
    "Merit",
    "Paid",
    "Posting",
    "change_due",
    "changes_of",
    "digest",
    "paid_by",
    "passed_rule",
    "quiz_reference",
    "regrade_rule",
    "rules_before",
    "user_account",
    "user_of",
]

ISSUANCE = "issuance"
"""Where new tokens come from; its balance is minus all that were ever given."""

PASSED = "quiz-passed"
_USER = "user:"


class Posting(Document, frozen=True, kw_only=True):
    debit: str
    credit: str
    amount: int
    """Whole tokens, positive; zero alone where a limit withheld all of it."""
    rule: str
    """Why: `quiz-passed`, `quiz-regraded:1`."""
    posted_at: datetime
    withheld: int = 0
    """What was earned beyond `amount`, and is not given because of a limit."""
    folio: int = 0
    """The number of the folio that it is in; 0 while it is in none."""


POSTINGS = Collection(name="postings", type=Posting, indexed=("debit", "credit", "posted_at", "folio"))


class Merit(NamedTuple):
    """For what somebody gets tokens."""

    user_id: str
    quiz_id: str
    classroom_id: str
    day: date
    """Whose limits count: when it was handed in or decided (UTC), the same however often it is tried."""


class Paid(NamedTuple):
    """What was posted for one quiz and person so far."""

    given: int
    withheld: int


def user_account(user_id: str) -> str:
    return f"{_USER}{user_id}"


def user_of(account: str) -> str | None:
    """Whose account it is; None where it is nobody's."""
    return account.removeprefix(_USER) if account.startswith(_USER) else None


def quiz_reference(quiz_id: str, user_id: str, rule: str) -> str:
    """Exactly once per (user, quiz, rule)."""
    return f"quiz:{quiz_id}:{user_id}:{rule}"


def passed_rule(regrades: int) -> str:
    """A pass that came about after so many regrades: an earlier one may have been taken back by then."""
    return f"{PASSED}:{regrades}" if regrades else PASSED


def regrade_rule(number: int) -> str:
    return f"quiz-regraded:{number}"


def rules_before(regrade: int) -> list[str]:
    """All that may have been posted for a quiz and a person before the `regrade`th regrade, counted from 1."""
    return [*(passed_rule(one) for one in range(regrade)), *(regrade_rule(one) for one in range(1, regrade))]


def paid_by(account: str, postings: Iterable[Posting]) -> Paid:
    found = list(postings)
    given = sum(one.amount if one.credit == account else -one.amount for one in found)
    return Paid(given, sum(one.withheld for one in found))


def change_due(paid: Paid, due: int) -> int:
    """What is to be taken back (negative) or was earned on top, so that a quiz comes to `due`.

    What a limit has withheld stays withheld: it counts as had.
    """
    if due < paid.given:
        return due - paid.given
    return max(0, due - paid.given - paid.withheld)


def changes_of(postings: Iterable[Posting]) -> dict[str, int]:
    """Account -> what it gains or loses by these."""
    changes: dict[str, int] = {}
    for one in postings:
        changes[one.credit] = changes.get(one.credit, 0) + one.amount
        changes[one.debit] = changes.get(one.debit, 0) - one.amount
    return changes


def digest(posting: Posting) -> str:
    """SHA-256 over all that a posting says, in 64 hex digits: the same on every store and for all time."""
    moment = posting.posted_at.astimezone(UTC).isoformat(timespec="milliseconds")
    accounts = posting.debit, posting.credit, posting.amount, posting.withheld
    said = ["posting/1", posting.id, *accounts, posting.rule, moment]
    return hashlib.sha256(msgspec.json.encode(said)).hexdigest()
