"""Batches: many certificates under one hash, each with a short proof that it is among them.

The tree is the one that the contract CertificateRegistry checks: a leaf's node is keccak256(0x00 ‖ leaf), every other
node keccak256 of its two children, the smaller one first, so a proof needs no index. A leaf is the hash of a salt and
of the signed certificate's digest: whoever sees the tree learns nothing of a certificate, and whoever holds one and its
salt finds it.
"""

from collections.abc import Sequence

from eduverse.kernel.keccak import keccak

__all__ = ["inclusion", "is_included", "leaf", "root"]


def leaf(salt: bytes, digest: bytes) -> bytes:
    return keccak(salt + digest)


def root(leaves: Sequence[bytes]) -> bytes:
    """Raises `ValueError` for none: a batch of nothing is not anchored."""
    if not leaves:
        raise ValueError("a batch has at least one leaf")
    if len(leaves) == 1:
        return keccak(b"\x00" + leaves[0])
    half = _split(len(leaves))
    return _node(root(leaves[:half]), root(leaves[half:]))


def inclusion(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The nodes beside the way from a leaf to the root, lowest first."""
    if len(leaves) == 1:
        return []
    half = _split(len(leaves))
    if index < half:
        return [*inclusion(leaves[:half], index), root(leaves[half:])]
    return [*inclusion(leaves[half:], index - half), root(leaves[:half])]


def is_included(one: bytes, path: Sequence[bytes], top: bytes) -> bool:
    """Whether the way of this leaf leads to this root."""
    node = keccak(b"\x00" + one)
    for beside in path:
        node = _node(node, beside)
    return node == top


def _node(one: bytes, other: bytes) -> bytes:
    return keccak(min(one, other) + max(one, other))


def _split(size: int) -> int:
    """The largest power of two below `size`."""
    return 1 << (size - 1).bit_length() - 1
