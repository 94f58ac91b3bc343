"""Mirroring: what was earned comes onto the chain once, whoever is cut off where."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.faults import Crash, FaultyStorage
from tests.support.ledger import FakeTokens, Office, goes_on, merit

from eduverse.jobs.queue import Queue
from eduverse.kernel.chain import ChainUnavailable
from eduverse.rewards.mirroring import MINT, Mirrored, Purse
from eduverse.rewards.model import BALANCES, MINT_BATCHES, MIRRORS
from eduverse.storage.memory import MemoryStorage

ONE, TWO = "0x" + "1" * 40, "0x" + "2" * 40


async def rounds(office: Office, number: int = 3) -> None:
    for _ in range(number):
        await office.sealing.run()
        await goes_on(office.mirroring, office.storage)
        office.tokens.settle()


async def mirrored_for_long(office: Office) -> None:
    for _ in range(3):
        await goes_on(office.mirroring, office.storage)
        office.tokens.settle()


async def linked(*, storage: FaultyStorage | None = None) -> Office:
    office = Office(storage)
    office.wallets.linked["mira"] = ONE
    await office.sealing.run()
    return office


async def test_what_is_earned_is_under_way_and_then_there() -> None:
    office = await linked()
    await office.earn("mira", 20)
    await office.sealing.run()
    assert await goes_on(office.mirroring, office.storage) == 0
    assert await office.mirroring.mirrored("mira") == Mirrored(0, 20)
    await office.earn("mira", 5, "more")
    office.tokens.settle()
    await rounds(office)
    assert (await office.mirroring.mirrored("mira"), office.tokens.held[ONE]) == (Mirrored(25, 0), 25)
    assert await office.mirroring.mirrored("tom") == Mirrored(0, 0)
    assert not (await office.storage.collection(MINT_BATCHES).find()).items[0].unsettled


async def test_when_all_is_there_nobody_asks_again() -> None:
    office = await linked()
    await office.earn("mira", 20)
    await office.earn("tom", 20)
    await rounds(office, 4)
    assert not [one for one in (await office.storage.collection(BALANCES).find()).items if one.unmirrored]
    sent = dict(office.tokens.sent)
    await rounds(office)
    assert office.tokens.sent == sent


async def test_a_wallet_that_is_linked_later_gets_what_was_earned_before() -> None:
    office = Office()
    await office.earn("mira", 20)
    await rounds(office)
    office.wallets.linked["mira"] = ONE
    await rounds(office)
    assert office.tokens.held == {ONE: 20}


async def test_another_wallet_gets_what_comes_after_and_nothing_again() -> None:
    office = await linked()
    await office.earn("mira", 20)
    await office.sealing.run()
    await office.mirroring.plan()
    office.wallets.linked["mira"] = TWO
    await office.earn("mira", 7, "more")
    await rounds(office, 5)
    assert office.tokens.held == {ONE: 20, TWO: 7}


async def test_what_a_regrade_takes_back_is_made_up_for_first() -> None:
    office = await linked()
    await office.earn("mira", 20)
    await rounds(office)
    await office.ledger.settle_quiz(merit(), due=8, regrade=1)
    await office.earn("mira", 10, "more")
    await rounds(office)
    assert (office.tokens.held, await office.ledger.tokens_earned("mira")) == ({ONE: 20}, 18)
    await office.earn("mira", 5, "and more")
    await rounds(office)
    assert office.tokens.held == {ONE: 23}


async def test_a_transaction_that_was_refused_is_followed_by_another() -> None:
    office = await linked()
    await office.earn("mira", 20)
    await office.sealing.run()
    await goes_on(office.mirroring, office.storage)
    office.tokens.settle(refused=True)
    await rounds(office)
    assert office.tokens.held == {ONE: 20}
    assert [one.rsplit(":", 1)[1] for one in office.tokens.sent] == ["1", "2"]


async def test_while_the_chain_is_gone_everything_waits_and_says_so() -> None:
    office = await linked()
    await office.earn("mira", 20)
    await office.sealing.run()
    office.tokens.error = ChainUnavailable("The node does not answer")
    for _ in range(2):
        with pytest.raises(ChainUnavailable, match="The node does not answer"):
            await goes_on(office.mirroring, office.storage)
    assert await office.mirroring.mirrored("mira") == Mirrored(0, 20)
    office.tokens.error = None
    await rounds(office)
    assert office.tokens.held == {ONE: 20}


async def test_many_share_a_transaction_and_too_many_do_not() -> None:
    office = Office()
    await asyncio.gather(*(office.earn(f"u{number}", 1) for number in range(150)))
    office.wallets.linked = {f"u{number}": f"0x{number + 1:040x}" for number in range(150)}
    await rounds(office)
    assert sorted(len(mints) for mints in office.tokens.sent.values()) == [50, 100]
    assert len(office.tokens.held) == office.tokens.held.total() == 150


async def test_another_chain_begins_anew_and_leaves_the_old_one_alone() -> None:
    office = await linked()
    await office.earn("mira", 20)
    await office.sealing.run()
    await goes_on(office.mirroring, office.storage)
    old = office.tokens
    office.tokens = FakeTokens()
    office.tokens.place = "2-0xbeef"
    office.mirroring = office.mirror()
    await rounds(office)
    assert (office.tokens.held, old.held) == ({ONE: 20}, {})
    assert await office.mirroring.mirrored("mira") == Mirrored(20, 0)
    office.tokens = old
    office.mirroring = office.mirror()
    await rounds(office)
    assert old.held == {ONE: 20}
    (batch, _) = (await office.storage.collection(MINT_BATCHES).find()).items
    assert await office.mirroring.step(batch.id) is await office.mirroring.step("none") is None


async def test_a_job_is_put_for_each_batch_of_this_chain_until_it_is_there() -> None:
    office = await linked()
    queue = Queue(office.storage, office.clock)
    assert await office.mirroring.sweep(queue) == 0
    await office.earn("mira", 20)
    await office.sealing.run()
    assert await office.mirroring.sweep(queue) == 1
    (job,) = (await queue.list()).items
    (batch,) = (await office.storage.collection(MINT_BATCHES).find()).items
    assert (job.kind, job.subject) == (MINT, batch.id)
    moved = FakeTokens()
    moved.place = "2-0xbeef"
    here, office.tokens = office.tokens, moved
    assert await office.mirror().step(batch.id) is None  # the job is run when the campus is on another chain by then
    moved.settle()
    assert moved.held == {}
    office.tokens = here
    assert await office.mirroring.step(batch.id) == timedelta(seconds=5)
    office.tokens.settle()
    assert await office.mirroring.step(batch.id) is None
    assert await office.mirroring.sweep(queue) == 0
    assert office.tokens.held == {ONE: 20}


async def test_references_say_nothing_about_anybody() -> None:
    office = await linked()
    await office.earn("mira", 20)
    await rounds(office)
    ((mint,),) = office.tokens.sent.values()
    assert len(bytes.fromhex(mint.reference)) == 32


@pytest.mark.parametrize("when", ["before", "after"])
async def test_cut_off_anywhere_nothing_is_lost_or_minted_twice(when: Literal["before", "after"]) -> None:
    """The writes: a mirror, a batch, the mirror in it, that it was sent, that it is there, the mirror, the end."""
    for write in range(1, 8):
        storage = FaultyStorage()
        office = await linked(storage=storage)
        await office.earn("mira", 20)
        await office.sealing.run()
        storage.crash_at_write(write, when)
        with pytest.raises(Crash):
            await mirrored_for_long(office)
        other = office.beside(storage.inner)
        await other.earn("mira", 3, "more")
        await rounds(other, 5)
        assert other.tokens.held == {ONE: 23}, write
        assert await other.mirroring.mirrored("mira") == Mirrored(23, 0)


async def test_two_servers_that_gather_the_same_mint_pay_it_once() -> None:
    storage = FaultyStorage()
    here = await linked(storage=storage)
    here.wallets.linked["tom"] = TWO
    await here.earn("mira", 20)
    await here.sealing.run()
    await here.mirroring.plan()
    hold = storage.hold("mint_batches", "insert")
    gathering = asyncio.create_task(here.mirroring.gather())
    await hold.reached()
    there = here.beside(storage.inner)
    await there.earn("tom", 6)
    await rounds(there)
    hold.release()
    assert await gathering == 1
    await rounds(here)
    assert here.tokens.held == {ONE: 20, TWO: 6}
    assert [(one.minted, one.pending) for one in (await storage.inner.collection(MIRRORS).find()).items] == [
        (20, None),
        (6, None),
    ]
    assert len(here.tokens.sent) == 2


_steps = st.lists(
    st.sampled_from(["earn", "regrade", "seal", "here", "there", "both", "cut", "settle", "refuse", "relink"]),
    max_size=25,
)


@settings(max_examples=25, deadline=None)
@given(_steps, st.integers(1, 9))
async def test_any_interleaving_mints_what_was_earned_and_no_more(steps: list[str], write: int) -> None:
    here = Office(MemoryStorage())
    here.wallets.linked["mira"] = ONE
    there, most, regrades, quizzes = here.beside(), 0, 0, 0
    for step in [*steps, "seal"]:
        match step:
            case "earn":
                quizzes += 1
                await here.earn("mira", 4, f"q{quizzes}")
            case "regrade" if quizzes:
                regrades += 1
                await here.ledger.settle_quiz(merit(quiz_id=f"q{quizzes}"), due=regrades % 7, regrade=regrades)
            case "seal":
                await here.sealing.run()
            case "here":
                await goes_on(here.mirroring, here.storage)
            case "there":
                await goes_on(there.mirroring, there.storage)
            case "both":
                await asyncio.gather(goes_on(here.mirroring, here.storage), goes_on(there.mirroring, there.storage))
            case "cut":
                faulty = FaultyStorage(here.storage)
                faulty.crash_at_write(write, "after")
                with suppress(Crash):
                    await goes_on(here.beside(faulty).mirroring, faulty)
            case "settle" | "refuse":
                here.tokens.settle(refused=step == "refuse")
            case "relink":
                here.wallets.linked["mira"] = TWO
        balance = await here.ledger.tokens_earned("mira")
        most = max(most, balance)
        assert here.tokens.held.total() <= most
    await rounds(here, 5)
    assert balance <= here.tokens.held.total() <= most
    assert await there.mirroring.mirrored("mira") == Mirrored(here.tokens.held.total(), 0)


async def test_a_purse_says_what_there_is_without_a_chain() -> None:
    office = await linked()
    await office.earn("mira", 20)
    assert await Purse(office.ledger, None).contents("mira") == (20, None)
    assert await Purse(office.ledger, office.mirroring).contents("mira") == (20, Mirrored(0, 0))
