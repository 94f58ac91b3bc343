"""Reading a file that lies in blocks: which of them are needed, one after the other."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import NamedTuple

from eduverse.content import unixfs
from eduverse.content.cid import RAW, Cid
from eduverse.kernel.content import ContentDamaged

__all__ = ["Place", "below", "node_of", "read_file"]

_MAX_DEPTH = 8
"""Levels of a tree: four hold more than a disk does."""


class Place(NamedTuple):
    """A block of a file, and where it stands in it."""

    cid: Cid
    offset: int = 0
    """Of its first byte in the file."""
    depth: int = 0


async def read_file(
    root: Cid, fetch: Callable[[Cid], Awaitable[bytes]], start: int = 0, end: int | None = None
) -> AsyncIterator[bytes]:
    """The bytes from `start` to before `end`. `fetch` gives a block that is what its name says, or raises."""
    to_visit = [Place(root)]
    while to_visit:
        here = to_visit.pop()
        block = await fetch(here.cid)
        if here.cid.codec == RAW:
            if wanted := block[max(0, start - here.offset) : None if end is None else max(0, end - here.offset)]:
                yield wanted
            continue
        to_visit += [place for place, size in reversed(below(block, here)) if _meets(place.offset, size, start, end)]


def below(block: bytes, here: Place) -> list[tuple[Place, int]]:
    """What a node links to, and how many bytes of the file are behind it. Raises `ContentDamaged`."""
    if here.depth == _MAX_DEPTH:
        raise ContentDamaged
    node, offset, found = node_of(block), here.offset, []
    for link, size in zip(node.links, node.sizes or [0] * len(node.links), strict=True):
        found.append((Place(link.cid, offset, here.depth + 1), size))
        offset += size
    return found


def node_of(block: bytes) -> unixfs.Node:
    """Raises `ContentDamaged` where it is none."""
    try:
        return unixfs.decode(block)
    except ValueError:
        raise ContentDamaged from None


def _meets(offset: int, size: int, start: int, end: int | None) -> bool:
    return offset + size > start and (end is None or offset < end)
