"""How durations are spread, in constant memory: a histogram whose buckets are one per cent wide."""

import math
from typing import Final

from eduverse.kernel.structs import Struct

__all__ = ["Histogram", "Spread"]

_WIDTH: Final = math.log(1.01)
_SHORTEST: Final = 1e-6
"""Seconds; what is shorter counts as this."""


class Spread(Struct, frozen=True, kw_only=True):
    """Durations in milliseconds, exact to one per cent; all zero when there were none."""

    count: int
    p50: float = 0.0
    p90: float = 0.0
    p99: float = 0.0
    max: float = 0.0


class Histogram:
    def __init__(self) -> None:
        self.count = 0
        self._longest = 0.0
        self._buckets: dict[int, int] = {}

    def add(self, seconds: float) -> None:
        bucket = int(math.log(max(seconds, _SHORTEST) / _SHORTEST) / _WIDTH)
        self._buckets[bucket] = self._buckets.get(bucket, 0) + 1
        self._longest = max(self._longest, seconds)
        self.count += 1

    def percentile(self, share: float) -> float:
        """Seconds that this share (0..1) of the durations did not exceed; 0 when there were none."""
        wanted = max(1, math.ceil(share * self.count))
        passed = 0
        for bucket in sorted(self._buckets):
            passed += self._buckets[bucket]
            if passed >= wanted:
                return min(self._longest, _SHORTEST * math.exp((bucket + 1) * _WIDTH))
        return 0.0

    def spread(self) -> Spread:
        if not self.count:
            return Spread(count=0)
        return Spread(
            count=self.count,
            p50=_millis(self.percentile(0.5)),
            p90=_millis(self.percentile(0.9)),
            p99=_millis(self.percentile(0.99)),
            max=_millis(self._longest),
        )


def _millis(seconds: float) -> float:
    return round(seconds * 1000, 3)
