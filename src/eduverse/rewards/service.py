"""Giving tokens and knowing who holds how many."""

from collections.abc import AsyncIterator
from typing import Literal

from msgspec import structs

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, Storage, Where, equals
from eduverse.rewards.errors import PostingConflict
from eduverse.rewards.limits import Limits
from eduverse.rewards.model import (
    ISSUANCE,
    PASSED,
    POSTINGS,
    Merit,
    Paid,
    Posting,
    change_due,
    paid_by,
    quiz_reference,
    regrade_rule,
    rules_before,
    user_account,
)
from eduverse.rewards.records import Books

__all__ = ["Ledger"]

_PAGE = 500


class Ledger:
    def __init__(self, storage: Storage, *, clock: Clock, limits: Limits | None = None) -> None:
        self._postings = storage.collection(POSTINGS)
        self._books = Books(storage)
        self._limits = limits or Limits(storage)
        self._clock = clock

    # --- giving ---------------------------------------------------------------------------------------------

    async def reward_quiz(self, merit: Merit, tokens: int, *, rule: str = PASSED) -> Posting:
        """Gives `tokens` for a quiz, once, or as many of them as the limits leave; repeating it returns the posting
        that stands. Raises `PostingConflict` when that is for another number."""
        if tokens <= 0:
            raise ValueError("a reward is a positive number of tokens")
        return await self._give(merit, rule, tokens, had=0)

    async def settle_quiz(self, merit: Merit, *, due: int, regrade: int) -> Posting | None:
        """Makes what was given for a quiz `due`, once per regrade, by adding or taking back the difference.

        Nothing that was posted changes; repeating it returns the posting that stands. None when all was right.
        """
        rule = regrade_rule(regrade)
        if stood := await self._postings.get(quiz_reference(merit.quiz_id, merit.user_id, rule)):
            return stood
        paid = await self._paid(merit.user_id, merit.quiz_id, rules_before(regrade))
        change = change_due(paid, due)
        if not change:
            return None
        if change > 0:
            return await self._give(merit, rule, change, had=paid.given)
        return await self.post(self._posting(merit, rule, change))

    async def given_for_quiz(self, user_id: str, quiz_id: str, *, regrades: int) -> int:
        """What somebody has for a quiz after so many regrades of it."""
        return (await self._paid(user_id, quiz_id, rules_before(regrades + 1))).given

    async def post(self, posting: Posting) -> Posting:
        """Raises `PostingConflict` when this reference stands with other accounts or another amount."""
        if posting.amount <= 0 and not (posting.amount == 0 < posting.withheld):
            raise ValueError("a posting moves a positive amount, unless a limit withheld all of it")
        try:
            return await self._postings.insert(posting)
        except AlreadyExists:
            return _agreed(await self._postings.get(posting.id), posting)

    async def _give(self, merit: Merit, rule: str, tokens: int, *, had: int) -> Posting:
        wanted = self._posting(merit, rule, tokens)
        if stood := await self._postings.get(wanted.id):
            return _agreed(stood, wanted)
        amount = await self._limits.grant(merit, wanted.id, tokens, had=had)
        return await self.post(structs.replace(wanted, amount=amount, withheld=tokens - amount))

    def _posting(self, merit: Merit, rule: str, change: int) -> Posting:
        account = user_account(merit.user_id)
        debit, credit = (ISSUANCE, account) if change > 0 else (account, ISSUANCE)
        reference = quiz_reference(merit.quiz_id, merit.user_id, rule)
        now = self._clock.now()
        return Posting(id=reference, debit=debit, credit=credit, amount=abs(change), rule=rule, posted_at=now)

    async def _paid(self, user_id: str, quiz_id: str, rules: list[str]) -> Paid:
        found = [await self._postings.get(quiz_reference(quiz_id, user_id, rule)) for rule in rules]
        return paid_by(user_account(user_id), [one for one in found if one])

    # --- knowing --------------------------------------------------------------------------------------------

    async def tokens_earned(self, user_id: str) -> int:
        return await self.balance(user_account(user_id))

    async def balance(self, account: str) -> int:
        """Credits less debits: the sum of the postings, by way of the folios where those are kept.

        While no folio comes in between, every posting is in one that the balance knows, in the newest, or in none.
        """
        while await self._books.opened():
            head = await self._books.head()
            carried = await self._books.balance(account)
            loose = await self._sum(account, equals("folio", 0), but=head.references if head else frozenset())
            if (await self._books.head_number()) == (head.number if head else 0):
                return carried.amount + (head.change(account, after=carried.folio) if head else 0) + loose
        return await self._sum(account)

    async def _sum(self, account: str, *where: Where, but: frozenset[str] = frozenset()) -> int:
        received = [one.amount async for one in self._of("credit", account, *where) if one.id not in but]
        given = [one.amount async for one in self._of("debit", account, *where) if one.id not in but]
        return sum(received) - sum(given)

    async def _of(self, side: Literal["credit", "debit"], account: str, *where: Where) -> AsyncIterator[Posting]:
        after = None
        while True:
            page = await self._postings.find(equals(side, account), *where, after=after, limit=_PAGE)
            for posting in page.items:
                yield posting
            if page.next is None:
                return
            after = page.next


def _agreed(stood: Posting | None, wanted: Posting) -> Posting:
    if stood is None or _content(stood) != _content(wanted):
        raise PostingConflict(wanted.id)
    return stood


def _content(posting: Posting) -> tuple[str, str, int]:
    """How much of it a limit withheld is decided once, by whoever posted it."""
    return posting.debit, posting.credit, posting.amount + posting.withheld
