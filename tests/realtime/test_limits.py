"""Token buckets."""

from hypothesis import given
from hypothesis import strategies as st

from eduverse.realtime.limits import EVERYTHING, Buckets, Rate, TokenBucket


def test_a_burst_and_then_the_rate() -> None:
    bucket = TokenBucket(Rate(2, 3), 0)
    assert [bucket.take(0) for _ in range(4)] == [True, True, True, False]
    assert [bucket.take(0.5), bucket.take(0.5), bucket.take(1.0)] == [True, False, True]


@given(st.lists(st.floats(0, 3), max_size=200))
def test_no_more_than_the_burst_and_what_flowed_in(pauses: list[float]) -> None:
    bucket, now, taken = TokenBucket(Rate(5, 15), 0), 0.0, 0
    for pause in pauses:
        now += pause
        taken += bucket.take(now)
        assert taken <= 15 + 5 * now + 1e-6


def test_classes_are_counted_apart_and_together() -> None:
    buckets = Buckets({EVERYTHING: Rate(0, 3), "chat": Rate(0, 1)})
    assert [buckets.take("chat", 0), buckets.take("chat", 0), buckets.take(None, 0), buckets.take(None, 0)] == [
        True,
        False,
        True,
        False,
    ]


def test_a_class_without_a_rate_is_free() -> None:
    assert all(Buckets({}).take("chat", 0) for _ in range(100))
