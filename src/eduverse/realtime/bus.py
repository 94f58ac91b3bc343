"""How an event gets from where it is published to every socket that should hear it."""

from collections.abc import Callable, Iterable
from typing import Protocol

from eduverse.realtime.declarations import Declaration
from eduverse.realtime.log import Entry, EventLog, Position
from eduverse.realtime.wire.events import Message

__all__ = ["Bus", "ClusterUnavailable", "Deliver", "LocalBus", "Obey"]

Obey = Callable[[Declaration], None]
Deliver = Callable[[str, Message, str | None, Position | None], None]
"""Called with the channel, the event, the person who is not told, and the event's position, if it has one."""


class ClusterUnavailable(Exception):
    """Servers were to meet somewhere, and nobody answers there."""


class Bus(Protocol):
    """One order of events for everybody. Nothing here waits for the network."""

    @property
    def head(self) -> Position:
        """The position of the newest event that was delivered here."""
        ...

    def publish(self, channel: str, message: Message, *, skip: str | None = None, volatile: bool = False) -> None:
        """Delivers an event to the channel. One that is `volatile` is not kept: who is not there has missed it."""
        ...

    def declare(self, declaration: Declaration) -> None:
        """Tells every server, this one included, in the same order."""
        ...

    async def since(self, position: Position, channels: Iterable[str]) -> list[Entry] | None:
        """Everything on these channels after `position`, in order; None when not all of it is known any longer."""
        ...


class LocalBus:
    """The bus of one process: what is published is delivered at once."""

    def __init__(self, deliver: Deliver, obey: Obey, log: EventLog, clock: Callable[[], float]) -> None:
        self._deliver = deliver
        self._obey = obey
        self._log = log
        self._clock = clock

    @property
    def head(self) -> Position:
        return self._log.head

    def publish(self, channel: str, message: Message, *, skip: str | None = None, volatile: bool = False) -> None:
        position = None if volatile else self._log.append(channel, message, skip, self._clock()).position
        self._deliver(channel, message, skip, position)

    def declare(self, declaration: Declaration) -> None:
        self._obey(declaration)

    async def since(self, position: Position, channels: Iterable[str]) -> list[Entry] | None:
        return self._log.since(position, channels)
