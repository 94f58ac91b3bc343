"""The real clock, as far as it can be tested at all."""

from datetime import UTC, datetime, timedelta

from eduverse.kernel.clock import SystemClock, to_millis


def test_now_is_utc_to_the_millisecond() -> None:
    now = SystemClock().now()
    assert now.tzinfo is UTC
    assert now.microsecond % 1000 == 0
    assert abs(now - datetime.now(UTC)) < timedelta(seconds=5)
    assert to_millis(now) == to_millis(datetime.fromtimestamp(to_millis(now) / 1000, UTC))


def test_durations_do_not_run_backwards() -> None:
    clock = SystemClock()
    readings = [clock.monotonic() for _ in range(100)]
    assert readings == sorted(readings)
