"""The documents of a lesson, one of a kind per classroom: there as soon as somebody looks."""

from collections.abc import AsyncIterator, Callable
from typing import Generic, TypeVar

from eduverse.kernel.documents import Collection, Storage, equals
from eduverse.kernel.modify import modify
from eduverse.live.model.lesson import OfLesson

__all__ = ["Records"]

L = TypeVar("L", bound=OfLesson)


class Records(Generic[L]):
    def __init__(self, storage: Storage, spec: Collection[L]) -> None:
        self._docs = storage.collection(spec)
        self._blank = spec.type

    async def of(self, classroom_id: str) -> L:
        stored = await self._docs.get(classroom_id)
        return self._blank(id=classroom_id) if stored is None else stored

    async def change(self, classroom_id: str, rule: Callable[[L], L]) -> L | None:
        """Carries out a rule. The record as it is stored now; None when the rule left it as it was.

        Whoever tells the room of it without waiting for anything in between tells it in the order of the writes.
        """
        changes = False

        def apply(record: L) -> L:
            nonlocal changes
            after = rule(record)
            changes = after is not record
            return after

        stored = await modify(self._docs, classroom_id, apply, blank=self._blank(id=classroom_id))
        return stored if changes else None

    async def under_way(self) -> AsyncIterator[L]:
        """All that the end of a lesson would have to end."""
        after = None
        while True:
            page = await self._docs.find(equals("under_way", True), after=after)
            for record in page.items:
                yield record
            if page.next is None:
                return
            after = page.next
