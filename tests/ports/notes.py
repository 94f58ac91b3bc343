"""The collection that the contract is tried on."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from typing import Any

from eduverse.kernel.documents import BY_ID, Collection, Documents, Order, Where
from eduverse.kernel.structs import Document, Struct

NOON = datetime(2026, 3, 1, 12, 0, 0, 1000, UTC)


class Mood(StrEnum):
    CALM = "calm"
    KEEN = "keen"


class Link(Struct, frozen=True, kw_only=True):
    page_url: str
    weight: float | None = None


class Note(Document, frozen=True, kw_only=True):
    title: str = ""
    body: str = ""
    tags: tuple[str, ...] = ()
    owner_id: str | None = None
    stars: int | None = None
    pinned: bool = False
    due_at: datetime | None = None
    mood: Mood | None = None
    links: list[Link] = []
    extra: dict[str, bool | int | float | str | None] = {}


NOTES = Collection(
    name="notes",
    type=Note,
    indexed=("owner_id", "stars", "pinned", "due_at", "mood"),
    text=("title", "body", "tags"),
)

Notes = Documents[Note]


def note(number: int, **fields: Any) -> Note:
    return Note(id=f"n{number:03}", **fields)


def ids(notes: list[Note]) -> list[str]:
    return [each.id for each in notes]


async def put(notes: Notes, *wanted: Note) -> None:
    await asyncio.gather(*map(notes.insert, wanted))


async def pages(notes: Notes, *where: Where, order: Order = BY_ID, limit: int = 3) -> AsyncIterator[list[Note]]:
    """All pages of a list, as its reader gets them."""
    after = None
    while True:
        page = await notes.find(*where, order=order, after=after, limit=limit)
        yield page.items
        if page.next is None:
            return
        assert len(page.items) == limit
        after = page.next


async def everything(notes: Notes, *where: Where, order: Order = BY_ID, limit: int = 3) -> list[str]:
    return [each.id async for page in pages(notes, *where, order=order, limit=limit) for each in page]


MIXED = [
    note(0, owner_id="ada", stars=3, pinned=True, due_at=NOON, mood=Mood.KEEN),
    note(1, owner_id="ada", stars=1, due_at=NOON + timedelta(seconds=1)),
    note(2, owner_id="bob", stars=3, due_at=NOON - timedelta(days=25_000), mood=Mood.CALM),
    note(3, owner_id="Ada", stars=-5, pinned=True),
    note(4, stars=0, due_at=NOON.astimezone(timezone(timedelta(hours=5)))),
    note(5, owner_id="éva", mood=Mood.KEEN),
    note(6, owner_id="", stars=3, due_at=NOON + timedelta(days=400_000)),
    note(7, owner_id="𝔘nicode", stars=2**53 + 1),
    note(8, owner_id="\uffff", stars=2**53),
]


async def one(notes: Notes, doc_id: str) -> Note:
    found = await notes.get(doc_id)
    assert found is not None
    return found
