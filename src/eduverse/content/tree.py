"""Reading what lies in blocks: which of them are needed, one after the other.

`fetch` gives a block that is what its name says, or raises. What others have written is not trusted: a tree that goes
too deep, comes back to where it was, or whose parts are not as long as is said of them, is damaged.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import NamedTuple

from eduverse.content import hamt
from eduverse.content.cid import RAW, Cid
from eduverse.content.unixfs import DIRECTORY, FILE, SHARD, Link, Node, decode
from eduverse.kernel.content import ContentDamaged, NoSuchPath, NotAFile

__all__ = ["Fetch", "Step", "all_blocks", "below", "entries", "file_size", "node_of", "own_blocks", "read_file", "walk"]

Fetch = Callable[[Cid], Awaitable[bytes]]

_MAX_DEPTH = 8
"""Levels of a file: four hold more than a disk does."""


class _Place(NamedTuple):
    """A block of a file, and where it stands in it."""

    cid: Cid
    offset: int = 0
    """Of its first byte in the file."""
    size: int | None = None
    """The bytes that are said to be behind it."""
    depth: int = 0


async def read_file(root: Cid, fetch: Fetch, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
    """The bytes from `start` to before `end`. Raises `NotAFile`."""
    to_visit = [_Place(root)]
    while to_visit:
        here = to_visit.pop()
        block = await fetch(here.cid)
        node = Node(FILE, (), (), block) if here.cid.codec == RAW else node_of(block)
        if node.kind != FILE:
            raise ContentDamaged if here.depth else NotAFile
        if here.size not in (None, node.size) or here.depth > _MAX_DEPTH:
            raise ContentDamaged
        if wanted := node.data[max(0, start - here.offset) : None if end is None else max(0, end - here.offset)]:
            yield wanted
        to_visit += [place for place in reversed(_parts(node, here)) if _meets(place, start, end)]


def _parts(node: Node, here: _Place) -> list[_Place]:
    offset, parts = here.offset + len(node.data), []
    for link, size in zip(node.links, node.sizes, strict=True):
        parts.append(_Place(link.cid, offset, size, here.depth + 1))
        offset += size
    return parts


def _meets(place: _Place, start: int, end: int | None) -> bool:
    return place.offset + (place.size or 0) > start and (end is None or place.offset < end)


def file_size(cid: Cid, block: bytes) -> int:
    """Of the file whose first block this is. Raises `NotAFile`."""
    if cid.codec == RAW:
        return len(block)
    node = node_of(block)
    if node.kind != FILE:
        raise NotAFile
    return node.size


class Step(NamedTuple):
    """Where a path has come to."""

    cid: Cid
    block: bytes
    node: Node | None
    """None for a leaf."""
    is_entry: bool
    """And not a shard on the way to one."""


async def walk(root: Cid, path: Sequence[str], fetch: Fetch) -> AsyncIterator[Step]:
    """Every block on the way to what stands at a path, that one last. Raises `NoSuchPath`."""
    step = await _step(root, fetch)
    yield step
    for name in path:
        level, is_entry = 0, False
        while not is_entry:
            cid, is_entry = _next(step.node, name, level)
            step = await _step(cid, fetch, is_entry=is_entry)
            yield step
            level += 1


async def _step(cid: Cid, fetch: Fetch, *, is_entry: bool = True) -> Step:
    block = await fetch(cid)
    return Step(cid, block, None if cid.codec == RAW else node_of(block), is_entry)


def _next(node: Node | None, name: str, level: int) -> tuple[Cid, bool]:
    """The block that a name leads to from here, and whether it is the entry and not one more shard."""
    if node is None or node.kind == FILE or (level and node.kind != SHARD):
        raise NoSuchPath
    if node.kind == DIRECTORY:
        wanted = {name: True}
    elif level < hamt.LEVELS:
        digits = hamt.slot(name, level)
        wanted = {digits + name: True, digits: False}
    else:
        raise ContentDamaged
    for link in node.links:
        if link.name in wanted:
            return link.cid, wanted[link.name]
    raise NoSuchPath


async def entries(root: Cid, fetch: Fetch) -> AsyncIterator[Link]:
    """What is in a directory. Raises `NoSuchPath` when it is none."""
    async for step in _shards(root, fetch):
        node = step.node
        if node is None or node.kind == FILE:
            raise NoSuchPath
        for link in node.links:
            name = link.name if node.kind == DIRECTORY else link.name[2:]
            if name:
                yield link._replace(name=name)


async def _shards(root: Cid, fetch: Fetch) -> AsyncIterator[Step]:
    """The blocks of a directory, or whatever else is there."""
    seen, to_visit = {root}, [root]
    while to_visit:
        cid = to_visit.pop()
        step = await _step(cid, fetch, is_entry=cid == root)
        below = step.node.links if step.node and step.node.kind == SHARD else None
        if below is None and cid != root:
            raise ContentDamaged
        yield step
        for link in reversed(below or ()):
            if len(link.name) == 2:
                if link.cid in seen:
                    raise ContentDamaged
                seen.add(link.cid)
                to_visit.append(link.cid)


async def own_blocks(root: Cid, fetch: Fetch) -> AsyncIterator[tuple[Cid, bytes]]:
    """The blocks of a file with its parts, or of a directory without what is in it."""
    block = await fetch(root)
    if root.codec == RAW or node_of(block).kind == FILE:
        async for one in all_blocks(root, fetch):
            yield one
    else:
        async for step in _shards(root, fetch):
            yield step.cid, step.block


async def all_blocks(root: Cid, fetch: Fetch) -> AsyncIterator[tuple[Cid, bytes]]:
    """A block and all that are below it, depth first, each once."""
    seen, to_visit = set[Cid](), [root]
    while to_visit:
        cid = to_visit.pop()
        if cid not in seen:
            seen.add(cid)
            block = await fetch(cid)
            yield cid, block
            to_visit += reversed(below(cid, block))


def below(cid: Cid, block: bytes) -> list[Cid]:
    """What a block links to."""
    return [] if cid.codec == RAW else [link.cid for link in node_of(block).links]


def node_of(block: bytes) -> Node:
    """Raises `ContentDamaged` where it is none."""
    try:
        return decode(block)
    except ValueError:
        raise ContentDamaged from None
