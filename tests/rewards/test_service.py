"""The ledger: exactly once, within the limits, and always zero in sum."""

import asyncio
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.clock import NOON, FakeClock
from tests.support.faults import FaultyStorage
from tests.support.ledger import Office, a_posting, merit

from eduverse.kernel.documents import AlreadyExists
from eduverse.rewards.errors import PostingConflict
from eduverse.rewards.model import CLASS_LIMITS, ISSUANCE, POSTINGS, CampusLimits, ClassLimit, user_account
from eduverse.rewards.service import Ledger
from eduverse.storage.memory import MemoryStorage


@pytest.fixture
def ledger() -> Ledger:
    return Ledger(MemoryStorage(), clock=FakeClock())


async def test_a_reward_is_given_once(ledger: Ledger) -> None:
    first = await ledger.reward_quiz(merit(), 20)
    assert await ledger.reward_quiz(merit(), 20) == first
    assert await ledger.tokens_earned("mira") == 20
    assert await ledger.balance(ISSUANCE) == -20


async def test_each_person_quiz_and_rule_counts(ledger: Ledger) -> None:
    for user in ("mira", "tom"):
        for quiz in ("one", "two"):
            await ledger.reward_quiz(merit(user, quiz), 5)
    await ledger.reward_quiz(merit("mira", "one"), 3, rule="bonus")
    assert (await ledger.tokens_earned("mira"), await ledger.tokens_earned("tom")) == (13, 10)
    assert await ledger.tokens_earned("nobody") == 0


async def test_another_amount_under_the_same_reference_is_a_conflict(ledger: Ledger) -> None:
    await ledger.reward_quiz(merit(), 20)
    with pytest.raises(PostingConflict):
        await ledger.reward_quiz(merit(), 19)
    with pytest.raises(PostingConflict):
        await ledger.post(a_posting("quiz:quiz:mira:quiz-passed", ISSUANCE, user_account("tom"), 20))
    assert await ledger.tokens_earned("mira") == 20


@pytest.mark.parametrize("amount", [0, -1])
async def test_a_posting_moves_something(ledger: Ledger, amount: int) -> None:
    with pytest.raises(ValueError, match="positive"):
        await ledger.reward_quiz(merit(), amount)
    with pytest.raises(ValueError, match="positive"):
        await ledger.post(a_posting("p", "a", "b", amount))


async def test_a_reference_that_vanished_is_a_conflict() -> None:
    storage = FaultyStorage()
    ledger = Ledger(storage, clock=FakeClock())
    storage.fail("postings", "insert", AlreadyExists("a"))
    with pytest.raises(PostingConflict):
        await ledger.post(a_posting("a", "x", "y", 1))


async def test_a_thousand_at_once() -> None:
    office = Office()
    rewards = [(f"user-{number % 50}", f"quiz-{number % 100}") for number in range(1_000)]
    await asyncio.gather(*(office.earn(user, 2, quiz) for user, quiz in rewards))
    different = len(set(rewards))
    assert await office.storage.collection(POSTINGS).count() == different == 100
    for _ in range(2):
        assert await office.ledger.balance(ISSUANCE) == -2 * different
        assert [await office.ledger.tokens_earned(f"user-{number}") for number in range(50)] == [4] * 50
        await office.sealing.run()


async def test_a_balance_counts_every_page(ledger: Ledger) -> None:
    await asyncio.gather(*(ledger.post(a_posting(f"p{number}", "a", "b", 1)) for number in range(1_001)))
    assert (await ledger.balance("b"), await ledger.balance("a")) == (1_001, -1_001)


_accounts = st.sampled_from([ISSUANCE, "user:a", "user:b", "user:c"])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), _accounts, _accounts, st.integers(1, 100)) | st.none(), max_size=30))
async def test_all_accounts_together_hold_nothing(moves: list[tuple[int, str, str, int] | None]) -> None:
    """None: sealed in between."""
    office = Office()
    stands: dict[int, tuple[str, str, int]] = {}
    for move in moves:
        if move is None:
            await office.sealing.run()
            continue
        reference, debit, credit, amount = move
        posting = a_posting(f"p{reference}", debit, credit, amount)
        if stands.setdefault(reference, move[1:]) == move[1:]:
            await office.ledger.post(posting)
        else:
            with pytest.raises(PostingConflict):
                await office.ledger.post(posting)
    balances = [await office.ledger.balance(account) for account in (ISSUANCE, "user:a", "user:b", "user:c")]
    assert sum(balances) == 0
    assert balances[1] == sum(
        amount * ((credit == "user:a") - (debit == "user:a")) for debit, credit, amount in stands.values()
    )
    await office.audited()


# --- regrades -----------------------------------------------------------------------------------------------


