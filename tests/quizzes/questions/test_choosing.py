"""Options with weights, and true or false."""

import pytest

from eduverse.quizzes.questions import Multiple, Option, Single, TrueFalse, feedback_for, grade, key_of

WEIGHTS = {"a": 0.5, "b": 0.3, "c": 0.2, "x": -0.25, "y": -1.0, "z": 0.0}
OPTIONS = tuple(Option(id=one, text="?", weight=weight, feedback=f"{one}!") for one, weight in WEIGHTS.items())
MULTIPLE = Multiple(id="q", text="?", points=1.0, options=OPTIONS)


@pytest.mark.parametrize(
    ("chosen", "fraction"),
    [("a", 0.5), ("ab", 0.8), ("abc", 1.0), ("abcx", 0.75), ("abcz", 1.0), ("abcxy", 0), ("ax", 0.25), ("xyz", 0)],
)
def test_weights_are_added_and_cut(chosen: str, fraction: float) -> None:
    assert grade(MULTIPLE, tuple(chosen)) == pytest.approx(fraction)


def test_three_thirds_are_everything_however_they_were_rounded() -> None:
    options = tuple(Option(id=one, text="?", weight=0.3333333333) for one in "abc")
    assert grade(Multiple(id="q", text="?", points=1.0, options=options), ("a", "b", "c")) == 1.0


def test_one_option_earns_its_weight_and_a_penalty_is_not_below_nothing() -> None:
    options = tuple(Option(id=one, text="?", weight=weight) for one, weight in (("a", 1.0), ("b", 0.4), ("c", -0.5)))
    question = Single(id="q", text="?", points=1.0, options=options)
    assert [grade(question, one) for one in "abc"] == [1.0, 0.4, 0.0]
    assert key_of(question) == "a"


def test_what_was_chosen_speaks() -> None:
    assert feedback_for(MULTIPLE, ("y", "a")) == {"a": "a!", "y": "y!"}
    truth = TrueFalse(id="q", text="?", points=1.0, correct=True, feedback_false="No.")
    assert (feedback_for(truth, False), feedback_for(truth, True)) == ({"q": "No."}, {})
    assert (grade(truth, True), grade(truth, False), key_of(truth)) == (1.0, 0.0, True)
