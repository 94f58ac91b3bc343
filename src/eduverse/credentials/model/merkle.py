"""Batches: many certificates under one hash, each with a short proof that it is among them (RFC 6962, 2.1).

A leaf is the hash of a salt and of the signed certificate's digest: whoever sees the tree learns nothing of a
certificate, and whoever holds one and its salt finds it.
"""

import hashlib
from collections.abc import Sequence

__all__ = ["inclusion", "is_included", "leaf", "root"]


def leaf(salt: bytes, digest: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + salt + digest).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """Raises `ValueError` for none: a batch of nothing is not anchored."""
    if not leaves:
        raise ValueError("a batch has at least one leaf")
    if len(leaves) == 1:
        return leaves[0]
    half = _split(len(leaves))
    return _node(root(leaves[:half]), root(leaves[half:]))


def inclusion(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The hashes beside the way from a leaf to the root, lowest first (RFC 6962, 2.1.1)."""
    if len(leaves) == 1:
        return []
    half = _split(len(leaves))
    if index < half:
        return [*inclusion(leaves[:half], index), root(leaves[half:])]
    return [*inclusion(leaves[half:], index - half), root(leaves[:half])]


def is_included(one: bytes, index: int, size: int, path: Sequence[bytes], top: bytes) -> bool:
    """Whether a leaf stands at `index` of a batch of `size` with this root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    place, last, hashed = index, size - 1, one
    for beside in path:
        if last == 0:
            return False
        if place & 1 or place == last:
            hashed = _node(beside, hashed)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            hashed = _node(hashed, beside)
        place, last = place >> 1, last >> 1
    return last == 0 and hashed == top


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def _split(size: int) -> int:
    """The largest power of two below `size`."""
    return 1 << (size - 1).bit_length() - 1
