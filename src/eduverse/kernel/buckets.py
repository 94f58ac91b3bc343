"""Token buckets: how often something may happen."""

from collections import OrderedDict
from typing import NamedTuple

from eduverse.kernel.clock import Clock

__all__ = ["Rate", "TokenBucket", "TokenBuckets"]

_ROUNDING = 1e-9
"""Seconds: a moment that is only a rounding error away has come."""


class Rate(NamedTuple):
    burst: float
    """How many may come at once."""
    per_second: float
    """How fast they come back."""


class TokenBucket:
    """Full at first; what happens takes one token; tokens flow in at the rate, up to the burst.

    What is kept is the moment at which the bucket will be full again (the generic cell rate algorithm, ITU-T I.371):
    one number, which needs no care while nothing happens.
    """

    __slots__ = ("_full_at", "_span", "_step")

    def __init__(self, rate: Rate, now: float) -> None:
        self._step = 1 / rate.per_second
        """How long one token takes to flow in."""
        self._span = rate.burst * self._step
        self._full_at = now

    def take(self, now: float) -> float:
        """Takes one token. Returns 0, or, taking none, the seconds until there will be one."""
        full_at = max(self._full_at, now) + self._step
        wait = full_at - self._span - now
        if wait > _ROUNDING:
            return wait
        self._full_at = full_at
        return 0

    def charge(self, tokens: float, now: float) -> None:
        """Takes so many tokens whether they are there or not; there are never fewer than none."""
        self._full_at = min(max(self._full_at, now) + tokens * self._step, now + self._span)

    def give_back(self) -> None:
        """Undoes a `take` for something that turned out not to count."""
        self._full_at -= self._step


class TokenBuckets:
    """One bucket per key, at most `capacity` of them: a flood of new keys forgets the longest unused."""

    def __init__(self, clock: Clock, capacity: int = 50_000) -> None:
        self._clock = clock
        self._capacity = capacity
        self._buckets: OrderedDict[str, TokenBucket] = OrderedDict()

    def take(self, key: str, rate: Rate) -> float:
        """Takes one token. Returns 0, or, taking none, the seconds until there will be one."""
        now = self._clock.monotonic()
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = self._buckets[key] = TokenBucket(rate, now)
        self._buckets.move_to_end(key)
        if len(self._buckets) > self._capacity:
            self._buckets.popitem(last=False)
        return bucket.take(now)

    def give_back(self, key: str) -> None:
        """Undoes a `take` for something that turned out not to count."""
        bucket = self._buckets.get(key)
        if bucket is not None:
            bucket.give_back()
