"""The SQL of the adapter. Text depends on a collection's declaration alone; values are always bound.

A collection `rooms` is a table of that name: `_row`, `id`, `version`, `_json` and one column for each indexed field,
named as in the document. The words of its text fields are an FTS5 table, `rooms.words`, under the same row numbers.
Names with a dot, a dollar or a leading underscore cannot collide with a collection's.
"""

# ruff: noqa: S608 (names are quoted and come from declarations)

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from eduverse.kernel.documents import Order
from eduverse.kernel.structs import Document
from eduverse.storage.cursors import Position
from eduverse.storage.layout import Condition, Field, Key, Layout, T
from eduverse.storage.words import CANDIDATES, Query

__all__ = ["Rows", "SqlValue", "Statements", "Wanted", "column", "quoted"]

SqlValue = str | int | None
Rows = list[tuple[Any, ...]]
_TYPES: dict[type, str] = {str: "TEXT"}


class Wanted(NamedTuple):
    """A statement and what is bound to it."""

    sql: str
    values: tuple[SqlValue, ...]


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def column(field: Field) -> str:
    """The column's definition."""
    return f"{quoted(field.wire)} {_TYPES.get(field.kind, 'INTEGER')}"


class Statements:
    """What can be asked of one collection."""

    def __init__(self, layout: Layout[T]) -> None:
        self.columns = tuple(field for field in layout.fields.values() if field.wire not in ("id", "version"))
        self.table = table = quoted(layout.name)
        self.words = words = quoted(f"{layout.name}.words")
        names = ["id", "version", "_json", *(quoted(field.wire) for field in self.columns)]
        marks = ", ".join("?" * len(names))
        self.get = f"SELECT _json FROM {table} WHERE id = ?"
        self.insert = (
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks}) ON CONFLICT (id) DO NOTHING RETURNING _row"
        )
        self.replace = (
            f"UPDATE {table} SET ({', '.join(names)}) = ({marks}) WHERE id = ? AND version = ? RETURNING _row"
        )
        self.delete = f"DELETE FROM {table} WHERE id = ? AND version = ? RETURNING _row"
        self.put_words = f"INSERT OR REPLACE INTO {words} (rowid, words) VALUES (?, ?)"
        self.drop_words = f"DELETE FROM {words} WHERE rowid = ?"

    def row(self, doc: Document, body: str) -> tuple[SqlValue, ...]:
        """The values of `insert`, and the first ones of `replace`."""
        return (doc.id, doc.version, body, *(field.key_in(doc) for field in self.columns))

    def page(self, conditions: Sequence[Condition], field: Field, order: Order, after: Position | None) -> Wanted:
        """Documents that have the ordering field, from a position on; the last value is the limit."""
        start = () if after is None else (after.id,) if field.name == "id" else (after.key, after.id)
        sql = _page_sql(self.table, _tests(conditions), quoted(field.wire), order.descending, len(start))
        return Wanted(sql, (*_values(conditions), *start))

    def rest(self, conditions: Sequence[Condition], field: Field, order: Order, after: Position | None) -> Wanted:
        """Documents that lack it, by id; `after` is a position among them."""
        start = () if after is None else (after.id,)
        tests = (*_tests(conditions), f"{quoted(field.wire)} IS NULL")
        sql = _page_sql(self.table, tests, '"id"', order.descending, len(start))
        return Wanted(sql, (*_values(conditions), *start))

    def count(self, conditions: Sequence[Condition]) -> Wanted:
        sql = f"SELECT count(*) FROM (SELECT 1 FROM {self.table}{_where(_tests(conditions))} LIMIT ?)"
        return Wanted(sql, _values(conditions))

    def search(self, query: Query, conditions: Sequence[Condition]) -> Wanted:
        """The newest documents with all the words. A word has nothing but letters and digits, so quoting is safe."""
        match = " ".join([*(f'"{word}"' for word in query.looked_up), f'"{query.prefix}"*'])
        tests = (f"_row IN (SELECT rowid FROM {self.words} WHERE {self.words} MATCH ?)", *_tests(conditions))
        sql = f"SELECT _json FROM {self.table}{_where(tests)} ORDER BY id DESC LIMIT {CANDIDATES}"
        return Wanted(sql, (match, *_values(conditions)))


def _tests(conditions: Iterable[Condition]) -> tuple[str, ...]:
    return tuple(_test(each) for each in conditions)


def _test(condition: Condition) -> str:
    name = quoted(condition.field.wire)
    if condition.op == "in":
        return f"{name} IN ({', '.join('?' * len(condition.keys))})"
    return f"{name} {condition.op} ?"


def _values(conditions: Iterable[Condition]) -> tuple[Key, ...]:
    return tuple(key for condition in conditions for key in condition.keys)


def _where(tests: Sequence[str]) -> str:
    return f" WHERE {' AND '.join(tests)}" if tests else ""


@lru_cache(maxsize=512)
def _page_sql(table: str, tests: tuple[str, ...], name: str, descending: bool, start: int) -> str:
    """A page by (column, id). `start` says how many values a position has: none, an id, or a key and an id."""
    direction, beyond = ("DESC", "<") if descending else ("ASC", ">")
    order = f'"id" {direction}' if name == '"id"' else f'{name} {direction}, "id" {direction}'
    position = {0: (), 1: (f'"id" {beyond} ?',), 2: (f'({name}, "id") {beyond} (?, ?)',)}[start]
    has_value = () if name == '"id"' else (f"{name} IS NOT NULL",)
    return f"SELECT _json FROM {table}{_where((*tests, *has_value, *position))} ORDER BY {order} LIMIT ?"
