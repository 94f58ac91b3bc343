"""What an application gives the server: who may connect, what each event does, and ears for presence."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar

import msgspec

from eduverse.realtime.hub import PresenceListener
from eduverse.realtime.parking import Seat
from eduverse.realtime.sockets import Socket

__all__ = ["Application", "ConnectRefused", "Handler", "Route"]

P = TypeVar("P", bound=msgspec.Struct)
Reply = msgspec.Struct | None
Handler = Callable[[Socket, P], Reply] | Callable[[Socket, P], Awaitable[Reply]]


class ConnectRefused(Exception):
    """Why somebody may not connect; the client's `connect_error` has this message, and `data` beside it."""

    def __init__(self, message: str, data: Mapping[str, Any] | None = None) -> None:
        self.message = message
        self.data = data
        super().__init__(message)


class Route(Generic[P]):
    """What becomes of one event.

    Its argument is decoded straight into `payload`; a handler of `Arguments` gets all of them as they are. A handler
    that is a coroutine function runs in the order of the socket's events and holds up no other socket; any other is
    called at once, before what still waits, and must not take long. What it returns goes to a client that asked for
    an acknowledgement, None as `Accepted`; a `Problem` it raises goes there as `Refused`. `rate` names the class of
    events whose limit it shares.
    """

    __slots__ = ("handler", "payload", "rate")

    def __init__(self, payload: type[P], handler: "Handler[P]", *, rate: str | None = None) -> None:
        self.payload = payload
        self.handler = handler
        self.rate = rate


class Application(PresenceListener[Socket], Protocol):
    @property
    def routes(self) -> Mapping[str, Route[Any]]:
        """Event -> route. Read once, when the server is made."""
        ...

    async def connect(self, socket: Socket, auth: Any, /) -> None:
        """Lets a socket in, having set its `user` and `principal`; may join rooms and emit.

        `auth` is the object the client sent, empty when it sent none. Raises `ConnectRefused`, or a `Problem`, whose
        `code` and `status` the client then finds in the error's data.
        """
        ...

    async def resume(self, socket: Socket, seats: Sequence[Seat], /) -> bool:
        """A socket that was let in takes the place of one whose connection was lost, and that sat in these rooms.

        Joins them again, having asked again whether its person may be there, and returns True. False, having joined
        none, makes it a socket like any other: its client is told that nothing was recovered.
        """
        ...

    async def disconnect(self, socket: Socket, reason: str, /) -> None:
        """A socket that was let in is gone, after everything it still sent was handled.

        The reasons are the reference server's (`transport close`, `ping timeout`, `client namespace disconnect` …)
        and `slow`, of a client that did not take what it was sent.
        """
        ...
