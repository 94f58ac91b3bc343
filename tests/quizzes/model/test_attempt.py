"""The rules of quizzes and attempts, without a store."""

from datetime import timedelta
from itertools import permutations
from random import Random
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from tests.support.clock import NOON
from tests.support.quizzes import QUESTIONS, RIGHT, WRONG, new_attempt, new_quiz, paper_of

from eduverse.quizzes.errors import AnswerChanged, AnswerNotInAttempt, AttemptClosed, InvalidAnswer, WrongQuizState
from eduverse.quizzes.model import (
    Attempt,
    AttemptState,
    Quiz,
    QuizEvent,
    QuizState,
    Rewarding,
    advance,
    answered_count,
    attempt_id,
    drained,
    lay_out,
    save_answer,
    settle,
    submit,
)
from eduverse.quizzes.questions import Multiple, Option, TrueFalse, Value

FIRST = Rewarding(already_passed=False)
LATER = Rewarding(already_passed=True)
SOON = NOON + timedelta(seconds=30)
DEADLINE = NOON + timedelta(seconds=300)
QUIZ = new_quiz()


def save(attempt: Attempt, question_id: str, value: Value, revision: int = 0, quiz: Quiz = QUIZ) -> Attempt:
    return save_answer(attempt, paper_of(quiz), question_id, value, revision=revision, now=SOON)


def handed_in(
    quiz: Quiz,
    answers: dict[str, Value],
    *,
    by: Literal["student", "clock"] = "student",
    rewarding: Rewarding = FIRST,
) -> Attempt:
    return submit(new_attempt(quiz), quiz, paper_of(quiz), last_answers=answers, by=by, rewarding=rewarding, now=SOON)


# --- the states of a quiz


@pytest.mark.parametrize(
    ("state", "event", "after"),
    [
        (QuizState.DRAFT, QuizEvent.OPEN, QuizState.OPEN),
        (QuizState.OPEN, QuizEvent.CLOSE, QuizState.CLOSED),
    ],
)
def test_steps_of_a_quiz(state: QuizState, event: QuizEvent, after: QuizState) -> None:
    assert advance(new_quiz(state=state), event, SOON).state is after


@pytest.mark.parametrize(
    ("state", "event"),
    [
        (QuizState.DRAFT, QuizEvent.CLOSE),
        (QuizState.OPEN, QuizEvent.OPEN),
        (QuizState.CLOSED, QuizEvent.CLOSE),
        (QuizState.CLOSED, QuizEvent.OPEN),
    ],
)
def test_steps_that_a_quiz_does_not_have(state: QuizState, event: QuizEvent) -> None:
    with pytest.raises(WrongQuizState, match=f"{state} cannot {event}") as caught:
        advance(new_quiz(state=state), event, SOON)
    assert caught.value.extra == {"state": state}


def test_opening_says_when_and_closing_leaves_something_to_do() -> None:
    opened = advance(QUIZ, QuizEvent.OPEN, SOON)
    assert (opened.opened_at, opened.draining) == (SOON, False)
    closed = advance(opened, QuizEvent.CLOSE, DEADLINE)
    assert (closed.opened_at, closed.draining) == (SOON, True)
    assert not drained(closed).draining


# --- the layout


@pytest.mark.parametrize("seed", [0, 1, 2**32 - 1])
def test_a_layout_depends_on_the_seed_alone(seed: int) -> None:
    assert lay_out(QUIZ, seed) == lay_out(QUIZ, seed)
    in_another_order = structs.replace(QUIZ, questions=QUESTIONS[::-1])
    assert lay_out(QUIZ, seed) == lay_out(in_another_order, seed)


def test_a_known_layout() -> None:
    """A stored attempt is shown in the same order by every later version."""
    assert [laid.question_id for laid in lay_out(QUIZ, 7)] == ["q4", "q3", "q1", "q2"]
    assert lay_out(QUIZ, 7)[3].option_ids == ("u", "s", "v", "m")


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_a_layout_shows_everything_once(seed: int) -> None:
    layout = {laid.question_id: laid.option_ids for laid in lay_out(QUIZ, seed)}
    assert sorted(layout) == ["q1", "q2", "q3", "q4"]
    assert sorted(layout["q1"]) == ["jupiter", "mars", "saturn"]
    assert sorted(layout["q2"]) == ["m", "s", "u", "v"]
    assert layout["q3"] == layout["q4"] == ()


def test_seeds_give_different_orders() -> None:
    orders = {tuple(laid.question_id for laid in lay_out(QUIZ, seed)) for seed in range(300)}
    assert len(orders) == 24


def test_a_quiz_that_is_not_shuffled_stays_as_it_was_written() -> None:
    layout = lay_out(new_quiz(shuffle=False, shuffle_options=False), 7)
    assert [laid.question_id for laid in layout] == ["q1", "q2", "q3", "q4"]
    assert layout[0].option_ids == ("saturn", "jupiter", "mars")


# --- saving


