"""Sealing: postings are put into folios, in one order for all servers, and the balances are drawn up from those.

A posting counts from the moment it is stored; sealing comes after. The folio with the next number is the commit point:
only one of two servers stores it. What follows from it (its postings name it, its balances know it) may be cut off
anywhere and run again, and is done before the next folio is begun, by whoever begins it. So only the newest folio can
be unfinished, and what it may hold is looked up when all of the ones before are finished: nothing is in two.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from functools import partial

import structlog
from msgspec import structs

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, Missing, Order, Storage, equals
from eduverse.kernel.modify import modify
from eduverse.rewards.model import (
    POSTINGS,
    Balance,
    Folio,
    Opening,
    Posting,
    carried,
    folio_of,
    put_in,
    user_of,
)
from eduverse.rewards.ports import SecretHash
from eduverse.rewards.records import OPENED, Books

__all__ = ["SEAL_PURPOSE", "Sealing"]

_log = structlog.get_logger(__name__)

SEAL_PURPOSE = "ledger-folio"
_MOST = 200
"""Postings in a folio."""
_OLDEST_FIRST = Order("posted_at")


class Sealing:
    def __init__(self, storage: Storage, *, clock: Clock, secrets: SecretHash) -> None:
        self._postings = storage.collection(POSTINGS)
        self._books = Books(storage)
        self._clock = clock
        self._secrets = secrets
        self._finished = 0

    async def run(self) -> int:
        """Seals every posting that is in no folio, oldest first; returns how many. For the sweeper."""
        if not await self._books.opened():
            return await self._open()
        await self._finished_head()
        sealed = 0
        while found := (await self._postings.find(equals("folio", 0), order=_OLDEST_FIRST, limit=_MOST)).items:
            sealed += await self._put(found)
        return sealed

    async def _open(self) -> int:
        """The first time, every posting there is: older ones are not found by what they lack."""
        sealed = 0
        async for some in self._everything():
            sealed += await self._put(some)
        with suppress(AlreadyExists):
            await self._books.openings.insert(Opening(id=OPENED, opened_at=self._clock.now()))
        return sealed

    async def _everything(self) -> AsyncIterator[list[Posting]]:
        after = None
        while True:
            page = await self._postings.find(order=_OLDEST_FIRST, after=after, limit=_MOST)
            yield page.items
            if page.next is None:
                return
            after = page.next

    async def _put(self, found: Sequence[Posting]) -> int:
        """Puts those of them that are in no folio into the next one."""
        while True:
            head = await self._finished_head()
            fresh = await asyncio.gather(*(self._postings.get(one.id) for one in found))
            loose = [one for one in fresh if one and not one.folio]
            if not loose:
                return 0
            with suppress(AlreadyExists):  # another server has begun the next folio: look again
                await self._append(head, loose)
                return len(loose)

    async def _append(self, head: Folio | None, postings: Sequence[Posting]) -> None:
        folio = folio_of(head, postings, at=self._clock.now())
        sealed = structs.replace(folio, seal=self._secrets.fingerprint(SEAL_PURPOSE, folio.hash))
        await self._finish(await self._books.folios.insert(sealed))

    async def _finished_head(self) -> Folio | None:
        head = await self._books.head()
        if head and head.number > self._finished:
            await self._finish(head)
        return head

    async def _finish(self, folio: Folio) -> None:
        await asyncio.gather(*(self._mark(one.reference, folio) for one in folio.entries))
        await asyncio.gather(*(self._carry(account, folio) for account in folio.changes))
        self._finished = folio.number

    async def _mark(self, reference: str, folio: Folio) -> None:
        try:
            await modify(self._postings, reference, partial(put_in, folio=folio.number))
        except Missing:
            _log.error("sealed_posting_gone", reference=reference, folio=folio.number)

    async def _carry(self, account: str, folio: Folio) -> None:
        await modify(
            self._books.balances,
            account,
            partial(carried, folio=folio, mirrors=user_of(account) is not None),
            blank=Balance(id=account, amount=0, folio=0),
        )
