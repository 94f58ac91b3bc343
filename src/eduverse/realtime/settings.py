"""What an operator may turn. Durations are in seconds, sizes in bytes; the defaults are the reference server's."""

from eduverse.kernel.structs import Struct

__all__ = ["Settings"]


class Settings(Struct, frozen=True, kw_only=True):
    path: str = "/socket.io/"
    origins: frozenset[str] = frozenset()
    """Origins other than our own that may connect, as browsers write them: `https://school.example`."""

    ping_interval: float = 25.0
    ping_timeout: float = 20.0
    upgrade_timeout: float = 10.0
    close_timeout: float = 30.0
    """How long an orderly close waits for a long-polling client to come and take it."""
    connect_timeout: float = 45.0
    """How long a connection may stay without joining a namespace."""

    max_payload: int = 1_000_000
    max_attachments: int = 10
    max_buffered: int = 256 * 1024
    """What may wait for one client; a client with more is closed as `slow`."""
    max_pending_events: int = 64
    """Events of one socket that may wait for an earlier one's handler."""
    recovery_window: float = 0.0
    """How long somebody whose connection broke may come back as the same socket, and be told what they missed; 0 for
    no connection state recovery."""
    redis_url: str | None = None
    """Where several servers that are one campus meet; None when this one is alone."""
    redis_prefix: str = "eduverse"
    """What the names of everything we keep there begin with."""
    leave_grace: float = 10.0
    """How long somebody whose connection broke is still present."""
