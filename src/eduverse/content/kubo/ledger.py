"""What this campus has put on its node, as documents: who wants each file kept, and since when nobody does.

A node pins a file once, for whoever asks, and knows no owners and no times; and it is not asked to remember them,
so that what is on a new node can be told from what should be.
"""

from collections.abc import AsyncGenerator
from datetime import datetime, timedelta

from msgspec.structs import replace

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import (
    BY_ID,
    Collection,
    Documents,
    Missing,
    Order,
    Storage,
    T,
    VersionConflict,
    Where,
    before,
    equals,
)
from eduverse.kernel.modify import modify
from eduverse.kernel.structs import Document

__all__ = ["FILES", "File", "Ledger"]

_PAGE = 200
_ROUND = timedelta(minutes=30)
"""For how long whoever collects keeps others from it, unless they come to an end before."""


class File(Document, frozen=True, kw_only=True):
    """A file on the node; its id is its CID."""

    wanted_at: datetime
    """When it was last put or pinned."""
    owners: tuple[str, ...] = ()
    kept: bool = False
    """Whether there are owners."""
    foreign: bool = False
    """Whether somebody else had pinned it on this node before: their pin is not ours to remove."""


class Round(Document, frozen=True, kw_only=True):
    until: datetime


FILES = Collection(name="ipfs_files", type=File, indexed=("kept", "wanted_at"))
ROUNDS = Collection(name="ipfs_rounds", type=Round)
_COLLECTING = "collecting"


class Ledger:
    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._files = storage.collection(FILES)
        self._rounds = storage.collection(ROUNDS)
        self._clock = clock

    async def knows(self, cid: str) -> bool:
        return await self._files.get(cid) is not None

    async def touch(self, cid: str, *, foreign: bool) -> None:
        """Somebody puts it now. `foreign` counts for what was not known yet."""
        now = self._clock.now()
        await modify(self._files, cid, lambda file: replace(file, wanted_at=now), blank=_blank(cid, now, foreign))

    async def hold(self, cid: str, owner: str, *, foreign: bool) -> None:
        now = self._clock.now()

        def held(file: File) -> File:
            return replace(_owned(file, {*file.owners, owner}), wanted_at=now)

        await modify(self._files, cid, held, blank=_blank(cid, now, foreign))

    async def let_go(self, cid: str, owner: str) -> None:
        try:
            await modify(
                self._files, cid, lambda file: _owned(file, {*file.owners} - {owner}) if owner in file.owners else file
            )
        except Missing:
            return

    async def expired(self, age: timedelta) -> AsyncGenerator[File, None]:
        """What nobody keeps and nobody has wanted for so long, oldest first."""
        async for file in _all(
            self._files, equals("kept", False), before("wanted_at", self._clock.now() - age), order=Order("wanted_at")
        ):
            yield file

    async def forget(self, file: File) -> bool:
        """Whether nobody has wanted it meanwhile: then it is known no more."""
        try:
            await self._files.delete(file.id, file.version)
        except VersionConflict:
            return False
        return True

    def all(self) -> AsyncGenerator[File, None]:
        return _all(self._files)

    async def begin_round(self) -> datetime | None:
        """Until when nobody else begins a round, or None while somebody else is at it."""
        now = self._clock.now()
        until, free = now + _ROUND, False

        def begun(running: Round) -> Round:
            nonlocal free
            free = running.until <= now
            return replace(running, until=until) if free else running

        await modify(self._rounds, _COLLECTING, begun, blank=Round(id=_COLLECTING, until=now))
        return until if free else None

    async def end_round(self, mine: datetime) -> None:
        now = self._clock.now()
        await modify(
            self._rounds, _COLLECTING, lambda running: replace(running, until=now) if running.until == mine else running
        )


def _blank(cid: str, now: datetime, foreign: bool) -> File:
    return File(id=cid, wanted_at=now, foreign=foreign)


def _owned(file: File, owners: set[str]) -> File:
    return replace(file, owners=tuple(sorted(owners)), kept=bool(owners))


async def _all(docs: Documents[T], *where: Where, order: Order = BY_ID) -> AsyncGenerator[T, None]:
    cursor = None
    while True:
        page = await docs.find(*where, order=order, after=cursor, limit=_PAGE)
        for doc in page.items:
            yield doc
        if (cursor := page.next) is None:
            return
