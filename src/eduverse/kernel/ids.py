"""Identifiers and secrets: 26 characters, sortable by the time they were made (the ULID layout)."""

import secrets
from typing import Protocol

from eduverse.kernel.clock import Clock, to_millis

__all__ = ["Entropy", "Ids", "SystemEntropy"]

_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


class Entropy(Protocol):
    def random_bytes(self, count: int) -> bytes:
        """`count` bytes nobody can guess."""
        ...


class SystemEntropy:
    def random_bytes(self, count: int) -> bytes:
        return secrets.token_bytes(count)


class Ids:
    """Makes ids: 48 bits of milliseconds, then 80 random bits, in lower-case Crockford base 32.

    Those of one millisecond sort in the order in which they were made: each adds 64 random bits to the last.
    """

    def __init__(self, clock: Clock, entropy: Entropy) -> None:
        self._clock = clock
        self._entropy = entropy
        self._last = 0

    def new(self) -> str:
        millis, drawn = to_millis(self._clock.now()), self._entropy.random_bytes(10)
        if millis == self._last >> 80:
            self._last += 1 + int.from_bytes(drawn[:8])
        else:
            self._last = millis << 80 | int.from_bytes(drawn)
        return _base32(self._last, 26)

    def code(self, length: int) -> str:
        """A code people type: `length` characters, none of which looks like another."""
        return _base32(int.from_bytes(self._entropy.random_bytes(length)), length)


def _base32(value: int, length: int) -> str:
    return "".join(_CROCKFORD[value >> 5 * place & 31] for place in reversed(range(length)))
