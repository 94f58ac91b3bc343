"""UnixFS nodes in DAG-PB blocks: the specifications `unixfs` (v1) and `dag-pb` of IPFS and IPLD.

A DAG-PB block is a protobuf of links (field 2: hash, name, total size) and data (field 1), the links written first;
its data is a protobuf again: what kind of node it is, and how many bytes of the file stand behind each link.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from eduverse.content.cid import Cid
from eduverse.content.varint import read_varint, varint

__all__ = ["DIRECTORY", "FILE", "MAX_DIRECTORY", "SHARD", "Link", "Node", "decode", "directory", "file", "shard"]

DIRECTORY, FILE, SHARD = 1, 2, 5
"""A node of kind 0 is a leaf of a file, as it was written before leaves were raw blocks; it is read as a file."""
MAX_DIRECTORY = 256 * 1024
"""Bytes of a directory's block; a larger one is sharded (IPIP-499: measured on the block, and only above this)."""
_MURMUR3, _FANOUT = 0x22, 256
_SLOT = re.compile("[0-9A-F]{2}")
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
    data: bytes = b""
    """Of a file that others have written: bytes that stand in the node, before those behind its links."""

    @property
    def size(self) -> int:
        """Bytes of the file."""
        return len(self.data) + sum(self.sizes)


def file(links: Sequence[Link], sizes: Sequence[int]) -> bytes:
    """The block of a file whose bytes are those behind its links, one after the other."""
    data = b"\x08" + varint(FILE) + b"\x18" + varint(sum(sizes)) + b"".join(b"\x20" + varint(one) for one in sizes)
    return _node(links, data)


def directory(links: Iterable[Link]) -> bytes:
    """The block of a directory; one that is larger than `MAX_DIRECTORY` is not used, and sharded instead."""
    return _node(sorted(links, key=lambda link: link.name.encode()), b"\x08" + varint(DIRECTORY))


def shard(links: Sequence[Link], slots: int) -> bytes:
    """The block of a shard; bit n of `slots` says whether there is a link for slot n."""
    bits = slots.to_bytes((slots.bit_length() + 7) // 8, "big")
    kind = b"\x08" + varint(SHARD)
    return _node(links, kind + _bytes(2, bits) + b"\x28" + varint(_MURMUR3) + b"\x30" + varint(_FANOUT))


def decode(block: bytes) -> Node:
    """Raises `ValueError` for a block that is neither a file in pieces nor a directory or a part of one."""
    links, data = [], b""
    for number, value in _fields(block):
        if number == 1 and isinstance(value, bytes):
            data = value
        elif number == 2 and isinstance(value, bytes):
            links.append(_link(value))
    said: dict[int, int] = {}
    sizes, inline = [], b""
    for number, value in _fields(data):
        match number, value:
            case 4, int():
                sizes.append(value)
            case 2, bytes():
                inline = value
            case _, int():
                said[number] = value
    return _checked(Node(said.get(1, -1), tuple(links), tuple(sizes), inline), said)


def _checked(node: Node, said: Mapping[int, int]) -> Node:
    """`said` are the numbers in its data: a file's size (3), what a shard's hash is (5), how many slots it has (6)."""
    match node.kind:
        case 0 | 2 if len(node.sizes) == len(node.links) and said.get(3, node.size) == node.size:
            return node._replace(kind=FILE)
        case 1:
            return Node(DIRECTORY, node.links)
        case 5 if (said.get(5), said.get(6)) == (_MURMUR3, _FANOUT):
            if all(_SLOT.match(link.name) for link in node.links):
                return Node(SHARD, node.links)
    raise ValueError("a node of another kind")


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
