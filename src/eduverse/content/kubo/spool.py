"""A file on its way to a node: kept here until its name is known, as that comes first in what is sent.

The node is sent all of it at once. It collects no garbage while it takes a file in, and takes nothing in while it
waits to collect: a slow upload would hold up everybody's.
"""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import ParamSpec, TypeVar

from eduverse.content.car import header, section
from eduverse.content.cid import RAW, Cid
from eduverse.content.dags import Block
from eduverse.content.layout import Balanced, Part, pieces
from eduverse.kernel.content import ArchiveInvalid, ContentUnavailable

__all__ = ["Blocks", "Spool", "spooled", "spooled_blocks"]

P = ParamSpec("P")
R = TypeVar("R")

_CHUNK = 1 << 20
_IN_MEMORY = 2 << 20
"""Bytes of a file that are kept in memory; of a larger one, in a file without a name, gone with the process."""


@asynccontextmanager
async def spooled(chunks: AsyncIterable[bytes], folder: Path) -> AsyncIterator["Spool"]:
    """Takes a file in, to be sent while entered. Raises what `chunks` raises, and `ContentUnavailable`."""
    with SpooledTemporaryFile(max_size=_IN_MEMORY, dir=str(folder)) as file:
        spool = Spool(file)
        async for piece in pieces(chunks):
            await _run(spool.add, piece)
        await _run(spool.finish)
        yield spool


class Spool:
    def __init__(self, file: "SpooledTemporaryFile[bytes]") -> None:
        self._file = file
        self._nodes: dict[Cid, bytes] = {}
        self._layout = Balanced(self._nodes.__setitem__)
        self._leaves: list[Part] = []
        self.root = Part(Cid.of(RAW, b""), 0, 0)

    def add(self, piece: bytes) -> None:
        leaf = Part(Cid.of(RAW, piece), len(piece), len(piece))
        self._file.write(piece)
        self._leaves.append(leaf)
        self._layout.add(leaf)

    def finish(self) -> None:
        self.root = self._layout.finish()

    @property
    def cids(self) -> set[Cid]:
        return {leaf.cid for leaf in self._leaves} | self._nodes.keys()

    @property
    def count(self) -> int:
        """Blocks, each counted once."""
        return len(self.cids)

    async def car(self) -> AsyncIterator[bytes]:
        """The file as an archive (CARv1), each block once."""
        yield header([self.root.cid])
        await _run(self._file.seek, 0)
        sent = set()
        for leaf in self._leaves:
            piece = await _run(self._file.read, leaf.size)
            if leaf.cid not in sent:
                sent.add(leaf.cid)
                yield section(leaf.cid, piece)
        for cid, block in self._nodes.items():
            yield section(cid, block)


@asynccontextmanager
async def spooled_blocks(roots: Sequence[Cid], blocks: AsyncIterator[Block], folder: Path) -> AsyncIterator["Blocks"]:
    """Takes blocks in, each checked, to be sent while entered. Raises `ArchiveInvalid`, and what `blocks` raises."""
    with SpooledTemporaryFile(max_size=_IN_MEMORY, dir=str(folder)) as file:
        spool = Blocks(file, roots)
        async for cid, block in blocks:
            await _run(spool.add, cid, block)
        yield spool


class Blocks:
    def __init__(self, file: "SpooledTemporaryFile[bytes]", roots: Sequence[Cid]) -> None:
        self._file = file
        self._roots = roots
        self.count = 0
        self.total = 0

    def add(self, cid: Cid, block: bytes) -> None:
        if not cid.names(block):
            raise ArchiveInvalid(f"The block {cid} is not what its name says.")
        self._file.write(section(cid, block))
        self.count += 1
        self.total += len(block)

    async def car(self) -> AsyncIterator[bytes]:
        yield header(self._roots)
        await _run(self._file.seek, 0)
        while chunk := await _run(self._file.read, _CHUNK):
            yield chunk


async def _run(work: Callable[P, R], *given: P.args, **named: P.kwargs) -> R:
    try:
        return await asyncio.to_thread(work, *given, **named)
    except OSError as error:
        raise ContentUnavailable(f"The file cannot be kept while it is sent on: {error.strerror}.") from error
