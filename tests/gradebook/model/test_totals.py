"""How marks add up: by hand, and what must hold for all of them."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from eduverse.gradebook.model.book import Band, Book, Category, Column, Counting
from eduverse.gradebook.model.totals import Counted, Grade, Total, add_up

HOMEWORK = Category(id="h", title="Homework", weight=40)
EXAMS = Category(id="e", title="Exams", weight=60)


def column(one_id: str, max_points: float = 10, category: Category = HOMEWORK, *, extra: bool = False) -> Column:
    return Column(id=one_id, title=one_id, category_id=category.id, max_points=max_points, extra_credit=extra)


def book(*columns: Column, categories: Sequence[Category] = (HOMEWORK, EXAMS), bands: Sequence[Band] = ()) -> Book:
    return Book(id="room", categories=tuple(categories), columns=columns, bands=tuple(bands))


def total(of: Book, **points: float | None) -> Total:
    return add_up(of, of.columns, {key: Grade(value) for key, value in points.items()})


BOTH = book(column("h1"), column("h2", 30), column("e1", 50, EXAMS))


def test_points_of_a_category_add_up_and_categories_are_weighed() -> None:
    found = total(BOTH, h1=10, h2=15, e1=40)
    assert [part.fraction for part in found.categories] == [0.625, 0.8]
    assert [part.share for part in found.categories] == [0.4, 0.6]
    assert found.fraction == 0.73
    assert found.label is None


def test_percentages_count_alike() -> None:
    even = structs.replace(HOMEWORK, counting=Counting.PERCENT)
    assert total(book(column("h1"), column("h2", 30), categories=[even]), h1=10, h2=15).fraction == 0.75


def test_an_empty_category_leaves_its_weight_to_the_others() -> None:
    found = total(BOTH, h1=5)
    assert found.fraction == 0.5
    assert [part.share for part in found.categories] == [1, 0]
    assert [line.counted for line in found.categories[0].lines] == [Counted.COUNTED, Counted.MISSING]


def test_without_marks_there_is_no_total() -> None:
    assert total(BOTH).fraction is None
    weightless = structs.replace(HOMEWORK, weight=0.0)
    assert total(book(column("h1"), categories=[weightless]), h1=5).fraction is None


def test_what_is_missing_can_count_as_nothing() -> None:
    strict = structs.replace(BOTH, missing_is_zero=True)
    assert total(strict, h1=10).fraction == 0.1
    excused = add_up(strict, strict.columns, {"h1": Grade(10), "h2": Grade(None, True), "e1": Grade(25)})
    assert excused.fraction == 0.7
    assert excused.categories[0].lines[1].counted is Counted.EXCUSED


def test_extra_credit_helps_and_never_harms() -> None:
    with_extra = book(column("h1"), column("x", 5, extra=True), categories=[HOMEWORK])
    assert total(with_extra, h1=6).fraction == 0.6
    assert total(with_extra, h1=6, x=0).fraction == 0.6
    assert total(with_extra, h1=6, x=2).fraction == 0.8
    capped = total(with_extra, h1=10, x=5)
    assert (capped.fraction, capped.categories[0].fraction) == (1, 1.5)
    assert capped.categories[0].lines[1].counted is Counted.EXTRA
    assert total(with_extra, x=5).fraction is None


def test_the_mark_that_harms_most_is_dropped_not_the_lowest_percentage() -> None:
    """0 of 1 costs less than 20 of 100."""
    dropping = structs.replace(HOMEWORK, drop_lowest=1)
    found = total(book(column("a", 1), column("b", 100), column("c", 100), categories=[dropping]), a=0, b=20, c=90)
    assert [line.counted for line in found.categories[0].lines] == [Counted.COUNTED, Counted.DROPPED, Counted.COUNTED]
    assert found.fraction == pytest.approx(90 / 101)


def test_the_last_mark_is_never_dropped() -> None:
    assert total(book(column("a"), categories=[structs.replace(HOMEWORK, drop_lowest=3)]), a=4).fraction == 0.4


@pytest.mark.parametrize(("points", "label"), [(9, "A"), (8.99, "B"), (7, "B"), (6.9, None)])
def test_exactly_what_a_grade_takes_is_enough(points: float, label: str | None) -> None:
    bands = [Band(label="A", start=0.9), Band(label="B", start=0.7)]
    assert total(book(column("a"), categories=[HOMEWORK], bands=bands), a=points).label == label


def test_tenths_add_up_exactly() -> None:
    """In binary, 0.1 + 0.2 and seven tenths of it are not what they should be."""
    of = book(*(column(name, 1) for name in "abc"), categories=[HOMEWORK], bands=[Band(label="ok", start=0.2)])
    assert total(of, a=0.1, b=0.2, c=0.3).label == "ok"


MARKS = st.lists(
    st.tuples(st.sampled_from([1, 5, 10, 33, 100]), st.one_of(st.none(), st.integers(0, 20)), st.booleans()),
    min_size=1,
    max_size=7,
)


def of_marks(marks: list[tuple[int, int | None, bool]], category: Category) -> tuple[Book, dict[str, Grade]]:
    columns = [column(str(place), most, category, extra=extra) for place, (most, _, extra) in enumerate(marks)]
    grades = {
        str(place): Grade(None if twentieths is None else most * twentieths / 20)
        for place, (most, twentieths, _) in enumerate(marks)
    }
    return book(*columns, categories=[category]), grades


@given(MARKS, st.integers(0, 4), st.sampled_from(Counting))
def test_dropping_never_lowers_a_grade(marks: list[tuple[int, int | None, bool]], drop: int, how: Counting) -> None:
    plain = structs.replace(HOMEWORK, counting=how)
    of, grades = of_marks(marks, plain)
    before = add_up(of, of.columns, grades).fraction
    dropping, _ = of_marks(marks, structs.replace(plain, drop_lowest=drop))
    after = add_up(dropping, dropping.columns, grades).fraction
    assert (before is None) == (after is None)
    assert before is None or after is None or 0 <= before <= after <= 1


@given(st.lists(st.tuples(st.sampled_from([1, 5, 10, 33, 100]), st.integers(0, 20)), min_size=2, max_size=6))
def test_what_is_dropped_is_the_best_choice_of_all(marks: list[tuple[int, int]]) -> None:
    of, grades = of_marks([(most, part, False) for most, part in marks], structs.replace(HOMEWORK, drop_lowest=2))
    keep = max(1, len(marks) - 2)
    best = max(
        sum(most * part / 20 for most, part in chosen) / sum(most for most, _ in chosen)
        for chosen in combinations(marks, keep)
    )
    assert add_up(of, of.columns, grades).fraction == pytest.approx(best)


@given(st.lists(st.tuples(st.floats(0, 100), st.integers(0, 2)), min_size=1, max_size=5))
def test_shares_add_up_to_one_and_the_total_is_their_sum(parts: list[tuple[float, int]]) -> None:
    categories = [Category(id=str(place), title="", weight=weight) for place, (weight, _) in enumerate(parts)]
    columns = [
        column(f"{one.id}.{n}", 10, one)
        for one, (_, count) in zip(categories, parts, strict=True)
        for n in range(count)
    ]
    found = add_up(book(categories=categories), columns, {one.id: Grade(7.0) for one in columns})
    weighty = [part for part in found.categories if part.fraction is not None]
    if found.fraction is None:
        assert all(part.share == 0 for part in found.categories)
        return
    assert sum(part.share for part in weighty) == pytest.approx(1)
    assert found.fraction == pytest.approx(sum((part.fraction or 0) * part.share for part in weighty))
