"""Giving tokens and knowing who holds how many."""

from collections.abc import AsyncIterator
from typing import Literal

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, Storage, equals
from eduverse.rewards.errors import PostingConflict
from eduverse.rewards.model import (
    ISSUANCE,
    PASSED,
    POSTINGS,
    Posting,
    adjustment,
    quiz_reference,
    regrade_rule,
    rules_before,
    user_account,
)

__all__ = ["Ledger"]

_PAGE = 500


class Ledger:
    def __init__(self, storage: Storage, *, clock: Clock) -> None:
        self._postings = storage.collection(POSTINGS)
        self._clock = clock

    async def reward_quiz(self, *, user_id: str, quiz_id: str, tokens: int, rule: str = PASSED) -> Posting:
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

    async def settle_quiz(self, *, user_id: str, quiz_id: str, due: int, regrade: int) -> Posting | None:
        """Makes what was given for a quiz `due`, once per regrade, by adding or taking back the difference.

        Nothing that was posted changes; repeating it returns the posting that stands. None when all was right.
        """
        reference = quiz_reference(quiz_id, user_id, regrade_rule(regrade))
        if stood := await self._postings.get(reference):
            return stood
        given = await self._given_for(quiz_id, user_id, before=regrade)
        if given == due:
            return None
        return await self.post(adjustment(reference, user_id, due - given, at=self._clock.now()))

    async def _given_for(self, quiz_id: str, user_id: str, *, before: int) -> int:
        """What the passes and regrades before this one come to."""
        references = [quiz_reference(quiz_id, user_id, rule) for rule in rules_before(before)]
        postings = [await self._postings.get(reference) for reference in references]
        account = user_account(user_id)
        return sum(one.amount if one.credit == account else -one.amount for one in postings if one)

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
