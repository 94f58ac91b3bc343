"""How the time of a decoder grows with its input."""

import contextlib
import gc
import time
from collections.abc import Callable

from eduverse.realtime.wire.errors import ProtocolError
from eduverse.realtime.wire.events import InvalidPayload

__all__ = ["assert_linear"]

_SIZE = 100_000
_NOTHING = 0.002
"""Seconds. What takes less is not measured, but its clock."""


def assert_linear(work: Callable[[bytes], object], pattern: bytes, front: bytes = b"", back: bytes = b"") -> None:
    """Four times the pattern, four times the time; sixteen times would be a quadratic step, and more than it may be.

    Of several runs the best counts, in time of the processor: what else the machine does matters little.
    """
    small, large = (_cost(work, front + pattern * (size // len(pattern)) + back) for size in (_SIZE, 4 * _SIZE))
    assert large <= 10 * max(small, _NOTHING)


def _cost(work: Callable[[bytes], object], data: bytes) -> float:
    return min(_once(work, data) for _ in range(3))


def _once(work: Callable[[bytes], object], data: bytes) -> float:
    gc.disable()
    try:
        began = time.thread_time()
        with contextlib.suppress(ProtocolError, InvalidPayload):
            work(data)
        return time.thread_time() - began
    finally:
        gc.enable()
