"""Files of questions into the bank and out of it, and what a crash between two writes leaves behind."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.support.faults import Crash, FaultyStorage, When
from tests.support.people import EDUCATOR, STUDENT
from tests.support.quizzes import ROOM, QuizCampus

from eduverse.classrooms.errors import ClassroomArchivedAlready
from eduverse.quizzes.bank import BankFilter
from eduverse.quizzes.bank_files import FileOfQuestions
from eduverse.quizzes.errors import ImportKeyReused, TooManyToExport
from eduverse.quizzes.formats import UnreadableFile
from eduverse.quizzes.model import BankItem
from eduverse.vocabulary.permissions import Forbidden

GIFT = FileOfQuestions(
    "gift", b"$CATEGORY: Sky\n\n// [tag:planets]\nOne? {T}\n\nTwo? {=a ~b}\n\nNo question.\n\nThree? {=x}\n"
)


async def in_bank(campus: QuizCampus) -> list[BankItem]:
    return (await campus.bank.find(EDUCATOR, BankFilter(ROOM), after=None, limit=100)).items


def texts(items: list[BankItem]) -> list[str]:
    return [item.question.text for item in items]


async def test_a_look_changes_nothing() -> None:
    campus = QuizCampus()
    imported = await campus.bank_files.preview(EDUCATOR, ROOM, GIFT)
    assert len(imported.questions) == 3
    assert [one.code for one in imported.report.skipped] == ["noAnswers"]
    assert await in_bank(campus) == []


async def test_questions_come_into_the_bank_as_the_file_has_them() -> None:
    campus = QuizCampus()
    imported = await campus.bank_files.bring_in(EDUCATOR, ROOM, GIFT)
    assert len(imported.questions) == 3
    items = await in_bank(campus)
    assert sorted(texts(items)) == ["One?", "Three?", "Two?"]
    one = next(item for item in items if item.question.text == "One?")
    assert (one.tags, one.author_id, one.revision) == (("planets", "sky"), EDUCATOR.user_id, 1)
    assert one.question.id == one.id


async def test_the_bank_lists_them_in_the_order_of_the_file() -> None:
    campus = QuizCampus()
    await campus.bank_files.bring_in(EDUCATOR, ROOM, GIFT)
    assert texts(await in_bank(campus)) == ["One?", "Two?", "Three?"]


@pytest.mark.parametrize("work", ["preview", "bring_in"])
async def test_only_its_teacher_fills_a_bank_and_only_while_the_class_is_open(work: str) -> None:
    campus = QuizCampus()
    call: Callable[..., Any] = getattr(campus.bank_files, work)
    with pytest.raises(Forbidden):
        await call(STUDENT, ROOM, GIFT)
    campus.classes.archived.add(ROOM)
    with pytest.raises(ClassroomArchivedAlready):
        await call(EDUCATOR, ROOM, GIFT)


async def test_a_file_that_cannot_be_read_brings_nothing() -> None:
    campus = QuizCampus()
    with pytest.raises(UnreadableFile):
        await campus.bank_files.bring_in(EDUCATOR, ROOM, FileOfQuestions("moodleXml", b"<quiz>"))
    empty = FileOfQuestions("gift", b"No question.")
    assert (await campus.bank_files.bring_in(EDUCATOR, ROOM, empty)).questions == ()
    assert await campus.bank_files.settle_pending() == 0
    assert await in_bank(campus) == []


async def test_a_request_that_is_repeated_with_its_key_brings_nothing_twice() -> None:
    campus = QuizCampus()
    for _ in range(2):
        assert len((await campus.bank_files.bring_in(EDUCATOR, ROOM, GIFT, key="k")).questions) == 3
    assert len(await in_bank(campus)) == 3
    with pytest.raises(ImportKeyReused):
        await campus.bank_files.bring_in(EDUCATOR, ROOM, FileOfQuestions("gift", b"Other? {T}"), key="k")
    await campus.bank_files.bring_in(EDUCATOR, ROOM, GIFT)
    assert len(await in_bank(campus)) == 6


BEFORE: list[tuple[int, When]] = [(write, "before") for write in range(1, 6)]


@pytest.mark.parametrize(("write", "when"), [*BEFORE, (1, "after"), (4, "after"), (5, "after")])
async def test_whenever_it_is_cut_off_all_come_once_or_none(write: int, when: When) -> None:
    """The writes: the import, its three questions at once, and that it is settled."""
    storage = FaultyStorage()
    campus = QuizCampus(storage)
    storage.crash_at_write(write, when)
    with pytest.raises(Crash):
        await campus.bank_files.bring_in(EDUCATOR, ROOM, GIFT, key="k")
    campus.restarted()
    stored, done = (write, when) != (1, "before"), (write, when) == (5, "after")
    assert await campus.bank_files.settle_pending() == int(stored and not done)
    assert texts(await in_bank(campus)) == (["One?", "Two?", "Three?"] if stored else [])
    assert await campus.bank_files.settle_pending() == 0
    assert len((await campus.bank_files.bring_in(EDUCATOR, ROOM, GIFT, key="k")).questions) == 3
    assert texts(await in_bank(campus)) == ["One?", "Two?", "Three?"]


async def test_what_was_edited_meanwhile_is_left_alone() -> None:
    storage = FaultyStorage()
    campus = QuizCampus(storage)
    storage.crash_at_write(5, "before")
    with pytest.raises(Crash):
        await campus.bank_files.bring_in(EDUCATOR, ROOM, GIFT)
    item = (await in_bank(campus))[0]
    await campus.bank.change(EDUCATOR, item.id, item.question, ["mine"], seen=1)
    assert await campus.bank_files.settle_pending() == 1
    changed = await campus.bank.get(EDUCATOR, item.id)
    assert (changed.tags, changed.revision) == (("mine",), 2)


async def test_a_long_category_becomes_a_tag_that_fits() -> None:
    campus = QuizCampus()
    path = "/".join(["Long"] * 20 + ["Last"])
    await campus.bank_files.bring_in(EDUCATOR, ROOM, FileOfQuestions("gift", f"$CATEGORY: {path}\n\nA? {{T}}".encode()))
    assert (await in_bank(campus))[0].tags == ("last",)


async def test_export_leaves_out_what_is_archived_or_has_other_tags() -> None:
    campus = QuizCampus()
    await campus.bank_files.bring_in(EDUCATOR, ROOM, GIFT)
    items = await in_bank(campus)
    await campus.bank.archive(EDUCATOR, items[1].id, archived=True)
    exported = await campus.bank_files.export(EDUCATOR, ROOM, "gift")
    assert exported.report.elements == 2
    assert b"One?" in exported.data
    assert b"Two?" not in exported.data
    tagged = await campus.bank_files.export(EDUCATOR, ROOM, "gift", ["Planets"])
    assert tagged.report.elements == 1
    with pytest.raises(Forbidden):
        await campus.bank_files.export(STUDENT, ROOM, "gift")


async def test_an_export_that_could_not_be_read_again_is_refused() -> None:
    campus = QuizCampus()
    many = FileOfQuestions("gift", b"\n\n".join(b"Q%d? {T}" % number for number in range(600)))
    for _ in range(2):
        await campus.bank_files.bring_in(EDUCATOR, ROOM, many)
    with pytest.raises(TooManyToExport):
        await campus.bank_files.export(EDUCATOR, ROOM, "gift")
