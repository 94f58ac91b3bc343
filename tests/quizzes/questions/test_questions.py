"""What holds for every question, and for every answer to it that passes."""

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import json, structs
from tests.support.questions import answers, questions
from tests.support.quizzes import QUESTIONS, RIGHT, WRONG

from eduverse.quizzes.errors import InvalidAnswer
from eduverse.quizzes.questions import (
    Essay,
    Ordering,
    Question,
    Value,
    check,
    faults_of,
    feedback_for,
    grade,
    is_blank,
    key_of,
)

CASES = settings(deadline=None, max_examples=150)
ANSWERED = questions().flatmap(lambda question: st.tuples(st.just(question), answers(question)))


@CASES
@given(ANSWERED)
def test_a_fraction_is_between_nothing_and_everything(case: tuple[Question, Value]) -> None:
    question, value = case
    check(question, value)
    fraction = grade(question, value)
    if isinstance(question, Essay) and not is_blank(value):
        assert fraction is None
    else:
        assert fraction is not None
        assert 0.0 <= fraction <= 1.0
    assert all(feedback_for(question, value).values())


@CASES
@given(questions())
def test_the_key_earns_everything(question: Question) -> None:
    assert faults_of(question) == []
    key = key_of(question)
    check(question, key)
    assert grade(question, key) == (0.0 if key is None else 1.0)
    assert (key is None) is isinstance(question, Essay)


@CASES
@given(ANSWERED, st.randoms(use_true_random=False))
def test_the_order_of_what_has_none_does_not_matter(case: tuple[Question, Value], random: Random) -> None:
    question, value = case
    changed = {
        field: _shuffled(getattr(question, field), random)
        for field in ("options", "accepted", "units", "pairs", "choices", "gaps")
        if hasattr(question, field)
    }
    answered: Value = value
    if isinstance(value, tuple) and not isinstance(question, Ordering):
        answered = _shuffled(value, random)
    elif isinstance(value, dict):
        answered = dict(_shuffled(tuple(value.items()), random))
    assert grade(structs.replace(question, **changed), answered) == grade(question, value)


def _shuffled(parts: tuple[Any, ...], random: Random) -> tuple[Any, ...]:
    return tuple(random.sample(parts, len(parts)))


@CASES
@given(ANSWERED)
def test_questions_and_answers_survive_being_stored(case: tuple[Question, Value]) -> None:
    question, value = case
    assert json.decode(json.encode(question), type=Question) == question
    assert json.decode(json.encode(value), type=Value) == value


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_right_wrong_and_no_answer(question: Question) -> None:
    assert grade(question, RIGHT[question.id]) == 1.0
    assert grade(question, WRONG[question.id]) == 0.0
    for blank in (None, "", "  ", (), {}, {"gap": ""}):
        assert grade(question, blank) == 0.0
        assert feedback_for(question, blank) == {}


SINGLE, MULTIPLE, TRUE_FALSE, SHORT = QUESTIONS


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (SINGLE, "pluto"),
        (SINGLE, ""),
        (SINGLE, True),
        (SINGLE, ("jupiter",)),
        (SINGLE, {"jupiter": "x"}),
        (MULTIPLE, ("s", "s")),
        (MULTIPLE, ("s", "x")),
        (MULTIPLE, "s"),
        (MULTIPLE, False),
        (TRUE_FALSE, "true"),
        (TRUE_FALSE, ()),
        (SHORT, True),
        (SHORT, ("Neptune",)),
        (SHORT, {"a": "b"}),
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


@pytest.mark.parametrize(
    ("value", "blank"),
    [
        *(((None), True), ("", True), (" \t", True), ((), True), ({}, True), ({"a": ""}, True)),
        *((False, False), (True, False), ("0", False), (("a",), False), ({"a": "", "b": "c"}, False)),
    ],
)
def test_what_counts_as_no_answer(value: Value, blank: bool) -> None:
    assert is_blank(value) is blank