def test_an_answer_is_saved_under_the_next_revision() -> None:
    attempt = save(new_attempt(QUIZ), "q1", "mars")
    assert (attempt.answers["q1"].value, attempt.answers["q1"].revision, attempt.answers["q1"].saved_at) == (
        *("mars", 1),
        SOON,
    )
    again = save(attempt, "q1", "jupiter", 1)
    assert (again.answers["q1"].value, again.answers["q1"].revision) == ("jupiter", 2)


@pytest.mark.parametrize("revision", [0, 1])
def test_sending_the_same_again_changes_nothing(revision: int) -> None:
    attempt = save(new_attempt(QUIZ), "q1", "mars")
    assert save(attempt, "q1", "mars", revision) is attempt


@pytest.mark.parametrize(("value", "revision"), [("jupiter", 0), ("jupiter", 2), ("mars", 2), ("mars", 7), (None, 0)])
def test_who_has_not_seen_the_newest_answer_does_not_replace_it(value: Value, revision: int) -> None:
    attempt = save(new_attempt(QUIZ), "q1", "mars")
    with pytest.raises(AnswerChanged) as caught:
        save(attempt, "q1", value, revision)
    assert caught.value.extra == {"questionId": "q1", "current": {"value": "mars", "revision": 1}}


def test_an_old_repeat_does_not_undo_what_came_after() -> None:
    attempt = save(save(new_attempt(QUIZ), "q1", "mars"), "q1", "jupiter", 1)
    with pytest.raises(AnswerChanged):
        save(attempt, "q1", "mars", 0)


def test_a_first_save_names_no_revision() -> None:
    with pytest.raises(AnswerChanged) as caught:
        save(new_attempt(QUIZ), "q1", "mars", 1)
    assert caught.value.extra["current"] == {"value": None, "revision": 0}


def test_a_question_of_another_quiz() -> None:
    with pytest.raises(AnswerNotInAttempt) as caught:
        save(new_attempt(QUIZ), "q9", "mars")
    assert caught.value.extra == {"questionId": "q9"}


def test_a_value_that_is_no_answer() -> None:
    with pytest.raises(InvalidAnswer):
        save(new_attempt(QUIZ), "q1", "pluto")


def test_the_deadline_is_the_first_moment_that_is_too_late() -> None:
    attempt = new_attempt(QUIZ)
    assert attempt.deadline == attempt.due_at == DEADLINE
    just_before = DEADLINE - timedelta(milliseconds=1)
    assert save_answer(attempt, paper_of(QUIZ), "q1", "mars", revision=0, now=just_before).answers
    with pytest.raises(AttemptClosed):
        save_answer(attempt, paper_of(QUIZ), "q1", "mars", revision=0, now=DEADLINE)


def test_a_submitted_attempt_takes_no_answers() -> None:
    with pytest.raises(AttemptClosed):
        save(handed_in(QUIZ, {}), "q1", "mars")


def test_a_cleared_answer_is_no_answer() -> None:
    attempt = new_attempt(QUIZ)
    for question_id, value in RIGHT.items():
        attempt = save(attempt, question_id, value)
    assert answered_count(attempt) == 4
    for question_id, value in {"q1": None, "q2": (), "q4": ""}.items():
        attempt = save(attempt, question_id, value, 1)
    assert answered_count(attempt) == 1
    assert answered_count(save(attempt, "q3", False, 1)) == 1


# --- submitting


def test_everything_right() -> None:
    attempt = handed_in(QUIZ, RIGHT)
    assert (attempt.state, attempt.submitted_at, attempt.submitted_by) == (AttemptState.GRADED, SOON, "student")
    assert (attempt.score, attempt.points, attempt.max_points) == (1.0, 5.0, 5.0)
    assert (attempt.passed, attempt.tokens, attempt.unsettled) == (True, 20, True)
    assert attempt.marks == {"q1": 1.0, "q2": 1.0, "q3": 1.0, "q4": 1.0}


def test_everything_wrong() -> None:
    attempt = handed_in(QUIZ, WRONG)
    assert (attempt.score, attempt.passed, attempt.tokens, attempt.unsettled) == (0.0, False, 0, False)


def test_a_share_of_the_points_earns_its_share_of_the_tokens() -> None:
    attempt = handed_in(QUIZ, {**RIGHT, "q2": ("s",)})
    assert (attempt.points, attempt.score, attempt.tokens) == (4.0, 0.8, 16)


def test_tokens_are_for_the_first_pass_only() -> None:
    attempt = handed_in(QUIZ, RIGHT, rewarding=LATER)
    assert (attempt.passed, attempt.tokens, attempt.unsettled) == (True, 0, False)


def test_a_pass_that_earns_nothing_leaves_nothing_to_do() -> None:
    attempt = handed_in(new_quiz(tokens_reward=0), RIGHT)
    assert (attempt.passed, attempt.unsettled) == (True, False)


def test_submitting_again_changes_nothing() -> None:
    attempt = handed_in(QUIZ, WRONG)
    again = submit(attempt, QUIZ, paper_of(QUIZ), last_answers=RIGHT, by="student", rewarding=FIRST, now=SOON)
    assert again is attempt
    invalid: dict[str, Value] = {"q9": "nonsense"}
    assert (
        submit(attempt, QUIZ, paper_of(QUIZ), last_answers=invalid, by="clock", rewarding=FIRST, now=DEADLINE)
        is attempt
    )


