"""Budgets."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.clock import NOON

from eduverse.tutor.errors import BudgetSpent
from eduverse.tutor.model.budget import blank, estimate, release, reserve, resets_at, settle, used

EMPTY = blank("user", "mira", NOON)


def test_what_is_reserved_counts_until_it_is_settled() -> None:
    held = reserve(EMPTY, "a", 60, limit=100, now=NOON)
    assert used(held, NOON) == 60
    with pytest.raises(BudgetSpent) as refused:
        reserve(held, "b", 41, limit=100, now=NOON)
    assert refused.value.extra["resetsAt"] == "2026-03-03T00:00:00Z"
    assert refused.value.extra["scope"] == "user"
    assert refused.value.extra["retry_after"] == 12 * 3600 + 1
    settled = settle(held, "a", 20)
    assert (used(settled, NOON), settled.reserved) == (20, {})
    assert settle(settled, "a", 20) is settled


def test_a_reservation_ends_by_itself() -> None:
    held = reserve(EMPTY, "a", 100, limit=100, now=NOON)
    later = NOON + timedelta(minutes=11)
    assert used(held, later) == 0
    assert set(reserve(held, "b", 100, limit=100, now=later).reserved) == {"b"}


def test_reserving_twice_is_reserving_once_and_releasing_gives_it_back() -> None:
    held = reserve(EMPTY, "a", 60, limit=100, now=NOON)
    assert reserve(held, "a", 60, limit=100, now=NOON) is held
    assert used(release(held, "a"), NOON) == 0
    assert release(EMPTY, "a") is EMPTY


def test_a_day_ends_at_midnight_utc() -> None:
    assert blank("site", "all", NOON).id == "site:all:2026-03-02"
    assert resets_at(NOON) - NOON == timedelta(hours=12)


def test_an_estimate_is_rather_too_high() -> None:
    assert estimate("word " * 30, answer=10) >= 30 + 10


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(1, 60), st.booleans())))
def test_reservations_never_pass_the_limit(steps: list[tuple[str, int, bool]]) -> None:
    budget = EMPTY
    for key, tokens, settles in steps:
        if settles:
            reserved = budget.reserved.get(key)
            budget = settle(budget, key, min(tokens, reserved.tokens) if reserved else tokens)
            continue
        try:
            budget = reserve(budget, key, tokens, limit=100, now=NOON)
        except BudgetSpent:
            continue
        assert used(budget, NOON) <= 100
