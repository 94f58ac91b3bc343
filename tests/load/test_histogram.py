from hypothesis import given
from hypothesis import strategies as st

from eduverse.load.histogram import Histogram

durations = st.lists(st.floats(1e-6, 100), min_size=1, max_size=200)


def filled(values: list[float]) -> Histogram:
    histogram = Histogram()
    for value in values:
        histogram.add(value)
    return histogram


@given(durations, st.floats(0, 1))
def test_a_percentile_is_the_sorted_list_s_to_one_per_cent(values: list[float], share: float) -> None:
    position = max(1, -int(-share * len(values) // 1))
    exact = sorted(values)[min(position, len(values)) - 1]
    assert exact * 0.999 <= filled(values).percentile(share) <= exact * 1.011


@given(durations)
def test_the_longest_is_exact(values: list[float]) -> None:
    assert filled(values).spread().max == round(max(values) * 1000, 3)


def test_nothing_has_no_percentiles() -> None:
    spread = Histogram().spread()
    assert (spread.count, spread.p50, spread.max) == (0, 0.0, 0.0)
    assert Histogram().percentile(0.5) == 0.0


def test_what_takes_no_time_counts_too() -> None:
    assert filled([0.0, 0.0]).spread().count == 2
