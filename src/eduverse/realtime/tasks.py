"""Tasks that somebody hears fail: in the log, and in readiness."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import structlog

__all__ = ["Lane", "Tasks"]

_log = structlog.get_logger(__name__)


class Tasks:
    """Owns what runs in the background. Nothing that fails here fails silently."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()
        self._problems: dict[str, str] = {}

    @property
    def problems(self) -> list[str]:
        """What has failed and was not expected to, one sentence each."""
        return list(self._problems.values())

    def spawn(self, name: str, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._running.add(task)
        task.add_done_callback(self._done)
        return task

    def failed(self, name: str, error: BaseException) -> None:
        _log.error("realtime_task_failed", task=name, exc_info=error)
        self._problems[name] = f"{name} failed: {type(error).__name__}"

    def recovered(self, name: str) -> None:
        self._problems.pop(name, None)

    async def close(self, *, patience: float = 5.0) -> None:
        """Lets what runs come to its end, and cancels what has not after `patience` seconds."""
        me = asyncio.current_task()
        if running := self._running - {me}:
            _, late = await asyncio.wait(running, timeout=patience)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self.failed(task.get_name(), error)


class Lane:
    """Jobs that run one after the other; lanes run beside each other. Costs nothing while it is empty."""

    __slots__ = ("__weakref__", "_jobs", "_name", "_running", "_tasks")

    def __init__(self, tasks: Tasks, name: str) -> None:
        self._tasks = tasks
        self._name = name
        self._jobs: deque[Callable[[], Awaitable[None]]] = deque()
        self._running = False

    def __len__(self) -> int:
        """How many wait for their turn."""
        return len(self._jobs)

    async def drained(self) -> None:
        """Returns when everything pushed so far has been done."""
        if self._running:
            done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

            async def tell() -> None:
                if not done.done():
                    done.set_result(None)

            self.push(tell)
            await done

    def push(self, job: Callable[[], Awaitable[None]]) -> None:
        self._jobs.append(job)
        if not self._running:
            self._running = True
            self._tasks.spawn(self._name, self._drain())

    async def _drain(self) -> None:
        try:
            while self._jobs:
                try:
                    await self._jobs.popleft()()
                except Exception as error:
                    self._tasks.failed(self._name, error)
        finally:
            self._running = False
