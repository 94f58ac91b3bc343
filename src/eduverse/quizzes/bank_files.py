"""Files of questions into the bank and out of it."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from typing import NamedTuple

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, Order, Storage, equals
from eduverse.kernel.ids import Ids
from eduverse.kernel.modify import modify
from eduverse.quizzes.errors import ImportKeyReused, TooManyToExport
from eduverse.quizzes.formats import FORMATS, Entry, Exported, Imported
from eduverse.quizzes.formats.tags import LONGEST_TAG, tags_of
from eduverse.quizzes.model import BANK, BankItem, matches_tags
from eduverse.quizzes.model.imports import IMPORTS, BankImport, TaggedQuestion, items_of, settled
from eduverse.quizzes.ports import Classes
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal

__all__ = ["BankFiles", "FileOfQuestions"]

_OPTION_ID = 8
_AT_ONCE = 50
_PAGE = 200
_MOST_EXPORTED = 1_000
"""As many as a file may hold that is to be read again."""
_NEWEST_FIRST = Order("created_at", descending=True)


class FileOfQuestions(NamedTuple):
    format: str
    """A name in `FORMATS`."""
    data: bytes

    @property
    def digest(self) -> str:
        return sha256(self.format.encode() + b"\0" + self.data).hexdigest()


class BankFiles:
    def __init__(self, storage: Storage, *, clock: Clock, ids: Ids, classes: Classes) -> None:
        self._items = storage.collection(BANK)
        self._imports = storage.collection(IMPORTS)
        self._clock = clock
        self._ids = ids
        self._classes = classes

    async def preview(self, principal: Principal, classroom_id: str, file: FileOfQuestions) -> Imported:
        """What an import would bring; it changes nothing."""
        await self._demand_writing(principal, classroom_id)
        return await self._read(file)

    async def bring_in(
        self, principal: Principal, classroom_id: str, file: FileOfQuestions, *, key: str | None = None
    ) -> Imported:
        """Puts every question that can be read into the bank, all of them or none.

        A request that is repeated with its `key` brings nothing twice; raises `ImportKeyReused` when the key came
        with another file.
        """
        await self._demand_writing(principal, classroom_id)
        imported = await self._read(file)
        if imported.questions:
            await self._settle(await self._stored(principal, classroom_id, file, imported.questions, key))
        return imported

    async def export(
        self, principal: Principal, classroom_id: str, format_name: str, tags: Sequence[str] = ()
    ) -> Exported:
        """The questions of the bank that have all of these tags, newest first; none that is archived."""
        demand(principal, Action.MANAGE_BANK, await self._classes.standing(principal, classroom_id))
        items = await self._offered(classroom_id, tags)
        entries = [Entry(question=item.question, tags=item.tags) for item in items]
        return await asyncio.to_thread(FORMATS[format_name].write, entries)

    async def settle_pending(self) -> int:
        """Finishes imports that were cut off; returns how many."""
        page = await self._imports.find(equals("unsettled", True), limit=20)
        for batch in page.items:
            await self._settle(batch)
        return len(page.items)

    async def _demand_writing(self, principal: Principal, classroom_id: str) -> None:
        demand(principal, Action.MANAGE_BANK, await self._classes.standing(principal, classroom_id))
        await self._classes.demand_open(classroom_id)

    async def _read(self, file: FileOfQuestions) -> Imported:
        """In a thread: a file of two megabytes would hold everybody else up."""
        return await asyncio.to_thread(FORMATS[file.format].read, file.data, lambda: self._ids.code(_OPTION_ID))

    async def _stored(
        self,
        principal: Principal,
        classroom_id: str,
        file: FileOfQuestions,
        entries: Sequence[Entry],
        key: str | None,
    ) -> BankImport:
        """The import, written now or, under the same key, before."""
        batch = BankImport(
            id=_id_for(principal, classroom_id, key) if key else self._ids.new(),
            classroom_id=classroom_id,
            author_id=principal.user_id,
            digest=file.digest,
            questions=tuple(TaggedQuestion(question=one.question, tags=_tags(one)) for one in entries),
            created_at=self._clock.now(),
        )
        try:
            return await self._imports.insert(batch)
        except AlreadyExists:
            stored = await self._imports.get(batch.id)
        if stored is None or stored.digest != batch.digest:
            raise ImportKeyReused
        return stored

    async def _settle(self, batch: BankImport) -> None:
        """Writes what is not written yet. An item that is there may have been edited meanwhile: it is left alone."""
        if not batch.unsettled:
            return
        items = items_of(batch)
        for start in range(0, len(items), _AT_ONCE):
            some = (self._insert(item) for item in items[start : start + _AT_ONCE])
            for outcome in await asyncio.gather(*some, return_exceptions=True):
                if isinstance(outcome, BaseException):
                    raise outcome
        await modify(self._imports, batch.id, settled)

    async def _insert(self, item: BankItem) -> None:
        with suppress(AlreadyExists):
            await self._items.insert(item)

    async def _offered(self, classroom_id: str, tags: Sequence[str]) -> list[BankItem]:
        found: list[BankItem] = []
        after = None
        while True:
            page = await self._items.find(
                equals("classroom_id", classroom_id),
                equals("archived", False),
                order=_NEWEST_FIRST,
                after=after,
                limit=_PAGE,
            )
            found += [item for item in page.items if matches_tags(item, tags)]
            if len(found) > _MOST_EXPORTED:
                raise TooManyToExport
            if page.next is None:
                return found
            after = page.next


def _tags(entry: Entry) -> tuple[str, ...]:
    """The bank has tags alone: a category becomes one; of a long path its last part."""
    if entry.category is None:
        return entry.tags
    category = entry.category
    if len(category) > LONGEST_TAG:
        category = category.rpartition("/")[2][:LONGEST_TAG]
    return tags_of((category, *entry.tags))


def _id_for(principal: Principal, classroom_id: str, key: str) -> str:
    return sha256("\0".join((principal.user_id, classroom_id, key)).encode()).hexdigest()[:32]
