"""Whom an event reaches: channels, and the sockets that listen to them.

An event goes to a channel: a room, a group within a room, a person, a socket. A socket listens to its own channel and
its person's, and to those of the rooms it has joined. The bus brings events to channels in one order for everybody.
"""

from collections.abc import Iterable, Set
from typing import Generic, Protocol, TypeVar

import msgspec

from eduverse.realtime.bus import Bus
from eduverse.realtime.log import Position
from eduverse.realtime.parking import Seat
from eduverse.realtime.ticker import Receiver
from eduverse.realtime.wire.events import Message, encode_message
from eduverse.realtime.wire.frames import Frame

__all__ = ["Channels", "Listener", "channels_of", "socket_channel", "user_channel"]


class Listener(Receiver, Protocol):
    """A receiver that listens to channels."""

    channels: set[str]

    def deliver(self, frame: Frame, position: Position | None) -> None:
        """An event of a channel."""
        ...


L = TypeVar("L", bound=Listener)


def room_channel(room: str, group: str | None = None) -> str:
    return f"room:{room}" if group is None else f"room:{room}:{group}"


def user_channel(user: str) -> str:
    return f"user:{user}"


def socket_channel(socket_id: str) -> str:
    return f"socket:{socket_id}"


def channels_of(seat: Seat) -> list[str]:
    return [room_channel(seat.room), *(room_channel(seat.room, group) for group in seat.groups)]


class Channels(Generic[L]):
    """Publishes events and delivers them. Nothing here waits for the network.

    An event is encoded once for all who receive it. The payload's struct is the event's only argument.
    """

    bus: Bus
    """Given once it is there: the bus is made with our `deliver`."""

    def __init__(self, *, offsets: bool) -> None:
        """With `offsets`, events tell their position, by which a client that comes back says what it has."""
        self._offsets = offsets
        self._listeners: dict[str, dict[L, None]] = {}

    def listen(self, listener: L, channel: str) -> None:
        self._listeners.setdefault(channel, {})[listener] = None
        listener.channels.add(channel)

    def unlisten(self, listener: L, channels: Iterable[str]) -> None:
        for channel in channels:
            listener.channels.discard(channel)
            rest = self._listeners.get(channel, {})
            rest.pop(listener, None)
            if not rest:
                self._listeners.pop(channel, None)

    def listeners(self, channel: str) -> Set[L]:
        return self._listeners.get(channel, {}).keys()

    def emit_to_room(
        self,
        room: str,
        event: str,
        payload: msgspec.Struct,
        *,
        group: str | None = None,
        skip: str | None = None,
        volatile: bool = False,
    ) -> None:
        """To the room, or a group in it, but not to the user `skip`. What is `volatile` is worth nothing later: who
        is behind, or away, never hears it."""
        self.bus.publish(room_channel(room, group), encode_message(event, payload), skip=skip, volatile=volatile)

    def emit_to_user(self, user: str, event: str, payload: msgspec.Struct) -> None:
        """To everything this person has open."""
        self.bus.publish(user_channel(user), encode_message(event, payload))

    def emit_to_socket(self, socket_id: str, event: str, payload: msgspec.Struct) -> None:
        self.bus.publish(socket_channel(socket_id), encode_message(event, payload))

    def deliver(self, channel: str, message: Message, skip: str | None, position: Position | None) -> None:
        """What the bus brings. An event without a position is volatile."""
        frames = _Frames(message, position if self._offsets else None)
        for listener in self._listeners.get(channel, ()):
            if listener.user != skip and (position is not None or listener.idle):
                listener.deliver(frames[listener.namespace], position)


class _Frames(dict[str, Frame]):
    """One message by namespace, encoded when the first socket there needs it."""

    def __init__(self, message: Message, position: Position | None) -> None:
        self._message = message
        self._offset = None if position is None else str(position)

    def __missing__(self, namespace: str) -> Frame:
        frame = self[namespace] = self._message.frame(namespace, offset=self._offset)
        return frame
