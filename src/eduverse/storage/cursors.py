"""Cursors: where a page ended, as text that means nothing to anybody else.

A cursor names its order and the last document's key and id; it is not a secret, and what it says is only ever
compared with, so a forged one gets its sender no more than another page of the list.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import NamedTuple

import msgspec

from eduverse.kernel.documents import BadCursor, Order, Page
from eduverse.storage.layout import Field, Key, Layout, T

__all__ = ["Position", "page_of", "position_of"]


class Position(NamedTuple):
    """The last document of a page: its key, None when it lacks the ordering field, and its id."""

    key: Key | None
    id: str


class _Cursor(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    field: str
    descending: bool
    key: Key | None
    id: str


_decode = msgspec.json.Decoder(_Cursor).decode


def position_of(cursor: str | None, order: Order, field: Field) -> Position | None:
    """Reads a cursor. Raises `BadCursor` unless it was made for this order."""
    if cursor is None:
        return None
    try:
        found = _decode(urlsafe_b64decode(cursor.encode() + b"=="))
    except (ValueError, msgspec.DecodeError):
        raise BadCursor from None
    if (found.field, found.descending) != order or not _fits(found.key, field):
        raise BadCursor
    return Position(found.key, found.id)


def page_of(layout: Layout[T], docs: list[T], order: Order, limit: int) -> Page[T]:
    """A page from up to one document more than it may hold: the one more says that there is a next page."""
    if limit < 1:
        raise ValueError("a page holds at least one document")
    if len(docs) <= limit:
        return Page(items=docs)
    items = docs[:limit]
    last = items[-1]
    cursor = _Cursor(order.field, order.descending, layout.field(order.field).key_in(last), last.id)
    return Page(items=items, next=urlsafe_b64encode(msgspec.json.encode(cursor)).rstrip(b"=").decode())


def _fits(key: Key | None, field: Field) -> bool:
    if key is None:
        return field.name != "id"
    if isinstance(key, str):
        return field.kind is str
    return field.kind is not str and -(2**63) <= key < 2**63
