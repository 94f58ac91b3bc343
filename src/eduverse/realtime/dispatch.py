"""From an event's packet to its handler, and back as an acknowledgement."""

import inspect
from collections.abc import Mapping
from typing import Any, Final

import msgspec
import structlog

from eduverse.kernel.errors import Problem
from eduverse.realtime.application import Route
from eduverse.realtime.sockets import Socket
from eduverse.realtime.wire.events import InvalidPayload, PayloadDecoder, encode_ack, event_name
from eduverse.realtime.wire.packets import Packet
from eduverse.vocabulary.messages import Accepted, Refused

__all__ = ["Dispatcher"]

_log = structlog.get_logger(__name__)

_ACCEPTED: Final = Accepted()
_UNKNOWN: Final = Refused(code="unknown-event", message="There is no such event")
_TOO_FAST: Final = Refused(code="too-fast", message="Too many events in a short time; try again in a moment")
_INTERNAL: Final = Refused(code="internal", message="Something went wrong on our side; try again")


class _Compiled:
    """A route with its decoder made and its kind of handler known."""

    __slots__ = ("decoder", "handler", "inline", "name", "rate")

    def __init__(self, name: str, route: Route[Any]) -> None:
        self.name = name
        self.rate = route.rate
        self.handler: Any = route.handler
        self.inline = not inspect.iscoroutinefunction(route.handler)
        self.decoder = PayloadDecoder(route.payload)


class Dispatcher:
    """Every event that asks for an acknowledgement gets exactly one; one that does not gets none."""

    def __init__(self, routes: Mapping[str, Route[Any]], *, max_pending: int) -> None:
        self._routes = {name.encode(): _Compiled(name, route) for name, route in routes.items()}
        self._max_pending = max_pending

    def receive(self, socket: Socket, packet: Packet, now: float) -> None:
        """Handles an event, or puts it in the socket's lane. Raises `ProtocolError`."""
        route = self._routes.get(packet.data[2 : packet.data.find(b'"', 2)]) or self._look_up(packet)
        if not socket.limits.take(None if route is None else route.rate, now):
            self._endure(socket, packet.id, now)
        elif route is None:
            _answer(socket, packet.id, _UNKNOWN)
        else:
            try:
                payload = route.decoder.decode(packet, route.name)
            except InvalidPayload as error:
                _answer(socket, packet.id, Refused(code="invalid", message=str(error)))
            else:
                self._handle(route, socket, payload, packet.id)

    def _look_up(self, packet: Packet) -> _Compiled | None:
        """For names that are not written as they are in the table: escaped, or in an array with spaces."""
        return self._routes.get(event_name(packet).encode())

    def _endure(self, socket: Socket, event_id: int | None, now: float) -> None:
        """Refuses an event that came too fast; who goes on all the same is sent away."""
        if socket.limits.endure(now):
            _answer(socket, event_id, _TOO_FAST)
        else:
            _log.warning("realtime_flood", user=socket.user, socket=socket.id)
            socket.session.close("flooding")

    def _handle(self, route: _Compiled, socket: Socket, payload: msgspec.Struct, event_id: int | None) -> None:
        if route.inline:
            try:
                reply = route.handler(socket, payload)
            except Exception as error:
                reply = _refusal(route.name, error)
            _answer(socket, event_id, reply)
        elif len(socket.lane) >= self._max_pending:
            _answer(socket, event_id, _TOO_FAST)
        else:
            socket.lane.push(lambda: _run(route, socket, payload, event_id))


async def _run(route: _Compiled, socket: Socket, payload: msgspec.Struct, event_id: int | None) -> None:
    try:
        reply = await route.handler(socket, payload)
    except Exception as error:
        reply = _refusal(route.name, error)
    _answer(socket, event_id, reply)


def _answer(socket: Socket, event_id: int | None, reply: msgspec.Struct | None) -> None:
    if event_id is None:
        return
    try:
        frame = encode_ack(event_id, _ACCEPTED if reply is None else reply, socket.namespace)
    except Exception as error:
        _log.error("realtime_reply_failed", exc_info=error)
        frame = encode_ack(event_id, _INTERNAL, socket.namespace)
    socket.send(frame)


def _refusal(event: str, error: Exception) -> Refused:
    """A problem is the caller's to know; anything else is ours, and only the log gets the details."""
    if isinstance(error, Problem):
        return Refused(code=error.slug, message=error.detail)
    _log.error("realtime_handler_failed", socket_event=event, exc_info=error)
    return _INTERNAL
