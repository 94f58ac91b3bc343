"""Chores: what has to be looked after again and again, such as attempts whose deadline passes with nobody there."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from types import TracebackType
from typing import NamedTuple, Self

import structlog

__all__ = ["Chore", "Chores"]

_log = structlog.get_logger(__name__)


class Chore(NamedTuple):
    name: str
    run: Callable[[], Awaitable[int]]
    """Does one round and returns how many things it did. It must be safe to cut off anywhere and to run again."""
    every: float
    """Seconds between two rounds; the first comes at once, so a restart catches up."""


class Chores(AbstractAsyncContextManager["Chores"]):
    """Runs each chore in a task of its own until left. A round that fails is logged, shows in `failing`, and is
    tried again at the next turn."""

    def __init__(self, chores: list[Chore]) -> None:
        self._chores = chores
        self._tasks: list[asyncio.Task[None]] = []
        self._failing: dict[str, str] = {}

    @property
    def failing(self) -> dict[str, str]:
        """Chore -> the error of its last round, for readiness."""
        return dict(self._failing)

    async def __aenter__(self) -> Self:
        self._tasks = [asyncio.create_task(self._repeat(chore), name=f"chore:{chore.name}") for chore in self._chores]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _repeat(self, chore: Chore) -> None:
        while True:
            await self._round(chore)
            await asyncio.sleep(chore.every)

    async def _round(self, chore: Chore) -> None:
        try:
            done = await chore.run()
        except Exception as error:
            self._failing[chore.name] = repr(error)
            _log.exception("chore_failed", chore=chore.name)
            return
        self._failing.pop(chore.name, None)
        if done:
            _log.debug("chore_done", chore=chore.name, count=done)
