"""Auditing: does every posting, folio and balance say what the others say?"""

import asyncio
from collections.abc import AsyncIterator
from typing import NamedTuple

from msgspec import structs

from eduverse.kernel.documents import Storage
from eduverse.kernel.modify import modify
from eduverse.rewards.model import (
    FIRST_PREVIOUS,
    POSTINGS,
    Balance,
    Folio,
    Posting,
    changes_of,
    digest,
    folio_hash,
    folio_id,
    user_of,
)
from eduverse.rewards.ports import SecretHash
from eduverse.rewards.records import Books
from eduverse.rewards.sealing import SEAL_PURPOSE

__all__ = ["Audit", "AuditReport"]

_PAGE = 500


class AuditReport(NamedTuple):
    folios: int
    postings: int
    """How many are sealed in them."""
    waiting: int
    """How many are in no folio yet."""
    head: str
    """The hash of the newest folio: whoever keeps it knows later whether anything before it was changed."""
    findings: list[str]
    """What does not fit; empty when all does."""


class _Carried(NamedTuple):
    """What an account holds, by the last folio that changed it."""

    folio: int
    amount: int


class _Chain:
    """What the folios have said so far."""

    def __init__(self) -> None:
        self.number = 0
        self.hash = FIRST_PREVIOUS
        self.hashes: set[str] = set()
        self.folios: dict[str, int] = {}
        """Reference -> the folio it is in."""
        self.now: dict[str, _Carried] = {}
        self.before: dict[str, _Carried] = {}
        """What the accounts that the last folio changes held before it."""

    def add(self, folio: Folio) -> None:
        self.before = {account: self.now.get(account, _Carried(0, 0)) for account in folio.changes}
        for account, change in folio.changes.items():
            self.now[account] = _Carried(folio.number, self.before[account].amount + change)
        self.folios.update(dict.fromkeys(folio.references, folio.number))
        self.number, self.hash = folio.number, folio.hash
        self.hashes.add(folio.hash)

    def is_later(self, folio: int, newest: int) -> bool:
        """It was added since we looked; `newest` is the last folio by now."""
        return self.number < folio <= newest

    def allows(self, balance: Balance) -> bool:
        """The last folio may not be carried into the balances yet."""
        stated = _Carried(balance.folio, balance.amount)
        return stated in (self.now.get(balance.id), self.before.get(balance.id))


class Audit:
    """Only reads, but for `rebuild`. What servers do meanwhile is not held against them."""

    def __init__(self, storage: Storage, secrets: SecretHash) -> None:
        self._postings = storage.collection(POSTINGS)
        self._books = Books(storage)
        self._secrets = secrets

    async def run(self, known_head: str | None = None) -> AuditReport:
        """`known_head` is the hash of a folio that somebody kept: it must still be among them."""
        findings: list[str] = []
        chain = _Chain()
        async for folio in self._books.all_folios():
            findings += _links(folio, chain)
            if folio.seal != self._secrets.fingerprint(SEAL_PURPOSE, folio.hash):
                findings.append(f"folio {folio.number}: its seal is not this campus's")
            findings += await self._entries(folio, chain)
            chain.add(folio)
        if known_head is not None and known_head not in chain.hashes:
            findings.append(f"there is no folio with the hash {known_head}")
        waiting = 0
        async for some, newest in self._all_postings():
            waiting += sum(one.id not in chain.folios for one in some)
            findings += [text for one in some if (text := _place(one, chain, newest))]
        findings += await self._balances(chain)
        return AuditReport(chain.number, len(chain.folios), waiting, chain.hash, findings)

    async def rebuild(self) -> int:
        """Draws every balance up from the folios again; returns how many were not right."""
        chain = _Chain()
        async for folio in self._books.all_folios():
            chain.add(folio)
        mended = 0
        for account, holds in chain.now.items():
            stored = await self._books.balance(account)

            def right(one: Balance, holds: _Carried = holds) -> Balance:
                if one.folio > chain.number or (one.folio, one.amount) == holds:
                    return one
                mirrors = user_of(one.id) is not None
                return structs.replace(one, amount=holds.amount, folio=holds.folio, unmirrored=mirrors)

            kept = await modify(self._books.balances, account, right, blank=Balance(id=account, amount=0, folio=0))
            mended += (kept.amount, kept.folio) != (stored.amount, stored.folio)
        return mended

    async def _entries(self, folio: Folio, chain: _Chain) -> list[str]:
        found = await asyncio.gather(*(self._postings.get(one.reference) for one in folio.entries))
        findings = []
        for entry, posting in zip(folio.entries, found, strict=True):
            where = f"posting {entry.reference} (folio {folio.number})"
            if entry.reference in chain.folios:
                findings.append(f"{where}: folio {chain.folios[entry.reference]} has it, too")
            if posting is None:
                findings.append(f"{where}: it is gone")
            elif digest(posting) != entry.digest:
                findings.append(f"{where}: it says something else than when it was sealed")
        there = [one for one in found if one]
        if len(there) == len(found) and changes_of(there) != folio.changes:
            findings.append(f"folio {folio.number}: its postings do not come to what it carries into the balances")
        return findings

    async def _balances(self, chain: _Chain) -> list[str]:
        findings = []
        stored: set[str] = set()
        after = None
        while True:
            page = await self._books.balances.find(after=after, limit=_PAGE)
            newest = await self._books.head_number()
            stored.update(one.id for one in page.items)
            findings += [
                f"balance of {one.id}: {one.amount} is not what the folios come to"
                for one in page.items
                if not (chain.allows(one) or chain.is_later(one.folio, newest))
            ]
            if page.next is None:
                break
            after = page.next
        gone = (account for account in chain.now if account not in stored and not chain.allows(_nothing(account)))
        return findings + [f"balance of {account}: it is gone" for account in gone]

    async def _all_postings(self) -> AsyncIterator[tuple[list[Posting], int]]:
        """In pages, each with the number of the newest folio by then."""
        after = None
        while True:
            page = await self._postings.find(after=after, limit=_PAGE)
            yield page.items, await self._books.head_number()
            if page.next is None:
                return
            after = page.next


def _nothing(account: str) -> Balance:
    """As if it had never been carried."""
    return Balance(id=account, amount=0, folio=0)


def _links(folio: Folio, chain: _Chain) -> list[str]:
    findings = []
    if folio.number != chain.number + 1 or folio.id != folio_id(folio.number):
        findings.append(f"folio {folio.number}: it does not follow folio {chain.number}")
    if folio.previous != chain.hash:
        findings.append(f"folio {folio.number}: it names another folio before it than there is")
    if folio.hash != folio_hash(folio):
        findings.append(f"folio {folio.number}: it says something else than when it was sealed")
    if sum(folio.changes.values()):
        findings.append(f"folio {folio.number}: its changes do not come to zero")
    return findings


def _place(posting: Posting, chain: _Chain, newest: int) -> str | None:
    """The postings of the last folio may not name it yet."""
    place = chain.folios.get(posting.id, 0)
    unmarked = posting.folio == 0 and place == chain.number
    if posting.folio == place or unmarked or (not place and chain.is_later(posting.folio, newest)):
        return None
    return f"posting {posting.id}: it names folio {posting.folio}, and is in {place or 'none'}"
