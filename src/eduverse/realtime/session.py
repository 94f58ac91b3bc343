"""One client's engine session: what it may do next, as a table.

Theory of operation. A session is opened over long-polling or over a websocket. Over long-polling the client may
bring a second transport, a websocket called the candidate, and move over in three steps: it probes the candidate
(`2probe`, answered `3probe`), the server releases the poll that is waiting (`6`), the client commits (`5`). Until
it commits, long-polling carries the session, and a candidate that fails costs nothing.

The server asks for a sign of life (`2`) every interval and ends the session when none (`3`) came in time.

An error of the peer ends the session at once. An orderly close by the server has to reach the client first: over
long-polling the session stays `CLOSING` until a poll has taken it.

The table says all of this. A missing entry is an illegal input: one `ProtocolError`. The session reads no clock and
sends nothing: inputs come with `now`, outputs tell the connection what to do, `deadline` tells when to come again.
Sections are those of the Engine.IO protocol, 4th version.
"""

import enum
import math
from collections.abc import Mapping
from typing import Final, NamedTuple

from eduverse.realtime.wire.errors import ProtocolError

__all__ = ["TABLE", "Input", "Output", "Session", "State", "Step", "Timing"]


class State(enum.IntEnum):
    POLLING = enum.auto()
    PROBING = enum.auto()
    """A candidate is open and has not been probed."""
    UPGRADING = enum.auto()
    """The candidate works; polls are released until the client commits to it."""
    WEBSOCKET = enum.auto()
    CLOSING = enum.auto()
    """Over for the application; the next poll takes the close packet."""
    CLOSED = enum.auto()


class Input(enum.IntEnum):
    # Packets on the transport that carries the session (Protocol: packet types), in the order of their ids.
    OPEN = 0
    CLOSE = 1
    PING = 2
    PONG = 3
    MESSAGE = 4
    UPGRADE = 5
    NOOP = 6
    # The candidate (Upgrade).
    CANDIDATE_OPENED = enum.auto()
    CANDIDATE_PROBED = enum.auto()
    CANDIDATE_COMMITTED = enum.auto()
    CANDIDATE_FAILED = enum.auto()
    """It was lost, or carried anything else."""
    # The transport itself.
    MALFORMED = enum.auto()
    OVERLAP = enum.auto()
    """A second request of the same method at the same time (Sending data, Receiving data)."""
    LOST = enum.auto()
    # The server.
    SHUT = enum.auto()
    DRAINED = enum.auto()
    """A poll has taken the close packet."""
    FAILED = enum.auto()
    """The client cannot be served any longer, and is not waited for."""
    # Time.
    PING_DUE = enum.auto()
    PONG_OVERDUE = enum.auto()
    UPGRADE_OVERDUE = enum.auto()
    CLOSE_OVERDUE = enum.auto()


class Output(enum.IntEnum):
    DELIVER = enum.auto()
    """Hand the message to the protocol above."""
    PING = enum.auto()
    ANSWER_PROBE = enum.auto()
    RELEASE_POLL = enum.auto()
    """Answer the waiting poll, if there is one, with a noop."""
    SWITCH = enum.auto()
    """The candidate carries the session from here on, beginning with what still waits."""
    DROP_CANDIDATE = enum.auto()
    CLOSE_TRANSPORT = enum.auto()
    """Orderly: what was sent before arrives first."""
    ABORT_TRANSPORT = enum.auto()
    END = enum.auto()
    """Tell the protocol above that it is over, and why."""
    FORGET = enum.auto()
    """No request with this session id is valid any longer."""


class Step(NamedTuple):
    state: State
    outputs: tuple[Output, ...] = ()
    reason: str = ""


def _ended(reason: str, *outputs: Output) -> Step:
    return Step(State.CLOSED, (*outputs, Output.END, Output.FORGET), reason)


def _carrying(state: State) -> dict[Input, Step]:
    """What holds in every state in which a transport carries the session."""
    return {
        Input.CLOSE: _ended("transport close", Output.RELEASE_POLL, Output.DROP_CANDIDATE, Output.CLOSE_TRANSPORT),
        Input.PONG: Step(state),
        Input.MESSAGE: Step(state, (Output.DELIVER,)),
        Input.NOOP: Step(state),
        Input.MALFORMED: _ended("parse error", Output.DROP_CANDIDATE, Output.CLOSE_TRANSPORT),
        Input.OVERLAP: _ended("transport error", Output.DROP_CANDIDATE, Output.CLOSE_TRANSPORT),
        Input.LOST: _ended("transport close", Output.DROP_CANDIDATE, Output.ABORT_TRANSPORT),
        Input.FAILED: _ended("transport error", Output.DROP_CANDIDATE, Output.ABORT_TRANSPORT),
        Input.PING_DUE: Step(state, (Output.PING,)),
        Input.PONG_OVERDUE: _ended("ping timeout", Output.DROP_CANDIDATE, Output.CLOSE_TRANSPORT),
    }


_SHUT_POLLING = Step(State.CLOSING, (Output.DROP_CANDIDATE, Output.END, Output.CLOSE_TRANSPORT), "forced close")
_BACK_TO_POLLING = Step(State.POLLING, (Output.DROP_CANDIDATE,))
_LATE = [happened for happened in Input if happened is not Input.CANDIDATE_OPENED]
"""What may still come when a session is over, and no longer means anything."""

