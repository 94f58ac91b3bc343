"""How a class's grades are set up: categories with weights, columns in them, a scale. One document per class."""

import enum

from msgspec import structs

from eduverse.gradebook.errors import BookChanged, InvalidBook
from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct

__all__ = [
    "BOOKS",
    "Band",
    "Book",
    "Category",
    "Column",
    "Counting",
    "QuizSource",
    "blank_book",
    "quiz_column_id",
    "set_up",
    "with_quizzes",
]

EVERYTHING = "all"
"""The category of a book that nobody has set up."""


class Counting(enum.StrEnum):
    """What weighs a column inside its category."""

    POINTS = "points"
    """All points over all that could be reached: a column with more points counts more."""
    PERCENT = "percent"
    """The mean of the percentages: every column counts alike."""


class Category(Struct, frozen=True, kw_only=True):
    id: str
    title: str
    weight: float
    """Beside the other categories' weights; only their proportions count."""
    drop_lowest: int = 0
    """So many of a student's marks are left out, those without which the category's grade is best."""
    counting: Counting = Counting.POINTS


class Column(Struct, frozen=True, kw_only=True):
    id: str
    title: str
    category_id: str
    max_points: float
    quiz_id: str | None = None
    """Where the marks come from; None for a column that is filled in by hand."""
    released: bool = False
    """Students see their mark, and it counts in the total they see."""
    extra_credit: bool = False
    """Earns on top: its points can be gained, but not missed."""


class Band(Struct, frozen=True, kw_only=True):
    """A grade, and the fraction of everything (0..1) from which it is given."""

    label: str
    start: float


class Book(Document, frozen=True, kw_only=True):
    """Its id is the classroom's."""

    categories: tuple[Category, ...]
    columns: tuple[Column, ...] = ()
    bands: tuple[Band, ...] = ()
    """Best first; empty when a percentage says enough."""
    missing_is_zero: bool = False
    """Whether a mark that is not there counts as nothing, rather than not at all."""


BOOKS = Collection(name="gradebooks", type=Book)


class QuizSource(Struct, frozen=True, kw_only=True):
    """A quiz that gives marks."""

    quiz_id: str
    title: str
    max_points: float


def blank_book(classroom_id: str) -> Book:
    return Book(id=classroom_id, categories=(Category(id=EVERYTHING, title="", weight=1.0),))


def quiz_column_id(quiz_id: str) -> str:
    return f"quiz:{quiz_id}"


def with_quizzes(book: Book, quizzes: tuple[QuizSource, ...]) -> Book:
    """The book with a column for every quiz: title and points are always the quiz's own.

    A quiz that nobody has placed yet stands last, in the first category, and is released: those who took it have
    seen their result already.
    """
    by_id = {quiz.quiz_id: quiz for quiz in quizzes}
    placed = [_as_quiz(column, by_id) for column in book.columns if column.quiz_id is None or column.quiz_id in by_id]
    known = {column.quiz_id for column in placed}
    new = [
        Column(
            id=quiz_column_id(quiz.quiz_id),
            title=quiz.title,
            category_id=book.categories[0].id,
            max_points=quiz.max_points,
            quiz_id=quiz.quiz_id,
            released=True,
        )
        for quiz in quizzes
        if quiz.quiz_id not in known
    ]
    return structs.replace(book, columns=(*placed, *new))


def set_up(stored: Book, wish: Book) -> Book:
    """The book as it is wished; raises `BookChanged` when the wish was made for another version.

    Raises `InvalidBook` with what is wrong. Marks of a column that is taken out are kept, and back with it.
    """
    if wish.version != stored.version:
        raise BookChanged(version=stored.version)
    _check(wish)
    return wish


def _check(book: Book) -> None:
    category_ids = {category.id for category in book.categories}
    if not book.categories:
        raise InvalidBook("A gradebook needs at least one category.")
    if len(category_ids) < len(book.categories) or len({one.id for one in book.columns}) < len(book.columns):
        raise InvalidBook("An id stands for one category or column alone.")
    for column in book.columns:
        if column.category_id not in category_ids:
            raise InvalidBook(f"“{column.title}” is in a category that is not there.")
        if column.id.startswith("quiz:") != (column.quiz_id is not None):
            raise InvalidBook(f"“{column.title}” has an id that is kept for quizzes.")
    starts = [band.start for band in book.bands]
    if starts != sorted(set(starts), reverse=True):
        raise InvalidBook("The grades of a scale stand best first, each with a lower start than the one before.")


def _as_quiz(column: Column, quizzes: dict[str, QuizSource]) -> Column:
    if column.quiz_id is None:
        return column
    quiz = quizzes[column.quiz_id]
    return structs.replace(column, title=quiz.title, max_points=quiz.max_points)
