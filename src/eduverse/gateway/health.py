"""Whether the process runs, and whether it should be sent work."""

from collections.abc import Awaitable, Callable

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import SkipValidation

from eduverse.kernel.structs import Struct

__all__ = ["HealthController", "Readiness"]

Readiness = Callable[[], Awaitable[dict[str, str]]]
"""What is wrong now, by part; empty when the server is ready."""


class Health(Struct, frozen=True, kw_only=True):
    status: str
    problems: dict[str, str] = {}


CurrentReadiness = NamedDependency[SkipValidation[Readiness]]


class HealthController(Controller):
    path = "/health"
    tags = ["Operation"]

    @get("/live", public=True)
    async def live(self) -> Health:
        """The process answers."""
        return Health(status="live")

    @get("/ready", public=True)
    async def ready(self, readiness: CurrentReadiness) -> Response[Health]:
        """The server can take requests: its database takes writes and none of its tasks has failed."""
        problems = await readiness()
        status = "not ready" if problems else "ready"
        return Response(Health(status=status, problems=problems), status_code=503 if problems else 200)
