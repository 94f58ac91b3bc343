"""How a gradebook is set up."""

import pytest
from msgspec import structs
from tests.support.gradebooks import ORAL, ROOM, a_book

from eduverse.gradebook.errors import BookChanged, InvalidBook
from eduverse.gradebook.model.book import (
    Band,
    Book,
    Column,
    QuizSource,
    blank_book,
    quiz_column_id,
    set_up,
    with_quizzes,
)

PLANETS = QuizSource(quiz_id="p", title="Planets", max_points=5)


def test_a_quiz_nobody_has_placed_stands_last_and_is_released() -> None:
    book = with_quizzes(a_book(ORAL), (PLANETS,))
    assert [column.id for column in book.columns] == ["oral", "quiz:p"]
    assert book.columns[1].released
    assert book.columns[1].category_id == "all"


def test_title_and_points_of_a_quiz_are_its_own() -> None:
    placed = Column(id="quiz:p", title="old", category_id="all", max_points=1, quiz_id="p")
    book = with_quizzes(a_book(placed, ORAL), (PLANETS,))
    assert book.columns[0] == structs.replace(placed, title="Planets", max_points=5)
    assert [one.id for one in book.columns] == ["quiz:p", "oral"]


def test_a_quiz_that_is_gone_has_no_column() -> None:
    placed = Column(id="quiz:x", title="old", category_id="all", max_points=1, quiz_id="x")
    assert with_quizzes(a_book(placed), ()).columns == ()


def test_the_book_that_was_read_can_be_changed() -> None:
    stored = structs.replace(blank_book(ROOM), version=3)
    assert set_up(stored, a_book(ORAL, version=3)).columns == (ORAL,)
    with pytest.raises(BookChanged) as refused:
        set_up(stored, a_book(ORAL, version=2))
    assert refused.value.extra == {"version": 3}


@pytest.mark.parametrize(
    "wish",
    [
        a_book(ORAL, ORAL),
        a_book(structs.replace(ORAL, category_id="other")),
        a_book(structs.replace(ORAL, id=quiz_column_id("p"))),
        a_book(structs.replace(ORAL, quiz_id="p")),
        a_book(categories=()),
        a_book(bands=(Band(label="B", start=0.5), Band(label="A", start=0.9))),
        a_book(bands=(Band(label="A", start=0.9), Band(label="B", start=0.9))),
    ],
)
def test_what_makes_no_sense_is_refused(wish: Book) -> None:
    with pytest.raises(InvalidBook):
        set_up(blank_book(ROOM), wish)
