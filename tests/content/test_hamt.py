"""Sharded directories; that their names are Kubo's is in the port's contract."""

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eduverse.content import unixfs
from eduverse.content.cid import RAW, Cid
from eduverse.content.hamt import build, slot
from eduverse.content.unixfs import SHARD, Link

LEAF = Cid.of(RAW, b"x")


def test_no_names_are_one_shard() -> None:
    blocks: dict[Cid, bytes] = {}
    root = build([], blocks.__setitem__)
    assert unixfs.decode(blocks[root.cid]) == unixfs.Node(SHARD, ())


@settings(max_examples=20)
@given(st.sets(st.text("abcä", min_size=1, max_size=6), max_size=40))
def test_the_order_of_the_names_changes_nothing_and_each_is_found(names: set[str]) -> None:
    blocks: dict[Cid, bytes] = {}
    root = build([Link(LEAF, 1, name) for name in sorted(names)], blocks.__setitem__)
    assert build([Link(LEAF, 1, name) for name in sorted(names, reverse=True)], blocks.__setitem__) == root
    assert root.total == _total(root.cid, blocks)
    for name in names:
        node, level = unixfs.decode(blocks[root.cid]), 0
        while not any(link.name == slot(name, level) + name for link in node.links):
            (down,) = [link for link in node.links if link.name == slot(name, level)]
            node, level = unixfs.decode(blocks[down.cid]), level + 1


def test_two_names_in_one_slot_stand_in_a_shard_below() -> None:
    first = "0"
    second = next(str(number) for number in count(1) if slot(str(number), 0) == slot(first, 0))
    blocks: dict[Cid, bytes] = {}
    root = build([Link(LEAF, 1, first), Link(LEAF, 1, second)], blocks.__setitem__)
    (link,) = unixfs.decode(blocks[root.cid]).links
    assert link.name == slot(first, 0)
    assert {one.name for one in unixfs.decode(blocks[link.cid]).links} == {slot(n, 1) + n for n in (first, second)}


def test_one_name_twice_cannot_be_written() -> None:
    blocks: dict[Cid, bytes] = {}
    with pytest.raises(ValueError, match="same hash"):
        build([Link(LEAF, 1, "a")] * 2, blocks.__setitem__)


def _total(cid: Cid, blocks: dict[Cid, bytes]) -> int:
    if cid.codec == RAW:
        return 1
    return len(blocks[cid]) + sum(_total(link.cid, blocks) for link in unixfs.decode(blocks[cid]).links)
