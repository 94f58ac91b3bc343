"""The ledger: exactly once, and always zero in sum."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.clock import NOON, FakeClock
from tests.support.faults import FaultyStorage

from eduverse.kernel.documents import AlreadyExists
from eduverse.rewards.errors import PostingConflict
from eduverse.rewards.model import ISSUANCE, POSTINGS, Posting, user_account
from eduverse.rewards.service import Ledger
from eduverse.storage.memory import MemoryStorage


@pytest.fixture
def ledger() -> Ledger:
    return Ledger(MemoryStorage(), clock=FakeClock())


def posting(reference: str, debit: str, credit: str, amount: int) -> Posting:
    return Posting(id=reference, debit=debit, credit=credit, amount=amount, rule="test", posted_at=NOON)


async def test_a_reward_is_given_once(ledger: Ledger) -> None:
    first = await ledger.reward_quiz(user_id="mira", quiz_id="quiz", tokens=20)
    assert await ledger.reward_quiz(user_id="mira", quiz_id="quiz", tokens=20) == first
    assert await ledger.tokens_earned("mira") == 20
    assert await ledger.balance(ISSUANCE) == -20


async def test_each_person_quiz_and_rule_counts(ledger: Ledger) -> None:
    for user in ("mira", "tom"):
        for quiz in ("one", "two"):
            await ledger.reward_quiz(user_id=user, quiz_id=quiz, tokens=5)
    await ledger.reward_quiz(user_id="mira", quiz_id="one", tokens=3, rule="bonus")
    assert (await ledger.tokens_earned("mira"), await ledger.tokens_earned("tom")) == (13, 10)
    assert await ledger.tokens_earned("nobody") == 0


async def test_another_amount_under_the_same_reference_is_a_conflict(ledger: Ledger) -> None:
    await ledger.reward_quiz(user_id="mira", quiz_id="quiz", tokens=20)
    with pytest.raises(PostingConflict):
        await ledger.reward_quiz(user_id="mira", quiz_id="quiz", tokens=19)
    with pytest.raises(PostingConflict):
        await ledger.post(posting("quiz:quiz:mira:quiz-passed", ISSUANCE, user_account("tom"), 20))
    assert await ledger.tokens_earned("mira") == 20


@pytest.mark.parametrize("amount", [0, -1])
async def test_a_posting_moves_something(ledger: Ledger, amount: int) -> None:
    with pytest.raises(ValueError, match="positive"):
        await ledger.reward_quiz(user_id="mira", quiz_id="quiz", tokens=amount)


async def test_a_reference_that_vanished_is_a_conflict() -> None:
    storage = FaultyStorage()
    ledger = Ledger(storage, clock=FakeClock())
    storage.fail("postings", "insert", AlreadyExists("a"))
    with pytest.raises(PostingConflict):
        await ledger.post(posting("a", "x", "y", 1))


async def test_a_thousand_at_once() -> None:
    storage = MemoryStorage()
    ledger = Ledger(storage, clock=FakeClock())
    rewards = [(f"user-{number % 50}", f"quiz-{number % 100}") for number in range(1_000)]
    await asyncio.gather(*(ledger.reward_quiz(user_id=user, quiz_id=quiz, tokens=2) for user, quiz in rewards))
    different = len(set(rewards))
    assert await storage.collection(POSTINGS).count() == different == 100
    assert await ledger.balance(ISSUANCE) == -2 * different
    earned = [await ledger.tokens_earned(f"user-{number}") for number in range(50)]
    assert earned == [4] * 50


async def test_a_balance_counts_every_page(ledger: Ledger) -> None:
    await asyncio.gather(*(ledger.post(posting(f"p{number}", "a", "b", 1)) for number in range(1_001)))
    assert (await ledger.balance("b"), await ledger.balance("a")) == (1_001, -1_001)


_accounts = st.sampled_from([ISSUANCE, "user:a", "user:b", "user:c"])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), _accounts, _accounts, st.integers(1, 100)), max_size=30))
async def test_all_accounts_together_hold_nothing(moves: list[tuple[int, str, str, int]]) -> None:
    ledger = Ledger(MemoryStorage(), clock=FakeClock())
    stands: dict[int, tuple[str, str, int]] = {}
    for reference, debit, credit, amount in moves:
        content = (debit, credit, amount)
        if stands.setdefault(reference, content) == content:
            await ledger.post(posting(f"p{reference}", *content))
        else:
            with pytest.raises(PostingConflict):
                await ledger.post(posting(f"p{reference}", *content))
    balances = [await ledger.balance(account) for account in (ISSUANCE, "user:a", "user:b", "user:c")]
    assert sum(balances) == 0
    assert balances[1] == sum(
        amount * ((credit == "user:a") - (debit == "user:a")) for debit, credit, amount in stands.values()
    )


async def test_what_was_given_for_a_quiz_is_made_what_is_due_once_per_regrade() -> None:
    clock = FakeClock()
    ledger = Ledger(MemoryStorage(), clock=clock)
    await ledger.reward_quiz(user_id="mira", quiz_id="q", tokens=20)
    for _ in range(2):
        await ledger.settle_quiz(user_id="mira", quiz_id="q", due=15, regrade=1)
    assert await ledger.tokens_earned("mira") == 15
    assert await ledger.settle_quiz(user_id="mira", quiz_id="q", due=15, regrade=2) is None
    raised = await ledger.settle_quiz(user_id="mira", quiz_id="q", due=30, regrade=3)
    assert raised is not None
    assert (raised.amount, raised.credit, raised.rule) == (15, "user:mira", "quiz-regraded:3")
    await ledger.settle_quiz(user_id="mira", quiz_id="q", due=0, regrade=4)
    assert (await ledger.tokens_earned("mira"), await ledger.balance("issuance")) == (0, 0)
