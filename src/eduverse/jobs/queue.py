"""The queue: what is to be done, kept with the documents from which it follows."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from eduverse.jobs.errors import JobNotFound
from eduverse.jobs.model import JOBS, Job, JobState, job_id, new_job, retried
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import (
    AlreadyExists,
    Documents,
    Missing,
    Order,
    Page,
    Storage,
    T,
    VersionConflict,
    Where,
    at_most,
    equals,
    one_of,
)
from eduverse.kernel.modify import modify

__all__ = ["Queue"]

_AT_ONCE = 50
_SOONEST = Order("due_at")


class Queue:
    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._jobs = storage.collection(JOBS)
        self._clock = clock
        self.stirred = asyncio.Event()
        """Set when this process has put something: runners here look at once."""

    async def put(self, kind: str, subject: str) -> None:
        """Puts the job `<kind>:<subject>`. One that is there, waiting, running, done or dead, stays as it is."""
        if await self._jobs.get(job_id(kind, subject)):
            return
        with suppress(AlreadyExists):
            await self._jobs.insert(new_job(kind, subject, self._clock.now()))
        self.stirred.set()

    async def put_again(self, kind: str, subject: str) -> None:
        """Puts it also when it has been done before; one that is waiting, running or dead stays as it is."""
        stored = await self._jobs.get(job_id(kind, subject))
        if stored is None:
            await self.put(kind, subject)
        elif stored.state is JobState.DONE:
            await self._change(stored.id, again=(JobState.DONE,))

    async def sweep(self, documents: Documents[T], kind: str, *where: Where) -> int:
        """Puts a job for each document that wants it; returns how many do. For a chore: it finds what a crash cut off.

        A job that was done although its document still asks for it is put again.
        """
        count, after = 0, None
        while True:
            page = await documents.find(*where, after=after, limit=_AT_ONCE)
            for doc in page.items:
                await self.put_again(kind, doc.id)
            count, after = count + len(page.items), page.next
            if after is None:
                return count
            await asyncio.sleep(0)  # reads may come back without a pause, and others want their turn

    async def retry(self, one_id: str) -> Job:
        """Has it run at once, with all patience, whether it is dead, done or waiting.

        Raises `JobNotFound` and `JobRunning`.
        """
        return await self._change(one_id, again=(JobState.DEAD, JobState.DONE, JobState.QUEUED))

    async def retry_dead(self) -> int:
        """Retries all that are dead; returns how many."""
        count = 0
        while page := (await self._jobs.find(equals("state", JobState.DEAD), limit=_AT_ONCE)).items:
            for job in page:
                await self._change(job.id, again=(JobState.DEAD,))
            count += len(page)
        return count

    async def list(self, state: JobState | None = None, *, after: str | None = None, limit: int = 50) -> Page[Job]:
        where = () if state is None else (equals("state", state),)
        return await self._jobs.find(*where, after=after, limit=limit)

    async def counts(self, *, up_to: int = 1000) -> dict[JobState, int]:
        """How many there are of each state, counting no further than `up_to`."""
        return {state: await self._jobs.count(equals("state", state), up_to=up_to) for state in JobState}

    async def waiting_since(self, kinds: Sequence[str]) -> datetime | None:
        """The moment at which the oldest job of these kinds that is due should have been run; None when none is due."""
        due = at_most("due_at", self._clock.now()), one_of("kind", kinds)
        first = (await self._jobs.find(*due, order=_SOONEST, limit=1)).items
        return first[0].due_at if first else None

    async def drop_done(self) -> int:
        """Forgets those that were done days ago; returns how many."""
        count = 0
        while old := (await self._jobs.find(at_most("drop_at", self._clock.now()), limit=_AT_ONCE)).items:
            for job in old:
                with suppress(VersionConflict):
                    await self._jobs.delete(job.id, job.version)
            count += len(old)
        return count

    async def _change(self, one_id: str, again: tuple[JobState, ...]) -> Job:
        now = self._clock.now()

        def change(job: Job) -> Job:
            return retried(job, now) if job.state in again or job.state is JobState.LEASED else job

        try:
            job = await modify(self._jobs, one_id, change)
        except Missing:
            raise JobNotFound from None
        self.stirred.set()
        return job
