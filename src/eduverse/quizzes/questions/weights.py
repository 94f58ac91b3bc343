"""Adding weights up to a fraction."""

from collections.abc import Iterable
from math import fsum

__all__ = ["ROUNDING", "fraction"]

ROUNDING = 1e-9
"""What a sum of weights may be off by: three thirds are one, however an author has rounded them in binary."""


def fraction(weights: Iterable[float]) -> float:
    """Their sum, whatever their order, cut to 0..1."""
    total = fsum(weights)
    return 1.0 if total >= 1.0 - ROUNDING else max(0.0, total)
