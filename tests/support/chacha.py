"""The key stream of ChaCha20 (RFC 8439, 2.3), with which other implementations make the files of their vectors.

All blocks at once: every word of the state is one large number with a lane of 64 bits for each block.
"""

import hashlib

__all__ = ["stream_of"]

_CONSTANTS = b"expand 32-byte k"
_ROUNDS = [(0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15)]
_ROUNDS += [(0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)]


def stream_of(seed: str, size: int, *, first: int = 0) -> bytes:
    """`size` bytes under the seed's SHA-256 as the key and a nonce of zeros, from block `first` on."""
    count = -(-size // 64)
    ones = int.from_bytes(b"\x01\0\0\0\0\0\0\0" * count, "little")
    mask = ones * 0xFFFFFFFF
    counters = int.from_bytes(b"".join((first + lane).to_bytes(8, "little") for lane in range(count)), "little")
    words = _words(_CONSTANTS + hashlib.sha256(seed.encode()).digest())
    start = [ones * word for word in words] + [counters, 0, 0, 0]
    state = list(start)
    for _ in range(10):
        for places in _ROUNDS:
            _quarter(state, places, mask)
    lanes = [((a + b) & mask).to_bytes(8 * count, "little") for a, b in zip(state, start, strict=True)]
    return b"".join(lane[8 * at : 8 * at + 4] for at in range(count) for lane in lanes)[:size]


def _quarter(state: list[int], places: tuple[int, int, int, int], mask: int) -> None:
    a, b, c, d = places
    for to, other, turned, by in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        state[to] = (state[to] + state[other]) & mask
        mixed = state[turned] ^ state[to]
        state[turned] = (mixed << by) & mask | (mixed >> 32 - by) & (mask // 0xFFFFFFFF * ((1 << by) - 1))


def _words(data: bytes) -> list[int]:
    return [int.from_bytes(data[at : at + 4], "little") for at in range(0, len(data), 4)]
