"""A process that dies between any two steps, and two that work beside each other, on directories too."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from tests.ports.content_contract import DAY, FOLDER, HELLO, MEBIBYTE, cut, put_folder, whole
from tests.support.clock import FakeClock

from eduverse.content.blocks import MemoryBlocks
from eduverse.content.car import header, section
from eduverse.content.cid import Cid
from eduverse.content.store import BlockContent
from eduverse.kernel.content import ContentDamaged, ContentMissing, ContentUnavailable

_STEPS = {"write", "touch", "discard", "add", "remove", "older_than", "roots", "read", "size"}


class Mortal:
    """Blocks and pins that do so many steps, and then none any more."""

    def __init__(self, kept: MemoryBlocks, steps: int) -> None:
        self._kept = kept
        self.left = steps

    def __getattr__(self, name: str) -> Callable[..., Any]:
        step: Callable[..., Any] = getattr(self._kept, name)

        def counted(*given: Any) -> Any:
            self.left -= name in _STEPS
            if self.left < 0:
                raise OSError(5, "dead")
            return step(*given)

        return counted


async def life_of_a_directory(content: BlockContent, clock: FakeClock) -> None:
    await put_folder(content)
    await content.pin(FOLDER, "c1")
    clock.advance(2 * DAY)
    assert await content.collect() == 0
    assert len(await whole(content.export(FOLDER))) > MEBIBYTE
    await content.unpin(FOLDER, "c1")
    await content.collect()


async def test_a_process_that_dies_between_any_two_steps(clock: FakeClock) -> None:
    """What it did is done again; nothing is lost that was pinned, nothing is left that nobody wants."""
    deaths = 0
    while True:
        kept = MemoryBlocks()
        mortal: Any = Mortal(kept, deaths)
        try:
            await life_of_a_directory(BlockContent(mortal, mortal, clock), clock)
            break
        except ContentUnavailable:
            deaths += 1
        again = BlockContent(kept, kept, clock)
        await life_of_a_directory(again, clock)
        clock.advance(2 * DAY)
        await again.collect()
        assert kept.older_than(float("inf")) == []
        assert list(kept.roots()) == []
    assert deaths > 50


async def test_directories_that_are_collected_while_they_are_put_and_pinned(clock: FakeClock) -> None:
    """Whoever is told that one is pinned finds all of it."""
    kept = MemoryBlocks()
    content = BlockContent(kept, kept, clock)

    async def put(number: int) -> str:
        pieces = [(await content.put(cut(b"%d %d" % (number, part)))).cid for part in range(3)]
        return (await content.put_directory({str(part): cid for part, cid in enumerate(pieces)})).cid

    async def renew(number: int) -> str:
        while True:
            cid = await put(number)
            try:
                await content.pin(cid, "c1")
            except ContentMissing:
                continue
            return cid

    for number in range(30):
        await put(number)
    clock.advance(2 * DAY)
    collecting = [content.collect() for _ in range(3)]
    cids, _ = await asyncio.gather(asyncio.gather(*map(renew, range(30))), asyncio.gather(*collecting))
    for number, cid in enumerate(cids):
        part = await content.find(cid, ["2"])
        assert await whole(content.read(part.cid)) == b"%d 2" % number


async def test_an_archive_with_a_block_twice(clock: FakeClock) -> None:
    kept = MemoryBlocks()
    hello = Cid.parse(HELLO)
    twice = header([hello, hello]) + section(hello, b"hello world") * 2
    taken = await BlockContent(kept, kept, clock).take_in(cut(twice))
    assert (taken.blocks, taken.missing) == (2, ())
    assert kept.older_than(float("inf")) == [hello]


async def test_nothing_is_collected_below_a_damaged_directory(clock: FakeClock) -> None:
    """What it links to cannot be told any more; putting it again mends it."""
    kept = MemoryBlocks()
    content = BlockContent(kept, kept, clock)
    await put_folder(content)
    await content.pin(FOLDER, "c1")
    good = await content.block(FOLDER)
    kept.write(Cid.parse(FOLDER), good[:-1] + b"\x02", 0)
    clock.advance(2 * DAY)
    with pytest.raises(ContentDamaged):
        await content.collect()
    with pytest.raises(ContentDamaged):
        await content.pin(FOLDER, "c2")
    await put_folder(content)
    assert await content.collect() == 0
    assert len(await whole(content.export(FOLDER))) > MEBIBYTE


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()
