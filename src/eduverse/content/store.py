"""Files as trees of blocks: the `Content` port over any block store."""

import asyncio
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from eduverse.content import unixfs
from eduverse.content.blocks import Blocks, Pins
from eduverse.content.cid import RAW, Cid
from eduverse.content.layout import PIECE, Balanced, Part
from eduverse.kernel.clock import Clock
from eduverse.kernel.content import ContentDamaged, ContentMissing, ContentUnavailable, Reference

__all__ = ["GRACE", "BlockContent"]

GRACE = 24 * 3600.0
"""Seconds for which what is not pinned is kept."""
_AHEAD = 4
"""Pieces of one file that are hashed and written while further ones come in."""
_MAX_DEPTH = 8
"""Levels of a tree: four hold more than a disk does."""

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
            async for piece in _pieces(chunks):
                if len(under_way) == _AHEAD:
                    await _run(layout.add, await under_way.popleft())
                under_way.append(asyncio.create_task(_run(self._keep_piece, piece)))
            while under_way:
                await _run(layout.add, await under_way.popleft())
            root = await _run(layout.finish)
        finally:
            await asyncio.gather(*under_way, return_exceptions=True)
        return Reference(cid=str(root.cid), size=root.size)

    async def read(self, cid: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        to_visit = [(Cid.parse(cid), 0, 0)]
        while to_visit:
            here, offset, depth = to_visit.pop()
            block = await _run(self._checked, here)
            if here.codec == RAW:
                if wanted := block[max(0, start - offset) : None if end is None else max(0, end - offset)]:
                    yield wanted
                continue
            below = _below(block, offset, depth)
            to_visit += [one for one, size in reversed(below) if _meets(one[1], size, start, end)]

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
        return None if block is None else _node(block).size

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
        to_visit = [(root, 0, 0)]
        while to_visit:
            here, offset, depth = to_visit.pop()
            yield here
            if here.codec != RAW and (block := self._blocks.read(here)) is not None:
                to_visit += [one for one, _ in _below(block, offset, depth)]

    def _now(self) -> float:
        return self._clock.now().timestamp()


def _below(block: bytes, offset: int, depth: int) -> list[tuple[tuple[Cid, int, int], int]]:
    """What a node links to: block, place of its first byte in the file, depth; and how many bytes are behind it."""
    if depth == _MAX_DEPTH:
        raise ContentDamaged
    node, below = _node(block), []
    for link, size in zip(node.links, node.sizes or [0] * len(node.links), strict=True):
        below.append(((link.cid, offset, depth + 1), size))
        offset += size
    return below


def _node(block: bytes) -> unixfs.Node:
    try:
        return unixfs.decode(block)
    except ValueError:
        raise ContentDamaged from None


def _meets(offset: int, size: int, start: int, end: int | None) -> bool:
    return offset + size > start and (end is None or offset < end)


async def _pieces(chunks: AsyncIterable[bytes]) -> AsyncIterator[bytes]:
    """The same bytes in pieces of one size; an empty file is one empty piece."""
    waiting, none_yet = bytearray(), True
    async for chunk in chunks:
        waiting += chunk
        while len(waiting) >= PIECE:
            yield bytes(waiting[:PIECE])
            del waiting[:PIECE]
            none_yet = False
    if waiting or none_yet:
        yield bytes(waiting)


async def _run(work: Callable[..., R], *given: object) -> R:
    with _disk_errors():
        return await asyncio.to_thread(work, *given)


@contextmanager
def _disk_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ContentUnavailable(f"The file store cannot be used: {error.strerror}.") from error
