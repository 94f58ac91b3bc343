"""UnixFS nodes in DAG-PB blocks: the specifications `unixfs` (v1) and `dag-pb` of IPFS and IPLD.

A DAG-PB block is a protobuf of links (field 2: hash, name, total size) and data (field 1), the links written first;
its data is a protobuf again: what kind of node it is, and how many bytes of the file stand behind each link.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eduverse.content.cid import Cid
from eduverse.content.varint import read_varint, varint

__all__ = ["DIRECTORY", "FILE", "Link", "Node", "decode", "directory", "file"]

DIRECTORY, FILE = 1, 2
MAX_DIRECTORY = 256 * 1024
"""Bytes of a directory's block; larger ones are sharded (HAMT), which this codec does not do."""
_BYTES = 2
"""Protobuf's wire type for what has a length; 0 is a varint."""


class Link(NamedTuple):
    cid: Cid
    total: int
    """Bytes of the block behind it and of all below that, each counted as often as it is linked."""
    name: str = ""


class Node(NamedTuple):
    kind: int
    links: tuple[Link, ...]
    sizes: tuple[int, ...] = ()
    """Of a file: the bytes behind each link."""

    @property
    def size(self) -> int:
        return sum(self.sizes)


def file(links: Sequence[Link], sizes: Sequence[int]) -> bytes:
    """The block of a file whose bytes are those behind its links, one after the other."""
    data = b"\x08" + varint(FILE) + b"\x18" + varint(sum(sizes)) + b"".join(b"\x20" + varint(one) for one in sizes)
    return _node(links, data)


def directory(links: Sequence[Link]) -> bytes:
    """The block of a flat directory. Raises `ValueError` when it would have to be sharded."""
    block = _node(sorted(links, key=lambda link: link.name.encode()), b"\x08" + varint(DIRECTORY))
    if len(block) > MAX_DIRECTORY:
        raise ValueError("too many entries for a flat directory")
    return block


def decode(block: bytes) -> Node:
    """Raises `ValueError` for a block that is neither a file in pieces nor a directory."""
    links, data = [], b""
    for number, value in _fields(block):
        if number == 1 and isinstance(value, bytes):
            data = value
        elif number == 2 and isinstance(value, bytes):
            links.append(_link(value))
    kind, sizes = 0, []
    for number, value in _fields(data):
        if number == 1 and isinstance(value, int):
            kind = value
        elif number == 4 and isinstance(value, int):
            sizes.append(value)
    if kind not in (FILE, DIRECTORY) or (kind == FILE and len(sizes) != len(links)):
        raise ValueError("a node of another kind")
    return Node(kind, tuple(links), tuple(sizes))


def _node(links: Sequence[Link], data: bytes) -> bytes:
    return b"".join(_bytes(2, _written(link)) for link in links) + _bytes(1, data)


def _written(link: Link) -> bytes:
    return _bytes(1, link.cid.raw) + _bytes(2, link.name.encode()) + b"\x18" + varint(link.total)


def _bytes(number: int, value: bytes) -> bytes:
    return varint(number << 3 | _BYTES) + varint(len(value)) + value


def _link(data: bytes) -> Link:
    cid, name, total = b"", "", 0
    for number, value in _fields(data):
        match number, value:
            case 1, bytes():
                cid = value
            case 2, bytes():
                name = value.decode()
            case 3, int():
                total = value
    return Link(Cid.read(cid), total, name)


def _fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    at = 0
    while at < len(data):
        tag, at = read_varint(data, at)
        number, at = read_varint(data, at)
        match tag & 7:
            case 0:
                yield tag >> 3, number
            case 2 if at + number <= len(data):
                yield tag >> 3, data[at : at + number]
                at += number
            case _:
                raise ValueError("a field that is cut off, or of a type that is not used here")
