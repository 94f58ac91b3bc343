"""Time is a port: nothing but a `Clock` reads the clock."""

import time
from datetime import UTC, datetime
from typing import Protocol

__all__ = ["Clock", "SystemClock", "to_millis"]


class Clock(Protocol):
    def now(self) -> datetime:
        """The wall clock in UTC, cut to milliseconds: the precision that every store and browser keeps."""
        ...

    def monotonic(self) -> float:
        """Seconds from an arbitrary start that never run backwards: for durations and timeouts."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.fromtimestamp(time.time_ns() // 1_000_000 / 1000, UTC)

    def monotonic(self) -> float:
        return time.monotonic()


def to_millis(moment: datetime) -> int:
    """Milliseconds since the Unix epoch."""
    return round(moment.timestamp() * 1000)
