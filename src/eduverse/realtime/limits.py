"""How fast one socket, and one person, may speak. Pure: the time comes in as an argument."""

from collections import OrderedDict
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from eduverse.kernel.buckets import Rate, TokenBucket
from eduverse.kernel.structs import Struct

__all__ = ["LimitBook", "Limits", "Rates"]


_CLASSES: Final[Mapping[str, Rate]] = MappingProxyType(
    {"avatar": Rate(burst=60, per_second=30), "chat": Rate(burst=15, per_second=5)}
)


class Rates(Struct, frozen=True, kw_only=True):
    everything: Rate = Rate(burst=100, per_second=50)
    """What one socket may send, of whatever class."""
    classes: Mapping[str, Rate] = _CLASSES
    """What one person may send from all their sockets together, by the class that a route names as its `rate`."""
    connections: Rate = Rate(burst=30, per_second=1)
    """How often one person may connect."""
    flood: float = 10
    """How many connections it counts as to be closed for flooding: who comes straight back floods no faster."""
    patience: Rate = Rate(burst=300, per_second=10)
    """What is refused of one socket before it is closed: it goes on in spite of all refusals."""


class _Person:
    """The buckets of one person: of their connections, and by class, each made when an event of it first comes."""

    __slots__ = ("_buckets", "_rates", "connections")

    def __init__(self, rates: Rates, now: float) -> None:
        self._rates = rates.classes
        self._buckets: dict[str, TokenBucket | None] = {}
        self.connections = TokenBucket(rates.connections, now)

    def take(self, kind: str, now: float) -> bool:
        try:
            bucket = self._buckets[kind]
        except KeyError:
            rate = self._rates.get(kind)
            bucket = self._buckets[kind] = TokenBucket(rate, now) if rate else None
        return bucket is None or bucket.take(now) == 0


class Limits:
    """What one socket may still send."""

    __slots__ = ("_everything", "_flood", "_patience", "_person")

    def __init__(self, rates: Rates, person: _Person, now: float) -> None:
        self._everything = TokenBucket(rates.everything, now)
        self._patience = TokenBucket(rates.patience, now)
        self._flood = rates.flood
        self._person = person

    def take(self, kind: str | None, now: float) -> bool:
        """Whether an event of this class may pass now. A class without a rate is as free as the socket is."""
        return self._everything.take(now) == 0 and (kind is None or self._person.take(kind, now))

    def endure(self, now: float) -> bool:
        """Notes that an event was refused; False when that has happened too often, which their connections pay for."""
        if self._patience.take(now) == 0:
            return True
        self._person.connections.charge(self._flood, now)
        return False


class LimitBook:
    """Everybody's limits; those of the `capacity` people seen last outlive their connections."""

    _DEFAULT_CAPACITY: Final = 10_000

    def __init__(self, rates: Rates, capacity: int = _DEFAULT_CAPACITY) -> None:
        self._rates = rates
        self._capacity = capacity
        self._people: OrderedDict[str, _Person] = OrderedDict()

    def open(self, user: str, now: float) -> Limits | None:
        """The limits of a new socket of this person; None when they connect too often."""
        person = self._people.get(user)
        if person is None:
            person = self._people[user] = _Person(self._rates, now)
        self._people.move_to_end(user)
        if len(self._people) > self._capacity:
            self._people.popitem(last=False)
        return Limits(self._rates, person, now) if person.connections.take(now) == 0 else None
