"""Grading: vectors for every kind of question, and what holds for every question and answer."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.quizzes import QUESTIONS, RIGHT, WRONG

from eduverse.quizzes.errors import InvalidAnswer
from eduverse.quizzes.questions import (
    Multiple,
    Option,
    Question,
    ShortAnswer,
    Single,
    TrueFalse,
    Value,
    check,
    grade,
    key_of,
)

SINGLE, MULTIPLE, TRUE_FALSE, SHORT = QUESTIONS


def multiple(correct: str, wrong: str) -> Multiple:
    options = [Option(id=one, text=one, correct=True) for one in correct]
    options += [Option(id=one, text=one, correct=False) for one in wrong]
    return Multiple(id="q", text="?", points=1.0, options=tuple(options))


def short(*accepted: str, case_sensitive: bool = False) -> ShortAnswer:
    return ShortAnswer(id="q", text="?", points=1.0, accepted=accepted, case_sensitive=case_sensitive)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_right_wrong_and_no_answer(question: Question) -> None:
    assert grade(question, RIGHT[question.id]) == 1.0
    assert grade(question, WRONG[question.id]) == 0.0
    assert grade(question, None) == 0.0


@pytest.mark.parametrize(
    ("chosen", "fraction"),
    [
        ("", 0.0),
        ("a", 1 / 3),
        ("ab", 2 / 3),
        ("abc", 1.0),
        ("abcx", 2 / 3),
        ("abcxy", 1 / 3),
        ("ax", 0.0),
        ("axy", 0.0),
        ("xyz", 0.0),
        ("abcxyz", 0.0),
    ],
)
def test_each_wrong_option_costs_what_a_right_one_earns(chosen: str, fraction: float) -> None:
    assert grade(multiple("abc", "xyz"), tuple(chosen)) == pytest.approx(fraction)


def test_choosing_everything_is_no_way_to_points() -> None:
    assert grade(multiple("ab", "xy"), tuple("abxy")) == 0.0


@pytest.mark.parametrize(
    ("question", "answer", "fraction"),
    [
        (short("Neptune"), "neptune", 1.0),
        (short("Neptune"), "  NEPTUNE \t\n", 1.0),
        (short("le  Verrier"), "Le Verrier", 1.0),
        (short("Straße"), "STRASSE", 1.0),
        (short("é"), "e\u0301", 1.0),
        (short("ﬁne"), "fine", 1.0),
        (short("one", "1"), "1", 1.0),
        (short("Neptune"), "Neptun", 0.0),
        (short("Neptune"), "", 0.0),
        (short("résumé"), "resume", 0.0),
        (short("NaCl", case_sensitive=True), "NaCl", 1.0),
        (short("NaCl", case_sensitive=True), " NaCl ", 1.0),
        (short("NaCl", case_sensitive=True), "NACL", 0.0),
    ],
)
def test_a_text_is_compared_as_people_mean_it(question: ShortAnswer, answer: str, fraction: float) -> None:
    assert grade(question, answer) == fraction


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_the_key_earns_everything(question: Question) -> None:
    check(question, key_of(question))
    assert grade(question, key_of(question)) == 1.0


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (SINGLE, "pluto"),
        (SINGLE, ""),
        (SINGLE, True),
        (SINGLE, ("jupiter",)),
        (MULTIPLE, ("s", "s")),
        (MULTIPLE, ("s", "x")),
        (MULTIPLE, "s"),
        (MULTIPLE, False),
        (TRUE_FALSE, "true"),
        (TRUE_FALSE, ()),
        (SHORT, True),
        (SHORT, ("Neptune",)),
    ],
)
def test_what_cannot_be_an_answer_at_all(question: Question, value: Value) -> None:
    with pytest.raises(InvalidAnswer) as caught:
        check(question, value)
    assert caught.value.extra == {"questionId": question.id}


@pytest.mark.parametrize(
    ("question", "value"),
    [*((one, None) for one in QUESTIONS), (MULTIPLE, ()), (SHORT, ""), (TRUE_FALSE, False), (SINGLE, "mars")],
)
def test_any_answer_may_be_wrong_or_cleared(question: Question, value: Value) -> None:
    check(question, value)


@st.composite
def _multiples(draw: st.DrawFn) -> tuple[Multiple, tuple[str, ...]]:
    options = draw(st.lists(st.sampled_from("abcdefghijkl"), min_size=2, max_size=12, unique=True))
    right = draw(st.integers(1, len(options)))
    chosen = draw(st.lists(st.sampled_from(options), unique=True))
    return multiple("".join(options[:right]), "".join(options[right:])), tuple(chosen)


@settings(deadline=None)
@given(_multiples())
def test_a_fraction_is_between_nothing_and_everything(drawn: tuple[Multiple, tuple[str, ...]]) -> None:
    question, chosen = drawn
    assert 0.0 <= grade(question, chosen) <= 1.0
    assert (grade(question, chosen) == 1.0) is (set(chosen) == set(key_of(question) or ()))  # type: ignore[arg-type]


@settings(deadline=None)
@given(_multiples(), st.randoms(use_true_random=False))
def test_order_does_not_matter(drawn: tuple[Multiple, tuple[str, ...]], random: Random) -> None:
    question, chosen = drawn
    options, answer = list(question.options), list(chosen)
    random.shuffle(options)
    random.shuffle(answer)
    shuffled = Multiple(id="q", text="?", points=1.0, options=tuple(options))
    assert grade(shuffled, tuple(answer)) == grade(question, chosen)


@settings(deadline=None)
@given(st.text(), st.booleans())
def test_any_text_can_be_graded(text: str, case_sensitive: bool) -> None:
    assert grade(short(text, case_sensitive=case_sensitive), text) == 1.0
    assert grade(short("something else entirely"), text) in (0.0, 1.0)


@settings(deadline=None)
@given(st.booleans(), st.booleans())
def test_true_or_false(correct: bool, answer: bool) -> None:
    assert grade(TrueFalse(id="q", text="?", points=1.0, correct=correct), answer) == float(correct is answer)


@settings(deadline=None)
@given(st.integers(2, 12).flatmap(lambda count: st.tuples(st.just(count), st.integers(0, count - 1))))
def test_one_option_of_several(drawn: tuple[int, int]) -> None:
    count, right = drawn
    options = tuple(Option(id=f"o{number}", text="?", correct=number == right) for number in range(count))
    question = Single(id="q", text="?", points=1.0, options=options)
    assert [grade(question, option.id) for option in options].count(1.0) == 1
    assert grade(question, f"o{right}") == 1.0
