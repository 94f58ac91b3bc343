"""The balanced tree over a file's pieces, as profile `unixfs-v1-2025` has it (IPIP-499), built while they come."""

from collections.abc import AsyncIterable, AsyncIterator, Callable
from typing import NamedTuple

from eduverse.content.cid import DAG_PB, Cid
from eduverse.content.unixfs import Link, file

__all__ = ["PIECE", "WIDTH", "Balanced", "Part", "pieces"]

PIECE = 1 << 20
"""Bytes of a piece; only the last one of a file is shorter."""
WIDTH = 1024
"""Links of a node at most."""

Keep = Callable[[Cid, bytes], object]


class Part(NamedTuple):
    """A piece, or a node over pieces."""

    cid: Cid
    size: int
    """Bytes of the file."""
    total: int
    """Bytes of its block and of all below."""


class Balanced:
    """Takes pieces in their order; hands every node to `keep` as soon as it is full.

    A level is folded only when one more part arrives: a file of exactly 1024 pieces has one node over them, and
    a file of one piece is that piece.
    """

    def __init__(self, keep: Keep, width: int = WIDTH) -> None:
        self._keep = keep
        self._width = width
        self._levels: list[list[Part]] = [[]]

    def add(self, piece: Part) -> None:
        self._push(0, piece)

    def finish(self) -> Part:
        """The root. At least one piece has been added, be it an empty one."""
        level = 0
        while level < len(self._levels) - 1 or len(self._levels[level]) > 1:
            if parts := self._levels[level]:
                self._levels[level] = []
                self._push(level + 1, self._folded(parts))
            level += 1
        return self._levels[level][0]

    def _push(self, level: int, part: Part) -> None:
        if level == len(self._levels):
            self._levels.append([])
        if len(self._levels[level]) == self._width:
            full, self._levels[level] = self._levels[level], []
            self._push(level + 1, self._folded(full))
        self._levels[level].append(part)

    def _folded(self, parts: list[Part]) -> Part:
        sizes = [part.size for part in parts]
        block = file([Link(part.cid, part.total) for part in parts], sizes)
        cid = Cid.of(DAG_PB, block)
        self._keep(cid, block)
        return Part(cid, sum(sizes), len(block) + sum(part.total for part in parts))


async def pieces(chunks: AsyncIterable[bytes]) -> AsyncIterator[bytes]:
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
