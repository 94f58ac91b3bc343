"""Files as trees of blocks: the `Content` port over any block store."""

import asyncio
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from eduverse.content.blocks import Blocks, Pins
from eduverse.content.cid import RAW, Cid
from eduverse.content.layout import Balanced, Part, pieces
from eduverse.content.tree import Place, below, node_of, read_file
from eduverse.kernel.clock import Clock
from eduverse.kernel.content import ContentDamaged, ContentMissing, ContentUnavailable, Reference

__all__ = ["GRACE", "BlockContent"]

GRACE = 24 * 3600.0
"""Seconds for which what is not pinned is kept."""
_AHEAD = 4
"""Pieces of one file that are hashed and written while further ones come in."""

R = TypeVar("R")


class BlockContent:
    """Hashing and the disk's work are done in threads, a piece at a time."""

    def __init__(self, blocks: Blocks, pins: Pins, clock: Clock) -> None:
        self._blocks = blocks
        self._pins = pins
        self._clock = clock

    async def put(self, chunks: AsyncIterable[bytes], /) -> Reference:
        layout = Balanced(self._keep)
        under_way: deque[asyncio.Task[Part]] = deque()
        try:
            async for piece in pieces(chunks):
                if len(under_way) == _AHEAD:
                    await _run(layout.add, await under_way.popleft())
                under_way.append(asyncio.create_task(_run(self._keep_piece, piece)))
            while under_way:
                await _run(layout.add, await under_way.popleft())
            root = await _run(layout.finish)
        finally:
            await asyncio.gather(*under_way, return_exceptions=True)
        return Reference(cid=str(root.cid), size=root.size)

    def read(self, cid: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        return read_file(Cid.parse(cid), self._fetch, start, end)

    async def size(self, cid: str) -> int | None:
        return await _run(self._size, Cid.parse(cid))

    async def pin(self, cid: str, owner: str) -> None:
        """The pin comes first, then every block is touched: whoever collects meanwhile either sees the pin, or has
        listed what is old before, and finds the block young when it comes to it."""
        await _run(self._pin, Cid.parse(cid), owner)

    async def unpin(self, cid: str, owner: str) -> None:
        await _run(self._pins.remove, Cid.parse(cid), owner)

    async def collect(self) -> int:
        return await _run(self._collect)

    async def ping(self) -> None:
        await _run(self._blocks.ping)

    async def _fetch(self, cid: Cid) -> bytes:
        return await _run(self._checked, cid)

    # --- in threads -----------------------------------------------------------------------------------------

    def _keep_piece(self, piece: bytes) -> Part:
        cid = Cid.of(RAW, piece)
        self._keep(cid, piece)
        return Part(cid, len(piece), len(piece))

    def _keep(self, cid: Cid, block: bytes) -> None:
        self._blocks.write(cid, block, self._now())

    def _checked(self, cid: Cid) -> bytes:
        block = self._blocks.read(cid)
        if block is None:
            raise ContentMissing
        if not cid.names(block):
            raise ContentDamaged
        return block

    def _size(self, cid: Cid) -> int | None:
        if cid.codec == RAW:
            return self._blocks.size(cid)
        block = self._blocks.read(cid)
        return None if block is None else node_of(block).size

    def _pin(self, cid: Cid, owner: str) -> None:
        self._pins.add(cid, owner)
        now = self._now()
        if not all(self._blocks.touch(one, now) for one in self._tree(cid)):
            self._pins.remove(cid, owner)
            raise ContentMissing

    def _collect(self) -> int:
        """What is old is listed before what is pinned: a pin that comes between the two has touched its blocks."""
        moment = self._now() - GRACE
        old = self._blocks.older_than(moment)
        needed = {one for root in self._pins.roots() for one in self._tree(root)} if old else set()
        return sum(self._blocks.discard(cid, moment) for cid in old if cid not in needed)

    def _tree(self, root: Cid) -> Iterator[Cid]:
        """All blocks of a file, as far as its nodes are there."""
        to_visit = [Place(root)]
        while to_visit:
            here = to_visit.pop()
            yield here.cid
            if here.cid.codec != RAW and (block := self._blocks.read(here.cid)) is not None:
                to_visit += [place for place, _ in below(block, here)]

    def _now(self) -> float:
        return self._clock.now().timestamp()


async def _run(work: Callable[..., R], *given: object) -> R:
    with _disk_errors():
        return await asyncio.to_thread(work, *given)


@contextmanager
def _disk_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ContentUnavailable(f"The file store cannot be used: {error.strerror}.") from error
