"""Token buckets under a clock that stands still."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.clock import FakeClock

from eduverse.kernel.buckets import Rate, TokenBucket, TokenBuckets

RATE = Rate(burst=3, per_second=0.5)


def test_a_burst_then_a_wait() -> None:
    clock = FakeClock()
    buckets = TokenBuckets(clock)
    assert [buckets.take("a", RATE) for _ in range(5)] == [0, 0, 0, 2, 2]
    clock.advance(1)
    assert buckets.take("a", RATE) == 1
    clock.advance(1)
    assert [buckets.take("a", RATE) for _ in range(2)] == [0, 2]


def test_keys_are_apart() -> None:
    buckets = TokenBuckets(FakeClock())
    for _ in range(3):
        buckets.take("a", RATE)
    assert buckets.take("a", RATE) > 0
    assert buckets.take("b", RATE) == 0


def test_a_full_bucket_does_not_run_over() -> None:
    clock = FakeClock()
    buckets = TokenBuckets(clock)
    buckets.take("a", RATE)
    clock.advance(1_000_000)
    assert [buckets.take("a", RATE) > 0 for _ in range(4)] == [False, False, False, True]
    buckets.give_back("b")
    assert [buckets.take("b", RATE) > 0 for _ in range(4)] == [False, False, False, True]


def test_what_is_given_back_can_be_taken_again() -> None:
    buckets = TokenBuckets(FakeClock())
    for _ in range(100):
        assert buckets.take("a", RATE) == 0
        buckets.give_back("a")
    assert [buckets.take("a", RATE) > 0 for _ in range(4)] == [False, False, False, True]


def test_asking_in_vain_costs_nothing() -> None:
    clock = FakeClock()
    buckets = TokenBuckets(clock)
    for _ in range(200):
        buckets.take("a", RATE)
    clock.advance(2)
    assert buckets.take("a", RATE) == 0


def test_a_flood_of_keys_forgets_the_longest_unused() -> None:
    buckets = TokenBuckets(FakeClock(), capacity=2)
    for key in ("a", "a", "a", "b", "a"):
        buckets.take(key, RATE)
    assert buckets.take("a", RATE) > 0
    buckets.take("c", RATE)
    buckets.take("d", RATE)
    assert buckets.take("a", RATE) == 0


@settings(deadline=None)
@given(st.lists(st.floats(0, 5), max_size=60), st.integers(1, 5), st.floats(0.1, 10))
def test_never_more_than_the_rate_allows(pauses: list[float], burst: int, per_second: float) -> None:
    clock = FakeClock()
    buckets = TokenBuckets(clock)
    taken, passed = 0, 0.0
    for pause in pauses:
        clock.advance(pause)
        passed += pause
        wait = buckets.take("a", Rate(burst, per_second))
        assert 0 <= wait <= 1 / per_second + 1e-9
        taken += wait == 0
        assert taken <= burst + passed * per_second + 1e-6


@pytest.mark.parametrize("per_second", [0.01, 1, 40])
def test_who_waits_as_told_gets_in(per_second: float) -> None:
    clock = FakeClock()
    buckets = TokenBuckets(clock)
    rate = Rate(1, per_second)
    buckets.take("a", rate)
    clock.advance(buckets.take("a", rate) + 1e-9)
    assert buckets.take("a", rate) == 0


def test_a_charge_takes_what_is_there_and_no_more() -> None:
    bucket = TokenBucket(Rate(4, 1), 0)
    bucket.charge(3, 0)
    assert bucket.take(0) == 0
    assert bucket.take(0) == 1
    bucket.charge(100, 0)
    assert bucket.take(1) == 0
