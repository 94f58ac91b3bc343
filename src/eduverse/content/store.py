"""Files and directories as trees of blocks: the `Content` port over any block store."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Callable, Iterator, Sequence
from contextlib import aclosing, contextmanager
from typing import TypeVar

from eduverse.content.blocks import Blocks, Pins
from eduverse.content.cid import RAW, Cid
from eduverse.content.dags import Block, Dags
from eduverse.content.layout import Balanced, Part, pieces
from eduverse.content.tree import below, file_size
from eduverse.kernel.clock import Clock
from eduverse.kernel.content import ArchiveInvalid, ContentDamaged, ContentMissing, ContentUnavailable, Reference
from eduverse.kernel.errors import Problem

__all__ = ["GRACE", "BlockContent"]

GRACE = 24 * 3600.0
"""Seconds for which what is not pinned is kept."""
_AHEAD = 4
"""Blocks of one file or archive that are hashed and written while further ones come in."""

G = TypeVar("G")
R = TypeVar("R")


class BlockContent(Dags):
    """Hashing and the disk's work are done in threads, a block at a time."""

    def __init__(self, blocks: Blocks, pins: Pins, clock: Clock) -> None:
        self._blocks = blocks
        self._pins = pins
        self._clock = clock

    async def put(self, chunks: AsyncIterable[bytes], /) -> Reference:
        layout = Balanced(self._keep)
        async with aclosing(_ahead(self._keep_piece, pieces(chunks))) as parts:
            async for part in parts:
                await _run(layout.add, part)
        root = await _run(layout.finish)
        return Reference(cid=str(root.cid), size=root.size)

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

    async def _has(self, cid: Cid) -> bool:
        return await _run(self._blocks.size, cid) is not None

    async def _take(self, roots: Sequence[Cid], blocks: AsyncIterator[Block]) -> int:
        count = 0
        async with aclosing(_ahead(self._keep_given, blocks)) as kept:
            async for _ in kept:
                count += 1
        return count

    # --- in threads -----------------------------------------------------------------------------------------

    def _keep_piece(self, piece: bytes) -> Part:
        cid = Cid.of(RAW, piece)
        self._keep(cid, piece)
        return Part(cid, len(piece), len(piece))

    def _keep_given(self, given: Block) -> None:
        cid, block = given
        if not cid.names(block):
            raise ArchiveInvalid(f"The block {cid} is not what its name says.")
        self._keep(cid, block)

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
        return None if block is None else file_size(cid, block)

    def _pin(self, cid: Cid, owner: str) -> None:
        self._pins.add(cid, owner)
        now = self._now()
        try:
            if not all(self._blocks.touch(one, now) for one in self._tree(cid)):
                raise ContentMissing
        except Problem:
            self._pins.remove(cid, owner)
            raise

    def _collect(self) -> int:
        """What is old is listed before what is pinned: a pin that comes between the two has touched its blocks."""
        moment = self._now() - GRACE
        old = self._blocks.older_than(moment)
        needed = {one for root in self._pins.roots() for one in self._tree(root)} if old else set()
        return sum(self._blocks.discard(cid, moment) for cid in old if cid not in needed)

    def _tree(self, root: Cid) -> Iterator[Cid]:
        """All blocks of a file or directory, each once, as far as its nodes are there. Raises `ContentDamaged` rather
        than guess what a damaged one links to."""
        seen, to_visit = {root}, [root]
        while to_visit:
            here = to_visit.pop()
            yield here
            if here.codec != RAW and (block := self._blocks.read(here)) is not None:
                if not here.names(block):
                    raise ContentDamaged
                new = set(below(here, block)) - seen
                seen |= new
                to_visit += new

    def _now(self) -> float:
        return self._clock.now().timestamp()


async def _ahead(work: Callable[[G], R], given: AsyncIterable[G]) -> AsyncGenerator[R, None]:
    """What comes of each in a thread, in their order; a few are under way while further ones come in."""
    under_way: deque[asyncio.Task[R]] = deque()
    try:
        async for one in given:
            if len(under_way) == _AHEAD:
                yield await under_way.popleft()
            under_way.append(asyncio.create_task(_run(work, one)))
        while under_way:
            yield await under_way.popleft()
    finally:
        await asyncio.gather(*under_way, return_exceptions=True)


async def _run(work: Callable[..., R], *given: object) -> R:
    with _disk_errors():
        return await asyncio.to_thread(work, *given)


@contextmanager
def _disk_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ContentUnavailable(f"The file store cannot be used: {error.strerror}.") from error
