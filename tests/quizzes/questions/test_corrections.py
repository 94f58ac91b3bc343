"""Mending a key after the fact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.quizzes.errors import InvalidCorrection
from eduverse.quizzes.questions import grade
from eduverse.quizzes.questions.corrections import (
    AcceptAlso,
    Correction,
    Drop,
    FullCredit,
    Rekey,
    correct_all,
    corrected,
    credited,
)
from eduverse.quizzes.questions.kinds import (
    AcceptedNumber,
    AcceptedText,
    Essay,
    Multiple,
    Numeric,
    Option,
    Question,
    ShortAnswer,
    Single,
    TrueFalse,
)


def options(**weights: float) -> tuple[Option, ...]:
    return tuple(Option(id=one, text=one, weight=weight) for one, weight in weights.items())


SINGLE = Single(id="s", text="?", points=1, options=options(a=1, b=0, c=0))
MULTIPLE = Multiple(id="m", text="?", points=1, options=options(a=0.5, b=0.5, c=-0.5))
TRUTH = TrueFalse(id="t", text="?", points=1, correct=True)
SHORT = ShortAnswer(id="w", text="?", points=1, accepted=(AcceptedText(text="Neptune"),))
NUMBER = Numeric(id="n", text="?", points=1, accepted=(AcceptedNumber(value=7),))
ESSAY = Essay(id="e", text="?", points=1)


@pytest.mark.parametrize(
    ("question", "correction", "answer", "before", "after"),
    [
        (SINGLE, Rekey(question_id="s", weights={"a": 0, "b": 1, "c": 0.5}), "a", 1, 0),
        (SINGLE, Rekey(question_id="s", weights={"a": 0, "b": 1, "c": 0.5}), "c", 0, 0.5),
        (SINGLE, AcceptAlso(question_id="s", option_id="c"), "c", 0, 1),
        (SINGLE, AcceptAlso(question_id="s", option_id="c"), "a", 1, 1),
        (MULTIPLE, Rekey(question_id="m", weights={"a": 1, "b": 0, "c": 0}), ("a", "c"), 0, 1),
        (TRUTH, Rekey(question_id="t", correct=False), False, 0, 1),
        (SHORT, AcceptAlso(question_id="w", text="Neptun"), "neptun", 0, 1),
        (SHORT, Rekey(question_id="w", texts=(AcceptedText(text="Pluto"),)), "Neptune", 1, 0),
        (NUMBER, AcceptAlso(question_id="n", number=8), "8", 0, 1),
        (NUMBER, Rekey(question_id="n", numbers=(AcceptedNumber(value=9, tolerance=1),)), "8", 0, 1),
    ],
)
def test_answers_are_worth_what_the_new_key_says(
    question: Question, correction: Correction, answer: str, before: float, after: float
) -> None:
    assert grade(question, answer) == before
    assert grade(corrected(question, correction), answer) == after


@pytest.mark.parametrize(
    ("question", "correction"),
    [
        (SINGLE, Rekey(question_id="s", weights={"a": 0, "b": 0, "c": 0})),
        (SINGLE, Rekey(question_id="s", weights={"a": 1})),
        (SINGLE, Rekey(question_id="s", correct=True)),
        (SINGLE, AcceptAlso(question_id="s", option_id="z")),
        (MULTIPLE, AcceptAlso(question_id="m", option_id="c")),
        (MULTIPLE, Rekey(question_id="m", weights={"a": 1, "b": 1, "c": 0})),
        (SHORT, AcceptAlso(question_id="w", text=" ")),
        (NUMBER, AcceptAlso(question_id="n", text="8")),
        (ESSAY, Rekey(question_id="e", correct=True)),
    ],
)
def test_what_does_not_fit_is_refused(question: Question, correction: Correction) -> None:
    with pytest.raises(InvalidCorrection):
        corrected(question, correction)


def test_a_dropped_question_is_worth_nothing_and_others_stay() -> None:
    paper: dict[str, Question] = {"s": SINGLE, "t": TRUTH}
    left = correct_all(paper, [Drop(question_id="s"), Drop(question_id="x")])
    assert {key: question.points for key, question in left.items()} == {"s": 0, "t": 1}
    assert correct_all(paper, [FullCredit(question_id="s"), Rekey(question_id="x", correct=True)]) == paper


def test_a_later_key_takes_full_credit_back() -> None:
    full = FullCredit(question_id="s")
    assert credited([full]) == {"s"}
    assert credited([full, AcceptAlso(question_id="s", option_id="b")]) == {"s"}
    assert credited([full, Rekey(question_id="s", weights={})]) == frozenset()


@given(st.sampled_from(["a", "b", "c"]), st.sampled_from(["a", "b", "c"]))
def test_accepting_more_never_takes_points_away(also: str, answer: str) -> None:
    before, after = grade(SINGLE, answer), grade(corrected(SINGLE, AcceptAlso(question_id="s", option_id=also)), answer)
    assert before is not None
    assert after is not None
    assert after >= before
