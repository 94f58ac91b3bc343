"""A job: work that follows from a stored document and outlives the process that thought of it.

Whoever runs a job holds a lease: a number that counts up each time the job is taken, and a moment at which the lease
ends unless it is extended. What is said about a job under an older number is not heard (`LeaseLost`), so a process
that was away too long ends nothing that is another's by now. `due_at` is the one field that runners ask for: when a
queued job is to be run, and when a lease ends.
"""

import enum
import re
from datetime import datetime, timedelta
from typing import NamedTuple

from msgspec import structs

from eduverse.jobs.errors import IllegalEvent, JobRunning, LeaseLost
from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document

__all__ = [
    "JOBS",
    "Event",
    "Job",
    "JobState",
    "Patience",
    "deferred",
    "described",
    "extended",
    "failed",
    "finished",
    "given_back",
    "job_id",
    "lapsed",
    "new_job",
    "postponed",
    "retried",
    "taken",
]

KEPT = timedelta(days=7)
"""How long a job that is done can still be looked at."""
_LONGEST_ERROR = 300
_KIND = re.compile(r"[a-z][a-z0-9.-]{0,59}")
_URL = re.compile(r"(\w+://)(?:[^/\s@'\"]*@)?([^/\s?#'\")]*)[^\s'\")]*")
_EMAIL = re.compile(r"[^\s@<'\"]+@[^\s@>'\"]+\.[^\s@>'\"]+")
_BEARER = re.compile(r"(?i)\b(bearer|basic)\s+\S+")


class JobState(enum.StrEnum):
    QUEUED = "queued"
    LEASED = "leased"
    DONE = "done"
    DEAD = "dead"
    """It failed so often that somebody has to look at it."""


class Event(enum.Enum):
    TAKE = enum.auto()
    EXTEND = enum.auto()
    FINISH = enum.auto()
    POSTPONE = enum.auto()
    """It waits for something outside, which is no failure."""
    GIVE_BACK = enum.auto()
    """Its process stops."""
    FAIL = enum.auto()
    DEFER = enum.auto()
    """What it needs does not answer, which is not its fault."""
    BURY = enum.auto()
    """It failed, and patience is at an end."""
    RETRY = enum.auto()


_NEXT: dict[tuple[JobState, Event], JobState] = {
    (JobState.QUEUED, Event.TAKE): JobState.LEASED,
    (JobState.LEASED, Event.EXTEND): JobState.LEASED,
    (JobState.LEASED, Event.FINISH): JobState.DONE,
    (JobState.LEASED, Event.POSTPONE): JobState.QUEUED,
    (JobState.LEASED, Event.GIVE_BACK): JobState.QUEUED,
    (JobState.LEASED, Event.FAIL): JobState.QUEUED,
    (JobState.LEASED, Event.DEFER): JobState.QUEUED,
    (JobState.LEASED, Event.BURY): JobState.DEAD,
    (JobState.QUEUED, Event.RETRY): JobState.QUEUED,
    (JobState.DONE, Event.RETRY): JobState.QUEUED,
    (JobState.DEAD, Event.RETRY): JobState.QUEUED,
}


class Patience(NamedTuple):
    """How often a job may fail, and how long it waits in between: twice as long each time, give or take a half.

    An outage of something else, however long, uses up none of it. A job whose process vanished may have ended it, so
    that it is trusted less often.
    """

    first: timedelta = timedelta(seconds=2)
    longest: timedelta = timedelta(hours=1)
    failures: int = 30
    lapses: int = 5

    def delay(self, failures: int, luck: float) -> timedelta:
        """Before the next try, after so many failures; `luck` from 0 to below 1 keeps jobs from coming all at once."""
        wait: timedelta = min(self.longest, self.first * 2.0 ** min(failures - 1, 40))
        return wait * (0.5 + luck)

    def is_over(self, job: "Job") -> bool:
        return job.failures >= self.failures or job.lapses >= self.lapses


class Job(Document, frozen=True, kw_only=True):
    kind: str
    """Which handler runs it."""
    subject: str
    """The id of the document that it follows from."""
    state: JobState
    put_at: datetime
    due_at: datetime | None
    """When it is to be run, or when its lease ends; None when there is nothing left to do."""
    lease: int = 0
    """How often it was taken: the number that fences off whoever had it before."""
    owner: str | None = None
    """The runner that has it."""
    failures: int = 0
    """In a row, since it was put, was retried, or last said that it waits."""
    lapses: int = 0
    """Those of the failures at which its lease ended without a word."""
    outages: int = 0
    """How often in a row what it needs did not answer."""
    error: str | None = None
    """Why it came to nothing the last time."""
    drop_at: datetime | None = None
    """When it is forgotten, once it is done."""

    @property
    def tries(self) -> int:
        """How often in a row it has come to nothing."""
        return self.failures + self.outages


