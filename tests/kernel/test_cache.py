"""Remembering for a moment."""

import asyncio

import pytest
from tests.support.clock import FakeClock

from eduverse.kernel.cache import BriefCache


class Source:
    def __init__(self) -> None:
        self.asked = 0
        self.error: Exception | None = None

    async def find_out(self) -> int:
        await asyncio.sleep(0)
        self.asked += 1
        if self.error:
            raise self.error
        return self.asked


async def test_an_answer_holds_for_its_time() -> None:
    clock, source = FakeClock(), Source()
    cache = BriefCache[int](clock, seconds=60)
    assert [await cache.get("a", source.find_out) for _ in range(3)] == [1, 1, 1]
    clock.advance(60)
    assert await cache.get("a", source.find_out) == 2
    cache.clear()
    assert await cache.get("a", source.find_out) == 3


async def test_of_many_who_ask_at_once_one_finds_out() -> None:
    source = Source()
    cache = BriefCache[int](FakeClock(), seconds=60)
    assert await asyncio.gather(*(cache.get("a", source.find_out) for _ in range(30))) == [1] * 30


async def test_a_failure_is_not_remembered() -> None:
    source = Source()
    source.error = RuntimeError("no")
    cache = BriefCache[int](FakeClock(), seconds=60)
    with pytest.raises(RuntimeError):
        await cache.get("a", source.find_out)
    source.error = None
    assert await cache.get("a", source.find_out) == 2


async def test_the_longest_unused_is_forgotten() -> None:
    source = Source()
    cache = BriefCache[int](FakeClock(), seconds=60, capacity=2)
    for key in ("a", "b", "a", "c"):
        await cache.get(key, source.find_out)
    assert await cache.get("a", source.find_out) == 1
    assert await cache.get("b", source.find_out) == 4
