"""Sealing: every posting is in one folio, whoever is cut off where."""

import asyncio
from contextlib import suppress
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from tests.support.faults import Crash, FaultyStorage
from tests.support.ledger import Office, a_posting, merit

from eduverse.rewards.model import BALANCES, FOLIOS, ISSUANCE, POSTINGS
from eduverse.storage.memory import MemoryStorage


async def test_what_is_posted_is_sealed_in_its_order_and_once() -> None:
    office = Office()
    assert await office.sealing.run() == 0
    for number in (2, 0, 1):
        office.clock.advance(1)
        await office.earn("mira", 5, f"q{number}")
    assert (await office.sealing.run(), await office.sealing.run()) == (3, 0)
    (folio,) = (await office.storage.collection(FOLIOS).find()).items
    assert [one.reference for one in folio.entries] == [f"quiz:q{number}:mira:quiz-passed" for number in (2, 0, 1)]
    report = await office.audited()
    assert (report.folios, report.postings, report.waiting, report.head) == (1, 3, 0, folio.hash)
    balances = {one.id: (one.amount, one.folio) for one in (await office.storage.collection(BALANCES).find()).items}
    assert balances == {"user:mira": (15, 1), ISSUANCE: (-15, 1)}


async def test_what_was_there_before_there_were_folios_comes_first_and_in_order() -> None:
    office = Office()
    postings = office.storage.collection(POSTINGS)
    for number in range(450):
        old = a_posting(f"p{number * 7 % 450:03d}", ISSUANCE, "user:mira", 1)
        await postings.insert(structs.replace(old, posted_at=office.clock.now()))
        office.clock.advance(1)
    office.clock.advance(-200)
    await office.earn("tom", 3)
    assert await office.ledger.tokens_earned("mira") == 450
    assert await office.sealing.run() == 451
    folios = (await office.storage.collection(FOLIOS).find()).items
    assert [len(folio.entries) for folio in folios] == [200, 200, 51]
    order = [(await postings.get(one.reference)) for folio in folios for one in folio.entries]
    moments = [one.posted_at for one in order if one]
    assert moments == sorted(moments)
    assert (await office.ledger.tokens_earned("mira"), (await office.audited()).waiting) == (450, 0)


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("old", [True, False])
async def test_cut_off_anywhere_the_balance_is_right_and_the_rest_is_done_later(
    old: bool, when: Literal["before", "after"]
) -> None:
    """The writes: a folio, three postings that name it, two balances, and that all old postings are in."""
    for write in range(1, 8 if old else 7):
        storage = FaultyStorage()
        office = Office(storage)
        if not old:
            await office.sealing.run()
        await office.earn("mira", 7, "a")
        await office.earn("mira", 5, "b")
        await office.ledger.settle_quiz(merit(quiz_id="a"), due=4, regrade=1)
        storage.crash_at_write(write, when)
        with pytest.raises(Crash):
            await office.sealing.run()
        other = office.beside(storage.inner)
        assert (await other.ledger.tokens_earned("mira"), await other.ledger.balance(ISSUANCE)) == (9, -9)
        await other.earn("mira", 1, "c")
        assert await other.ledger.tokens_earned("mira") == 10
        await other.sealing.run()
        assert (await other.audited()).postings == 4
        assert await other.ledger.tokens_earned("mira") == 10


async def test_a_server_that_is_late_changes_nothing() -> None:
    """It stops between the folio and what follows from it, while another goes on."""
    storage = FaultyStorage()
    late = Office(storage)
    await late.sealing.run()
    await late.earn("mira", 5, "a")
    hold = storage.hold("folios", "insert", "after")
    sealing = asyncio.create_task(late.sealing.run())
    await hold.reached()
    other = late.beside(storage.inner)
    await other.earn("mira", 6, "b")
    assert await other.sealing.run() == 1
    hold.release()
    assert await sealing == 1
    assert ((await other.audited()).folios, await other.ledger.tokens_earned("mira")) == (2, 11)


async def test_of_two_servers_that_seal_the_same_one_does() -> None:
    storage = FaultyStorage()
    first = Office(storage)
    await first.sealing.run()
    await first.earn("mira", 5, "a")
    hold = storage.hold("folios", "insert")
    sealing = asyncio.create_task(first.sealing.run())
    await hold.reached()
    assert await first.beside(storage.inner).sealing.run() == 1
    hold.release()
    assert await sealing == 0
    assert (await first.audited()).folios == 1


async def test_a_posting_that_somebody_took_away_holds_nothing_up() -> None:
    office = Office()
    await office.sealing.run()
    await office.earn("mira", 5, "a")
    storage = FaultyStorage(office.storage)
    hold = storage.hold("folios", "insert", "after")
    sealing = asyncio.create_task(office.beside(storage).sealing.run())
    await hold.reached()
    (posting,) = (await office.storage.collection(POSTINGS).find()).items
    await office.storage.collection(POSTINGS).delete(posting.id, posting.version)
    hold.release()
    await sealing
    assert await office.sealing.run() == 0
    assert len((await office.audit.run()).findings) == 1


_steps = st.lists(st.sampled_from(["a", "b", "seal", "cut", "both"]), min_size=1, max_size=14)


@settings(max_examples=25, deadline=None)
@given(_steps, st.integers(1, 12))
async def test_any_interleaving_of_earning_and_sealing_comes_to_the_same(steps: list[str], write: int) -> None:
    inner = MemoryStorage()
    here, there = Office(inner), Office(inner)
    earned = {"a": 0, "b": 0}
    for number, step in enumerate(steps):
        if step in earned:
            await here.earn(step, number + 1, f"q{number}")
            earned[step] += number + 1
        elif step == "seal":
            await there.sealing.run()
        elif step == "both":
            await asyncio.gather(here.sealing.run(), there.sealing.run(), there.earn("a", 1, f"q{number}"))
            earned["a"] += 1
        else:
            faulty = FaultyStorage(inner)
            faulty.crash_at_write(write, "after")
            with suppress(Crash):
                await Office(faulty).sealing.run()
        balances = [await here.ledger.balance(account) for account in ("user:a", "user:b", ISSUANCE)]
        assert balances == [earned["a"], earned["b"], -sum(earned.values())]
    await there.sealing.run()
    report = await here.audited()
    assert (report.waiting, report.postings) == (0, await inner.collection(POSTINGS).count())
