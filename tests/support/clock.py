"""A clock that stands still until it is told to go on."""

from datetime import UTC, datetime, timedelta

__all__ = ["NOON", "FakeClock"]

NOON = datetime(2026, 3, 2, 12, 0, 0, tzinfo=UTC)


class FakeClock:
    def __init__(self, now: datetime = NOON) -> None:
        self._now = now
        self._monotonic = 1_000.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    def advance(self, seconds: float) -> None:
        """Lets time pass, on the wall and for durations alike."""
        self._now += timedelta(seconds=seconds)
        self._monotonic += seconds