TABLE: Final[Mapping[State, Mapping[Input, Step]]] = {
    State.POLLING: {
        **_carrying(State.POLLING),
        Input.CANDIDATE_OPENED: Step(State.PROBING),
        Input.SHUT: _SHUT_POLLING,
    },
    State.PROBING: {
        **_carrying(State.PROBING),
        Input.CANDIDATE_PROBED: Step(State.UPGRADING, (Output.ANSWER_PROBE, Output.RELEASE_POLL)),
        Input.CANDIDATE_FAILED: _BACK_TO_POLLING,
        Input.UPGRADE_OVERDUE: _BACK_TO_POLLING,
        Input.SHUT: _SHUT_POLLING,
    },
    State.UPGRADING: {
        **_carrying(State.UPGRADING),
        Input.CANDIDATE_PROBED: Step(State.UPGRADING, (Output.ANSWER_PROBE,)),
        Input.CANDIDATE_COMMITTED: Step(State.WEBSOCKET, (Output.SWITCH,)),
        Input.CANDIDATE_FAILED: _BACK_TO_POLLING,
        Input.UPGRADE_OVERDUE: _BACK_TO_POLLING,
        Input.SHUT: _SHUT_POLLING,
    },
    State.WEBSOCKET: {
        **_carrying(State.WEBSOCKET),
        Input.SHUT: Step(State.CLOSED, (Output.END, Output.CLOSE_TRANSPORT, Output.FORGET), "forced close"),
    },
    State.CLOSING: {
        **{late: Step(State.CLOSING) for late in _LATE},
        Input.DRAINED: Step(State.CLOSED, (Output.FORGET,)),
        Input.CLOSE: Step(State.CLOSED, (Output.RELEASE_POLL, Output.FORGET)),
        Input.LOST: Step(State.CLOSED, (Output.FORGET,)),
        Input.OVERLAP: Step(State.CLOSED, (Output.FORGET,)),
        Input.CLOSE_OVERDUE: Step(State.CLOSED, (Output.FORGET,)),
    },
    State.CLOSED: {late: Step(State.CLOSED) for late in _LATE},
}


class Timing(NamedTuple):
    """Seconds."""

    ping_interval: float
    ping_timeout: float
    upgrade_timeout: float
    close_timeout: float


class Session:
    """The state of one session and the moments at which something is due."""

    __slots__ = ("_close_by", "_ping_at", "_pong_by", "_timing", "_upgrade_by", "state")

    def __init__(self, state: State, timing: Timing, now: float) -> None:
        self.state = state
        self._timing = timing
        self._ping_at = now + timing.ping_interval
        self._pong_by = math.inf
        self._upgrade_by = math.inf
        self._close_by = math.inf

    @property
    def carrying(self) -> bool:
        """Whether a message is simply to be delivered."""
        return self.state < State.CLOSING

    @property
    def deadline(self) -> float:
        """When `due` will have an input; infinity when never."""
        return min(self._ping_at, self._pong_by, self._upgrade_by, self._close_by)

    def due(self, now: float) -> Input | None:
        """The input that time itself has brought. Feed it, then ask again."""
        for moment, late in (
            (self._close_by, Input.CLOSE_OVERDUE),
            (self._pong_by, Input.PONG_OVERDUE),
            (self._upgrade_by, Input.UPGRADE_OVERDUE),
            (self._ping_at, Input.PING_DUE),
        ):
            if moment <= now:
                return late
        return None

    def feed(self, happened: Input, now: float) -> Step:
        """Takes one step. Raises `ProtocolError`, and changes nothing, when the table has no entry for it."""
        step = TABLE[self.state].get(happened)
        if step is None:
            raise ProtocolError(f"{happened.name} is not allowed in {self.state.name}")
        if happened is not Input.MESSAGE:
            self.state = step.state
            self._reschedule(happened, now)
        return step

    def _reschedule(self, happened: Input, now: float) -> None:
        """Heartbeat: a ping at every interval, and none while one is unanswered."""
        match happened:
            case Input.PING_DUE:
                self._ping_at, self._pong_by = math.inf, self._asked(now) + self._timing.ping_timeout
            case Input.PONG if self._pong_by < math.inf:
                asked = self._pong_by - self._timing.ping_timeout
                self._ping_at, self._pong_by = max(now, asked + self._timing.ping_interval), math.inf
            case Input.CANDIDATE_OPENED:
                self._upgrade_by = now + self._timing.upgrade_timeout
        if self.state not in {State.PROBING, State.UPGRADING}:
            self._upgrade_by = math.inf
        if self.state is State.CLOSING and self._close_by == math.inf:
            self._close_by = now + self._timing.close_timeout
        if self.state in {State.CLOSING, State.CLOSED}:
            self._ping_at = self._pong_by = math.inf
        if self.state is State.CLOSED:
            self._close_by = math.inf

    def _asked(self, now: float) -> float:
        """When a ping that leaves now was due, for that is when it counts as sent: a loop that is a moment late puts
        nothing off. One that stood still for longer does, or nobody would have the time to answer.
        """
        return max(min(self._ping_at, now), now - self._timing.ping_timeout / 4)
