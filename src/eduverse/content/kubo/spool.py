"""A file on its way to a node: kept here until its name is known, as that comes first in what is sent.

The node is sent all of it at once. It collects no garbage while it takes a file in, and takes nothing in while it
waits to collect: a slow upload would hold up everybody's.
"""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import ParamSpec, TypeVar

from eduverse.content.cid import RAW, Cid
from eduverse.content.layout import Balanced, Part, pieces
from eduverse.content.varint import varint
from eduverse.kernel.content import ContentUnavailable

__all__ = ["Spool", "spooled"]

P = ParamSpec("P")
R = TypeVar("R")

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
    def count(self) -> int:
        """Blocks, each counted once."""
        return len({leaf.cid for leaf in self._leaves}) + len(self._nodes)

    async def car(self) -> AsyncIterator[bytes]:
        """The file as an archive (CARv1), each block once."""
        yield _header(self.root.cid)
        await _run(self._file.seek, 0)
        sent = set()
        for leaf in self._leaves:
            piece = await _run(self._file.read, leaf.size)
            if leaf.cid not in sent:
                sent.add(leaf.cid)
                yield _section(leaf.cid, piece)
        for cid, block in self._nodes.items():
            yield _section(cid, block)


def _header(root: Cid) -> bytes:
    """DAG-CBOR: `{"roots": [root], "version": 1}`; a link is tag 42 on the bytes of a CID behind a zero."""
    link = b"\xd8\x2a\x58" + bytes([len(root.raw) + 1]) + b"\0" + root.raw
    head = b"\xa2\x65roots\x81" + link + b"\x67version\x01"
    return varint(len(head)) + head


def _section(cid: Cid, block: bytes) -> bytes:
    return varint(len(cid.raw) + len(block)) + cid.raw + block


async def _run(work: Callable[P, R], *given: P.args, **named: P.kwargs) -> R:
    try:
        return await asyncio.to_thread(work, *given, **named)
    except OSError as error:
        raise ContentUnavailable(f"The file cannot be kept while it is sent on: {error.strerror}.") from error
