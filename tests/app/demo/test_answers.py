"""What somebody answers who knows so much."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.questions import questions

from eduverse.app.course import CourseQuestion, read_course
from eduverse.app.demo.answers import answer, knows
from eduverse.kernel.clock import SystemClock
from eduverse.kernel.ids import Ids, SystemEntropy
from eduverse.quizzes.questions import Essay, Question, check, grade

IDS = Ids(SystemClock(), SystemEntropy())
PAST = [one for course in read_course() for one in course.asked("past")]


@given(questions(), st.integers(0, 9))
def test_whatever_is_asked_it_can_be_an_answer(question: Question, seed: int) -> None:
    for right in (True, False):
        check(question, answer(question, right=right, given=["7"], dice=Random(seed)))


@pytest.mark.parametrize("one", PAST, ids=lambda one: one.question.text[:40])
def test_in_the_course_right_is_right_and_a_slip_is_not(one: CourseQuestion) -> None:
    for seed in range(10):
        question = one.to_question(IDS)
        if isinstance(question, Essay):
            continue
        assert grade(question, answer(question, right=True, given=one.given, dice=Random(seed))) == pytest.approx(1)
        assert (grade(question, answer(question, right=False, given=one.given, dice=Random(seed))) or 0) < 1


def test_who_can_more_knows_more() -> None:
    def share(ability: float) -> float:
        dice = Random(1)
        return sum(knows(ability, 0.5, dice) for _ in range(2000)) / 2000

    assert share(0.5) == pytest.approx(0.5, abs=0.05)
    assert share(-2) < share(0.5) < share(3)
