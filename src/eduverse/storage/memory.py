"""Documents in memory: for tests, and the plainest statement of what the port means. Nothing survives the process."""

import asyncio
from collections.abc import Iterable
from typing import Any, Generic, NamedTuple

import msgspec

from eduverse.kernel.documents import BY_ID, AlreadyExists, Collection, Documents, Order, Page, VersionConflict, Where
from eduverse.storage.cursors import Position, page_of, position_of
from eduverse.storage.layout import Field, Layout, T
from eduverse.storage.words import CANDIDATES, Query

__all__ = ["MemoryStorage"]


class MemoryStorage:
    """A `Storage` without a disk. Every call gives way once, so what races on a real store races here."""

    def __init__(self) -> None:
        self._collections: dict[str, _MemoryDocuments[Any]] = {}

    def collection(self, spec: Collection[T], /) -> Documents[T]:
        known = self._collections.get(spec.name)
        if known is None:
            known = self._collections[spec.name] = _MemoryDocuments(Layout(spec))
        if known.layout.spec != spec:
            raise ValueError(f"the collection {spec.name} is already open with another declaration")
        return known

    async def ping(self) -> None:
        await _give_way()


class _Stored(NamedTuple):
    """What is compared is the document as given, what is handed out is read from its bytes: nobody shares a list."""

    doc: Any
    body: bytes


class _MemoryDocuments(Generic[T]):
    def __init__(self, layout: Layout[T]) -> None:
        self.layout = layout
        self._stored: dict[str, _Stored] = {}
        self._decode = msgspec.json.Decoder(layout.type).decode

    async def insert(self, doc: T) -> T:
        await _give_way()
        if doc.id in self._stored:
            raise AlreadyExists(doc.id)
        return self._keep(doc, 1)

    async def get(self, doc_id: str, /) -> T | None:
        await _give_way()
        stored = self._stored.get(doc_id)
        return stored and self._decode(stored.body)

    async def find(self, *where: Where, order: Order = BY_ID, after: str | None = None, limit: int = 50) -> Page[T]:
        field = self.layout.field(order.field)
        position = position_of(after, order, field)
        await _give_way()
        ordered = _in_order(self._matching(where), field, order, position)
        return page_of(self.layout, [self._copy(doc) for doc in ordered[: limit + 1]], order, limit)

    async def search(self, text: str, *where: Where, limit: int = 20) -> list[T]:
        query = Query(text)
        newest = sorted(self._matching(where), key=lambda doc: doc.id, reverse=True)
        await _give_way()
        answering = [doc for doc in newest if query and query.rank(self.layout.words(doc))]
        return [self._copy(doc) for doc in query.best(answering[:CANDIDATES], self.layout.words, limit)]

    async def count(self, *where: Where, up_to: int = 1000) -> int:
        await _give_way()
        return min(up_to, len(self._matching(where)))

    async def replace(self, doc: T) -> T:
        await _give_way()
        self._guard(doc.id, doc.version)
        if doc.id not in self._stored:
            raise VersionConflict(doc.id)
        return self._keep(doc, doc.version + 1)

    async def delete(self, doc_id: str, version: int, /) -> None:
        await _give_way()
        self._guard(doc_id, version)
        self._stored.pop(doc_id, None)

    def _guard(self, doc_id: str, version: int) -> None:
        stored = self._stored.get(doc_id)
        if stored and stored.doc.version != version:
            raise VersionConflict(doc_id)

    def _keep(self, doc: T, version: int) -> T:
        kept = msgspec.structs.replace(doc, version=version)
        for field in self.layout.fields.values():
            field.key_in(kept)  # refuses what no store could index
        self._stored[doc.id] = _Stored(kept, msgspec.json.encode(kept))
        return kept

    def _matching(self, where: Iterable[Where]) -> list[T]:
        conditions = self.layout.conditions(where)
        return [doc for doc, _ in self._stored.values() if all(each.holds(doc) for each in conditions)]

    def _copy(self, doc: T) -> T:
        return self._decode(self._stored[doc.id].body)


def _in_order(docs: list[T], field: Field, order: Order, after: Position | None) -> list[T]:
    """Documents with the field by (key, id), then those without by id; what comes after a position."""
    placed = [(Position(field.key_in(doc), doc.id), doc) for doc in docs]
    having = [pair for pair in placed if pair[0].key is not None]
    lacking = [pair for pair in placed if pair[0].key is None]
    if after is not None:
        having = [pair for pair in having if after.key is not None and _beyond(pair[0], after, order)]
        lacking = [pair for pair in lacking if after.key is not None or _beyond(pair[0], after, order)]
    by_place: list[list[tuple[Any, T]]] = [having, lacking]
    return [doc for part in by_place for _, doc in sorted(part, key=_place, reverse=order.descending)]


def _place(pair: tuple[Any, object]) -> Any:
    key, doc_id = pair[0]
    return doc_id if key is None else (key, doc_id)


def _beyond(place: Any, after: Any, order: Order) -> bool:
    here, there = (place, after) if place.key is not None else (place.id, after.id)
    return bool(here < there if order.descending else here > there)


async def _give_way() -> None:
    await asyncio.sleep(0)
