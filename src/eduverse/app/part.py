"""What the wiring of one part gives to the whole."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, runtime_checkable

from litestar import Controller

from eduverse.jobs.chores import Chore
from eduverse.jobs.runner import Handler

__all__ = ["Part", "Worker"]


class Part(Protocol):
    @property
    def controllers(self) -> Sequence[type[Controller]]:
        """Its routes."""
        ...

    @property
    def routed(self) -> Mapping[str, Any]:
        """The services that its routes name as parameters."""
        ...

    @property
    def chores(self) -> Sequence[Chore]:
        """What has to be done again and again, and finishes what a crash cut off."""
        ...


@runtime_checkable
class Worker(Protocol):
    """A part that has work done by the runner."""

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """By kind of job."""
        ...
