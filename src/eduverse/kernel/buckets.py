"""Token buckets: how often something may happen."""

from collections import OrderedDict
from typing import NamedTuple

from eduverse.kernel.clock import Clock

__all__ = ["Rate", "TokenBuckets"]


class Rate(NamedTuple):
    burst: float
    """How many may come at once."""
    per_second: float
    """How fast they come back."""


class TokenBuckets:
    """One bucket per key, at most `capacity` of them: a flood of new keys forgets the longest unused."""

    def __init__(self, clock: Clock, capacity: int = 50_000) -> None:
        self._clock = clock
        self._capacity = capacity
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str, rate: Rate) -> float:
        """Takes one token. Returns 0, or, taking none, the seconds until there will be one."""
        now = self._clock.monotonic()
        level = self._level(key, rate, now)
        if level < 1:
            return (1 - level) / rate.per_second
        self._set(key, level - 1, now)
        return 0

    def give_back(self, key: str, rate: Rate) -> None:
        """Undoes a `take` for something that turned out not to count."""
        now = self._clock.monotonic()
        self._set(key, min(rate.burst, self._level(key, rate, now) + 1), now)

    def _level(self, key: str, rate: Rate, now: float) -> float:
        level, since = self._levels.get(key, (rate.burst, now))
        return min(rate.burst, level + (now - since) * rate.per_second)

    def _set(self, key: str, level: float, now: float) -> None:
        self._levels[key] = level, now
        self._levels.move_to_end(key)
        if len(self._levels) > self._capacity:
            self._levels.popitem(last=False)
