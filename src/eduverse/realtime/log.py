"""What was said lately, by channel: what somebody who comes back has missed. Pure: the time comes in as an argument.

Every event that is to reach people whatever happens gets a position when it is published: `epoch-number`, the number
counting over all channels. A client that has seen a position has been sent everything before it, so the position is
all that has to be known of what it has: that is the `offset` of connection state recovery.

A channel keeps its last events for a while, and no more than some of them. It knows the last one it forgot: whoever
missed that one cannot be brought up to date, and starts anew.
"""

from collections import deque
from collections.abc import Iterable
from typing import Final, NamedTuple

from eduverse.realtime.wire.events import Message

__all__ = ["Entry", "EventLog", "Position"]

MAX_EVENTS: Final = 1_000
MAX_BYTES: Final = 512 * 1024
"""What one channel keeps."""


class Position(NamedTuple):
    """A place in the order of all events; positions compare as they follow one another."""

    epoch: int
    number: int

    def __str__(self) -> str:
        return f"{self.epoch}-{self.number}"

    @classmethod
    def parse(cls, text: str) -> "Position | None":
        """None for a text that is no position; what a client sends may be anything."""
        epoch, dash, number = text.partition("-")
        if not dash or not (epoch + number).isascii() or not epoch.isdigit() or not number.isdigit():
            return None
        return cls(int(epoch), int(number)) if len(text) <= 40 else None


class Entry(NamedTuple):
    """One event on one channel; `skip` is the person who is not told, their own event as a rule."""

    position: Position
    channel: str
    message: Message
    skip: str | None
    at: float


class _Channel:
    __slots__ = ("entries", "forgotten", "size")

    def __init__(self) -> None:
        self.entries: deque[Entry] = deque()
        self.size = 0
        self.forgotten = 0
        """The number of the last entry that is no longer kept."""

    def add(self, entry: Entry) -> None:
        self.entries.append(entry)
        self.size += entry.message.size
        while len(self.entries) > MAX_EVENTS or self.size > MAX_BYTES:
            self.forget_first()

    def forget_first(self) -> None:
        first = self.entries.popleft()
        self.size -= first.message.size
        self.forgotten = first.position.number

    def forget_before(self, moment: float) -> None:
        while self.entries and self.entries[0].at < moment:
            self.forget_first()


class EventLog:
    def __init__(self, epoch: int, *, keep: float) -> None:
        """`epoch` tells this log from every earlier one; `keep` is for how many seconds an event is kept. Clients
        must have been given up before that: then a channel without events has nothing that anybody missed."""
        self._epoch = epoch
        self._keep = keep
        self._number = 0
        self._channels: dict[str, _Channel] = {}
        self._swept_at = 0.0

    @property
    def head(self) -> Position:
        """The position of the newest event."""
        return Position(self._epoch, self._number)

    def append(self, channel: str, message: Message, skip: str | None, now: float) -> Entry:
        self._number += 1
        entry = Entry(self.head, channel, message, skip, now)
        self._channels.setdefault(channel, _Channel()).add(entry)
        if now - self._swept_at > self._keep / 4:
            self._sweep(now)
        return entry

    def since(self, position: Position, channels: Iterable[str]) -> list[Entry] | None:
        """Everything on these channels after `position`, in order; None when not all of it is known any longer."""
        if position.epoch != self._epoch or position.number > self._number:
            return None
        missed: list[Entry] = []
        for name in channels:
            channel = self._channels.get(name)
            if channel is None:
                continue
            if channel.forgotten > position.number:
                return None
            missed += _after(channel.entries, position)
        return sorted(missed, key=lambda entry: entry.position)

    def _sweep(self, now: float) -> None:
        self._swept_at = now
        for channel in self._channels.values():
            channel.forget_before(now - self._keep)
        self._channels = {name: channel for name, channel in self._channels.items() if channel.entries}


def _after(entries: deque[Entry], position: Position) -> list[Entry]:
    """From the newest backwards: who comes back has missed little of much."""
    found: list[Entry] = []
    for entry in reversed(entries):
        if entry.position <= position:
            break
        found.append(entry)
    return found
