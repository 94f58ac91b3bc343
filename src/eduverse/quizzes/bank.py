"""The question bank: written once, used in many quizzes."""

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from msgspec import structs

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, Order, Page, Storage, Where, equals
from eduverse.kernel.ids import Ids
from eduverse.kernel.modify import modify
from eduverse.quizzes.errors import BankItemNotFound
from eduverse.quizzes.model import (
    BANK,
    BANK_PAST,
    BankItem,
    BankRef,
    Drawn,
    matches_tags,
    new_item,
    past_id,
    put_aside,
    revise,
)
from eduverse.quizzes.ports import Classes
from eduverse.quizzes.questions import Question, demand_gradable
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal

__all__ = ["BankFilter", "BankService"]

_NEWEST_FIRST = Order("created_at", descending=True)
_PAGE = 200
_LARGEST_POOL = 1_000
_REMEMBERED = 5_000


class BankFilter(NamedTuple):
    classroom_id: str
    tags: tuple[str, ...] = ()
    """An item has all of these."""
    kind: str | None = None
    archived: bool = False
    search: str | None = None


class BankService:
    def __init__(self, storage: Storage, *, clock: Clock, ids: Ids, classes: Classes) -> None:
        self._items = storage.collection(BANK)
        self._past = storage.collection(BANK_PAST)
        self._clock = clock
        self._ids = ids
        self._classes = classes
        self._known: dict[BankRef, Question] = {}
        """A revision never changes, so one that was read once need not be read again."""

    async def add(
        self, principal: Principal, classroom_id: str, questions: Sequence[tuple[Question, Iterable[str]]]
    ) -> list[BankItem]:
        """Puts questions, each with its tags, into a classroom's bank; all or, with `InvalidQuestion`, none."""
        await self._demand(principal, classroom_id)
        await self._classes.demand_open(classroom_id)
        for question, _ in questions:
            demand_gradable(question)
        added = []
        for question, tags in questions:
            item = new_item(
                question,
                tags,
                item_id=self._ids.new(),
                classroom_id=classroom_id,
                author_id=principal.user_id,
                now=self._clock.now(),
            )
            added.append(await self._items.insert(item))
        return added

    async def get(self, principal: Principal, item_id: str) -> BankItem:
        item = await self._items.get(item_id)
        if item is None:
            raise BankItemNotFound
        await self._demand(principal, item.classroom_id)
        return item

    async def at_revision(self, principal: Principal, item_id: str, revision: int) -> Question:
        """An item as it was; raises `BankItemNotFound` for a revision it never had."""
        await self.get(principal, item_id)
        return await self.at(BankRef(item_id=item_id, revision=revision))

    async def find(self, principal: Principal, wish: BankFilter, *, after: str | None, limit: int) -> Page[BankItem]:
        """Items newest first, or the best matches of a search; what lacks a tag is left out of its page."""
        await self._demand(principal, wish.classroom_id)
        where = [equals("classroom_id", wish.classroom_id), equals("archived", wish.archived)]
        if wish.kind:
            where.append(equals("kind", wish.kind))
        if wish.search and wish.search.strip():
            page = Page(items=await self._items.search(wish.search, *where, limit=limit))
        else:
            page = await self._items.find(*where, order=_NEWEST_FIRST, after=after, limit=limit)
        return Page(items=[item for item in page.items if matches_tags(item, wish.tags)], next=page.next)

    async def tags(self, principal: Principal, classroom_id: str) -> dict[str, int]:
        """Every tag in use, and how many items have it."""
        await self._demand(principal, classroom_id)
        counts: dict[str, int] = {}
        async for item in self._offered(classroom_id):
            for tag in item.tags:
                counts[tag] = counts.get(tag, 0) + 1
        return dict(sorted(counts.items()))

    async def change(
        self, principal: Principal, item_id: str, question: Question, tags: Iterable[str], *, seen: int
    ) -> BankItem:
        """The next revision; raises `BankItemChanged` when `seen` is not the newest one.

        What it replaces is put aside first: whoever refers to it finds it at every moment.
        """
        item = await self.get(principal, item_id)
        await self._classes.demand_open(item.classroom_id)
        demand_gradable(question)
        tags = tuple(tags)
        revised = revise(item, question, tags, seen=seen, now=self._clock.now())
        with suppress(AlreadyExists):
            await self._past.insert(put_aside(item))
        return await modify(
            self._items, item_id, lambda one: revise(one, question, tags, seen=seen, now=revised.changed_at)
        )

    async def archive(self, principal: Principal, item_id: str, *, archived: bool) -> BankItem:
        """Takes an item out of what is offered, or back; quizzes that refer to it keep it."""
        await self.get(principal, item_id)
        return await modify(
            self._items,
            item_id,
            lambda one: one if one.archived is archived else structs.replace(one, archived=archived),
        )

    # --- for quizzes ----------------------------------------------------------------------------------------

    async def newest(self, classroom_id: str, item_id: str) -> BankRef:
        """The newest revision of an item of this very classroom."""
        item = await self._items.get(item_id)
        if item is None or item.classroom_id != classroom_id:
            raise BankItemNotFound
        return BankRef(item_id=item.id, revision=item.revision)

    async def at(self, ref: BankRef) -> Question:
        """The question as it was at this revision."""
        known = self._known.get(ref)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[ref] = await self._read(ref)
        return known

    async def drawn(self, one: Drawn) -> Question:
        """The question as an attempt has drawn it, worth what its draw says."""
        return structs.replace(await self.at(one.source), points=one.points)

    async def pool(self, classroom_id: str, tags: Sequence[str]) -> tuple[BankRef, ...]:
        """What can be drawn by these tags now."""
        found = [
            BankRef(item_id=item.id, revision=item.revision)
            async for item in self._offered(classroom_id)
            if matches_tags(item, tags)
        ]
        return tuple(found[:_LARGEST_POOL])

    # --- inside ---------------------------------------------------------------------------------------------

    async def _read(self, ref: BankRef) -> Question:
        """In the item if it is the newest; if not, it was put aside before that one took its place."""
        item = await self._items.get(ref.item_id)
        if item and item.revision == ref.revision:
            return item.question
        past = await self._past.get(past_id(ref))
        if past is None:
            raise BankItemNotFound
        return past.question

    async def _offered(self, classroom_id: str) -> AsyncIterator[BankItem]:
        where: tuple[Where, ...] = equals("classroom_id", classroom_id), equals("archived", False)
        after = None
        while True:
            page = await self._items.find(*where, after=after, limit=_PAGE)
            for item in page.items:
                yield item
            if page.next is None:
                return
            after = page.next

    async def _demand(self, principal: Principal, classroom_id: str) -> None:
        demand(principal, Action.MANAGE_BANK, await self._classes.standing(principal, classroom_id))
