"""Tables out and in: an import happens as a whole, once, wherever it is cut off."""

import asyncio
from typing import Literal

import pytest
from tests.support.faults import Crash, FaultyStorage
from tests.support.gradebooks import ORAL, ROOM, GradeCampus
from tests.support.people import EDUCATOR, STUDENT

from eduverse.gradebook.errors import ImportChanged
from eduverse.gradebook.model.book import Band
from eduverse.gradebook.model.importing import Plan
from eduverse.gradebook.tables import read_table
from eduverse.vocabulary.permissions import Forbidden

FILE = b"Name,Oral exam\nMira,7\nTom,8\n"


async def with_column(storage: FaultyStorage | None = None) -> GradeCampus:
    campus = GradeCampus(storage)
    await campus.set_up(ORAL, bands=(Band(label="A", start=0.3),))
    return campus


async def fingerprint(campus: GradeCampus, content: bytes = FILE) -> str:
    return (await campus.transfers.preview(EDUCATOR, ROOM, content)).fingerprint


async def take_over(campus: GradeCampus, print_: str) -> Plan:
    return await campus.transfers.take_over(EDUCATOR, ROOM, FILE, print_)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
async def test_what_goes_out_comes_in_and_changes_nothing(kind: Literal["csv", "xlsx"]) -> None:
    campus = await with_column()
    await campus.give(7)
    content = await campus.transfers.export(EDUCATOR, ROOM, kind)
    assert read_table(content) == [
        ["Id", "Name", "Oral exam (20)", "Total %", "Grade"],
        ["mira", "Mira", "7", "35", "A"],
        ["tom", "Tom", "", "", ""],
    ]
    plan = await campus.transfers.preview(EDUCATOR, ROOM, content)
    assert (plan.changes, plan.unmatched, plan.unchanged) == ((), (), 1)


async def test_a_preview_changes_nothing_and_an_import_everything() -> None:
    campus = await with_column()
    print_ = await fingerprint(campus)
    assert await campus.points() == {"mira": None, "tom": None}
    assert len((await take_over(campus, print_)).changes) == 2
    assert await campus.points() == {"mira": 7, "tom": 8}
    assert await campus.transfers.finish() == 0


async def test_an_import_of_something_else_than_was_shown_is_refused() -> None:
    campus = await with_column()
    print_ = await fingerprint(campus)
    await campus.give(5)
    with pytest.raises(ImportChanged):
        await take_over(campus, print_)
    assert await campus.points() == {"mira": 5, "tom": None}


async def test_two_clicks_are_one_import() -> None:
    campus = await with_column()
    print_ = await fingerprint(campus)
    await asyncio.gather(take_over(campus, print_), take_over(campus, print_), return_exceptions=True)
    history = await campus.book.history(EDUCATOR, ROOM, "mira", "oral")
    assert [one.points for one in history.history] == [7]


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("write", [1, 2, 3, 4])
async def test_cut_off_anywhere_it_is_all_there_or_not_at_all(write: int, when: Literal["before", "after"]) -> None:
    """The writes are the import, two sheets, and ticking it off."""
    storage = FaultyStorage()
    campus = await with_column(storage)
    print_ = await fingerprint(campus)
    storage.crash_at_write(write, when)
    with pytest.raises(Crash):
        await take_over(campus, print_)
    again = GradeCampus(storage)
    happened = (write, when) != (1, "before")
    expected = {"mira": 7, "tom": 8} if happened else {"mira": None, "tom": None}
    assert await again.points() == expected
    for _ in range(2):
        await again.transfers.finish()
        assert await again.points() == expected
    assert await again.transfers.finish() == 0
    history = await again.book.history(EDUCATOR, ROOM, "tom", "oral")
    assert len(history.history) == int(happened)


async def test_a_mark_given_before_an_import_is_finished_stands_over_it() -> None:
    storage = FaultyStorage()
    campus = await with_column(storage)
    print_ = await fingerprint(campus)
    storage.crash_at_write(1, "after")
    with pytest.raises(Crash):
        await take_over(campus, print_)
    again = GradeCampus(storage)
    await again.give(9, revision=1)
    await again.transfers.finish()
    assert await again.points() == {"mira": 9, "tom": 8}


async def test_tables_are_the_teachers() -> None:
    campus = await with_column()
    with pytest.raises(Forbidden):
        await campus.transfers.export(STUDENT, ROOM, "csv")
    with pytest.raises(Forbidden):
        await campus.transfers.preview(STUDENT, ROOM, FILE)
