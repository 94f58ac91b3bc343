"""How far a chore has read: so that after a stop it goes on where it was, however long the stop."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from msgspec import structs

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Collection, Storage
from eduverse.kernel.modify import modify
from eduverse.kernel.structs import Document

__all__ = ["Bookmark", "Bookmarks"]

OVERLAP = timedelta(minutes=2)
"""What is read twice: another server's clock may be behind, and a write may be stored after its own moment."""


class Bookmark(Document, frozen=True, kw_only=True):
    read_until: datetime


BOOKMARKS = Collection(name="bookmarks", type=Bookmark)


class Bookmarks:
    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._bookmarks = storage.collection(BOOKMARKS)
        self._clock = clock

    async def read_on(self, name: str, work: Callable[[datetime], Awaitable[int]]) -> int:
        """Does `work` on what happened since the moment it is given, which must be safe to do twice.

        The bookmark moves when the work is done, and never back. The first time, the last day is read.
        """
        now = self._clock.now()
        stored = await self._bookmarks.get(name)
        since = stored.read_until - OVERLAP if stored else now - timedelta(days=1)
        done = await work(since)

        def move(bookmark: Bookmark) -> Bookmark:
            return structs.replace(bookmark, read_until=max(bookmark.read_until, now))

        await modify(self._bookmarks, name, move, blank=Bookmark(id=name, read_until=since))
        return done
