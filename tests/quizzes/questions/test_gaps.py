"""Texts with gaps of all three kinds."""

import pytest

from eduverse.quizzes.errors import InvalidAnswer
from eduverse.quizzes.questions import (
    AcceptedNumber,
    AcceptedText,
    Cloze,
    GapChoice,
    GapNumber,
    GapText,
    Option,
    Value,
    check,
    feedback_for,
    grade,
    key_of,
)

OPTIONS = tuple(Option(id=one, text="?", weight=weight, feedback=one) for one, weight in (("a", 1.0), ("b", -0.5)))
CLOZE = Cloze(
    id="q",
    text="{{c}} {{t}} {{n}}",
    points=1.0,
    gaps=(
        GapChoice(id="c", weight=2.0, options=OPTIONS),
        GapText(id="t", accepted=(AcceptedText(text="Neptune"), AcceptedText(text="Neptun", weight=0.5))),
        GapNumber(id="n", accepted=(AcceptedNumber(value=1.5, feedback="yes"),)),
    ),
)


@pytest.mark.parametrize(
    ("value", "fraction"),
    [
        ({"c": "a", "t": "neptune", "n": "1,5"}, 1.0),
        ({"c": "a"}, 0.5),
        ({"t": "Neptun", "n": "1.5"}, 1.5 / 4),
        ({"c": "b", "t": "neptune", "n": "1,5"}, 1 / 4),
        ({"c": "b"}, 0.0),
        ({"c": "", "t": " ", "n": "1.6"}, 0.0),
    ],
)
def test_each_gap_earns_by_its_weight(value: dict[str, str], fraction: float) -> None:
    check(CLOZE, value)
    assert grade(CLOZE, value) == pytest.approx(fraction)


def test_each_gap_speaks_for_itself() -> None:
    assert feedback_for(CLOZE, {"c": "b", "n": "1.5", "t": "x"}) == {"c": "b", "n": "yes"}
    assert key_of(CLOZE) == {"c": "a", "t": "Neptune", "n": "1.5"}


@pytest.mark.parametrize("value", [{"x": "a"}, {"c": "x"}, "a", ("a",), True])
def test_what_fills_no_gap(value: Value) -> None:
    with pytest.raises(InvalidAnswer):
        check(CLOZE, value)
