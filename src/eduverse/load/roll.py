"""Roll call: whether everybody knows who is there, and who really is. Pure."""

from collections.abc import Iterable, Set
from typing import NamedTuple

__all__ = ["Differences", "Held", "call_roll"]


class Held(NamedTuple):
    """What one person in the room holds to be true."""

    person: str
    roster: Set[str]
    hands: Set[str]


class Differences(NamedTuple):
    ghosts: int = 0
    missing: int = 0
    hands: int = 0
    examples: tuple[str, ...] = ()

    def __add__(self, other: object) -> "Differences":
        if not isinstance(other, Differences):
            return NotImplemented
        return Differences(
            self.ghosts + other.ghosts,
            self.missing + other.missing,
            self.hands + other.hands,
            (self.examples + other.examples)[:10],
        )


def call_roll(present: Set[str], held: Iterable[Held]) -> Differences:
    """Compares what each one holds with who is there, and the hands they see with those the first one sees."""
    total, first = Differences(), None
    for one in held:
        ghosts, missing = one.roster - present, present - one.roster
        first = one.hands if first is None else first
        hands = one.hands ^ first
        told = [
            *(f"{one.person} still sees {user}, who has left" for user in ghosts),
            *(f"{one.person} does not see {user}" for user in missing),
            *(f"{one.person} sees the hand of {user} otherwise than others do" for user in hands),
        ]
        total += Differences(len(ghosts), len(missing), len(hands), tuple(told[:10]))
    return total
