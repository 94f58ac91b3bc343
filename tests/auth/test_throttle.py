"""How often signing in may fail; `test_service.py` and `test_wallets.py` show it at work."""

import pytest
from tests.support.accounts import HOME, KEYS
from tests.support.clock import FakeClock

from eduverse.auth.errors import LoginThrottled
from eduverse.auth.throttle import Origin, SignInThrottle


def test_an_attempt_that_is_refused_costs_nothing_more() -> None:
    clock = FakeClock()
    throttle = SignInThrottle(KEYS, clock)
    for place in range(100):
        throttle.count(f"email:{place}", None, HOME)
    with pytest.raises(LoginThrottled) as refused:
        throttle.count("email:mira", None, HOME)
    assert refused.value.extra == {"retry_after": 7}
    known = Origin(HOME.address, KEYS.device_mark("u1", "laptop"))
    assert throttle.count("email:mira", "u1", known) == ["device:laptop"]
    clock.advance(61)
    for _ in range(10):
        throttle.count("email:mira", None, HOME)


def test_what_is_forgiven_is_free_again() -> None:
    throttle = SignInThrottle(KEYS, FakeClock())
    for _ in range(50):
        throttle.forgive(throttle.count_own("u1"))
    counted = [throttle.count_own("u1") for _ in range(10)]
    with pytest.raises(LoginThrottled):
        throttle.count_own("u1")
    throttle.forgive(counted[0])
    throttle.count_own("u1")
