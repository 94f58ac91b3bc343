"""A session on its transports: carries out what the session's table says.

Above it stands an `Upper`, the protocol that the messages are for; below it a `Transport`, or two while a client
moves from long-polling to a websocket.
"""

import asyncio
import math
from collections.abc import Callable
from typing import Protocol

import structlog

from eduverse.realtime.session import Input, Output, Session, State, Step
from eduverse.realtime.wire.engine import Packet, PacketType, decode_packet
from eduverse.realtime.wire.errors import ProtocolError
from eduverse.realtime.wire.frames import PING, PROBE_REPLY, Frame

__all__ = ["Connection", "Transport", "Upper"]

_log = structlog.get_logger(__name__)

_MESSAGE = b"4"
_INPUTS = tuple(Input(kind.value) for kind in PacketType)


class Transport(Protocol):
    """One way to the client. Nothing here waits: what cannot be sent now is kept, and counted."""

    @property
    def idle(self) -> bool:
        """Whether everything sent so far has left."""
        ...

    def send(self, frame: Frame) -> int:
        """Sends or keeps a frame; returns how many bytes are kept now."""
        ...

    def release(self) -> None:
        """Answers a waiting poll, if this transport has such a thing."""
        ...

    def take_over(self) -> list[Frame]:
        """Gives up what it still keeps, to the transport that follows it."""
        ...

    def close(self, reason: str) -> None:
        """Closes it after what was sent before."""
        ...

    def abort(self) -> None: ...


class Upper(Protocol):
    """The protocol that is carried. Its methods raise nothing but `ProtocolError`."""

    def text(self, data: bytes) -> None: ...

    def binary(self, data: bytes) -> None: ...

    def closed(self, reason: str) -> None:
        """The session is over. Comes once, and nothing comes after it."""
        ...


