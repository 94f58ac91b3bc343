"""Randomness that is the same in every run."""

from collections.abc import Iterable
from hashlib import blake2b

from tests.support.clock import FakeClock

from eduverse.kernel.ids import Ids

__all__ = ["ScriptedEntropy", "fake_ids"]


class ScriptedEntropy:
    """First the bytes of the script, one item per draw; then as many different ones as are wanted."""

    def __init__(self, script: Iterable[bytes] = ()) -> None:
        self._script = list(script)
        self._drawn = 0

    def random_bytes(self, count: int) -> bytes:
        if self._script:
            item = self._script.pop(0)
            assert len(item) == count, f"the script has {len(item)} bytes where {count} are drawn"
            return item
        self._drawn += 1
        seed = self._drawn.to_bytes(8)
        return b"".join(blake2b(seed + bytes([part])).digest() for part in range(count // 64 + 1))[:count]


def fake_ids(clock: FakeClock | None = None) -> Ids:
    return Ids(clock or FakeClock(), ScriptedEntropy())
