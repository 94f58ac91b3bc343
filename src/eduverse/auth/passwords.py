"""Password hashing with argon2id in a bounded pool, and the list of passwords nobody may choose."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

import argon2

from eduverse.auth.errors import PasswordTooCommon, TooBusy

__all__ = ["Argon2Passwords", "demand_uncommon"]

COMMON = 10_000
R = TypeVar("R")


@cache
def _common_passwords() -> frozenset[str]:
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return frozenset(FREQUENCY_LISTS["passwords"][:COMMON])


def demand_uncommon(password: str) -> None:
    """Raises `PasswordTooCommon` for the 10,000 most common passwords, whatever their case.

    There are no composition rules (NIST SP 800-63B, 5.1.1.2); the length is bounded where the request is decoded.
    """
    if password.casefold() in _common_passwords():
        raise PasswordTooCommon


class Argon2Passwords:
    """Each hash costs `memory_kib` of memory and tens of milliseconds, so at most `workers` run at a time and at
    most `queue` wait; argon2 releases the interpreter lock, so the event loop goes on meanwhile."""

    def __init__(self, *, workers: int = 2, queue: int = 200, time_cost: int = 2, memory_kib: int = 19_456) -> None:
        self._hasher = argon2.PasswordHasher(time_cost=time_cost, memory_cost=memory_kib, parallelism=1)
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="argon2")
        self._queue = queue
        self._waiting = 0
        self._nobodys_hash = self._hasher.hash("a password that nobody has")

    async def hash(self, password: str) -> str:
        return await self._run(self._hasher.hash, password)

    async def verify(self, password: str, against: str | None) -> bool:
        fits = await self._run(self._fits, against or self._nobodys_hash, password)
        return fits and against is not None

    def outdated(self, against: str) -> bool:
        return self._hasher.check_needs_rehash(against)

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _fits(self, against: str, password: str) -> bool:
        try:
            return self._hasher.verify(against, password)
        except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
            return False

    async def _run(self, work: Callable[..., R], *args: str) -> R:
        if self._waiting >= self._queue:
            raise TooBusy
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, work, *args)
        finally:
            self._waiting -= 1
