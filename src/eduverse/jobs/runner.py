"""The runner: takes jobs that are due, one lease each, and carries them to their end, or says why not."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, suppress
from datetime import datetime, timedelta
from functools import partial
from types import TracebackType
from typing import NamedTuple, Self

import structlog

from eduverse.jobs.errors import LeaseLost
from eduverse.jobs.model import (
    JOBS,
    Job,
    JobState,
    Patience,
    deferred,
    described,
    extended,
    failed,
    finished,
    given_back,
    lapsed,
    postponed,
    taken,
)
from eduverse.jobs.queue import Queue
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Missing, Order, Storage, VersionConflict, at_most, one_of
from eduverse.kernel.errors import Problem
from eduverse.kernel.ids import Entropy
from eduverse.kernel.modify import modify

__all__ = ["Handler", "Runner", "RunnerSettings"]

Handler = Callable[[str], Awaitable[timedelta | None]]
"""Is given a job's subject. Returns None when all is done, or how long until it wants to look again: waiting for
something outside is no failure. Nor is a problem with status 503, which says that something does not answer: it is
tried again, more and more seldom, until it does. May be cut off anywhere, and run again, by another process too."""

_log = structlog.get_logger(__name__)
_SOONEST = Order("due_at")
_NAME_BYTES = 6
_UNAVAILABLE = 503
_LATE = timedelta(minutes=5)
"""A job that has been due for so long is not being looked after."""


class RunnerSettings(NamedTuple):
    patience: Patience = Patience()
    at_once: int = 16
    """Jobs that one process runs side by side."""
    lease: timedelta = timedelta(seconds=60)
    """How long a process may stand still before its jobs are given to others."""
    longest: timedelta = timedelta(minutes=10)
    """A handler that takes longer has failed."""
    look: float = 1.0
    """Seconds until it sees at the latest what another process has put."""


class Runner(AbstractAsyncContextManager["Runner"]):
    """Runs jobs until left. Several runners, in several processes, share what there is.

    A lease is extended while its handler works. A process that vanishes or stands still loses its leases, and what it
    says afterwards is not heard.
    """

    def __init__(
        self,
        storage: Storage,
        queue: Queue,
        handlers: Mapping[str, Handler],
        *,
        clock: Clock,
        entropy: Entropy,
        settings: RunnerSettings | None = None,
    ) -> None:
        self.name = entropy.random_bytes(_NAME_BYTES).hex()
        self._jobs = storage.collection(JOBS)
        self._queue = queue
        self._handlers = dict(handlers)
        self._clock = clock
        self._entropy = entropy
        self._settings = settings or RunnerSettings()
        self._running: set[asyncio.Task[None]] = set()
        self._dispatching: asyncio.Task[None] | None = None
        self._trouble: str | None = None

    async def problem(self) -> str | None:
        """Why jobs are not run. Those that are dead are no reason to send people elsewhere: the log has them, and
        `eduverse jobs list`."""
        if self._trouble:
            return self._trouble
        try:
            since = await self._queue.waiting_since([*self._handlers])
        except Exception as error:
            return described(error)
        if since and self._clock.now() - since > _LATE:
            return f"a job has been due since {since:%Y-%m-%d %H:%M} UTC"
        return None

    async def __aenter__(self) -> Self:
        self._dispatching = asyncio.create_task(self._dispatch(), name="jobs")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        tasks = [*self._running, *([self._dispatching] if self._dispatching else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def round(self) -> int:
        """Runs what is due now, up to `at_once`, to its end; returns how many."""
        jobs = await self._take(self._settings.at_once)
        await asyncio.gather(*map(self._run, jobs))
        return len(jobs)

    async def _dispatch(self) -> None:
        while True:
            self._queue.stirred.clear()
            started = 0
            try:
                started = await self._start(self._settings.at_once - len(self._running))
                self._trouble = None
            except Exception as error:
                if self._trouble is None:
                    _log.exception("jobs_not_seen")
                self._trouble = described(error)
            if not started or len(self._running) >= self._settings.at_once:
                with suppress(TimeoutError):
                    async with asyncio.timeout(self._settings.look):
                        await self._queue.stirred.wait()

    async def _start(self, count: int) -> int:
        jobs = await self._take(count)
        for job in jobs:
            task = asyncio.create_task(self._run(job), name=f"job:{job.id}")
            self._running.add(task)
            task.add_done_callback(self._ended)
        return len(jobs)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._queue.stirred.set()
        if not task.cancelled() and (error := task.exception()):
            _log.error("job_not_written", task=task.get_name(), exc_info=error)

    async def _take(self, count: int) -> list[Job]:
        """Leases for up to `count` of those that are due; others may be faster."""
        if count <= 0:
            return []
        now = self._clock.now()
        wanted = at_most("due_at", now), one_of("kind", [*self._handlers])
        due = (await self._jobs.find(*wanted, order=_SOONEST, limit=count)).items
        took = await asyncio.gather(*(self._take_one(job, now) for job in due), return_exceptions=True)
        mine = [job for job in took if isinstance(job, Job)]
        if not mine:  # else those are run first, and the trouble shows at the next look
            for trouble in took:
                if isinstance(trouble, BaseException):
                    raise trouble
        return mine

    async def _take_one(self, job: Job, now: datetime) -> Job | None:
        if job.state is JobState.LEASED:
            change = lapsed(job, now=now, luck=self._luck(), patience=self._settings.patience)
            _log.warning("job_lapsed", job=job.id, owner=job.owner, state=change.state)
        else:
            change = taken(job, self.name, now + self._settings.lease)
        try:
            written = await self._jobs.replace(change)
        except VersionConflict:
            return None
        return written if written.state is JobState.LEASED else None

    async def _run(self, job: Job) -> None:
        work = asyncio.create_task(self._handled(job))
        keeping = asyncio.create_task(self._keep(job, work))
        try:
            await asyncio.wait([work])
            if not work.cancelled():  # else the lease was lost
                await self._end(job, *work.result())
        except asyncio.CancelledError:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)
            with suppress(Exception):
                await self._say(job, partial(given_back, lease=job.lease, now=self._clock.now()))
            raise
        finally:
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)

    async def _handled(self, job: Job) -> tuple[timedelta | None, Exception | None]:
        try:
            async with asyncio.timeout(self._settings.longest.total_seconds()):
                return await self._handlers[job.kind](job.subject), None
        except Exception as error:
            trace = None if _is_outage(error) else error
            _log.warning("job_failed", job=job.id, tries=job.tries + 1, error=described(error), exc_info=trace)
            return None, error

    async def _end(self, job: Job, wait: timedelta | None, error: Exception | None) -> None:
        now, luck = self._clock.now(), self._luck()

        def end(stored: Job) -> Job:
            if error:
                ending = deferred if _is_outage(error) else failed
                return ending(stored, job.lease, described(error), now=now, luck=luck, patience=self._settings.patience)
            if wait is not None:
                return postponed(stored, job.lease, now + wait)
            return finished(stored, job.lease, now)

        ended = await self._say(job, end)
        if ended and ended.state is JobState.DEAD:
            _log.error("job_dead", job=job.id, error=ended.error)

    async def _keep(self, job: Job, work: asyncio.Task[tuple[timedelta | None, Exception | None]]) -> None:
        """Extends the lease while the handler works; stops the handler when the lease is another's."""
        while not work.done():
            await asyncio.sleep(self._settings.lease.total_seconds() / 3)
            until = self._clock.now() + self._settings.lease
            try:
                kept = await self._say(job, partial(extended, lease=job.lease, until=until))
            except Exception as error:
                _log.warning("lease_not_extended", job=job.id, exc_info=error)
                continue
            if kept is None:
                work.cancel()

    async def _say(self, job: Job, change: Callable[[Job], Job]) -> Job | None:
        """Writes it down; None when the job is another's by now."""
        try:
            return await modify(self._jobs, job.id, change)
        except (LeaseLost, Missing):
            _log.warning("lease_lost", job=job.id)
            return None

    def _luck(self) -> float:
        return int.from_bytes(self._entropy.random_bytes(2)) / 65536


def _is_outage(error: Exception) -> bool:
    return isinstance(error, Problem) and error.status == _UNAVAILABLE