async def test_what_was_given_for_a_quiz_is_made_what_is_due_once_per_regrade(ledger: Ledger) -> None:
    await ledger.reward_quiz(merit(), 20)
    for _ in range(2):
        await ledger.settle_quiz(merit(), due=15, regrade=1)
    assert await ledger.tokens_earned("mira") == 15
    assert await ledger.settle_quiz(merit(), due=15, regrade=2) is None
    raised = await ledger.settle_quiz(merit(), due=30, regrade=3)
    assert raised is not None
    assert (raised.amount, raised.credit, raised.rule) == (15, "user:mira", "quiz-regraded:3")
    await ledger.settle_quiz(merit(), due=0, regrade=4)
    assert (await ledger.tokens_earned("mira"), await ledger.balance("issuance")) == (0, 0)
    given = [await ledger.given_for_quiz("mira", "quiz", regrades=number) for number in range(5)]
    assert given == [20, 15, 15, 30, 0]


# --- limits -------------------------------------------------------------------------------------------------


async def test_what_goes_beyond_a_limit_is_withheld_and_said() -> None:
    ledger = Office(campus=CampusLimits(per_day=25)).ledger
    given = [await ledger.reward_quiz(merit(quiz_id=quiz), 10) for quiz in ("a", "b", "c", "d")]
    assert [(one.amount, one.withheld) for one in given] == [(10, 0), (10, 0), (5, 5), (0, 10)]
    assert await ledger.reward_quiz(merit(quiz_id="d"), 10) == given[3]
    tomorrow = await ledger.reward_quiz(merit(quiz_id="e", day=NOON.date() + timedelta(days=1)), 10)
    somebody_else = await ledger.reward_quiz(merit("tom"), 10)
    assert (tomorrow.amount, somebody_else.amount, await ledger.tokens_earned("mira")) == (10, 10, 35)


async def test_a_class_and_a_quiz_can_have_limits_too() -> None:
    office = Office(campus=CampusLimits(per_quiz=8))
    await office.storage.collection(CLASS_LIMITS).insert(ClassLimit(id="room", per_day=10))
    given = [await office.ledger.reward_quiz(merit(quiz_id=quiz), 10) for quiz in ("a", "b")]
    elsewhere = await office.ledger.reward_quiz(merit(quiz_id="c", room="hall"), 10)
    assert [one.amount for one in (*given, elsewhere)] == [8, 2, 8]


async def test_a_regrade_does_not_get_around_a_limit_nor_take_more_than_was_given() -> None:
    ledger = Office(campus=CampusLimits(per_day=5)).ledger
    await ledger.reward_quiz(merit(), 20)
    assert await ledger.settle_quiz(merit(), due=20, regrade=1) is None
    assert await ledger.settle_quiz(merit(), due=12, regrade=2) is None
    back = await ledger.settle_quiz(merit(), due=3, regrade=3)
    assert back is not None
    assert (back.debit, back.amount) == ("user:mira", 2)
    more = await ledger.settle_quiz(merit(day=NOON.date() + timedelta(days=1)), due=40, regrade=4)
    assert more is not None
    assert (more.amount, more.withheld, await ledger.tokens_earned("mira")) == (5, 17, 8)


async def test_two_servers_together_stay_within_a_limit() -> None:
    limits, storage = CampusLimits(per_day=70), MemoryStorage()
    servers = [Office(storage, limits).ledger for _ in range(2)]
    await asyncio.gather(
        *(server.reward_quiz(merit(quiz_id=f"q{number}"), 9) for number in range(20) for server in servers)
    )
    found = (await storage.collection(POSTINGS).find(limit=100)).items
    assert (len(found), sum(one.amount for one in found), sum(one.withheld for one in found)) == (20, 70, 110)
    assert await servers[0].tokens_earned("mira") == 70


async def test_a_limit_that_moved_between_a_grant_and_its_posting_changes_nothing() -> None:
    storage = FaultyStorage()
    storage.fail("postings", "insert", OSError("gone"))
    with pytest.raises(OSError, match="gone"):
        await Office(storage, CampusLimits(per_day=12)).earn("mira", 20)
    again = Office(storage, CampusLimits(per_day=3))
    await again.earn("mira", 20)
    assert await again.ledger.tokens_earned("mira") == 12


# --- balances -----------------------------------------------------------------------------------------------


async def test_a_balance_is_read_from_few_documents_however_many_postings_there_are() -> None:
    storage = FaultyStorage()
    office = Office(storage)
    for number in range(30):
        await office.earn("mira", 1, f"q{number}")
        await office.sealing.run()
    await office.earn("mira", 1, "new")
    storage.calls.clear()
    assert await office.ledger.tokens_earned("mira") == 31
    assert len(storage.calls) <= 6


async def test_a_folio_that_comes_in_between_is_read_again() -> None:
    storage = FaultyStorage()
    office = Office(storage)
    await office.sealing.run()
    await office.earn("mira", 5, "a")
    hold = storage.hold("postings", "find", "before")
    reading = asyncio.create_task(office.ledger.tokens_earned("mira"))
    await hold.reached()
    await Office(storage.inner).sealing.run()
    hold.release()
    assert await reading == 5


async def test_old_postings_count_before_they_are_in_a_folio() -> None:
    office = Office()
    postings = office.storage.collection(POSTINGS)
    for number in range(3):
        await postings.insert(a_posting(f"old{number}", ISSUANCE, "user:mira", 4))
    assert await office.ledger.tokens_earned("mira") == 12
