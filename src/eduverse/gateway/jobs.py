"""The administrators' view of what is to be done: jobs that wait, run, are done, or have failed for good."""

from datetime import datetime
from typing import Annotated, Any

from litestar import Controller, Request, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter, SkipValidation

from eduverse.jobs.model import Job, JobState
from eduverse.jobs.queue import Queue
from eduverse.kernel.structs import Struct
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal

__all__ = ["JobsController"]

Jobs = NamedDependency[SkipValidation[Queue]]
HttpRequest = Request[Principal, Any, Any]
InState = Annotated[JobState | None, QueryParameter(name="state")]
After = Annotated[str | None, QueryParameter(max_length=400)]
AtOnce = Annotated[int, QueryParameter(ge=1, le=100)]


class JobView(Struct, frozen=True, kw_only=True):
    id: str
    state: JobState
    put_at: datetime
    due_at: datetime | None
    tries: int
    """How often in a row it has come to nothing."""
    error: str | None

    @classmethod
    def of(cls, job: Job) -> "JobView":
        return cls(
            id=job.id,
            state=job.state,
            put_at=job.put_at,
            due_at=job.due_at,
            tries=job.tries,
            error=job.error,
        )


class JobList(Struct, frozen=True, kw_only=True):
    items: list[JobView]
    next: str | None


class JobsController(Controller):
    path = "/api/admin/jobs"
    tags = ["Administration"]

    @get()
    async def list_jobs(
        self, request: HttpRequest, jobs: Jobs, in_state: InState = None, after: After = None, limit: AtOnce = 50
    ) -> JobList:
        """What the campus has to do, or has done in the last week. For administrators."""
        demand(request.user, Action.MANAGE_JOBS)
        page = await jobs.list(in_state, after=after, limit=limit)
        return JobList(items=[JobView.of(job) for job in page.items], next=page.next)

    @post("/{job_id:str}/retry", status_code=200)
    async def retry_job(self, request: HttpRequest, job_id: FromPath[str], jobs: Jobs) -> JobView:
        """Have a job run at once, also one that has failed for good. For administrators."""
        demand(request.user, Action.MANAGE_JOBS)
        return JobView.of(await jobs.retry(job_id))
