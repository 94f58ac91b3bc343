"""What can go wrong with a job."""

from eduverse.kernel.errors import Problem

__all__ = ["IllegalEvent", "JobNotFound", "JobRunning", "LeaseLost"]


class JobNotFound(Problem):
    status = 404
    slug = "job-not-found"
    title = "There is no such job"


class JobRunning(Problem):
    status = 409
    slug = "job-running"
    title = "This job is running; look again when it has come to its end"


class LeaseLost(Exception):
    """The job was taken from whoever speaks: another one runs it, or has ended it."""


class IllegalEvent(Exception):
    """The job's state does not know this event."""
