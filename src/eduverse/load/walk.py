"""How simulated people walk: at human pace, in curves, turning back at the walls."""

import math
from random import Random
from typing import Final, NamedTuple

__all__ = ["EXTENT", "Step", "Walk"]

EXTENT: Final = 9.0
"""Metres from the middle of the room to its walls."""
_PACE: Final = 1.3
"""Metres a second."""
_TURN: Final = 1.5
"""Radians a second, at most."""


class Step(NamedTuple):
    """Metres and radians, as they are written on the wire: to a millimetre and a milliradian."""

    x: float
    z: float
    rotation: float


class Walk:
    def __init__(self, x: float, z: float, random: Random) -> None:
        self._x, self._z = x, z
        self._random = random
        self._heading = random.uniform(0, 2 * math.pi)

    def step(self, seconds: float) -> Step:
        self._heading += (self._random.random() * 2 - 1) * _TURN * seconds
        self._x, out_x = _kept_inside(self._x + math.sin(self._heading) * _PACE * seconds)
        self._z, out_z = _kept_inside(self._z + math.cos(self._heading) * _PACE * seconds)
        if out_x or out_z:
            self._heading = math.atan2(-self._x, -self._z)
        return Step(round(self._x, 3), round(self._z, 3), round(self._heading % (2 * math.pi), 3))


def _kept_inside(value: float) -> tuple[float, bool]:
    kept = max(-EXTENT, min(EXTENT, value))
    return kept, kept != value
