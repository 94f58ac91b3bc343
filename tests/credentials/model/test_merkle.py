"""Batches: every member can be proven, and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.evm import PEOPLE, Evm

from eduverse.credentials.model.merkle import inclusion, is_included, leaf, root
from eduverse.kernel.keccak import keccak

REGISTRY = Evm().deploy("CertificateRegistry")

batches = st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=40)


@settings(max_examples=100, deadline=None)
@given(batches)
def test_every_leaf_has_a_proof(leaves: list[bytes]) -> None:
    top = root(leaves)
    for index, one in enumerate(leaves):
        path = inclusion(leaves, index)
        assert len(path) <= max(len(leaves) - 1, 0).bit_length()
        assert is_included(one, path, top)


@settings(max_examples=100, deadline=None)
@given(batches, st.data())
def test_nothing_else_has(leaves: list[bytes], data: st.DataObject) -> None:
    top, index = root(leaves), data.draw(st.integers(0, len(leaves) - 1))
    path = inclusion(leaves, index)
    other = data.draw(st.binary(min_size=32, max_size=32).filter(lambda one: one != leaves[index]))
    assert is_included(other, path, top) is (other in leaves and inclusion(leaves, leaves.index(other)) == path)
    assert not is_included(leaves[index], [*path, other], top)
    assert not is_included(top, [], top)
    if path:
        assert not is_included(leaves[index], path[:-1], top)


def test_leaves_and_nodes_are_kept_apart() -> None:
    salt, digest = b"s" * 16, b"d" * 32
    assert leaf(salt, digest) == keccak(salt + digest)
    a, b = leaf(salt, b"a" * 32), leaf(salt, b"b" * 32)
    low, high = sorted([keccak(b"\0" + a), keccak(b"\0" + b)])
    assert root([a]) == keccak(b"\0" + a)
    assert root([a, b]) == root([b, a]) == keccak(low + high)


@settings(max_examples=20, deadline=None)
@given(batches, st.data())
def test_the_contract_finds_what_we_prove_and_nothing_else(leaves: list[bytes], data: st.DataObject) -> None:
    top, index = root(leaves), data.draw(st.integers(0, len(leaves) - 1))
    path = inclusion(leaves, index)
    REGISTRY.do(PEOPLE[0], "anchor", top, len(leaves))
    assert REGISTRY.ask("verify", top, leaves[index], path)
    other = data.draw(st.binary(min_size=32, max_size=32))
    for wrong in ((other, path), (leaves[index], [*path, other]), (leaves[index], path[1:]), (top, [])):
        assert REGISTRY.ask("verify", top, *wrong) is is_included(*wrong, top)


def test_a_batch_of_nothing_has_no_root() -> None:
    with pytest.raises(ValueError):
        root([])
