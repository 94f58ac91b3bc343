"""An event bus whose events a test can read afterwards."""

from typing import TypeVar

from eduverse.kernel.events import EventBus
from eduverse.kernel.structs import Struct

__all__ = ["RecordingBus"]

E = TypeVar("E", bound=Struct)


class RecordingBus(EventBus):
    def __init__(self) -> None:
        super().__init__()
        self.published: list[Struct] = []

    async def publish(self, event: Struct) -> None:
        self.published.append(event)
        await super().publish(event)

    def of(self, kind: type[E]) -> list[E]:
        return [event for event in self.published if isinstance(event, kind)]
