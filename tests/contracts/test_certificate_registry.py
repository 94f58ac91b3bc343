"""Batches as Merkle roots; membership, revocation, and nobody else's batch."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.evm import PEOPLE, Deployed, Evm, Refused

from eduverse.chain.hashing import keccak

ADMIN, ISSUER, OTHER, STRANGER, _ = PEOPLE
LEAVES = [keccak(bytes([number])) for number in range(5)]


def node(a: bytes, b: bytes) -> bytes:
    return keccak(min(a, b) + max(a, b))


def tree(leaves: list[bytes]) -> tuple[bytes, list[list[bytes]]]:
    """The root, and each leaf's proof; one that has no neighbour moves up as it is."""
    level, proofs = [keccak(b"\0" + leaf) for leaf in leaves], [[] for _ in leaves]  # type: list[bytes], list[list[bytes]]
    places = list(range(len(leaves)))
    while len(level) > 1:
        for leaf, place in enumerate(places):
            if (neighbour := place ^ 1) < len(level):
                proofs[leaf].append(level[neighbour])
        level = [node(*pair) if len(pair := level[at : at + 2]) == 2 else pair[0] for at in range(0, len(level), 2)]
        places = [place // 2 for place in places]
    return level[0], proofs


@pytest.fixture(scope="module")
def opened() -> Deployed:
    registry = Evm().deploy("CertificateRegistry")
    for issuer in (ISSUER, OTHER):
        registry.do(ADMIN, "grantRole", registry.ask("ISSUER_ROLE"), issuer.address)
    return registry


@given(leaves=st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=20, unique=True), data=st.data())
@settings(max_examples=40, deadline=None)
def test_every_leaf_is_in_its_batch_and_nothing_else_is(
    opened: Deployed, leaves: list[bytes], data: st.DataObject
) -> None:
    root, proofs = tree(leaves)
    opened.do(ISSUER, "anchor", root, len(leaves))
    at = data.draw(st.integers(0, len(leaves) - 1))
    assert opened.ask("verify", root, leaves[at], proofs[at])
    assert not opened.ask("verify", root, keccak(leaves[at]), proofs[at])
    assert not opened.ask("verify", root, leaves[at], [*proofs[at], bytes(32)])
    assert not opened.ask("verify", keccak(root), leaves[at], proofs[at])
    if proofs[at]:
        assert not opened.ask("verify", root, leaves[at], proofs[at][:-1])
        inner = node(keccak(b"\0" + leaves[at]), proofs[at][0])
        assert not opened.ask("verify", root, inner, proofs[at][1:])


@pytest.fixture
def registry() -> Deployed:
    registry = Evm().deploy("CertificateRegistry")
    for issuer in (ISSUER, OTHER):
        registry.do(ADMIN, "grantRole", registry.ask("ISSUER_ROLE"), issuer.address)
    return registry


def test_a_batch_is_recorded_once(registry: Deployed) -> None:
    root, _ = tree(LEAVES)
    assert [event.name for event in registry.do(ISSUER, "anchor", root, 5)] == ["Anchored"]
    kept = registry.ask("batch", root)
    assert kept == (ISSUER.address, int(registry.evm.node.latest["timestamp"], 16), 5)
    assert registry.do(OTHER, "anchor", root, 6) == []
    assert registry.ask("batch", root) == kept
    with pytest.raises(Refused, match="not allowed"):
        registry.do(STRANGER, "anchor", b"\1" * 32, 1)


def test_what_is_no_batch(registry: Deployed) -> None:
    with pytest.raises(Refused, match="zero root"):
        registry.do(ISSUER, "anchor", bytes(32), 1)
    with pytest.raises(Refused, match="empty batch"):
        registry.do(ISSUER, "anchor", b"\1" * 32, 0)
    assert registry.ask("batch", b"\1" * 32) == ("0x" + "00" * 20, 0, 0)


def test_a_certificate_is_withdrawn_by_who_issued_it_or_by_the_admin(registry: Deployed) -> None:
    root, proofs = tree(LEAVES)
    registry.do(ISSUER, "anchor", root, 5)
    for somebody in (OTHER, STRANGER):
        with pytest.raises(Refused):
            registry.do(somebody, "revoke", root, LEAVES[0])
    for at, somebody in ((0, ISSUER), (1, ADMIN)):
        assert [event.name for event in registry.do(somebody, "revoke", root, LEAVES[at])] == ["Revoked"]
        assert registry.do(somebody, "revoke", root, LEAVES[at]) == []
    assert [registry.ask("verify", root, *each) for each in zip(LEAVES, proofs, strict=True)] == [False] * 2 + [
        True
    ] * 3
    with pytest.raises(Refused, match="no such batch"):
        registry.do(ISSUER, "revoke", b"\1" * 32, LEAVES[0])
