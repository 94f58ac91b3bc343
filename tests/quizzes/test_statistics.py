"""The statistics against a plain computation in fractions, hand-worked tables, and what must not change them."""

import math
from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.kernel.structs import Struct
from eduverse.quizzes.statistics import OptionStatistics, analyse, analyse_options, better_than_key

MARKS: list[list[float]] = [
    [1, 2, 0.5, 3],
    [1, 1, 0.25, 2],
    [0, 2, 0, 1],
    [1, 0, 0.75, 3],
    [0, 1, 0.5, 0],
    [1, 2, 1, 3],
    [0, 0, 0, 0],
]
MAXIMA: list[float] = [1, 2, 1, 3]


# --- the reference: textbook formulas, exact ------------------------------------------------------------------


def exact(values: Sequence[float]) -> list[Fraction]:
    return [Fraction(value) for value in values]


def cov(left: list[Fraction], right: list[Fraction]) -> Fraction:
    n = len(left)
    product = sum((one * other for one, other in zip(left, right, strict=True)), Fraction(0))
    return (product - sum(left, Fraction(0)) * sum(right, Fraction(0)) / n) / (n - 1)


def central(values: list[Fraction], power: int) -> Fraction:
    mean = sum(values, Fraction(0)) / len(values)
    return sum(((value - mean) ** power for value in values), Fraction(0)) / len(values)


def near(found: float | None, wanted: float) -> None:
    assert found is not None
    assert math.isclose(found, wanted, rel_tol=1e-9, abs_tol=1e-9)


def check_against_fractions(marks: Sequence[Sequence[float]], maxima: Sequence[float]) -> None:
    found = analyse(marks, maxima)
    columns = [exact([row[place] for row in marks]) for place in range(len(maxima))]
    totals = [sum(row, Fraction(0)) for row in map(exact, marks)]
    variance, n, count = cov(totals, totals), len(marks), len(maxima)
    near(found.mean, float(sum(totals, Fraction(0)) / n))
    near(found.deviation, math.sqrt(variance))
    k3 = Fraction(n**2, (n - 1) * (n - 2)) * central(totals, 3)
    near(found.skewness, float(k3) / float(variance) ** 1.5)
    k4 = Fraction(n**2, (n - 1) * (n - 2) * (n - 3)) * (
        (n + 1) * central(totals, 4) - 3 * (n - 1) * central(totals, 2) ** 2
    )
    near(found.kurtosis, float(k4 / variance**2))
    alpha = Fraction(count, count - 1) * (1 - sum((cov(one, one) for one in columns), Fraction(0)) / variance)
    near(found.consistency, float(alpha))
    near(found.error_ratio, math.sqrt(1 - alpha))
    near(found.standard_error, math.sqrt(1 - alpha) * math.sqrt(variance))
    roots = [math.sqrt(max(Fraction(0), cov(one, totals))) for one in columns]
    for item, column, most, root in zip(found.items, columns, maxima, roots, strict=True):
        rests = [total - mark for total, mark in zip(totals, column, strict=True)]
        near(item.facility, float(sum(column, Fraction(0)) / n / Fraction(most)))
        near(item.deviation, math.sqrt(cov(column, column)) / most)
        near(item.intended_weight, most / sum(maxima))
        near(item.effective_weight, root / sum(roots))
        near(item.discrimination, float(cov(column, rests)) / math.sqrt(cov(column, column) * cov(rests, rests)))
        near(item.efficiency, float(cov(column, rests) / cov(sorted(column), sorted(rests))))


def test_agrees_with_exact_fractions() -> None:
    check_against_fractions(MARKS, MAXIMA)


@pytest.mark.parametrize("offset", [0.0, 1e6, 1e8])
def test_large_marks_that_differ_little_lose_nothing(offset: float) -> None:
    marks = [[offset + one, offset + two] for one, two in [(1, 3), (2, 2), (4, 5), (3, 4), (6, 5)]]
    found = analyse(marks, [offset + 6, offset + 6])
    plain = analyse([[1, 3], [2, 2], [4, 5], [3, 4], [6, 5]], [6, 6])
    near(found.deviation, plain.deviation or 0)
    near(found.consistency, plain.consistency or 0)
    near(found.kurtosis, plain.kurtosis or 0)


# --- by hand --------------------------------------------------------------------------------------------------


def test_a_table_worked_by_hand() -> None:
    """Totals 0, 1, 2, 3: mean 1.5, variance 5/3; both questions have variance 1/3 and 2/3."""
    found = analyse([[0, 0], [0, 1], [1, 1], [1, 2]], [1, 2])
    assert (found.mean, found.median, found.maximum, found.students) == (1.5, 1.5, 3, 4)
    near(found.deviation, math.sqrt(5 / 3))
    near(found.skewness, 0)
    near(found.kurtosis, -1.2)
    near(found.consistency, 2 * (1 - (1 / 3 + 2 / 3) / (5 / 3)))
    first, second = found.items
    assert (first.facility, second.facility) == (0.5, 0.5)
    near(first.discrimination, (1 / 3) / math.sqrt(1 / 3 * 2 / 3))
    near(first.efficiency, 1)
    near(first.effective_weight, math.sqrt(2 / 3) / (math.sqrt(2 / 3) + math.sqrt(1)))
    near(second.intended_weight, 2 / 3)


def test_the_middle_of_an_odd_number_is_one_of_them() -> None:
    assert analyse([[0], [5], [1]], [5]).median == 1


