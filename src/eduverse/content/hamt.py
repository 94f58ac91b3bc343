"""Large directories: a tree of shards in which a name stands where the digits of its hash lead (UnixFS, HAMT).

A shard has 256 slots. The first byte of a name's hash (murmur3-x64-64) says which slot of the root it is in, the
second which one of the shard below, if others are in that slot. A link's name is its slot in two hexadecimal digits,
and, where it leads to an entry and not to a shard, the entry's name behind them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from eduverse.content import unixfs
from eduverse.content.cid import DAG_PB, Cid
from eduverse.content.murmur import murmur3
from eduverse.content.unixfs import Link

__all__ = ["LEVELS", "build", "slot"]

LEVELS = 8
"""Of shards, at most: the bytes of a hash."""

Keep = Callable[[Cid, bytes], object]


def slot(name: str, level: int) -> str:
    """The two digits of the slot that a name is in, so many levels below the root."""
    return f"{_digits(name)[level]:02X}"


def build(entries: Iterable[Link], keep: Keep) -> Link:
    """A link to the root shard; every shard is handed to `keep`. Names are different from each other.

    Raises `ValueError` when two of them have the same hash: such a directory cannot be written.
    """
    return _shard([(_digits(entry.name), entry) for entry in entries], 0, keep)


def _shard(entries: Sequence[tuple[bytes, Link]], level: int, keep: Keep) -> Link:
    if level == LEVELS:
        raise ValueError("two names with the same hash")
    slots: defaultdict[int, list[tuple[bytes, Link]]] = defaultdict(list)
    for entry in entries:
        slots[entry[0][level]].append(entry)
    links = []
    for number in sorted(slots):
        (_, first), *others = slots[number]
        link = _shard(slots[number], level + 1, keep) if others else first
        links.append(Link(link.cid, link.total, f"{number:02X}{link.name}"))
    block = unixfs.shard(links, sum(1 << number for number in slots))
    cid = Cid.of(DAG_PB, block)
    keep(cid, block)
    return Link(cid, len(block) + sum(link.total for link in links))


def _digits(name: str) -> bytes:
    return murmur3(name.encode()).to_bytes(8, "big")
