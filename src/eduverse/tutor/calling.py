"""Calling the language model with patience: bounded waiting, repetition with jitter, and a circuit breaker."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from typing import NamedTuple

import structlog

from eduverse.kernel.clock import Clock
from eduverse.kernel.ids import Entropy
from eduverse.tutor.model.breaker import Breaker, admits, failed, retry_delay, succeeded, try_again
from eduverse.tutor.ports import Delta, LanguageModel, Message, ModelUnavailable, Usage

__all__ = ["Patience", "PatientModel"]

_log = structlog.get_logger(__name__)
_CHANCES = 256

Pause = Callable[[float], Awaitable[None]]


class Patience(NamedTuple):
    """Seconds, and how often."""

    first: float = 20.0
    """Until the first words come."""
    between: float = 10.0
    """Between two parts of an answer."""
    whole: float = 90.0
    """For one answer."""
    attempts: int = 3


class PatientModel:
    def __init__(
        self,
        model: LanguageModel,
        *,
        clock: Clock,
        entropy: Entropy,
        patience: Patience | None = None,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._model = model
        self._clock = clock
        self._entropy = entropy
        self._patience = patience or Patience()
        self._pause = pause
        self._breaker = Breaker()

    @property
    def name(self) -> str:
        return self._model.name

    async def problem(self) -> str | None:
        """Why it cannot be used now; None when it can."""
        if not admits(self._breaker, self._clock.monotonic()):
            return f"the language model failed {self._breaker.failures} times in a row and is left alone for a while"
        return await self._model.problem()

    async def stream(self, messages: Sequence[Message], *, max_tokens: int) -> AsyncGenerator[Delta | Usage, None]:
        """The answer as it comes. It is asked again only while nothing of it has been heard.

        Raises `ModelUnavailable`, also at once while the breaker is open.
        """
        for attempt in range(1, self._patience.attempts + 1):
            self._admit()
            heard = False
            try:
                async with aclosing(self._timed(messages, max_tokens)) as parts:
                    async for part in parts:
                        heard = True
                        yield part
            except ModelUnavailable as error:
                self._breaker = failed(self._breaker, self._clock.monotonic())
                _log.warning("language_model_failed", reason=str(error), attempt=attempt, phase=self._breaker.phase)
                if heard or not error.passing or attempt == self._patience.attempts:
                    raise
                await self._pause(retry_delay(attempt, self._entropy.random_bytes(1)[0] / _CHANCES))
            else:
                self._breaker = succeeded(self._breaker)
                return

    def _admit(self) -> None:
        now = self._clock.monotonic()
        if not admits(self._breaker, now):
            raise ModelUnavailable("the language model is left alone for a while", passing=False)
        self._breaker = try_again(self._breaker, now)

    async def _timed(self, messages: Sequence[Message], max_tokens: int) -> AsyncGenerator[Delta | Usage, None]:
        wait = self._patience.first
        until = asyncio.get_running_loop().time() + self._patience.whole
        async with aclosing(self._model.stream(messages, max_tokens=max_tokens)) as parts:
            while True:
                try:
                    async with asyncio.timeout(wait), asyncio.timeout_at(until):
                        part = await anext(parts, None)
                except TimeoutError:
                    raise ModelUnavailable(f"no word for {wait:g} seconds") from None
                if part is None:
                    return
                wait = self._patience.between
                yield part
