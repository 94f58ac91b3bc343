"""How fast one socket may speak. Pure: the time comes in as an argument."""

from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["EVERYTHING", "Buckets", "Rate", "TokenBucket"]

EVERYTHING = "*"
"""The class of events that every event belongs to, besides its own."""


class Rate(NamedTuple):
    """So many events a second in the long run, and so many at once."""

    per_second: float
    burst: int


class TokenBucket:
    """Full at first; an event takes one token; tokens flow in at the rate, up to the burst."""

    __slots__ = ("_at", "_rate", "_tokens")

    def __init__(self, rate: Rate, now: float) -> None:
        self._rate = rate
        self._tokens = float(rate.burst)
        self._at = now

    def take(self, now: float) -> bool:
        """False, and nothing taken, when there is no token."""
        per_second, burst = self._rate
        tokens = min(burst, self._tokens + (now - self._at) * per_second)
        self._at = now
        self._tokens = tokens - 1 if tokens >= 1 else tokens
        return tokens >= 1


class Buckets:
    """The buckets of one socket, made when an event of their class first comes."""

    __slots__ = ("_buckets", "_rates")

    def __init__(self, rates: Mapping[str, Rate]) -> None:
        self._rates = rates
        self._buckets: dict[str, TokenBucket] = {}

    def take(self, kind: str | None, now: float) -> bool:
        """Whether an event of this class (and of `EVERYTHING`) may pass now."""
        return self._take(EVERYTHING, now) and (kind is None or self._take(kind, now))

    def _take(self, kind: str, now: float) -> bool:
        bucket = self._buckets.get(kind)
        if bucket is None:
            rate = self._rates.get(kind)
            if rate is None:
                return True
            bucket = self._buckets[kind] = TokenBucket(rate, now)
        return bucket.take(now)
