"""A person's calendar: who may read it, and what stands in it."""

from datetime import datetime
from typing import NamedTuple

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document

__all__ = ["FEEDS", "Deadline", "Feed", "Subject"]


class Feed(Document, frozen=True, kw_only=True):
    """Its id is the user's. The token itself is told once and not kept."""

    token_hash: str | None = None
    """None while nobody may read it."""
    made_at: datetime


FEEDS = Collection(name="calendar_feeds", type=Feed, indexed=("token_hash",))


class Subject(NamedTuple):
    """A class in somebody's calendar."""

    classroom_id: str
    title: str


class Deadline(NamedTuple):
    """Something that is open for a while and then is not, such as a quiz."""

    id: str
    classroom_id: str
    title: str
    opens_at: datetime | None
    closes_at: datetime
    changed_at: datetime