def test_who_was_not_shown_a_question_does_not_count_for_it() -> None:
    found = analyse([[1, None], [0, 1], [1, 1], [None, 0]], [1, 1])
    assert [item.answered for item in found.items] == [3, 3]
    near(found.items[0].facility, 2 / 3)
    near(found.mean, 1.0)
    assert found.consistency is None


# --- where there is nothing to say ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "marks",
    [
        [],
        [[1.0, 0.5]],
        [[1.0, 0.5]] * 4,
        [[0.1, 0.2], [0.2, 0.1], [0.30000000000000004, 0.0]],
        [[None, None], [None, None]],
        [[1.0, 0.0], [0.0, 1.0]],
    ],
)
def test_degenerate_marks_give_none_and_never_a_number_that_is_none(marks: list[list[float | None]]) -> None:
    found = analyse(marks, [1, 1])
    assert found.consistency is None
    assert found.skewness is None
    assert_finite(found)


def assert_finite(value: Struct) -> None:
    for name in value.__struct_fields__:
        number = getattr(value, name)
        assert not isinstance(number, float) or math.isfinite(number), name
    for item in getattr(value, "items", ()):
        assert_finite(item)


def test_a_question_at_which_the_good_fail_has_no_effective_weight() -> None:
    found = analyse([[0, 5], [0, 4], [1, 1], [1, 0]], [1, 5])
    assert found.items[0].effective_weight is None
    assert (found.items[0].discrimination or 0) < -0.9
    near(found.items[1].effective_weight, 1)


# --- what must not matter -------------------------------------------------------------------------------------

TABLES = st.integers(2, 4).flatmap(
    lambda width: st.lists(
        st.lists(
            st.one_of(st.none(), st.integers(0, 8).map(lambda eighths: eighths / 8)), min_size=width, max_size=width
        ),
        min_size=0,
        max_size=8,
    ).map(lambda rows: (rows, [1.0] * width))
)


def numbers(marks: Sequence[Sequence[float | None]], maxima: Sequence[float]) -> list[float | None]:
    """Everything that has no unit."""
    found = analyse(marks, maxima)
    items = [
        [one.facility, one.deviation, one.effective_weight, one.intended_weight, one.discrimination, one.efficiency]
        for one in found.items
    ]
    return [
        found.skewness,
        found.kurtosis,
        found.consistency,
        found.error_ratio,
        *(cell for row in items for cell in row),
    ]


@given(TABLES, st.randoms(use_true_random=False))
def test_the_order_of_the_students_does_not_matter(table: tuple[list[list[float | None]], list[float]], random) -> None:  # type: ignore[no-untyped-def]
    marks, maxima = table
    other = list(marks)
    random.shuffle(other)
    assert numbers(other, maxima) == pytest.approx(numbers(marks, maxima), abs=1e-9)


@given(TABLES, st.sampled_from([0.001, 0.3, 7.0, 1e6]))
def test_the_scale_of_the_points_does_not_matter(
    table: tuple[list[list[float | None]], list[float]], by: float
) -> None:
    marks, maxima = table
    scaled = [[None if mark is None else mark * by for mark in row] for row in marks]
    assert numbers(scaled, [most * by for most in maxima]) == pytest.approx(numbers(marks, maxima), abs=1e-9)


@given(TABLES)
def test_indices_stay_within_their_bounds(table: tuple[list[list[float | None]], list[float]]) -> None:
    found = analyse(*table)
    assert_finite(found)
    for item in found.items:
        assert item.facility is None or 0 <= item.facility <= 1
        assert item.discrimination is None or -1 <= item.discrimination <= 1
        assert item.efficiency is None or -1 <= item.efficiency <= 1


# --- options --------------------------------------------------------------------------------------------------

WEIGHTS = {"key": 1.0, "wrong": 0.0, "other": 0.0}


def answers(*, key: Sequence[float], wrong: Sequence[float]) -> tuple[OptionStatistics, ...]:
    chosen = [frozenset({"key"})] * len(key) + [frozenset({"wrong"})] * len(wrong)
    return analyse_options(WEIGHTS, chosen, [*key, *wrong])


def test_an_option_is_correlated_with_the_rest() -> None:
    key, wrong, other = analyse_options(WEIGHTS, [frozenset({"key"}), None, frozenset({"wrong"})], [5, 9, 1])
    assert (key.chosen, key.share, wrong.chosen, other.chosen) == (1, 0.5, 1, 0)
    near(key.discrimination, 1)
    near(wrong.discrimination, -1)
    assert other.discrimination is None


def test_a_key_that_the_good_avoid_is_questioned() -> None:
    options = answers(key=[1, 2, 1, 2, 1, 3, 1, 2, 1, 2], wrong=[9, 8, 9, 7, 9, 8, 9, 8, 9, 8])
    found = better_than_key(options, WEIGHTS)
    assert found is not None
    assert (found.option_id, found.chosen) == ("wrong", 10)


def test_a_good_key_is_left_alone() -> None:
    assert better_than_key(answers(key=[9, 8] * 5, wrong=[1, 2] * 5), WEIGHTS) is None


def test_few_answers_say_nothing() -> None:
    assert better_than_key(answers(key=[1, 2], wrong=[9, 8, 9, 7, 9]), WEIGHTS) is None
    assert better_than_key(answers(key=[1, 2] * 9, wrong=[9, 8, 9]), WEIGHTS) is None


def test_several_right_options_are_not_compared() -> None:
    options = answers(key=[1, 2] * 6, wrong=[9, 8] * 6)
    assert better_than_key(options, {"key": 0.5, "wrong": 0.5, "other": 0.0}) is None
