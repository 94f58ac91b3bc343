"""How a student's marks add up, and the account of it.

Computed in exact fractions of the numbers as people wrote them (0.1 is a tenth), so that whoever has exactly what a
grade takes gets it.
"""

import enum
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from eduverse.gradebook.model.book import Band, Book, Category, Column, Counting
from eduverse.kernel.structs import Struct

__all__ = ["CategoryPart", "Counted", "Grade", "Line", "Total", "add_up"]


class Counted(enum.StrEnum):
    """What became of a column in the total."""

    COUNTED = "counted"
    DROPPED = "dropped"
    EXTRA = "extra"
    EXCUSED = "excused"
    MISSING = "missing"


class Grade(NamedTuple):
    """What a student has in a column: points, nothing yet, or an excuse."""

    points: float | None
    excused: bool = False


NOTHING_YET = Grade(None)


class Line(Struct, frozen=True, kw_only=True):
    column_id: str
    points: float | None
    max_points: float
    counted: Counted


class CategoryPart(Struct, frozen=True, kw_only=True):
    category_id: str
    fraction: float | None
    """0..1, above with extra credit; None while nothing counts in it."""
    share: float
    """Its weight among the categories that count: these add up to 1."""
    lines: tuple[Line, ...]


class Total(Struct, frozen=True, kw_only=True):
    fraction: float | None
    """0..1; None while nothing counts."""
    label: str | None
    """The grade on the book's scale."""
    categories: tuple[CategoryPart, ...]


def add_up(book: Book, columns: Sequence[Column], grades: Mapping[str, Grade]) -> Total:
    """The total over `columns` (all of the book's, or those a student may see); `grades` by column id.

    Categories in which nothing counts yet leave their weight to the others.
    """
    parts = [_part(book, category, columns, grades) for category in book.categories]
    counting = [(part, _exact(part.category.weight)) for part in parts if part.fraction is not None]
    whole = sum((weight for _, weight in counting), Fraction(0))
    fraction = None
    if whole > 0:
        fraction = min(
            Fraction(1), sum(((part.fraction or 0) * weight for part, weight in counting), Fraction(0)) / whole
        )
    return Total(
        fraction=None if fraction is None else float(fraction),
        label=None if fraction is None else _label(book.bands, fraction),
        categories=tuple(part.told(whole) for part in parts),
    )


class _Part(NamedTuple):
    category: Category
    fraction: Fraction | None
    lines: tuple[Line, ...]

    def told(self, whole: Fraction) -> CategoryPart:
        counts = self.fraction is not None and whole > 0
        return CategoryPart(
            category_id=self.category.id,
            fraction=None if self.fraction is None else float(self.fraction),
            share=float(_exact(self.category.weight) / whole) if counts else 0.0,
            lines=self.lines,
        )


class _Scored(NamedTuple):
    """A mark that counts: what it adds to the numerator and to the denominator of its category."""

    column_id: str
    earned: Fraction
    possible: Fraction


def _part(book: Book, category: Category, columns: Sequence[Column], grades: Mapping[str, Grade]) -> _Part:
    inside = [column for column in columns if column.category_id == category.id]
    having = [(column, _grade(book, column, grades)) for column in inside]
    scored = [_scored(category, column, grade) for column, grade in having if grade.points is not None]
    regular = [one for one in scored if one.possible > 0]
    kept = _best(regular, max(1, len(regular) - category.drop_lowest)) if regular else []
    extra = sum((one.earned for one in scored if not one.possible), Fraction(0))
    dropped = {one.column_id for one in regular} - {one.column_id for one in kept}
    return _Part(
        category=category,
        fraction=_ratio(kept, extra) if kept else None,
        lines=tuple(_line(column, grade, dropped=column.id in dropped) for column, grade in having),
    )


def _grade(book: Book, column: Column, grades: Mapping[str, Grade]) -> Grade:
    grade = grades.get(column.id, NOTHING_YET)
    if grade == NOTHING_YET and book.missing_is_zero and not column.extra_credit:
        return Grade(0.0)
    return grade


def _scored(category: Category, column: Column, grade: Grade) -> _Scored:
    points, most = _exact(grade.points or 0.0), _exact(column.max_points)
    earned, possible = (points, most) if category.counting is Counting.POINTS else (points / most, Fraction(1))
    return _Scored(column.id, earned, Fraction(0) if column.extra_credit else possible)


def _best(scored: list[_Scored], count: int) -> list[_Scored]:
    """The `count` marks with the best ratio of points earned to points possible (Dinkelbach's method).

    Leaving out the lowest percentages would not do: a poor mark in a small column may harm less than a fair one in a
    large column. Each round keeps those that are furthest above the ratio found last; it rises until it stands.
    """
    kept, ratio = scored, _ratio(scored)
    while True:
        above = sorted(scored, key=lambda one: one.earned - ratio * one.possible, reverse=True)[:count]
        better = _ratio(above)
        if len(kept) == count and better <= ratio:
            return kept
        kept, ratio = above, better


def _ratio(scored: Sequence[_Scored], extra: Fraction = Fraction(0)) -> Fraction:
    earned = sum((one.earned for one in scored), extra)
    return earned / sum((one.possible for one in scored), Fraction(0))


def _line(column: Column, grade: Grade, *, dropped: bool) -> Line:
    return Line(
        column_id=column.id,
        points=grade.points,
        max_points=column.max_points,
        counted=_counted(column, grade, dropped=dropped),
    )


def _counted(column: Column, grade: Grade, *, dropped: bool) -> Counted:
    if grade.excused:
        return Counted.EXCUSED
    if grade.points is None:
        return Counted.MISSING
    if column.extra_credit:
        return Counted.EXTRA
    return Counted.DROPPED if dropped else Counted.COUNTED


def _label(bands: Sequence[Band], fraction: Fraction) -> str | None:
    return next((band.label for band in bands if fraction >= _exact(band.start)), None)


def _exact(number: float) -> Fraction:
    """The number as its shortest decimal says it."""
    return Fraction(repr(float(number)))
