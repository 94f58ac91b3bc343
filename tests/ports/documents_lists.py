"""The contract's clauses about lists: conditions, order, pages and cursors."""

import asyncio
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import msgspec
import pytest
from tests.ports.notes import MIXED, NOON, Mood, Note, Notes, everything, ids, note, pages, put

from eduverse.kernel.documents import (
    BadCursor,
    Order,
    Where,
    at_least,
    at_most,
    before,
    equals,
    one_of,
)
from eduverse.kernel.modify import modify


class ListsContract:
    @pytest.mark.parametrize(
        ("where", "expected"),
        [
            ([equals("owner_id", "ada")], "01"),
            ([equals("owner_id", "")], "6"),
            ([before("owner_id", "ada")], "36"),
            ([at_least("owner_id", "é")], "578"),
            ([at_least("owner_id", "\uffff")], "78"),
            ([at_most("stars", 0)], "34"),
            ([before("stars", 0)], "3"),
            ([at_least("stars", 3)], "02678"),
            ([at_least("stars", 2**53 + 1)], "7"),
            ([equals("stars", 2**53)], "8"),
            ([one_of("stars", [3, 0, 7, 3])], "0246"),
            ([one_of("stars", [])], ""),
            ([equals("pinned", True)], "03"),
            ([equals("pinned", False)], "1245678"),
            ([one_of("pinned", [True, False])], "012345678"),
            ([equals("due_at", NOON)], "04"),
            ([before("due_at", NOON)], "2"),
            ([at_least("due_at", NOON + timedelta(seconds=1))], "16"),
            ([equals("mood", Mood.KEEN)], "05"),
            ([equals("mood", "keen")], "05"),
            ([one_of("mood", list(Mood))], "025"),
            ([equals("id", "n003")], "3"),
            ([at_least("id", "n002"), before("id", "n004")], "23"),
            ([one_of("id", ["n001", "n008", "x"])], "18"),
            ([at_least("stars", 0), at_most("stars", 3), equals("owner_id", "ada")], "01"),
            ([equals("stars", 3), equals("stars", 1)], ""),
        ],
    )
    async def test_conditions(self, notes: Notes, where: list[Where], expected: str) -> None:
        await put(notes, *MIXED)
        wanted = [f"n00{digit}" for digit in expected]
        assert await everything(notes, *where) == wanted
        assert await notes.count(*where) == len(wanted)

    async def test_moments_compare_to_the_millisecond(self, notes: Notes) -> None:
        await self.check_moments(notes, apart=timedelta(milliseconds=1))

    async def check_moments(self, notes: Notes, apart: timedelta) -> None:
        moments = [NOON + number * apart for number in (2, 0, 1)]
        await put(notes, *(note(number, due_at=moment) for number, moment in enumerate(moments)))
        assert await everything(notes, order=Order("due_at"), limit=1) == ["n001", "n002", "n000"]
        assert await everything(notes, order=Order("due_at", True), limit=2) == ["n000", "n002", "n001"]
        for moment, expected in zip(moments, ("n000", "n001", "n002"), strict=True):
            assert await everything(notes, equals("due_at", moment)) == [expected]
        assert await everything(notes, before("due_at", moments[2])) == ["n001"]
        assert await everything(notes, at_least("due_at", moments[2])) == ["n000", "n002"]

    async def test_a_field_that_is_not_indexed_cannot_be_asked_for(self, notes: Notes) -> None:
        for name in ("title", "ownerId", "nothing", "_id", "$where", "stars; --"):
            with pytest.raises(ValueError, match="not an indexed field"):
                await notes.find(equals(name, "x"))
            with pytest.raises(ValueError, match="not an indexed field"):
                await notes.find(order=Order(name))
            with pytest.raises(ValueError, match="not an indexed field"):
                await notes.count(equals(name, "x"))

    async def test_values_are_scalars_of_the_fields_kind(self, notes: Notes) -> None:
        wrong: list[tuple[str, Any]] = [("owner_id", {"$ne": ""}), ("owner_id", 1), ("stars", "1"), ("stars", True)]
        wrong += [("pinned", 1), ("due_at", "2026-01-01"), ("stars", None), ("owner_id", ["ada"])]
        for name, value in wrong:
            with pytest.raises(TypeError, match=name):
                await notes.find(equals(name, value))
        with pytest.raises(ValueError, match="operator"):
            await notes.find(Where("stars", "$gt", 1))  # type: ignore[arg-type]
        with pytest.raises(ValueError, match="time zone"):
            await notes.find(equals("due_at", datetime(2026, 1, 1)))  # noqa: DTZ001

    async def test_counting_stops(self, notes: Notes) -> None:
        await put(notes, *(note(number, pinned=True) for number in range(12)))
        assert await notes.count(equals("pinned", True), up_to=5) == 5
        assert await notes.count(up_to=12) == await notes.count(up_to=5000) == await notes.count() == 12

    # --- order and pages

    @pytest.mark.parametrize("limit", [1, 2, 3, 50])
    @pytest.mark.parametrize(
        ("order", "expected"),
        [
            (Order(), "012345678"),
            (Order("id", True), "876543210"),
            (Order("stars"), "341026875"),
            (Order("stars", True), "786201435"),
            (Order("owner_id"), "630125874"),
            (Order("owner_id", True), "785210364"),
            (Order("pinned"), "124567803"),
            (Order("due_at"), "204163578"),
            (Order("due_at", True), "614028753"),
            (Order("mood", True), "502876431"),
        ],
    )
    async def test_order_with_ties_and_missing_values(
        self, notes: Notes, order: Order, expected: str, limit: int
    ) -> None:
        """Both directions, ties by id in the same direction, documents without the field last, at any page size."""
        await put(notes, *MIXED)
        assert await everything(notes, order=order, limit=limit) == [f"n00{digit}" for digit in expected]

    async def test_order_and_conditions_together(self, notes: Notes) -> None:
        await put(notes, *MIXED)
        assert await everything(notes, equals("pinned", False), order=Order("stars", True), limit=2) == [
            *("n007", "n008", "n006", "n002", "n001", "n004", "n005")
        ]
        assert await everything(notes, at_most("stars", 3), order=Order("stars"), limit=2) == [
            *("n003", "n004", "n001", "n000", "n002", "n006")
        ]

    @pytest.mark.parametrize("order", [Order(), Order("id", True), Order("stars"), Order("stars", True)])
    async def test_paging_while_others_write(self, notes: Notes, order: Order) -> None:
        """Documents that stand still come exactly once, whatever is written between two pages."""
        still = [note(number, stars=number % 4 or None) for number in range(0, 60, 2)]
        await put(notes, *still, *(note(number, stars=number % 5) for number in range(1, 60, 6)))
        numbers = count(100)

        def shuffle(current: Note) -> Note:
            return msgspec.structs.replace(current, stars=None if current.stars else 2)

        seen: list[str] = []
        async for page in pages(notes, order=order, limit=4):
            seen += ids(page)
            moving = [number for number in range(1, 60, 6) if number % 4 == next(numbers) % 4]
            await put(notes, *(note(next(numbers), stars=stars) for stars in (None, 1, 3)))
            await asyncio.gather(*(modify(notes, f"n{number:03}", shuffle) for number in moving))
        standing = set(ids(still))
        assert sorted(each for each in seen if each in standing) == sorted(standing)

    async def test_a_cursor_belongs_to_its_order(self, notes: Notes) -> None:
        await put(notes, *MIXED)
        cursor = (await notes.find(order=Order("stars"), limit=2)).next
        assert cursor is not None
        for order in (Order(), Order("stars", True), Order("due_at"), Order("owner_id")):
            with pytest.raises(BadCursor):
                await notes.find(order=order, after=cursor)

    @pytest.mark.parametrize("cursor", ["", "x", "====", "bm9wZQ", "W10", "e30", "\ud800", "é", "a" * 10_000, "n001"])
    async def test_what_is_no_cursor(self, notes: Notes, cursor: str) -> None:
        with pytest.raises(BadCursor):
            await notes.find(after=cursor)

    async def test_a_page_holds_something(self, notes: Notes) -> None:
        for limit in (0, -1):
            with pytest.raises(ValueError, match="at least one"):
                await notes.find(limit=limit)

    async def test_a_cursor_outlives_its_document(self, notes: Notes) -> None:
        await put(notes, *MIXED)
        page = await notes.find(order=Order("stars"), limit=3)
        await notes.delete(page.items[-1].id, 1)
        rest = await notes.find(order=Order("stars"), after=page.next)
        assert ids(rest.items) == ["n000", "n002", "n006", "n008", "n007", "n005"]
        assert rest.next is None