@pytest.mark.parametrize("late", [0, 1, 10_000_000])
def test_after_the_deadline_only_what_was_saved_counts(late: int) -> None:
    attempt = save(new_attempt(QUIZ), "q1", "jupiter")
    now = DEADLINE + timedelta(milliseconds=late)
    closed = submit(attempt, QUIZ, paper_of(QUIZ), last_answers=RIGHT, by="student", rewarding=FIRST, now=now)
    assert (closed.points, closed.submitted_by, closed.submitted_at) == (1.0, "clock", DEADLINE)
    assert set(closed.answers) == {"q1"}


def test_the_last_answers_replace_what_was_saved() -> None:
    attempt = save(save(new_attempt(QUIZ), "q1", "mars"), "q3", True)
    last: dict[str, Value] = {"q1": "jupiter", "q3": None}
    closed = submit(attempt, QUIZ, paper_of(QUIZ), last_answers=last, by="student", rewarding=FIRST, now=SOON)
    assert (closed.points, closed.answers["q1"].revision) == (1.0, 2)


@pytest.mark.parametrize(
    ("answers", "error"),
    [({"q9": "x"}, AnswerNotInAttempt), ({"q1": "pluto"}, InvalidAnswer), ({"q3": "x"}, InvalidAnswer)],
)
def test_one_impossible_answer_spoils_the_submission(answers: dict[str, Value], error: type[Exception]) -> None:
    with pytest.raises(error):
        handed_in(QUIZ, answers)


def test_settling() -> None:
    assert not settle(handed_in(QUIZ, RIGHT)).unsettled


def test_attempts_have_ids_that_two_starts_at_once_share() -> None:
    assert attempt_id("quiz", "mira", 1) == new_attempt(QUIZ).id == "quiz:mira:1"


# --- what holds for every quiz

_fractions = st.lists(st.tuples(st.integers(1, 6), st.integers(0, 6), st.floats(0.001, 100)), min_size=1, max_size=12)


def _quiz_of(parts: list[tuple[int, int, float]]) -> tuple[Quiz, dict[str, Value]]:
    """Questions with so many right options, so many of them chosen, for so many points."""
    questions, answers = [], {}
    for number, (right, chosen, points) in enumerate(parts):
        options = tuple(
            Option(id=f"o{place}", text="?", weight=(1 if place < right else -1) / right) for place in range(7)
        )
        questions.append(Multiple(id=f"q{number}", text="?", points=points, options=options))
        answers[f"q{number}"] = tuple(f"o{place}" for place in range(chosen))
    return new_quiz(questions=tuple(questions)), dict(answers)


@settings(deadline=None)
@given(_fractions)
def test_a_score_is_between_nothing_and_everything(parts: list[tuple[int, int, float]]) -> None:
    attempt = handed_in(*_quiz_of(parts))
    assert attempt.score is not None
    assert 0.0 <= attempt.score <= 1.0
    assert 0 <= attempt.tokens <= 20


@settings(deadline=None)
@given(_fractions, st.randoms(use_true_random=False), st.sampled_from([0.0, 1 / 3, 0.5, 2 / 3, 1.0]))
def test_the_order_of_questions_does_not_matter(
    parts: list[tuple[int, int, float]], random: Random, pass_score: float
) -> None:
    quiz, answers = _quiz_of(parts)
    quiz = structs.replace(quiz, pass_score=pass_score)
    questions, given_answers = list(quiz.questions), list(answers.items())
    random.shuffle(questions)
    random.shuffle(given_answers)
    shuffled = handed_in(structs.replace(quiz, questions=tuple(questions)), dict(given_answers))
    straight = handed_in(quiz, answers)
    assert (shuffled.score, shuffled.passed, shuffled.tokens) == (straight.score, straight.passed, straight.tokens)


@pytest.mark.parametrize("points", list(permutations([0.1, 0.2, 0.3])))
def test_exactly_half_is_half(points: tuple[float, ...]) -> None:
    """0.3 of 0.1 + 0.2 + 0.3 points pass at 0.5, whatever the order in which floats are added."""
    questions = tuple(TrueFalse(id=f"q{one}", text="?", points=one, correct=True) for one in points)
    attempt = handed_in(new_quiz(questions=questions, tokens_reward=10), {"q0.3": True})
    assert (attempt.score, attempt.passed, attempt.tokens) == (0.5, True, 5)


@pytest.mark.parametrize(("right", "of"), [(1, 3), (2, 3), (5, 7), (1, 6), (29, 49)])
def test_a_fraction_of_equal_questions_passes_at_that_fraction(right: int, of: int) -> None:
    questions = tuple(TrueFalse(id=f"q{one}", text="?", points=0.1, correct=True) for one in range(of))
    answers: dict[str, Value] = {f"q{one}": True for one in range(right)}
    assert handed_in(new_quiz(questions=questions, pass_score=right / of), answers).passed
    assert not handed_in(new_quiz(questions=questions, pass_score=(right + 0.001) / of), answers).passed
