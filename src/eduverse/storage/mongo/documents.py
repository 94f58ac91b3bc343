"""`Documents` over a MongoDB collection."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Generic

import msgspec
import pymongo
from pymongo.asynchronous.collection import AsyncCollection
from pymongo.errors import DuplicateKeyError

from eduverse.kernel.documents import BY_ID, AlreadyExists, Order, Page, VersionConflict, Where
from eduverse.storage import words
from eduverse.storage.cursors import page_of, position_of
from eduverse.storage.layout import Layout, T
from eduverse.storage.mongo import filters
from eduverse.storage.mongo.errors import server_answers
from eduverse.storage.mongo.filters import WORDS, Filter
from eduverse.storage.words import CANDIDATES, Query

__all__ = ["MongoDocuments", "Stored"]

Stored = dict[str, Any]
_NATIVE = (datetime, bytes)


class MongoDocuments(Generic[T]):
    """Documents of one collection. The first use makes sure that its indexes are there."""

    def __init__(self, layout: Layout[T], collection: AsyncCollection[Stored], shapes: AsyncCollection[Stored]) -> None:
        self.layout = layout
        self._collection = collection
        self._shapes = shapes
        self._opening = asyncio.Lock()
        self._open = False

    async def insert(self, doc: T) -> T:
        stored = msgspec.structs.replace(doc, version=1)
        fields = self._fields(stored)
        await self._opened()
        try:
            with server_answers("insert"):
                await self._collection.insert_one(fields)
        except DuplicateKeyError:
            raise AlreadyExists(doc.id) from None
        return stored

    async def get(self, doc_id: str, /) -> T | None:
        await self._opened()
        with server_answers("read"):
            found = await self._collection.find_one(filters.by_id(doc_id), {WORDS: False})
        return None if found is None else self._doc(found)

    async def find(self, *where: Where, order: Order = BY_ID, after: str | None = None, limit: int = 50) -> Page[T]:
        conditions = self.layout.conditions(where)
        field = self.layout.field(order.field)
        position = position_of(after, order, field)
        docs: list[T] = []
        if position is None or position.key is not None:
            part = filters.matching(conditions, *filters.having(field, order, position))
            docs = await self._docs(part, filters.sorting(field, order), limit + 1)
            position = None
        if len(docs) <= limit and self.layout.can_lack(order, conditions):
            part = filters.matching(conditions, *filters.lacking(field, order, position))
            direction = -1 if order.descending else 1
            docs += await self._docs(part, [("_id", direction)], limit + 1 - len(docs))
        return page_of(self.layout, docs, order, limit)

    async def search(self, text: str, *where: Where, limit: int = 20) -> list[T]:
        query = Query(text)
        conditions = self.layout.conditions(where)
        if not query or not self.layout.spec.text:
            return []
        wanted = filters.matching(conditions, *filters.with_words(query))
        newest = await self._docs(wanted, [("_id", -1)], CANDIDATES)
        return query.best(newest, self.layout.words, limit)

    async def count(self, *where: Where, up_to: int = 1000) -> int:
        wanted = filters.matching(self.layout.conditions(where))
        await self._opened()
        if up_to < 1:
            return 0
        with server_answers("read"):
            return len(await self._collection.find(wanted, {"_id": True}, limit=up_to).to_list())

    async def replace(self, doc: T) -> T:
        stored = msgspec.structs.replace(doc, version=doc.version + 1)
        fields = self._fields(stored)
        await self._opened()
        with server_answers("replace"):
            result = await self._collection.replace_one(filters.by_id(doc.id, doc.version), fields)
        if not result.matched_count:
            raise VersionConflict(doc.id)
        return stored

    async def delete(self, doc_id: str, version: int, /) -> None:
        await self._opened()
        with server_answers("delete"):
            result = await self._collection.delete_one(filters.by_id(doc_id, version))
            stays = not result.deleted_count and await self._collection.find_one(filters.by_id(doc_id), {"_id": True})
        if stays:
            raise VersionConflict(doc_id)

    async def _docs(self, wanted: Filter, sort: Sequence[tuple[str, int]], limit: int) -> list[T]:
        await self._opened()
        if limit < 1:
            return []
        with server_answers("read"):
            found = await self._collection.find(wanted, {WORDS: False}, sort=sort, limit=limit).to_list()
        return [self._doc(each) for each in found]

    def _fields(self, doc: T) -> Stored:
        """A document as MongoDB keeps it: moments and bytes are its own, the id is `_id`."""
        for field in self.layout.fields.values():
            field.key_in(doc)  # refuses what no store could index
        fields: Stored = msgspec.to_builtins(doc, builtin_types=_NATIVE, str_keys=True)
        indexed = {WORDS: self.layout.joined_words(doc).split()} if self.layout.spec.text else {}
        return {"_id": fields.pop("id"), **fields, **indexed}

    def _doc(self, fields: Stored) -> T:
        return msgspec.convert({"id": fields.pop("_id"), **fields}, self.layout.type, builtin_types=_NATIVE)

    async def _opened(self) -> None:
        """Makes the indexes once; when the server does not answer, the next call tries again."""
        if self._open:
            return
        async with self._opening:
            if not self._open:
                with server_answers("make its indexes"), pymongo.timeout(None):  # a large one takes its time
                    await self._make_indexes()
                self._open = True

    async def _make_indexes(self) -> None:
        for index in filters.indexes(self.layout):
            await self._collection.create_index(index)
        shape = {"_id": self.layout.name, "text": list(self.layout.spec.text), "words": words.VERSION}
        known = await self._shapes.find_one(filters.by_id(self.layout.name))
        if known != shape:
            await self._index_words()
            await self._shapes.delete_one(filters.by_id(self.layout.name))
            await self._note(shape)

    async def _index_words(self) -> None:
        """Works out the words of every document again, unless it is replaced meanwhile: then it has them already."""
        if not self.layout.spec.text:
            return
        async for fields in self._collection.find({}, {WORDS: False}):
            doc = self._doc(fields)
            change = {"$set": {WORDS: self.layout.joined_words(doc).split()}}
            await self._collection.update_one(filters.by_id(doc.id, doc.version), change)

    async def _note(self, shape: Stored) -> None:
        try:
            await self._shapes.insert_one(shape)
        except DuplicateKeyError:
            return  # another process was as fast, and did the same
