"""State of the application that all servers keep alike (see `vocabulary.replicas`).

A server states something about one of its sockets; the bus brings it to every server in one order, and each applies it
to its replica. Which server a socket is at is remembered with it: when that server is gone, so is what was stated
about its sockets.

A server that begins to listen is behind. It keeps what it reads after its own hello until one of the others tells it
how things stood at that hello, and catches up from there. Where nobody can tell, there was nothing.
"""

import asyncio
from collections.abc import Callable
from itertools import count
from typing import Any

import msgspec

from eduverse.kernel.structs import Struct
from eduverse.realtime.declarations import Briefing, Declaration, Ended, Hello, NodeGone, Stated
from eduverse.vocabulary.replicas import Replica

__all__ = ["Replicas"]

_Change = Stated | Ended | NodeGone


class _State(Struct, frozen=True, kw_only=True):
    """What one server tells another that has begun to listen."""

    holders: dict[str, str]
    topics: dict[str, bytes]


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_State).decode


class Replicas:
    def __init__(self, node: str, declare: Callable[[Declaration], None], *, alone: bool) -> None:
        self.node = node
        self._declare = declare
        self._replicas: dict[str, Replica] = {}
        self._holders: dict[str, str] = {}
        """Socket -> the server it is at, of those about which something was stated."""
        self._ours: set[str] = set()
        """Sockets of ours about which something was stated, and may be on its way."""
        self._missed: list[_Change] | None = None if alone else []
        """What was read while we are behind."""
        self._numbers = count(1)
        self._waiting: dict[int, asyncio.Future[Any]] = {}

    def follow(self, topic: str, replica: Replica) -> None:
        self._replicas[topic] = replica

    def state(self, topic: str, said: bytes, *, socket_id: str | None = None) -> "asyncio.Future[Any]":
        """The future has what our replica returns when the statement comes back."""
        number = next(self._numbers)
        waiting = self._waiting[number] = asyncio.get_running_loop().create_future()
        if socket_id is not None:
            self._ours.add(socket_id)
        self._declare(Stated(node=self.node, number=number, topic=topic, said=said, socket=socket_id))
        return asyncio.shield(waiting)

    def end(self, socket_id: str) -> None:
        """What was stated about a socket of ours holds no longer."""
        if socket_id in self._ours:
            self._ours.discard(socket_id)
            self._declare(Ended(node=self.node, socket=socket_id))

    def obey(self, declared: Declaration) -> None:
        """What comes back from the bus; what is about presence is for the `hub`."""
        match declared:
            case Hello(node=node) if node == self.node:
                self._missed = []  # what we have read before is in what we shall be told
            case Hello(node=node):
                self._declare(self._briefing(node))
            case Briefing(to=to) if to == self.node:
                self._catch_up(declared)
            case Stated() | Ended() | NodeGone():
                if self._missed is None:
                    self._apply(declared)
                else:
                    self._missed.append(declared)

    # --- inside ---------------------------------------------------------------------------------------------

    def _apply(self, change: _Change) -> None:
        match change:
            case Stated(node=node, socket=socket_id):
                if socket_id is not None:
                    self._holders[socket_id] = node
                self._settle(change)
            case Ended(node=node, socket=socket_id):
                if self._holders.get(socket_id) == node:  # else it has come back to another server since
                    self._drop(socket_id, ours=node == self.node)
            case NodeGone(node=node, by=by):
                for socket_id in [held for held, holder in self._holders.items() if holder == node]:
                    self._drop(socket_id, ours=by == self.node)

    def _settle(self, stated: Stated) -> None:
        """Applies a statement, and has who made it here know what came of it."""
        ours = stated.node == self.node
        waiting = self._waiting.pop(stated.number, None) if ours else None
        replica = self._replicas.get(stated.topic)
        try:
            outcome = None if replica is None else replica.apply(stated.said, ours=ours)
        except Exception as error:
            if waiting is None:
                raise
            waiting.set_exception(error)
        else:
            if waiting is not None:
                waiting.set_result(outcome)

    def _drop(self, socket_id: str, *, ours: bool) -> None:
        del self._holders[socket_id]
        for replica in self._replicas.values():
            replica.gone(socket_id, ours=ours)

    def _briefing(self, newcomer: str) -> Briefing:
        state = None
        if self._missed is None:
            topics = {topic: replica.snapshot() for topic, replica in self._replicas.items()}
            state = _encode(_State(holders=self._holders, topics=topics))
        holders = tuple(sorted(set(self._holders.values())))
        return Briefing(node=self.node, to=newcomer, state=state, nodes=holders)

    def _catch_up(self, briefing: Briefing) -> None:
        """A server that is behind itself knows nothing; our own word is that nobody knows anything."""
        if self._missed is None or (briefing.state is None and briefing.node != self.node):
            return
        if briefing.state is not None:
            state = _decode(briefing.state)
            self._holders = dict(state.holders)
            for topic, known in state.topics.items():
                if topic in self._replicas:
                    self._replicas[topic].restore(known)
        missed, self._missed = self._missed, None
        failed = []
        for change in missed:
            try:
                self._apply(change)
            except Exception as error:  # one that cannot be applied keeps us from none of the others
                failed.append(error)
        if failed:
            raise ExceptionGroup("statements cannot be applied", failed)
