"""Shares of the points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.quizzes.formats.report import Draft, Place, Skip
from eduverse.quizzes.formats.shares import (
    best_scaled,
    fraction_of,
    number_of,
    percent_of,
    points_of,
    sum_scaled,
)
from eduverse.quizzes.questions.kinds import Option


@given(st.integers(-10, 10), st.integers(1, 10))
def test_percentages_come_back(part: int, whole: int) -> None:
    fraction = max(-1.0, min(1.0, part / whole))
    assert fraction_of(percent_of(fraction)) == fraction


@pytest.mark.parametrize(
    ("percent", "fraction"),
    [("50", 0.5), ("33.33333", 1 / 3), ("-16.66667", -1 / 6), ("14.28571", 1 / 7), ("33,3", 0.333), ("0.0000", 0.0)],
)
def test_fractions(percent: str, fraction: float) -> None:
    assert fraction_of(percent) == fraction


@pytest.mark.parametrize("percent", ["", "x", "101", "-100.1", "nan", "1e3", "٥"])
def test_what_is_no_share(percent: str) -> None:
    with pytest.raises(Skip):
        fraction_of(percent)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", 3.0),
        ("-1,5", -1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("1e999", None),
        ("1.2.3", None),
        ("inf", None),
        ("", None),
    ],
)
def test_numbers(text: str, number: float | None) -> None:
    assert number_of(text) == number


def test_points_are_a_number() -> None:
    assert points_of("2,5") == 2.5
    with pytest.raises(Skip):
        points_of("many")


def options(*weights: float) -> tuple[Option, ...]:
    return tuple(Option(id=str(place), text="x", weight=weight) for place, weight in enumerate(weights))


@pytest.mark.parametrize(
    ("given_weights", "best", "together", "noted"),
    [
        ((1.0, 0.0), (1.0, 0.0), (1.0, 0.0), False),
        ((0.5, -1.0), (1.0, -1.0), (1.0, -1.0), True),
        ((0.99999, 0.0), (1.0, 0.0), (1.0, 0.0), False),
    ],
)
def test_scaling(
    given_weights: tuple[float, ...], best: tuple[float, ...], together: tuple[float, ...], noted: bool
) -> None:
    for scale, expected in ((best_scaled, best), (sum_scaled, together)):
        draft = Draft(Place())
        scaled = scale(options(*given_weights), draft)
        assert tuple(one.weight for one in scaled) == expected
        assert bool(draft.notes) is noted


def test_the_best_and_the_sum_are_two_things() -> None:
    assert [one.weight for one in best_scaled(options(1.0, 1.0), Draft(Place()))] == [1.0, 1.0]
    assert [one.weight for one in sum_scaled(options(1.0, 1.0), Draft(Place()))] == [0.5, 0.5]
    with pytest.raises(Skip):
        sum_scaled(options(0.0, -1.0), Draft(Place()))
