"""Achievements as rules over facts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.achievements.model import RULES, Facts, QuizTaken, earned, progress

MONDAY = date(2026, 3, 2)


def taken(quiz: str = "q", number: int = 1, score: float = 0.6, *, passed: bool = True, room: str = "r") -> QuizTaken:
    return QuizTaken(quiz_id=quiz, classroom_id=room, number=number, score=score, passed=passed)


def days(*offsets: int) -> tuple[date, ...]:
    return tuple(MONDAY + timedelta(days=offset) for offset in offsets)


def ids(facts: Facts) -> set[str]:
    return {rule.id for rule in earned(facts)}


def test_nothing_earns_nothing() -> None:
    assert earned(Facts()) == []


@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        (Facts(days_present=days(0)), {"first-lesson"}),
        (Facts(taken=(taken(),)), {"first-quiz"}),
        (Facts(taken=(taken(score=0.4, passed=False),)), set()),
        (Facts(taken=(taken(score=1.0),)), {"first-quiz", "perfect-score"}),
        (Facts(taken=(taken(number=1, passed=False), taken(number=2))), {"first-quiz", "comeback"}),
        (Facts(taken=(taken(number=1), taken(number=2, passed=False))), {"first-quiz"}),
        (Facts(taken=(taken("a", passed=False), taken("b", 2))), {"first-quiz"}),
        (Facts(taken=tuple(taken(f"q{number}") for number in range(5))), {"first-quiz", "five-quizzes"}),
        (Facts(taken=tuple(taken("q", number) for number in range(1, 6))), {"first-quiz"}),
        (Facts(taken=tuple(taken(one, room=one) for one in "abc")), {"first-quiz", "three-subjects"}),
        (Facts(days_present=days(0, 1, 2, 3, 6)), {"first-lesson", "full-week"}),
        (Facts(days_present=days(0, 1, 2, 3, 7)), {"first-lesson"}),
        (Facts(days_present=days(*range(0, 140, 7))), {"first-lesson", "twenty-lessons"}),
    ],
)
def test_what_earns_what(facts: Facts, rules: set[str]) -> None:
    assert ids(facts) == rules


def test_what_is_held_is_not_earned_again() -> None:
    assert earned(Facts(taken=(taken(),)), ["first-quiz"]) == []


QUIZZES = st.lists(
    st.builds(
        taken,
        st.sampled_from("abcdef"),
        st.integers(1, 4),
        st.floats(0, 1),
        passed=st.booleans(),
        room=st.sampled_from("xyz"),
    ),
    max_size=12,
)


@given(QUIZZES, QUIZZES, st.sets(st.integers(0, 60), max_size=30))
def test_more_facts_never_take_anything_away(one: list[QuizTaken], more: list[QuizTaken], offsets: set[int]) -> None:
    few = Facts(taken=tuple(one), days_present=days(*sorted(offsets)[:10]))
    many = Facts(taken=tuple(one + more), days_present=days(*sorted(offsets)))
    assert ids(few) <= ids(many)
    for rule in RULES:
        assert 0 <= progress(rule, few) <= progress(rule, many) <= rule.enough
        assert (progress(rule, many) == rule.enough) == (rule.id in ids(many))
