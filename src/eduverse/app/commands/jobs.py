"""`eduverse jobs`: what is to be done, and what has failed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from eduverse.app.commands.running import Data, run, settings_of
from eduverse.app.settings import Settings
from eduverse.jobs.model import JobState

if TYPE_CHECKING:
    from eduverse.jobs.queue import Queue

__all__ = ["jobs"]

jobs = typer.Typer(no_args_is_help=True, help="What follows from what was done: certificates to anchor, and the like.")


@jobs.command("list")
def list_jobs(
    state: Annotated[JobState | None, typer.Option(help="Only these; dead ones have failed for good.")] = None,
    data: Data = None,
) -> None:
    """Say what is to be done, and what was done in the last week. Beside a running server: GET /api/admin/jobs."""
    run(_list_jobs(settings_of(data=data), state))


@jobs.command("retry")
def retry_jobs(
    job: Annotated[str | None, typer.Argument(help="A job's id, as jobs list shows it.")] = None,
    data: Data = None,
    *,
    all_dead: Annotated[bool, typer.Option("--all-dead", help="All that have failed for good.")] = False,
) -> None:
    """Have a job run at the next start, with all patience. Beside a running server: POST /api/admin/jobs/ID/retry."""
    if (job is None) is not all_dead:
        raise typer.BadParameter("Name one job, or say --all-dead.")
    run(_retry_jobs(settings_of(data=data), job))


@asynccontextmanager
async def _queue(settings: Settings) -> "AsyncIterator[Queue]":
    from eduverse.app.serve import open_storage
    from eduverse.jobs.queue import Queue
    from eduverse.kernel.clock import SystemClock

    clock = SystemClock()
    async with open_storage(settings, clock) as storage:
        yield Queue(storage, clock)


async def _list_jobs(settings: Settings, state: JobState | None) -> None:
    async with _queue(settings) as queue:
        after, shown = None, 0
        while True:
            page = await queue.list(state, after=after, limit=200)
            for job in page.items:
                due = f"{job.due_at:%Y-%m-%d %H:%M:%S}" if job.due_at else ""
                print(f"{job.state:<8} {due:<20} {job.tries:>3}  {job.id}  {job.error or ''}".rstrip())
            shown, after = shown + len(page.items), page.next
            if after is None:
                break
        print(f"{shown} jobs; times are UTC" if shown else "no jobs")


async def _retry_jobs(settings: Settings, job: str | None) -> None:
    async with _queue(settings) as queue:
        if job is None:
            print(f"{await queue.retry_dead()} jobs will be run again")
        else:
            print(f"{(await queue.retry(job)).id} will be run again")
