"""Who is near whom: whom a client is told of at every tick, and whom less often. Pure.

People look at what is around them. Of the `NEAREST` people somebody hears at every tick, of the `NEXT` ones at
every second tick, of the rest once a second. The floor is a grid: who stands in the same cell of it has the same
neighbours, so a frame is encoded once for all of a cell. Neighbours are looked up anew after a while, not at every
tick: they decide about smoothness alone, as everybody is told of everything once a second.
"""

import heapq
from collections.abc import Iterable
from typing import Final, NamedTuple

from eduverse.realtime.world import Avatar, Position

__all__ = ["NEAREST", "NEXT", "Cell", "Interest", "Neighbours", "cell_of"]

NEAREST: Final = 8
NEXT: Final = 24
CELL: Final = 3.0
"""Metres."""

Cell = tuple[int, int]


def cell_of(position: Position) -> Cell:
    return int(position[0] // CELL), int(position[2] // CELL)


class Neighbours(NamedTuple):
    """As seen from the middle of a cell. A viewer is their own neighbour, so there is one more of the nearest."""

    nearest: list[Avatar]
    next: list[Avatar]
    until: int
    """The tick in which to look again."""


class Interest:
    """The neighbours of every cell that somebody looks out from; `keep` says for how many ticks they hold."""

    def __init__(self, *, keep: int) -> None:
        self._keep = keep
        self._known: dict[Cell, Neighbours] = {}
        self._pruned_at = 0

    def of(self, cell: Cell, tick: int, everybody: Iterable[Avatar]) -> Neighbours:
        known = self._known.get(cell)
        if known is None or tick >= known.until:
            self._prune(tick)
            # Each cell at a tick of its own: all of them at once would make that tick late.
            until = tick + self._keep + hash(cell) % self._keep
            known = self._known[cell] = _rank(cell, everybody, until)
        return known

    def _prune(self, tick: int) -> None:
        """Forgets cells from which nobody has looked for a while, and with them people who may have left."""
        if tick - self._pruned_at >= self._keep:
            self._pruned_at = tick
            self._known = {cell: known for cell, known in self._known.items() if known.until > tick}


def _rank(cell: Cell, everybody: Iterable[Avatar], until: int) -> Neighbours:
    x, z = (cell[0] + 0.5) * CELL, (cell[1] + 0.5) * CELL

    def distance(avatar: Avatar) -> float:
        right, _, near = avatar.position
        return (right - x) ** 2 + (near - z) ** 2

    ranked = heapq.nsmallest(NEAREST + 1 + NEXT, everybody, key=distance)
    return Neighbours(ranked[: NEAREST + 1], ranked[NEAREST + 1 :], until)
