"""The circuit breaker."""

from hypothesis import given
from hypothesis import strategies as st

from eduverse.tutor.model.breaker import Breaker, Phase, admits, failed, retry_delay, succeeded, try_again


def _opened(now: float = 0.0) -> Breaker:
    breaker = Breaker()
    for _ in range(3):
        breaker = failed(breaker, now)
    return breaker


def test_it_opens_after_failures_in_a_row_and_not_before() -> None:
    twice = failed(failed(Breaker(), 0), 0)
    assert admits(twice, 0)
    assert not admits(_opened(), 0)
    assert failed(succeeded(twice), 0).phase is Phase.CLOSED


def test_after_its_rest_one_call_is_on_trial() -> None:
    opened = _opened()
    assert not admits(opened, 29)
    assert admits(opened, 30)
    trial = try_again(opened, 30)
    assert trial.phase is Phase.HALF_OPEN
    assert not admits(trial, 31)
    assert succeeded(trial) == Breaker()


def test_a_trial_that_fails_rests_longer_and_one_that_is_lost_is_followed_by_another() -> None:
    trial = try_again(_opened(), 30)
    assert not admits(failed(trial, 31), 31 + 59)
    assert admits(failed(trial, 31), 31 + 60)
    assert admits(trial, 60)


@given(st.lists(st.booleans(), max_size=40))
def test_it_always_admits_again_within_five_minutes(outcomes: list[bool]) -> None:
    breaker, now = Breaker(), 0.0
    for good in outcomes:
        breaker = succeeded(breaker) if good else failed(breaker, now)
        assert admits(breaker, now + 300)


def test_delays_double_and_half_of_each_is_chance() -> None:
    assert [retry_delay(attempt, 1.0) for attempt in (1, 2, 3)] == [0.5, 1.0, 2.0]
    assert retry_delay(1, 0.0) == 0.25
