"""The token ledger: append-only, double-entry.

Every posting moves a positive amount from one account to another, so all accounts together always hold zero. A
posting's id is what it is for; posting it again is the same posting.
"""

from datetime import datetime

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document

__all__ = [
    "ISSUANCE",
    "PASSED",
    "POSTINGS",
    "Posting",
    "adjustment",
    "passed_rule",
    "quiz_reference",
    "regrade_rule",
    "rules_before",
    "user_account",
]

ISSUANCE = "issuance"
"""Where new tokens come from; its balance is minus all that were ever given."""

PASSED = "quiz-passed"


class Posting(Document, frozen=True, kw_only=True):
    debit: str
    credit: str
    amount: int
    """Whole tokens, positive."""
    rule: str
    """Why: `quiz-passed`, `quiz-regraded:1`."""
    posted_at: datetime


POSTINGS = Collection(name="postings", type=Posting, indexed=("debit", "credit", "posted_at"))


def user_account(user_id: str) -> str:
    return f"user:{user_id}"


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


def adjustment(reference: str, user_id: str, amount: int, *, at: datetime) -> Posting:
    """A posting that gives `amount` to a person, or takes it back when it is negative."""
    account = user_account(user_id)
    debit, credit = (ISSUANCE, account) if amount > 0 else (account, ISSUANCE)
    rule = reference.split(":", 3)[-1]
    return Posting(id=reference, debit=debit, credit=credit, amount=abs(amount), rule=rule, posted_at=at)
