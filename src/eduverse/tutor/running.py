"""Answers that are being given: each in a task of its own, so that it survives its reader's connection.

What a run has told is kept while it runs, numbered from 1, and anybody who may read the answer can follow it from any
number on. When it has ended, its document says everything.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Literal, NamedTuple

import structlog

__all__ = ["Run", "Runs", "Told"]

_log = structlog.get_logger(__name__)


class Told(NamedTuple):
    number: int
    what: Literal["delta", "replace"]
    text: str
    """What is added to the answer, or all of it so far."""


class Run:
    def __init__(self, answer_id: str, user_id: str) -> None:
        self.answer_id = answer_id
        self.user_id = user_id
        self.cancelled = False
        """Its reader wants no more of it."""
        self._told: list[Told] = []
        self._ended = False
        self._news = asyncio.Event()
        self.task: asyncio.Task[None] | None = None

    @property
    def text(self) -> str:
        """All that its readers have been shown."""
        text = ""
        for one in self._told:
            text = text + one.text if one.what == "delta" else one.text
        return text

    def tell(self, text: str) -> None:
        if text:
            self._add("delta", text)

    def replace(self, text: str) -> None:
        """What was shown before is not to be seen any more, also not by those who come late."""
        self._told = [Told(one.number, "delta", "") for one in self._told]
        self._add("replace", text)

    def end_with(self, text: str) -> None:
        """All of the answer, as it is: what is missing is added, and what is not its beginning is replaced."""
        shown = self.text
        if text.startswith(shown):
            self.tell(text[len(shown) :])
        else:
            self.replace(text)

    async def follow(self, after: int = 0) -> AsyncIterator[Told]:
        """What was told after that number, and what will be, until the end."""
        while True:
            news = self._news
            for told in self._told[after:]:
                after = told.number
                if told.text or told.what == "replace":
                    yield told
            if self._ended and after >= len(self._told):
                return
            if after >= len(self._told):
                await news.wait()

    async def finished(self) -> None:
        async for _ in self.follow(len(self._told)):
            pass

    def cancel(self) -> None:
        self.cancelled = True
        if self.task:
            self.task.cancel()

    def _add(self, what: Literal["delta", "replace"], text: str) -> None:
        self._told.append(Told(len(self._told) + 1, what, text))
        self._wake()

    def end(self) -> None:
        self._ended = True
        self._wake()

    def _wake(self) -> None:
        news, self._news = self._news, asyncio.Event()
        news.set()


class Runs:
    """All that run in this process. `close` ends them; their documents stay as running and are swept up later."""

    def __init__(self) -> None:
        self._runs: dict[str, Run] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def get(self, answer_id: str) -> Run | None:
        return self._runs.get(answer_id)

    def of(self, user_id: str) -> int:
        """How many are running for this person."""
        return sum(run.user_id == user_id for run in self._runs.values())

    def start(self, run: Run, work: Callable[[Run], Awaitable[None]]) -> None:
        self._runs[run.answer_id] = run
        run.task = asyncio.create_task(self._carry_out(run, work), name=f"tutor:{run.answer_id}")
        self._tasks.add(run.task)
        run.task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _carry_out(self, run: Run, work: Callable[[Run], Awaitable[None]]) -> None:
        try:
            await work(run)
        except Exception:
            _log.exception("tutor_answer_failed", answer=run.answer_id)
        finally:
            self._runs.pop(run.answer_id, None)
            run.end()
