"""The question bank: revisions that stay readable, filters, and whose it is."""

import asyncio

import pytest
from msgspec import structs
from tests.support.faults import Crash, FaultyStorage
from tests.support.people import EDUCATOR, STUDENT
from tests.support.quizzes import QUESTIONS, ROOM, QuizCampus

from eduverse.quizzes.bank import BankFilter
from eduverse.quizzes.errors import BankItemChanged, BankItemNotFound, InvalidQuestion
from eduverse.quizzes.model import BankItem, BankRef
from eduverse.vocabulary.permissions import Forbidden


@pytest.fixture
def campus() -> QuizCampus:
    return QuizCampus()


async def filled(campus: QuizCampus) -> list[BankItem]:
    tags = (["planets", "size"], ["planets", "rings"], ["venus"], ["planets"])
    return await campus.bank.add(EDUCATOR, ROOM, list(zip(QUESTIONS, tags, strict=True)))


async def found(campus: QuizCampus, **wish: object) -> set[str]:
    page = await campus.bank.find(EDUCATOR, BankFilter(ROOM, **wish), after=None, limit=50)  # type: ignore[arg-type]
    return {item.kind for item in page.items}


async def test_finding(campus: QuizCampus) -> None:
    await filled(campus)
    assert await found(campus) == {"single", "multiple", "trueFalse", "shortAnswer"}
    assert await found(campus, tags=("Planets",)) == {"single", "multiple", "shortAnswer"}
    assert await found(campus, tags=("planets", "rings")) == {"multiple"}
    assert await found(campus, kind="trueFalse") == {"trueFalse"}
    assert await found(campus, search="longer year") == {"trueFalse"}
    assert await found(campus, search="rings", tags=("venus",)) == set()
    assert await campus.bank.tags(EDUCATOR, ROOM) == {"planets": 3, "rings": 1, "size": 1, "venus": 1}


async def test_pages(campus: QuizCampus) -> None:
    await filled(campus)
    seen, after = [], None
    while True:
        page = await campus.bank.find(EDUCATOR, BankFilter(ROOM), after=after, limit=3)
        seen += [item.id for item in page.items]
        after = page.next
        if after is None:
            break
    assert len(seen) == len(set(seen)) == 4


async def test_every_revision_stays_readable(campus: QuizCampus) -> None:
    item = (await filled(campus))[0]
    for seen, question in enumerate(QUESTIONS[1:], start=1):
        await campus.bank.change(EDUCATOR, item.id, question, [], seen=seen)
    texts = [(await campus.bank.at_revision(EDUCATOR, item.id, revision)).text for revision in (1, 2, 3, 4)]
    assert texts == [question.text for question in QUESTIONS]
    campus.restarted()
    assert [(await campus.bank.at(BankRef(item_id=item.id, revision=one))).text for one in (1, 2, 3, 4)] == texts
    for revision in (0, 5):
        with pytest.raises(BankItemNotFound):
            await campus.bank.at_revision(EDUCATOR, item.id, revision)


async def test_of_two_edits_at_once_one_is_refused(campus: QuizCampus) -> None:
    item = (await filled(campus))[0]
    edits = (campus.bank.change(EDUCATOR, item.id, question, [], seen=1) for question in QUESTIONS[1:3])
    results = await asyncio.gather(*edits, return_exceptions=True)
    assert sorted(type(result).__name__ for result in results) == ["BankItem", "BankItemChanged"]
    with pytest.raises(BankItemChanged):
        await campus.bank.change(EDUCATOR, item.id, QUESTIONS[3], [], seen=1)


@pytest.mark.parametrize("write", [1, 2])
@pytest.mark.parametrize("when", ["before", "after"])
async def test_an_edit_that_is_cut_off_loses_no_revision(write: int, when: str) -> None:
    storage = FaultyStorage()
    campus = QuizCampus(storage)
    item = (await filled(campus))[0]
    storage.crash_at_write(write, "before" if when == "before" else "after")
    with pytest.raises(Crash):
        await campus.bank.change(EDUCATOR, item.id, QUESTIONS[1], [], seen=1)
    campus.restarted()
    now = await campus.bank.get(EDUCATOR, item.id)
    assert now.revision == (2 if (write, when) == (2, "after") else 1)
    assert (await campus.bank.at_revision(EDUCATOR, item.id, 1)).text == QUESTIONS[0].text
    again = await campus.bank.change(EDUCATOR, item.id, QUESTIONS[2], [], seen=now.revision)
    assert again.question.text == QUESTIONS[2].text
    assert (await campus.bank.at_revision(EDUCATOR, item.id, now.revision)).text == now.question.text


async def test_archiving(campus: QuizCampus) -> None:
    item = (await filled(campus))[0]
    for _ in range(2):
        await campus.bank.archive(EDUCATOR, item.id, archived=True)
    assert "single" not in await found(campus)
    assert await found(campus, archived=True) == {"single"}
    assert (await campus.bank.at_revision(EDUCATOR, item.id, 1)).text == QUESTIONS[0].text
    assert len(await campus.bank.pool(ROOM, ["planets"])) == 2
    await campus.bank.archive(EDUCATOR, item.id, archived=False)
    assert len(await campus.bank.pool(ROOM, ["planets"])) == 3


async def test_students_see_nothing_of_it(campus: QuizCampus) -> None:
    item = (await filled(campus))[0]
    for attempt in (
        campus.bank.add(STUDENT, ROOM, [(QUESTIONS[0], [])]),
        campus.bank.get(STUDENT, item.id),
        campus.bank.at_revision(STUDENT, item.id, 1),
        campus.bank.find(STUDENT, BankFilter(ROOM), after=None, limit=5),
        campus.bank.tags(STUDENT, ROOM),
        campus.bank.change(STUDENT, item.id, QUESTIONS[1], [], seen=1),
        campus.bank.archive(STUDENT, item.id, archived=True),
    ):
        with pytest.raises(Forbidden):
            await attempt


async def test_what_cannot_be_graded_is_not_kept(campus: QuizCampus) -> None:
    bad = structs.replace(QUESTIONS[0], points=0.0)
    with pytest.raises(InvalidQuestion):
        await campus.bank.add(EDUCATOR, ROOM, [(QUESTIONS[1], []), (bad, [])])
    assert await found(campus) == set()
    item = (await filled(campus))[0]
    with pytest.raises(InvalidQuestion):
        await campus.bank.change(EDUCATOR, item.id, bad, [], seen=1)
