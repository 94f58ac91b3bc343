"""Who is in the voice of which room, and who hears whom. Pure; lost with the connections."""

import math
from collections.abc import Iterable
from typing import NamedTuple

from eduverse.kernel.structs import Struct
from eduverse.vocabulary.messages import VoicePeer

__all__ = ["EARSHOT", "MESH_LIMIT", "Join", "Joined", "Leave", "Peer", "Voice", "Voices", "in_earshot"]

Position = tuple[float, float, float]

EARSHOT = 8.0
"""Metres within which people hear each other."""

MESH_LIMIT = 4
"""How many browsers connect among themselves: each sends its voice to every other."""


class Peer(NamedTuple):
    """One tab that is in the voice of a room."""

    peer_id: str
    user_id: str
    name: str
    teaches: bool

    @property
    def public(self) -> VoicePeer:
        return VoicePeer(peer_id=self.peer_id, user_id=self.user_id, name=self.name)


class Join(Struct, frozen=True, kw_only=True, tag=True):
    """A tab wants to be in a room's voice."""

    classroom_id: str
    peer: Peer
    may_be_served: bool
    """Whether it would take a place at the media server, too."""


class Leave(Struct, frozen=True, kw_only=True, tag=True):
    peer_id: str


class Joined(NamedTuple):
    """What came of a join."""

    new: bool
    served: bool
    """Whether it is at the media server."""
    goes_over: bool
    """Whether the whole room has gone over to the media server by this."""
    others: list[Peer]


class Left(NamedTuple):
    classroom_id: str
    peer: Peer
    served: bool
    """Whether it was at the media server."""


class Voice(NamedTuple):
    """One room's, whole: how a server is told of it."""

    classroom_id: str
    served: bool
    peers: list[Peer]


class _Voice:
    def __init__(self, *, served: bool = False) -> None:
        self.peers: dict[str, Peer] = {}
        self.served = served


class Voices:
    """The peers by room. A room that went over to the media server stays there until its voice is empty."""

    def __init__(self, known: Iterable[Voice] = ()) -> None:
        self._rooms: dict[str, _Voice] = {}
        self._places: dict[str, str] = {}
        """Peer -> room."""
        for classroom_id, served, peers in known:
            self._rooms[classroom_id] = _Voice(served=served)
            for peer in peers:
                self._put(classroom_id, peer)

    def all(self) -> list[Voice]:
        return [Voice(room_id, room.served, list(room.peers.values())) for room_id, room in self._rooms.items()]

    def peers(self, classroom_id: str) -> list[Peer]:
        """In the order in which they joined."""
        room = self._rooms.get(classroom_id)
        return list(room.peers.values()) if room else []

    def get(self, classroom_id: str, peer_id: str) -> Peer | None:
        room = self._rooms.get(classroom_id)
        return room.peers.get(peer_id) if room else None

    def has_place_in_mesh(self, classroom_id: str, peer_id: str) -> bool:
        return not self._is_served(classroom_id) and len(self._others(classroom_id, peer_id)) < MESH_LIMIT

    def join(self, wish: Join) -> Joined | None:
        """None when there is no place that the peer would take."""
        classroom_id, peer = wish.classroom_id, wish.peer
        served = not self.has_place_in_mesh(classroom_id, peer.peer_id)
        if served and not wish.may_be_served:
            return None
        joined = Joined(
            new=self.get(classroom_id, peer.peer_id) is None,
            served=served,
            goes_over=served and not self._is_served(classroom_id),
            others=self._others(classroom_id, peer.peer_id),
        )
        self._rooms.setdefault(classroom_id, _Voice()).served = served
        self._put(classroom_id, peer)
        return joined

    def leave(self, peer_id: str) -> Left | None:
        """Who left; None when it was in no voice."""
        classroom_id = self._places.pop(peer_id, None)
        if classroom_id is None:
            return None
        room = self._rooms[classroom_id]
        peer = room.peers.pop(peer_id)
        if not room.peers:
            del self._rooms[classroom_id]
        return Left(classroom_id, peer, room.served)

    def _is_served(self, classroom_id: str) -> bool:
        """Whether the room's voice goes through the media server."""
        room = self._rooms.get(classroom_id)
        return room is not None and room.served

    def _others(self, classroom_id: str, peer_id: str) -> list[Peer]:
        return [peer for peer in self.peers(classroom_id) if peer.peer_id != peer_id]

    def _put(self, classroom_id: str, peer: Peer) -> None:
        self._rooms[classroom_id].peers[peer.peer_id] = peer
        self._places[peer.peer_id] = classroom_id


def in_earshot(one: Position | None, other: Position | None) -> bool:
    """Whoever stands nowhere hears nobody."""
    return one is not None and other is not None and math.dist(one, other) <= EARSHOT
