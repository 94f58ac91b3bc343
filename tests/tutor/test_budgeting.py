"""The books of the budgets, written by many at once."""

import asyncio

from tests.support.clock import FakeClock

from eduverse.storage.memory import MemoryStorage
from eduverse.tutor.budgeting import BudgetBook
from eduverse.tutor.errors import BudgetSpent
from eduverse.tutor.model.budget import Limits


async def test_many_at_once_never_pass_the_limit() -> None:
    storage, clock = MemoryStorage(), FakeClock()
    books = [BudgetBook(storage, clock=clock, limits=Limits(1_000, 300, 1_000)) for _ in range(3)]

    async def one(number: int) -> bool:
        try:
            held = await books[number % 3].reserve(f"a{number}", f"user-{number}", "room", 100)
        except BudgetSpent:
            return False
        await books[number % 3].settle(held, 40)
        return True

    done = await asyncio.gather(*(one(number) for number in range(12)))
    spending = {one.scope: one.used for one in await books[0].spending("user-0", "room")}
    assert spending["class"] == 40 * sum(done) <= 300


async def test_what_was_reserved_before_midnight_is_settled_on_its_own_day() -> None:
    clock = FakeClock()
    book = BudgetBook(MemoryStorage(), clock=clock, limits=Limits(1_000, 1_000, 1_000))
    held = await book.reserve("a", "mira", "room", 100)
    clock.advance(13 * 3_600)
    await book.settle(held, 60)
    assert [one.used for one in await book.spending("mira", "room")] == [0, 0]
