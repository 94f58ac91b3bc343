"""Giving tokens and knowing who holds how many."""

from collections.abc import AsyncIterator
from typing import Literal

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, Storage, equals
from eduverse.rewards.errors import PostingConflict
from eduverse.rewards.model import ISSUANCE, POSTINGS, Posting, quiz_reference, user_account

__all__ = ["Ledger"]

_PAGE = 500


class Ledger:
    def __init__(self, storage: Storage, *, clock: Clock) -> None:
        self._postings = storage.collection(POSTINGS)
        self._clock = clock

    async def reward_quiz(self, *, user_id: str, quiz_id: str, tokens: int, rule: str = "quiz-passed") -> Posting:
        """Gives `tokens` for a quiz, once: repeating it returns the posting that stands."""
        return await self.post(
            Posting(
                id=quiz_reference(quiz_id, user_id, rule),
                debit=ISSUANCE,
                credit=user_account(user_id),
                amount=tokens,
                rule=rule,
                posted_at=self._clock.now(),
            )
        )

    async def post(self, posting: Posting) -> Posting:
        """Raises `PostingConflict` when this reference stands with other accounts or another amount."""
        if posting.amount <= 0:
            raise ValueError("a posting moves a positive amount")
        try:
            return await self._postings.insert(posting)
        except AlreadyExists:
            stood = await self._postings.get(posting.id)
        if stood is None or _content(stood) != _content(posting):
            raise PostingConflict(posting.id)
        return stood

    async def tokens_earned(self, user_id: str) -> int:
        return await self.balance(user_account(user_id))

    async def balance(self, account: str) -> int:
        """Credits less debits: always the sum of the postings, never a number kept beside them."""
        received = [posting.amount async for posting in self._of("credit", account)]
        given = [posting.amount async for posting in self._of("debit", account)]
        return sum(received) - sum(given)

    async def _of(self, side: Literal["credit", "debit"], account: str) -> AsyncIterator[Posting]:
        after = None
        while True:
            page = await self._postings.find(equals(side, account), after=after, limit=_PAGE)
            for posting in page.items:
                yield posting
            if page.next is None:
                return
            after = page.next


def _content(posting: Posting) -> tuple[str, str, int]:
    return posting.debit, posting.credit, posting.amount
