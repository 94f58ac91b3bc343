"""What servers tell each other, in one order for all of them (see `bus`)."""

from typing import NamedTuple

from eduverse.kernel.structs import Struct
from eduverse.realtime.rooms import LeftReason

__all__ = [
    "Absent",
    "Briefing",
    "Claimed",
    "Declaration",
    "Ended",
    "Expelled",
    "Hello",
    "NodeGone",
    "Present",
    "SignedOut",
    "Spot",
    "Stated",
]

Position = tuple[float, float, float]


class Spot(NamedTuple):
    """Where somebody stands who comes in: metres, and radians about the y axis."""

    position: Position
    rotation: float


class Present(Struct, frozen=True, kw_only=True, tag=True):
    """Somebody is in a room through a server. Declaring it again changes nothing."""

    node: str
    room: str
    user: str
    handle: int
    """Whom the avatar plane means; that of the declaration which brought the person in is theirs everywhere."""
    spot: Spot
    card: bytes = b""
    """What the application wants all servers to know of them."""


class Absent(Struct, frozen=True, kw_only=True, tag=True):
    """Somebody is no longer in a room through a server."""

    node: str
    room: str
    user: str
    reason: LeftReason


class NodeGone(Struct, frozen=True, kw_only=True, tag=True):
    """A server has not been heard of for too long: nobody is anywhere through it."""

    node: str
    by: str
    """Who noticed, and tells the application of those who have left by it."""


class Hello(Struct, frozen=True, kw_only=True, tag=True):
    """A server has begun to listen: the others declare once more who is present through them, and brief it."""

    node: str


class Expelled(Struct, frozen=True, kw_only=True, tag=True):
    """Somebody is to be taken out of a room on every server, with everything they have open there."""

    room: str
    user: str
    reason: LeftReason
    why: str
    """For the application."""


class SignedOut(Struct, frozen=True, kw_only=True, tag=True):
    """What somebody signed in by no longer holds: their sockets are sent away on every server."""

    login: str


class Claimed(Struct, frozen=True, kw_only=True, tag=True):
    """A session whose client has come back to another server: whoever holds its old connection lets go of it."""

    pid: str
    node: str


class Stated(Struct, frozen=True, kw_only=True, tag=True):
    """The application of a server states something that all are to apply (see `replicas`)."""

    node: str
    number: int
    """Counts what this server has stated."""
    topic: str
    said: bytes
    socket: str | None
    """The socket of that server which it is about, and with which it ends."""


class Ended(Struct, frozen=True, kw_only=True, tag=True):
    """What a server stated about one of its sockets holds no longer."""

    node: str
    socket: str


class Briefing(Struct, frozen=True, kw_only=True, tag=True):
    """How the application's replicas stood when a server said hello; for that server alone."""

    node: str
    to: str
    state: bytes | None
    """None from a server that does not know; from the new one itself, when nobody does."""
    nodes: tuple[str, ...] = ()
    """Whose sockets are in it: they may be gone without having been heard of again."""


Declaration = Present | Absent | NodeGone | Hello | Expelled | SignedOut | Claimed | Stated | Ended | Briefing
