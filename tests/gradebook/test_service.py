"""Setting up a gradebook, giving marks, reading it."""

import asyncio

import pytest
from msgspec import structs
from tests.support.gradebooks import MIRA, ORAL, ROOM, TOM, GradeCampus, a_book
from tests.support.people import EDUCATOR, STRANGER, STUDENT

from eduverse.gradebook.errors import BookChanged, ColumnNotFound, InvalidBook, MarkChanged, StudentNotFound
from eduverse.gradebook.model.book import Column, QuizSource
from eduverse.gradebook.service import Given
from eduverse.kernel.documents import BadCursor
from eduverse.vocabulary.permissions import Forbidden

PLANETS = QuizSource(quiz_id="p", title="Planets", max_points=10)
QUIZ = Column(id="quiz:p", title="Planets", category_id="all", max_points=10, quiz_id="p", released=True)


async def test_quizzes_stand_in_a_book_that_nobody_has_set_up() -> None:
    campus = GradeCampus()
    campus.scores.sources, campus.scores.by_user = (PLANETS,), {"mira": {"p": 0.8}}
    found = await campus.book.read(EDUCATOR, ROOM, after=None, limit=10)
    assert [(row.student, row.total(found.book).fraction) for row in found.rows] == [(MIRA, 0.8), (TOM, None)]


async def test_a_mark_is_given_and_counts() -> None:
    campus = GradeCampus()
    await campus.set_up(ORAL)
    row = await campus.give(15)
    assert row.grades["oral"].points == 15
    assert await campus.points() == {"mira": 15, "tom": None}
    history = await campus.book.history(EDUCATOR, ROOM, "mira", "oral")
    assert [(one.points, one.by_name) for one in history.history] == [(15, "Ada")]


async def test_over_a_quiz_stands_who_says_why() -> None:
    campus = GradeCampus()
    campus.scores.sources, campus.scores.by_user = (PLANETS,), {"mira": {"p": 0.8}}
    row = await campus.give(9, column_id="quiz:p", reason="explained it aloud")
    assert (row.grades["quiz:p"].points, row.scores["quiz:p"]) == (9, 8)
    assert (await campus.give(None, 1, column_id="quiz:p")).grades["quiz:p"].points == 8


async def test_two_teachers_at_one_cell_do_not_overwrite_each_other() -> None:
    campus = GradeCampus()
    await campus.set_up(ORAL)
    given = await asyncio.gather(*(campus.give(points) for points in (3, 4)), return_exceptions=True)
    assert sum(isinstance(one, MarkChanged) for one in given) == 1


async def test_a_student_sees_what_is_released_and_its_total() -> None:
    campus = GradeCampus()
    await campus.set_up(structs.replace(ORAL, released=True), structs.replace(ORAL, id="secret", title="Secret"))
    await campus.give(20)
    await campus.give(0, column_id="secret")
    book, row = await campus.book.mine(STUDENT, ROOM)
    assert [column.id for column in book.columns] == ["oral"]
    assert row.total(book).fraction == 1


async def test_a_quiz_that_keeps_its_marks_back_is_not_told_by_the_gradebook() -> None:
    campus = GradeCampus()
    campus.scores.sources, campus.scores.by_user = (PLANETS,), {"mira": {"p": 0.8}}
    campus.scores.hidden = frozenset({"p"})
    book, row = await campus.book.mine(STUDENT, ROOM)
    assert (book.columns, row.total(book).fraction) == ((), None)


async def test_pages_follow_the_class_list() -> None:
    campus = GradeCampus()
    first = await campus.book.read(EDUCATOR, ROOM, after=None, limit=1)
    second = await campus.book.read(EDUCATOR, ROOM, after=first.next, limit=1)
    assert [row.student for row in (*first.rows, *second.rows)] == [MIRA, TOM]
    assert second.next is None
    with pytest.raises(BadCursor):
        await campus.book.read(EDUCATOR, ROOM, after="nobody", limit=1)


async def test_what_is_not_there_is_not_found() -> None:
    campus = GradeCampus()
    with pytest.raises(ColumnNotFound):
        await campus.give(1)
    await campus.set_up(ORAL)
    with pytest.raises(StudentNotFound):
        await campus.book.give(EDUCATOR, ROOM, "sam", "oral", Given(1, False, "", 0))


async def test_setting_up_takes_the_book_that_was_read_and_quizzes_of_this_class() -> None:
    campus = GradeCampus()
    await campus.set_up(ORAL)
    with pytest.raises(BookChanged):
        await campus.book.set_up(EDUCATOR, a_book(version=0))
    with pytest.raises(InvalidBook):
        await campus.set_up(QUIZ)
    campus.scores.sources = (PLANETS,)
    assert (await campus.set_up(QUIZ, ORAL)).columns == (QUIZ, ORAL)


async def test_a_column_that_comes_back_has_its_marks() -> None:
    campus = GradeCampus()
    await campus.set_up(ORAL)
    await campus.give(7)
    await campus.set_up()
    await campus.set_up(ORAL)
    assert (await campus.points())["mira"] == 7


async def test_each_side_of_the_desk_sees_its_own() -> None:
    campus = GradeCampus()
    campus.classes.strangers.add(STRANGER.user_id)
    for who in (STUDENT, STRANGER):
        with pytest.raises(Forbidden):
            await campus.book.read(who, ROOM, after=None, limit=1)
        with pytest.raises(Forbidden):
            await campus.book.set_up(who, a_book())
        with pytest.raises(Forbidden):
            await campus.book.give(who, ROOM, "mira", "oral", Given(1, False, "", 0))
        with pytest.raises(Forbidden):
            await campus.book.history(who, ROOM, "mira", "oral")
    for who in (EDUCATOR, STRANGER):
        with pytest.raises(Forbidden):
            await campus.book.mine(who, ROOM)
