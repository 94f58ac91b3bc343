"""The adapter's queries. An operator is always ours and a value always a scalar, so nothing a person typed is one."""

import re
from collections.abc import Iterable
from typing import Any

from eduverse.kernel.documents import Op, Order
from eduverse.storage.cursors import Position
from eduverse.storage.layout import Condition, Field, Layout, T
from eduverse.storage.words import Query

__all__ = ["WORDS", "Filter", "by_id", "having", "indexes", "lacking", "matching", "name_of", "sorting", "with_words"]

Filter = dict[str, Any]

WORDS = "_words"
"""The field that holds a document's words, for search. It is the adapter's own: documents are read without it."""

_OPERATORS: dict[Op, str] = {"==": "$eq", "<": "$lt", "<=": "$lte", ">=": "$gte", "in": "$in"}


def name_of(field: Field) -> str:
    return "_id" if field.name == "id" else field.wire


def by_id(doc_id: str, version: int | None = None) -> Filter:
    guard = {} if version is None else {"version": {"$eq": version}}
    return {"_id": {"$eq": doc_id}, **guard}


def matching(conditions: Iterable[Condition], *more: Filter) -> Filter:
    """Documents for which all conditions hold. MongoDB compares only values of one kind: null matches none."""
    tests = [*map(_test, conditions), *more]
    return {"$and": tests} if tests else {}


def having(field: Field, order: Order, after: Position | None) -> list[Filter]:
    """The part of a list that has the ordering field, from a position on."""
    beyond = "$lt" if order.descending else "$gt"
    if field.name == "id":
        return [{"_id": {beyond: after.id}}] if after else []
    name = name_of(field)
    present: Filter = {name: {"$ne": None}}
    if after is None or after.key is None:
        return [present]
    value = field.value(after.key)
    return [present, {"$or": [{name: {beyond: value}}, {name: {"$eq": value}, "_id": {beyond: after.id}}]}]


def lacking(field: Field, order: Order, after: Position | None) -> list[Filter]:
    """The part that lacks it, by id."""
    absent: Filter = {name_of(field): {"$eq": None}}
    return [absent, {"_id": {"$lt" if order.descending else "$gt": after.id}}] if after else [absent]


def sorting(field: Field, order: Order) -> list[tuple[str, int]]:
    direction = -1 if order.descending else 1
    return [(name, direction) for name in dict.fromkeys((name_of(field), "_id"))]


def with_words(query: Query) -> list[Filter]:
    """Documents with all the words; an anchored expression is looked up in the index like a word."""
    whole: list[Filter] = [{WORDS: {"$all": list(query.looked_up)}}] if query.looked_up else []
    return [*whole, {WORDS: {"$elemMatch": {"$regex": f"^{re.escape(query.prefix)}"}}}]


def indexes(layout: Layout[T]) -> list[list[tuple[str, int]]]:
    """An index for each field that can be asked for, in the order of a list by it, and one of words."""
    fields = [[(field.wire, 1), ("_id", 1)] for field in layout.fields.values() if field.name != "id"]
    return [*fields, [(WORDS, 1)]] if layout.spec.text else fields


def _test(condition: Condition) -> Filter:
    field, op, keys = condition
    values = [field.value(key) for key in keys]
    return {name_of(field): {_OPERATORS[op]: values if op == "in" else values[0]}}
