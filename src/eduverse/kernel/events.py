"""The event bus: slices say what happened, whoever cares listens, and neither knows the other."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import structlog

from eduverse.kernel.structs import Struct

__all__ = ["EventBus"]

E = TypeVar("E", bound=Struct)
_log = structlog.get_logger(__name__)


class EventBus:
    """In-process and in order. Events are news, not commands.

    What must happen even after a crash is derived from a stored document instead; so a listener that fails is
    logged and does not fail the one who spoke.
    """

    def __init__(self) -> None:
        self._listeners: dict[type[Struct], list[Callable[[Any], Awaitable[None]]]] = {}

    def on(self, kind: type[E], listener: Callable[[E], Awaitable[None]]) -> None:
        self._listeners.setdefault(kind, []).append(listener)

    async def publish(self, event: Struct) -> None:
        for listener in self._listeners.get(type(event), ()):
            try:
                await listener(event)
            except Exception:
                _log.exception("event_listener_failed", event_type=type(event).__name__)
