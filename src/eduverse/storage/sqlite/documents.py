"""`Documents` over SQLite."""

from collections.abc import Sequence
from typing import Any, Generic

import apsw
import msgspec

from eduverse.kernel.documents import BY_ID, AlreadyExists, Order, Page, VersionConflict, Where
from eduverse.storage.cursors import page_of, position_of
from eduverse.storage.layout import Layout, T
from eduverse.storage.sqlite.reader import Reader
from eduverse.storage.sqlite.statements import Rows, SqlValue, Statements
from eduverse.storage.sqlite.writer import Writer
from eduverse.storage.words import Query

__all__ = ["SqliteDocuments"]

_INLINE = 200
"""Up to so many documents are read on the event loop: a thread hop costs as much as some hundred rows."""


class SqliteDocuments(Generic[T]):
    """Documents of one collection, whose tables are ready."""

    def __init__(self, layout: Layout[T], statements: Statements, writer: Writer, reader: Reader) -> None:
        self.layout = layout
        self._statements = statements
        self._writer = writer
        self._reader = reader
        self._decode = msgspec.json.Decoder(layout.type).decode

    async def insert(self, doc: T) -> T:
        stored = msgspec.structs.replace(doc, version=1)
        row, words = self._row(stored)
        sql = self._statements.insert

        def insert(connection: apsw.Connection) -> T:
            inserted = connection.execute(sql, row).fetchall()
            if not inserted:
                raise AlreadyExists(stored.id)
            self._put_words(connection, inserted[0][0], words)
            return stored

        return await self._writer.run(insert)

    async def get(self, doc_id: str, /) -> T | None:
        rows = self._reader.rows(self._statements.get, (doc_id,))
        return self._decode(rows[0][0]) if rows else None

    async def find(self, *where: Where, order: Order = BY_ID, after: str | None = None, limit: int = 50) -> Page[T]:
        conditions = self.layout.conditions(where)
        field = self.layout.field(order.field)
        position = position_of(after, order, field)
        docs: list[T] = []
        if position is None or position.key is not None:
            wanted = self._statements.page(conditions, field, order, position)
            docs = await self._docs(wanted.sql, wanted.values, limit + 1)
            position = None
        if len(docs) <= limit and self.layout.can_lack(order, conditions):
            wanted = self._statements.rest(conditions, field, order, position)
            docs += await self._docs(wanted.sql, wanted.values, limit + 1 - len(docs))
        return page_of(self.layout, docs, order, limit)

    async def search(self, text: str, *where: Where, limit: int = 20) -> list[T]:
        query = Query(text)
        wanted = self._statements.search(query, self.layout.conditions(where))
        if not query or not self.layout.spec.text:
            return []
        return await self._reader.far_rows(*wanted, lambda rows: query.best(self._read(rows), self.layout.words, limit))

    async def count(self, *where: Where, up_to: int = 1000) -> int:
        wanted = self._statements.count(self.layout.conditions(where))
        if up_to <= 1000:
            return _number(self._reader.rows(wanted.sql, (*wanted.values, up_to)))
        return await self._reader.far_rows(wanted.sql, (*wanted.values, up_to), _number)

    async def replace(self, doc: T) -> T:
        stored = msgspec.structs.replace(doc, version=doc.version + 1)
        row, words = self._row(stored)
        sql = self._statements.replace

        def replace(connection: apsw.Connection) -> T:
            replaced = connection.execute(sql, (*row, doc.id, doc.version)).fetchall()
            if not replaced:
                raise VersionConflict(doc.id)
            self._put_words(connection, replaced[0][0], words)
            return stored

        return await self._writer.run(replace)

    async def delete(self, doc_id: str, version: int, /) -> None:
        statements = self._statements

        def delete(connection: apsw.Connection) -> None:
            deleted = connection.execute(statements.delete, (doc_id, version)).fetchall()
            if deleted and self.layout.spec.text:
                connection.execute(statements.drop_words, deleted[0])
            if not deleted and connection.execute(statements.get, (doc_id,)).fetchall():
                raise VersionConflict(doc_id)

        await self._writer.run(delete)

    def _row(self, doc: T) -> tuple[tuple[SqlValue, ...], str | None]:
        """A document's columns, and its words when they are searched."""
        body = msgspec.json.encode(doc).decode()
        return self._statements.row(doc, body), self.layout.joined_words(doc) if self.layout.spec.text else None

    def _put_words(self, connection: apsw.Connection, row: Any, words: str | None) -> None:
        if words is not None:
            connection.execute(self._statements.put_words, (row, words))

    async def _docs(self, sql: str, values: Sequence[SqlValue], limit: int) -> list[T]:
        if limit <= _INLINE:
            return self._read(self._reader.rows(sql, (*values, limit)))
        return await self._reader.far_rows(sql, (*values, limit), self._read)

    def _read(self, rows: Rows) -> list[T]:
        return [self._decode(body) for (body,) in rows]


def _number(rows: Rows) -> int:
    return int(rows[0][0])