JOBS = Collection(name="jobs", type=Job, indexed=("kind", "state", "due_at", "drop_at"))


def job_id(kind: str, subject: str) -> str:
    """Raises ValueError for a kind that is not lower-case letters, digits, dots and hyphens."""
    if not _KIND.fullmatch(kind):
        raise ValueError(f"{kind!r} is no kind of job")
    return f"{kind}:{subject}"


def new_job(kind: str, subject: str, now: datetime) -> Job:
    one_id = job_id(kind, subject)
    return Job(id=one_id, kind=kind, subject=subject, state=JobState.QUEUED, put_at=now, due_at=now)


def taken(job: Job, owner: str, until: datetime) -> Job:
    return structs.replace(_after(job, Event.TAKE), owner=owner, lease=job.lease + 1, due_at=until)


def extended(job: Job, lease: int, until: datetime) -> Job:
    return structs.replace(_held(job, lease, Event.EXTEND), due_at=until)


def finished(job: Job, lease: int, now: datetime) -> Job:
    done = _held(job, lease, Event.FINISH)
    return structs.replace(_calm(done), due_at=None, drop_at=now + KEPT)


def postponed(job: Job, lease: int, until: datetime) -> Job:
    waiting = _held(job, lease, Event.POSTPONE)
    return structs.replace(_calm(waiting), due_at=until)


def given_back(job: Job, lease: int, now: datetime) -> Job:
    return structs.replace(_held(job, lease, Event.GIVE_BACK), due_at=now)


def failed(job: Job, lease: int, error: str, *, now: datetime, luck: float, patience: Patience) -> Job:
    """Queued again for later, or dead."""
    _held(job, lease, Event.FAIL)
    return _later_or_dead(structs.replace(job, failures=job.failures + 1, error=error), now, luck, patience)


def deferred(job: Job, lease: int, error: str, *, now: datetime, luck: float, patience: Patience) -> Job:
    """Queued again for later, as often as it takes."""
    later = _held(job, lease, Event.DEFER)
    return structs.replace(
        later, outages=job.outages + 1, error=error, due_at=now + patience.delay(job.outages + 1, luck)
    )


def lapsed(job: Job, *, now: datetime, luck: float, patience: Patience) -> Job:
    """Taken from a runner whose lease has ended, by whoever finds it so."""
    _after(job, Event.FAIL)
    error = "The process that ran it vanished or stood still."
    counted = structs.replace(job, failures=job.failures + 1, lapses=job.lapses + 1, error=error)
    return _later_or_dead(counted, now, luck, patience)


def retried(job: Job, now: datetime) -> Job:
    """From the start, at once. Raises `JobRunning`."""
    if job.state is JobState.LEASED:
        raise JobRunning
    return structs.replace(_after(job, Event.RETRY), failures=0, lapses=0, outages=0, due_at=now, drop_at=None)


def described(error: BaseException) -> str:
    """An error in one line for an operator: without addresses, and of a URL no more than its host, for a path or a
    query may be a key."""
    text = " ".join(f"{type(error).__name__}: {error}".split())
    text = _BEARER.sub(r"\1 …", _URL.sub(r"\1\2", text[: 10 * _LONGEST_ERROR]))
    text = _EMAIL.sub("…@…", text).removesuffix(":")
    return text if len(text) <= _LONGEST_ERROR else f"{text[: _LONGEST_ERROR - 1]}…"


def _calm(job: Job) -> Job:
    """Nothing stands against it any more."""
    return structs.replace(job, failures=0, lapses=0, outages=0, error=None)


def _later_or_dead(job: Job, now: datetime, luck: float, patience: Patience) -> Job:
    if patience.is_over(job):
        return structs.replace(_after(job, Event.BURY), due_at=None)
    return structs.replace(_after(job, Event.FAIL), due_at=now + patience.delay(job.failures, luck))


def _held(job: Job, lease: int, event: Event) -> Job:
    if job.state is not JobState.LEASED or job.lease != lease:
        raise LeaseLost(job.id)
    return _after(job, event)


def _after(job: Job, event: Event) -> Job:
    state = _NEXT.get((job.state, event))
    if state is None:
        raise IllegalEvent(f"{event.name} for {job.id}, which is {job.state}")
    return structs.replace(job, state=state, owner=job.owner if state is JobState.LEASED else None)
