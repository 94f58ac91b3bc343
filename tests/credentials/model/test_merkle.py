"""Batches: every member can be proven, and nothing else."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eduverse.credentials.model.merkle import inclusion, is_included, leaf, root

batches = st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=40)


@settings(max_examples=100, deadline=None)
@given(batches)
def test_every_leaf_has_a_proof(leaves: list[bytes]) -> None:
    top = root(leaves)
    for index, one in enumerate(leaves):
        path = inclusion(leaves, index)
        assert len(path) <= max(len(leaves) - 1, 0).bit_length()
        assert is_included(one, index, len(leaves), path, top)


@settings(max_examples=100, deadline=None)
@given(batches, st.data())
def test_nothing_else_has(leaves: list[bytes], data: st.DataObject) -> None:
    top, index = root(leaves), data.draw(st.integers(0, len(leaves) - 1))
    path = inclusion(leaves, index)
    other = data.draw(st.binary(min_size=32, max_size=32).filter(lambda one: one != leaves[index]))
    assert not is_included(other, index, len(leaves), path, top)
    assert not is_included(leaves[index], index, len(leaves), [*path, other], top)
    assert not is_included(leaves[index], len(leaves), len(leaves), path, top)
    assert not is_included(leaves[index], -1, len(leaves), path, top)
    if path:
        assert not is_included(leaves[index], index, len(leaves), path[:-1], top)


def test_leaves_and_nodes_are_kept_apart() -> None:
    salt, digest = b"s" * 16, b"d" * 32
    assert leaf(salt, digest) == hashlib.sha256(b"\0" + salt + digest).digest()
    a, b = leaf(salt, b"a" * 32), leaf(salt, b"b" * 32)
    assert root([a]) == a
    assert root([a, b]) == hashlib.sha256(b"\1" + a + b).digest()


def test_a_batch_of_nothing_has_no_root() -> None:
    with pytest.raises(ValueError):
        root([])
