"""Remembering for a moment what is dear to find out."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Generic, NamedTuple, TypeVar
from weakref import WeakValueDictionary

from eduverse.kernel.clock import Clock

__all__ = ["BriefCache"]

V = TypeVar("V")


class _Kept(NamedTuple, Generic[V]):
    value: V
    until: float


class BriefCache(Generic[V]):
    """Each answer holds for `seconds`; of many who ask for the same at once, one finds out and all are told.

    At most `capacity` answers are kept, the longest unused is forgotten first. A failure is not remembered.
    """

    def __init__(self, clock: Clock, *, seconds: float, capacity: int = 500) -> None:
        self._clock = clock
        self._seconds = seconds
        self._capacity = capacity
        self._kept: OrderedDict[str, _Kept[V]] = OrderedDict()
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def get(self, key: str, find_out: Callable[[], Awaitable[V]]) -> V:
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            kept = self._kept.get(key)
            if kept is None or self._clock.monotonic() >= kept.until:
                value = await find_out()
                kept = self._kept[key] = _Kept(value, self._clock.monotonic() + self._seconds)
            self._kept.move_to_end(key)
            while len(self._kept) > self._capacity:
                self._kept.popitem(last=False)
            return kept.value

    def clear(self) -> None:
        self._kept.clear()
