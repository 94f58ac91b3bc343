"""State that all servers of a campus keep alike: who talks in a room, say, whichever server holds their connections.

Nobody changes such state directly. What is to change it is stated, and applied when it comes back from the one order
in which every server hears every statement; so all come to the same, and of two that want the last free place the one
that is earlier in the order has it. With one server, a statement is a function call.
"""

from collections.abc import Awaitable
from typing import Any, Protocol

__all__ = ["Order", "Replica"]


class Replica(Protocol):
    """One kind of such state. It depends on nothing but what was applied to it."""

    def apply(self, said: bytes, *, ours: bool) -> Any:
        """A statement; what is returned goes to who made it. `ours`: it was made here, so people are told from here."""
        ...

    def gone(self, socket_id: str, *, ours: bool) -> None:
        """Whatever was stated about this tab holds no longer: it left its room, or its server is gone. `ours`: people
        are told from here."""
        ...

    def snapshot(self) -> bytes:
        """All of it, for a server that begins to listen."""
        ...

    def restore(self, state: bytes) -> None:
        """Takes another server's snapshot in place of what is here."""
        ...


class Order(Protocol):
    def follow(self, topic: str, replica: Replica) -> None:
        """What is stated under this topic is applied to it. To be called before the server begins to listen."""
        ...

    def state(self, topic: str, said: bytes, *, socket_id: str | None = None) -> Awaitable[Any]:
        """States something, about one of our tabs if it is to end with it. Stated it is at once, in the order of the
        calls; who awaits it gets what our replica returned."""
        ...
