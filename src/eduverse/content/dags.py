"""What every store does alike with its blocks: the parts of the `Content` port that are no matter of where they are."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterable, AsyncIterator, Mapping, Sequence

from eduverse.content import hamt, tree, unixfs
from eduverse.content.car import CarReader, header, section
from eduverse.content.cid import DAG_PB, RAW, Cid
from eduverse.content.unixfs import FILE, Link
from eduverse.kernel.content import (
    Archive,
    ArchiveInvalid,
    ContentDamaged,
    ContentMissing,
    Entry,
    Found,
    Kind,
    Reference,
    Scope,
)

__all__ = ["Block", "Dags"]

Block = tuple[Cid, bytes]

_MAX_NAME = 255
"""Bytes, as file systems have it."""
_MISSING_TOLD = 20


class Dags(ABC):
    @abstractmethod
    async def _fetch(self, cid: Cid) -> bytes:
        """A block that is what its name says. Raises `ContentMissing` or `ContentDamaged`."""

    @abstractmethod
    async def _has(self, cid: Cid) -> bool: ...

    @abstractmethod
    async def _take(self, roots: Sequence[Cid], blocks: AsyncIterator[Block]) -> int:
        """Stores blocks that belong to `roots`, to be kept for a day; returns how many came.

        Raises `ArchiveInvalid` for one that is not what its name says.
        """

    def read(self, cid: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        return tree.read_file(Cid.parse(cid), self._fetch, start, end)

    async def block(self, cid: str) -> bytes:
        return await self._fetch(Cid.parse(cid))

    async def find(self, cid: str, path: Sequence[str] = ()) -> Found:
        *_, last = steps = [step async for step in tree.walk(Cid.parse(cid), path, self._fetch)]
        is_file = last.node is None or last.node.kind == FILE
        return Found(
            cid=str(last.cid),
            kind=Kind.FILE if is_file else Kind.DIRECTORY,
            size=tree.file_size(last.cid, last.block) if is_file else 0,
            trail=tuple(str(step.cid) for step in steps if step.is_entry),
        )

    async def entries(self, cid: str) -> AsyncIterator[Entry]:
        async for link in tree.entries(Cid.parse(cid), self._fetch):
            yield Entry(name=link.name, cid=str(link.cid), total=link.total)

    async def export(self, cid: str, path: Sequence[str] = (), scope: Scope = Scope.ALL) -> AsyncIterator[bytes]:
        root = Cid.parse(cid)
        way = [(step.cid, step.block) async for step in tree.walk(root, path, self._fetch)]
        yield header([root])
        sent = set()
        for name, block in way:
            if name not in sent:
                sent.add(name)
                yield section(name, block)
        if scope is Scope.BLOCK:
            return
        which = tree.all_blocks if scope is Scope.ALL else tree.own_blocks
        async for name, block in which(way[-1][0], self._fetch):
            if name not in sent:
                yield section(name, block)

    async def take_in(self, archive: AsyncIterable[bytes], /) -> Archive:
        reader = CarReader(archive)
        roots = await reader.roots()
        count = await self._take(roots, reader.blocks())
        try:
            missing = sorted([str(cid) async for cid in self._missing(roots)])
        except ContentDamaged:
            raise ArchiveInvalid("There is something in it that is neither a file nor a directory.") from None
        return Archive(roots=tuple(map(str, roots)), blocks=count, missing=tuple(missing))

    async def put_directory(self, entries: Mapping[str, str], /) -> Reference:
        totals = {cid: await self._total(Cid.parse(cid)) for cid in sorted(set(entries.values()))}
        links = [Link(Cid.parse(cid), totals[cid], _good(name)) for name, cid in entries.items()]
        blocks: dict[Cid, bytes] = {}
        root = _directory(links, blocks)

        async def all_of_them() -> AsyncIterator[Block]:
            for block in blocks.items():
                yield block

        await self._take([root.cid], all_of_them())
        return Reference(cid=str(root.cid), size=root.total)

    async def _total(self, cid: Cid) -> int:
        """Bytes of a block and of all below it, as its links say."""
        block = await self._fetch(cid)
        return len(block) if cid.codec == RAW else len(block) + sum(link.total for link in tree.node_of(block).links)

    async def _missing(self, roots: Sequence[Cid]) -> AsyncIterator[Cid]:
        """The first blocks below the roots that are not there."""
        seen, to_visit, told = set(roots), list(roots), 0
        while to_visit and told < _MISSING_TOLD:
            cid = to_visit.pop()
            below: list[Cid] = []
            try:
                if cid.codec != RAW:
                    below = tree.below(cid, await self._fetch(cid))
                elif not await self._has(cid):
                    raise ContentMissing
            except ContentMissing:
                told += 1
                yield cid
            for one in below:
                if one not in seen:
                    seen.add(one)
                    to_visit.append(one)


def _good(name: str) -> str:
    if name in ("", ".", "..") or "/" in name or "\0" in name or len(name.encode()) > _MAX_NAME:
        raise ValueError("a name that cannot stand in a directory")
    return name


def _directory(links: Sequence[Link], blocks: dict[Cid, bytes]) -> Link:
    """One block, or shards where that would be too large."""
    block = unixfs.directory(links)
    if len(block) > unixfs.MAX_DIRECTORY:
        return hamt.build(links, blocks.__setitem__)
    cid = Cid.of(DAG_PB, block)
    blocks[cid] = block
    return Link(cid, len(block) + sum(link.total for link in links))
