"""The settings of a quiz: windows, what may change when, and what holds for one student instead."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from msgspec import structs
from tests.support.clock import NOON
from tests.support.quizzes import QUESTIONS, new_quiz

from eduverse.quizzes.errors import InvalidWindow, QuizInUse, QuizNotOpen, WrongQuizState
from eduverse.quizzes.model import (
    Accommodation,
    Quiz,
    QuizEvent,
    QuizState,
    accommodate,
    adjusted,
    advance,
    demand_deletable,
    demand_startable,
    edit,
    scheduled,
    terms_for,
)


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def opened(**fields: Any) -> Quiz:
    return advance(new_quiz(**fields), QuizEvent.OPEN, NOON)


# --- deadlines


@pytest.mark.parametrize(
    ("limit", "closes", "own", "seconds"),
    [
        (300, None, None, 300),
        (None, None, None, None),
        (None, 500, None, 500),
        (300, 500, None, 300),
        (300, 100, None, 100),
        (300, None, Accommodation(time_multiplier=1.5), 450),
        (None, None, Accommodation(time_multiplier=1.5), None),
        (300, 400, Accommodation(time_multiplier=2), 400),
        (300, 400, Accommodation(time_multiplier=2, closes_at=after(1000)), 600),
        (300, -5, None, 0),
    ],
)
def test_the_sooner_of_length_and_window_ends_an_attempt(
    limit: int | None, closes: int | None, own: Accommodation | None, seconds: int | None
) -> None:
    quiz = new_quiz(
        time_limit_seconds=limit,
        closes_at=None if closes is None else after(closes),
        accommodations={"mira": own} if own else {},
    )
    assert terms_for(quiz, "mira").deadline(NOON) == (None if seconds is None else after(seconds))


def test_what_is_granted_to_one_holds_for_nobody_else() -> None:
    quiz = accommodate(new_quiz(), "mira", Accommodation(time_multiplier=2, extra_attempts=1))
    assert (terms_for(quiz, "mira").seconds, terms_for(quiz, "mira").attempts) == (600, 4)
    assert (terms_for(quiz, "tom").seconds, terms_for(quiz, "tom").attempts) == (300, 3)
    assert accommodate(quiz, "mira", None) == new_quiz()


# --- windows


@pytest.mark.parametrize(
    ("opens", "closes", "own", "at", "startable"),
    [
        (None, None, None, 0, True),
        (10, None, None, 9, False),
        (10, None, None, 10, True),
        (None, 10, None, 9, True),
        (None, 10, None, 10, False),
        (10, 20, Accommodation(opens_at=after(5)), 6, True),
        (10, 20, Accommodation(closes_at=after(30)), 25, True),
        (0, 20, Accommodation(opens_at=after(5)), 4, False),
    ],
)
def test_when_a_student_may_start(
    opens: int | None, closes: int | None, own: Accommodation | None, at: int, startable: bool
) -> None:
    quiz = opened(
        opens_at=None if opens is None else after(opens),
        closes_at=None if closes is None else after(closes),
        accommodations={"mira": own} if own else {},
    )
    if startable:
        demand_startable(quiz, "mira", after(at))
    else:
        with pytest.raises(QuizNotOpen):
            demand_startable(quiz, "mira", after(at))


@pytest.mark.parametrize("state", [QuizState.DRAFT, QuizState.CLOSED])
def test_only_an_open_quiz_is_started(state: QuizState) -> None:
    with pytest.raises(QuizNotOpen):
        demand_startable(new_quiz(state=state), "mira", NOON)


@pytest.mark.parametrize(
    ("state", "fields", "due"),
    [
        (QuizState.DRAFT, {}, None),
        (QuizState.DRAFT, {"opens_at": after(10)}, 10),
        (QuizState.DRAFT, {"opens_at": after(10), "closes_at": after(20)}, 10),
        (QuizState.DRAFT, {"closes_at": after(20)}, None),
        (QuizState.OPEN, {"opens_at": after(10)}, None),
        (QuizState.OPEN, {"closes_at": after(20)}, 20),
        (QuizState.OPEN, {"closes_at": after(20), "grace_seconds": 5}, 25),
        (QuizState.CLOSED, {"opens_at": after(10), "closes_at": after(20)}, None),
    ],
)
def test_what_the_clock_has_to_do(state: QuizState, fields: dict[str, Any], due: int | None) -> None:
    assert scheduled(new_quiz(state=state, **fields)).due_at == (None if due is None else after(due))


def test_a_quiz_waits_for_the_last_students_window() -> None:
    quiz = opened(closes_at=after(20))
    later = accommodate(quiz, "mira", Accommodation(closes_at=after(60)))
    assert (later.due_at, later.retiming) == (after(60), True)
    early = accommodate(new_quiz(opens_at=after(20)), "mira", Accommodation(opens_at=after(5)))
    assert (early.due_at, early.retiming) == (after(5), False)


# --- changing


def test_a_draft_may_change_altogether() -> None:
    changed = edit(new_quiz(), {"questions": QUESTIONS[:1], "pass_score": 1.0, "closes_at": after(9)})
    assert (len(changed.questions), changed.pass_score, changed.retiming) == (1, 1.0, False)


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Moons"},
        {"closes_at": after(99)},
        {"time_limit_seconds": None},
        {"max_attempts": 9},
        {"grace_seconds": 9},
        {"password_hash": "x"},
        {"pass_score": 0.5},
    ],
)
def test_what_may_change_while_students_are_at_it(changes: dict[str, Any]) -> None:
    changed = edit(opened(), changes)
    assert all(getattr(changed, name) == value for name, value in changes.items())
    assert changed.retiming


@pytest.mark.parametrize(
    "changes",
    [{"questions": QUESTIONS[:1]}, {"pass_score": 1.0}, {"tokens_reward": 1}, {"shuffle": False}, {"opens_at": NOON}],
)
def test_what_may_not(changes: dict[str, Any]) -> None:
    with pytest.raises(QuizInUse) as caught:
        edit(opened(), {**changes, "title": "Moons"})
    assert caught.value.extra == {"fields": list(changes)}


def test_a_closed_quiz_stays_as_it_is() -> None:
    closed = new_quiz(state=QuizState.CLOSED)
    with pytest.raises(WrongQuizState):
        edit(closed, {"title": "Moons"})
    with pytest.raises(WrongQuizState):
        accommodate(closed, "mira", Accommodation())


@pytest.mark.parametrize("state", [QuizState.OPEN, QuizState.CLOSED])
def test_only_drafts_are_deleted(state: QuizState) -> None:
    demand_deletable(new_quiz())
    with pytest.raises(QuizInUse):
        demand_deletable(new_quiz(state=state))


def test_a_change_while_attempts_are_retimed_leaves_it_to_do() -> None:
    changed = structs.replace(edit(opened(), {"title": "Moons"}), version=5)
    assert not adjusted(changed, 5).retiming
    assert adjusted(changed, 4).retiming


@pytest.mark.parametrize("closes", [0, 10])
def test_a_window_closes_after_it_opens(closes: int) -> None:
    with pytest.raises(InvalidWindow):
        scheduled(new_quiz(opens_at=after(10), closes_at=after(closes)))
    with pytest.raises(InvalidWindow):
        accommodate(new_quiz(), "mira", Accommodation(opens_at=after(10), closes_at=after(closes)))


def test_what_was_to_close_is_not_opened_any_more() -> None:
    quiz = new_quiz(closes_at=after(10))
    with pytest.raises(InvalidWindow):
        advance(quiz, QuizEvent.OPEN, after(10))
    later = accommodate(quiz, "mira", Accommodation(closes_at=after(20)))
    assert advance(later, QuizEvent.OPEN, after(10)).due_at == after(20)