class Connection:
    """A client's session, its transport and its timer. Made open: the open packet is the first thing it sends."""

    __slots__ = (
        "_candidate",
        "_forget",
        "_loop",
        "_max_buffered",
        "_overflowing",
        "_reason",
        "_timer",
        "_timer_at",
        "session",
        "sid",
        "transport",
        "upper",
    )

    def __init__(
        self, sid: str, session: Session, transport: Transport, *, max_buffered: int, forget: Callable[[str], None]
    ) -> None:
        self.sid = sid
        self.session = session
        self.transport = transport
        self.upper: Upper | None = None
        self._candidate: Transport | None = None
        self._max_buffered = max_buffered
        self._forget = forget
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.TimerHandle | None = None
        self._timer_at = math.inf  # kept here: the handle of uvloop for a moment that has passed cannot tell
        self._reason: str | None = None
        self._overflowing = False
        self._arm()

    @property
    def open(self) -> bool:
        return self.session.state < State.CLOSING

    @property
    def idle(self) -> bool:
        """Whether the client has taken everything: what may be left out is only sent then."""
        return self.transport.idle

    def send(self, frame: Frame) -> None:
        """Sends a frame, of any size to a client that has taken the others; one that lets too much pile up before it
        is closed as `slow`.
        """
        waiting = self.transport.send(frame) - frame.size
        if waiting > self._max_buffered and not self._overflowing and self.open:
            self._overflowing = True
            self._loop.call_soon(self.fail, "slow")

    def close(self, reason: str = "forced close") -> None:
        """Orderly: what was sent before arrives first."""
        self._reason = self._reason or reason
        self.feed(Input.SHUT)

    def fail(self, reason: str = "transport error") -> None:
        """At once, and without waiting for the client."""
        self._reason = self._reason or reason
        self.feed(Input.FAILED)

    # --- from the transports ------------------------------------------------------------------------------

    def read(self, transport: Transport, data: bytes, *, binary: bool) -> None:
        """A websocket message. What a transport sends that carries nothing any longer is left unread."""
        if data[:1] == _MESSAGE and transport is self.transport and self.session.carrying and not binary:
            self._receive_text(data[1:])
            return
        try:
            packet = Packet(PacketType.MESSAGE, data, binary=True) if binary else decode_packet(data)
        except ProtocolError:
            self.violated(transport)
            return
        if transport is self.transport:
            self.receive(packet)
        elif transport is self._candidate:
            self._receive_on_candidate(packet)

    def violated(self, transport: Transport) -> None:
        """The client broke the rules of this transport, or of the packets on it."""
        if transport is self.transport:
            self.feed(Input.MALFORMED)
        elif transport is self._candidate:
            self.feed(Input.CANDIDATE_FAILED)

    def receive(self, packet: Packet) -> None:
        """A packet on the transport that carries the session. One that is not allowed ends it."""
        try:
            self.feed(_INPUTS[packet.type], packet)
        except ProtocolError:
            self.feed(Input.MALFORMED)
        except Exception as error:
            self._broke(error)

    def _receive_text(self, data: bytes) -> None:
        """The short way of a message, which in these states changes nothing and is delivered (`session.TABLE`)."""
        if self.upper is not None:
            try:
                self.upper.text(data)
            except ProtocolError:
                self.feed(Input.MALFORMED)
            except Exception as error:
                self._broke(error)

    def _broke(self, error: Exception) -> None:
        _log.error("realtime_connection_failed", exc_info=error)
        self.fail("server error")

    def _receive_on_candidate(self, packet: Packet) -> None:
        """Upgrade: a probe, then the commitment, and nothing else."""
        match packet:
            case Packet(type=PacketType.PING, data=b"probe"):
                happened = Input.CANDIDATE_PROBED
            case Packet(type=PacketType.UPGRADE):
                happened = Input.CANDIDATE_COMMITTED
            case _:
                happened = Input.CANDIDATE_FAILED
        try:
            self.feed(happened)
        except ProtocolError:
            self.feed(Input.CANDIDATE_FAILED)

    def offer(self, candidate: Transport) -> None:
        """A websocket for a session that is on long-polling. Raises `ProtocolError` when it may not have one."""
        self.feed(Input.CANDIDATE_OPENED)
        self._candidate = candidate

    def lost(self, transport: Transport) -> None:
        if transport is self.transport:
            self.feed(Input.LOST)
        elif transport is self._candidate:
            self.feed(Input.CANDIDATE_FAILED)

    def feed(self, happened: Input, packet: Packet | None = None) -> None:
        """One step of the session. Raises `ProtocolError` when it is illegal."""
        step = self.session.feed(happened, self._loop.time())
        for output in step.outputs:
            if output is Output.DELIVER:
                self._deliver(packet)
            else:
                _PERFORM[output](self, step)
        if happened is not Input.MESSAGE:
            self._arm()

    # --- what the session's outputs mean --------------------------------------------------------------------

    def _deliver(self, packet: Packet | None) -> None:
        if self.upper is None or packet is None:
            return
        if packet.binary:
            self.upper.binary(packet.data)
        else:
            self.upper.text(packet.data)

    def _ping(self, _: Step) -> None:
        self.send(PING)

    def _answer_probe(self, _: Step) -> None:
        if self._candidate is not None:
            self._candidate.send(PROBE_REPLY)

    def _release_poll(self, _: Step) -> None:
        self.transport.release()

    def _switch(self, _: Step) -> None:
        if self._candidate is None:
            return
        before, self.transport, self._candidate = self.transport, self._candidate, None
        before.release()
        for frame in before.take_over():
            self.send(frame)

    def _drop_candidate(self, _: Step) -> None:
        candidate, self._candidate = self._candidate, None
        if candidate is not None:
            candidate.close("upgrade failed")

    def _close_transport(self, step: Step) -> None:
        self.transport.close(self._reason or step.reason)

    def _abort_transport(self, _: Step) -> None:
        self.transport.abort()

    def _end(self, step: Step) -> None:
        upper, self.upper = self.upper, None
        if upper is not None:
            upper.closed(self._reason or step.reason)

    def _forget_me(self, _: Step) -> None:
        self._forget(self.sid)

    # --- time -----------------------------------------------------------------------------------------------

    def _arm(self) -> None:
        """Has a timer for the session's deadline: one of its own, moved only when the deadline comes nearer."""
        deadline = self.session.deadline
        if self._timer is not None:
            if self._timer_at <= deadline < math.inf:
                return
            self._timer.cancel()
        self._timer_at = deadline
        self._timer = self._loop.call_at(deadline, self._due) if deadline < math.inf else None

    def _due(self) -> None:
        self._timer = None
        while (happened := self.session.due(self._loop.time())) is not None:
            self.feed(happened)
        self._arm()


_PERFORM: dict[Output, Callable[[Connection, Step], None]] = {
    Output.PING: Connection._ping,
    Output.ANSWER_PROBE: Connection._answer_probe,
    Output.RELEASE_POLL: Connection._release_poll,
    Output.SWITCH: Connection._switch,
    Output.DROP_CANDIDATE: Connection._drop_candidate,
    Output.CLOSE_TRANSPORT: Connection._close_transport,
    Output.ABORT_TRANSPORT: Connection._abort_transport,
    Output.END: Connection._end,
    Output.FORGET: Connection._forget_me,
}
