"""The token ledger: append-only, double-entry.

Every posting moves a positive amount from one account to another, so all accounts together always hold zero. A
posting's id is what it is for; posting it again is the same posting.
"""

from datetime import datetime

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document

__all__ = ["ISSUANCE", "POSTINGS", "Posting", "quiz_reference", "user_account"]

ISSUANCE = "issuance"
"""Where new tokens come from; its balance is minus all that were ever given."""


class Posting(Document, frozen=True, kw_only=True):
    debit: str
    credit: str
    amount: int
    """Whole tokens, positive."""
    rule: str
    """Why: `quiz-passed`."""
    posted_at: datetime


POSTINGS = Collection(name="postings", type=Posting, indexed=("debit", "credit", "posted_at"))


def user_account(user_id: str) -> str:
    return f"user:{user_id}"


def quiz_reference(quiz_id: str, user_id: str, rule: str) -> str:
    """Exactly once per (user, quiz, rule)."""
    return f"quiz:{quiz_id}:{user_id}:{rule}"
