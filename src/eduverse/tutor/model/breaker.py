"""The circuit breaker before the language model: who does not answer is left alone for a while.

closed --failures--> open --time--> half-open --success--> closed
                      ^                |
                      +----failure-----+
"""

import enum

from msgspec import structs

from eduverse.kernel.structs import Struct

__all__ = ["Breaker", "Phase", "admits", "failed", "retry_delay", "succeeded", "try_again"]

_PATIENCE = 3
"""Failures in a row after which it opens."""
_REST = 30.0
"""Seconds for which it stays open; the second time twice as long, and so on."""
_LONGEST_REST = 300.0
_FIRST_DELAY = 0.5
"""Seconds before the first repetition, doubled for each that follows."""


class Phase(enum.StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "halfOpen"


class Breaker(Struct, frozen=True, kw_only=True):
    phase: Phase = Phase.CLOSED
    failures: int = 0
    """In a row."""
    rests: int = 0
    """How often it has opened since the last success."""
    until: float = 0.0
    """When it may be tried again, by the monotonic clock."""


def admits(breaker: Breaker, now: float) -> bool:
    """Whether a call may be made now. While one is on trial nobody else is let through."""
    match breaker.phase:
        case Phase.CLOSED:
            return True
        case Phase.OPEN | Phase.HALF_OPEN:
            return now >= breaker.until


def try_again(breaker: Breaker, now: float) -> Breaker:
    """A call is made. One after the rest is on trial; if nothing is heard of it, the next may try later."""
    if breaker.phase is Phase.CLOSED:
        return breaker
    return structs.replace(breaker, phase=Phase.HALF_OPEN, until=now + _REST)


def succeeded(_: Breaker) -> Breaker:
    return Breaker()


def failed(breaker: Breaker, now: float) -> Breaker:
    failures = breaker.failures + 1
    if breaker.phase is Phase.CLOSED and failures < _PATIENCE:
        return structs.replace(breaker, failures=failures)
    rest = min(_LONGEST_REST, _REST * 2**breaker.rests)
    return Breaker(phase=Phase.OPEN, failures=failures, rests=breaker.rests + 1, until=now + rest)


def retry_delay(attempt: int, chance: float) -> float:
    """Seconds before repeating the call, `attempt` from 1: half of them certain, half by `chance`, 0..1."""
    doubled: int = 2 ** (attempt - 1)
    return _FIRST_DELAY * doubled * (0.5 + chance / 2)
