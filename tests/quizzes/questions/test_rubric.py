"""From the levels of a rubric to a share of the points."""

import pytest

from eduverse.quizzes.errors import InvalidJudgement
from eduverse.quizzes.questions.kinds import Criterion, Essay, Level
from eduverse.quizzes.questions.rubric import fraction_by_rubric

STEPS = (Level(points=0, text="none"), Level(points=1, text="some"), Level(points=3, text="all"))
ESSAY = Essay(
    id="e",
    text="Why?",
    points=10,
    rubric=(Criterion(id="a", text="Reasons", levels=STEPS), Criterion(id="b", text="Style", levels=STEPS[:2])),
)


@pytest.mark.parametrize(
    ("levels", "fraction"), [({"a": 2, "b": 1}, 1), ({"a": 1, "b": 1}, 0.5), ({"a": 0, "b": 0}, 0)]
)
def test_the_points_of_the_levels_over_those_of_the_best(levels: dict[str, int], fraction: float) -> None:
    assert fraction_by_rubric(ESSAY, levels) == fraction


@pytest.mark.parametrize("levels", [{}, {"a": 1}, {"a": 1, "b": 2}, {"a": -1, "b": 0}, {"a": 1, "b": 1, "c": 0}])
def test_every_criterion_has_one_of_its_levels(levels: dict[str, int]) -> None:
    with pytest.raises(InvalidJudgement):
        fraction_by_rubric(ESSAY, levels)


def test_without_a_rubric_there_are_no_levels() -> None:
    with pytest.raises(InvalidJudgement):
        fraction_by_rubric(Essay(id="e", text="Why?", points=1), {})
