"""How often signing in may fail."""

from typing import NamedTuple

from eduverse.auth.errors import LoginThrottled
from eduverse.auth.tokens import KeyRing
from eduverse.kernel.buckets import Rate, TokenBuckets
from eduverse.kernel.clock import Clock

__all__ = ["Origin", "SignInThrottle"]

FAILURES_PER_ACCOUNT_HERE = Rate(burst=10, per_second=1 / 60)
FAILURES_PER_ADDRESS = Rate(burst=100, per_second=1 / 6)


class Origin(NamedTuple):
    """Where a sign-in comes from."""

    address: str
    device: str | None = None
    """The mark an earlier sign-in left on this device."""


class SignInThrottle:
    """Failures are counted per account and address, and per address; a device that signed in to this account before
    has a count of its own. So nobody can lock somebody else out from where they usually work, and there is no count
    that only the account's name leads to."""

    def __init__(self, keys: KeyRing, clock: Clock) -> None:
        self._keys = keys
        self._failures = TokenBuckets(clock)

    def count(self, identity: str, user_id: str | None, origin: Origin) -> list[str]:
        """Counts an attempt before its outcome is known, so that many at once do not slip past; what is returned
        undoes it. Raises `LoginThrottled`."""
        device = self._keys.known_device(origin.device, user_id) if user_id else None
        here = f"device:{device}" if device else f"{identity}@{origin.address}"
        limits = [(here, FAILURES_PER_ACCOUNT_HERE)]
        if not device:
            limits.append((f"address:{origin.address}", FAILURES_PER_ADDRESS))
        return self._take(limits)

    def count_own(self, user_id: str) -> list[str]:
        """The same for somebody who is signed in and shows once more who they are."""
        return self._take([(f"own:{user_id}", FAILURES_PER_ACCOUNT_HERE)])

    def forgive(self, counted: list[str]) -> None:
        for key in counted:
            self._failures.give_back(key)

    def _take(self, limits: list[tuple[str, Rate]]) -> list[str]:
        taken: list[str] = []
        for key, rate in limits:
            if wait := self._failures.take(key, rate):
                self.forgive(taken)
                raise LoginThrottled(retry_after=int(wait) + 1)
            taken.append(key)
        return taken
