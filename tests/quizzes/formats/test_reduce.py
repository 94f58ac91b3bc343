"""Taking from a question what a format has no place for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.quizzes.formats.reduce import bare_essay, distance_of, folded_case, without_points
from eduverse.quizzes.formats.report import Draft, Place
from eduverse.quizzes.questions import grade
from eduverse.quizzes.questions.kinds import (
    AcceptedNumber,
    AcceptedText,
    Essay,
    Numeric,
    Question,
    ShortAnswer,
    Tolerance,
)

ESSAY = Essay(id="q", text="?", points=1.0)


def test_what_has_nothing_to_lose_stays_and_is_not_noted() -> None:
    draft = Draft(Place())
    short = ShortAnswer(id="q", text="?", points=1.0, accepted=(AcceptedText(text="a"),))
    assert without_points(ESSAY, draft) == bare_essay(ESSAY, draft) == ESSAY
    assert folded_case(short, draft) == short
    number = AcceptedNumber(value=1.0, high=2.0)
    assert distance_of(number, draft, ranges=True) is number
    assert draft.notes == []


@pytest.mark.parametrize("ranges", [True, False])
@given(
    value=st.sampled_from([-20.0, -1.0, 3.0, 250.0]),
    tolerance=st.sampled_from([0.0, 0.1, 0.5]),
    kind=st.sampled_from(Tolerance),
    answer=st.floats(-500, 500),
)
def test_other_tolerances_accept_the_same_answers(
    ranges: bool, value: float, tolerance: float, kind: Tolerance, answer: float
) -> None:
    number = AcceptedNumber(value=value, tolerance=tolerance, kind=kind)
    reduced = distance_of(number, Draft(Place()), ranges=ranges)
    assert reduced.kind is Tolerance.ABSOLUTE

    def graded(accepted: AcceptedNumber) -> float | None:
        question: Question = Numeric(id="q", text="?", points=1.0, accepted=(accepted,))
        return grade(question, f"{answer:.3f}")

    assert graded(reduced) == graded(number)
