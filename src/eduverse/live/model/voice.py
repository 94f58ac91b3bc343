"""Who is in the voice of which room, and who hears whom. Pure; lost with the process, as the connections are."""

import math
from typing import NamedTuple

from eduverse.vocabulary.messages import VoicePeer

__all__ = ["EARSHOT", "MESH_LIMIT", "Peer", "Voices", "in_earshot"]

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


class _Voice:
    def __init__(self) -> None:
        self.peers: dict[str, Peer] = {}
        self.served = False


class Voices:
    """The peers by room. A room that went over to the media server stays there until its voice is empty."""

    def __init__(self) -> None:
        self._rooms: dict[str, _Voice] = {}
        self._places: dict[str, str] = {}
        """Peer -> room."""

    def peers(self, classroom_id: str) -> list[Peer]:
        """In the order in which they joined."""
        room = self._rooms.get(classroom_id)
        return list(room.peers.values()) if room else []

    def get(self, classroom_id: str, peer_id: str) -> Peer | None:
        room = self._rooms.get(classroom_id)
        return room.peers.get(peer_id) if room else None

    def is_served(self, classroom_id: str) -> bool:
        """Whether the room's voice goes through the media server."""
        room = self._rooms.get(classroom_id)
        return room is not None and room.served

    def has_place_in_mesh(self, classroom_id: str, peer_id: str) -> bool:
        others = sum(peer.peer_id != peer_id for peer in self.peers(classroom_id))
        return not self.is_served(classroom_id) and others < MESH_LIMIT

    def join(self, classroom_id: str, peer: Peer, *, served: bool) -> bool:
        """Whether the peer is new there."""
        room = self._rooms.setdefault(classroom_id, _Voice())
        new = peer.peer_id not in room.peers
        room.peers[peer.peer_id] = peer
        self._places[peer.peer_id] = classroom_id
        room.served = served
        return new

    def leave(self, peer_id: str) -> tuple[str, Peer] | None:
        """The room and the peer that left it; None when it was in no voice."""
        classroom_id = self._places.get(peer_id)
        if classroom_id is None:
            return None
        return classroom_id, self._drop(classroom_id, peer_id)

    def leave_all(self, classroom_id: str, user_id: str) -> list[Peer]:
        """Everything that a person had in the room's voice."""
        gone = [peer.peer_id for peer in self.peers(classroom_id) if peer.user_id == user_id]
        return [self._drop(classroom_id, peer_id) for peer_id in gone]

    def _drop(self, classroom_id: str, peer_id: str) -> Peer:
        room = self._rooms[classroom_id]
        del self._places[peer_id]
        peer = room.peers.pop(peer_id)
        if not room.peers:
            del self._rooms[classroom_id]
        return peer


def in_earshot(one: Position | None, other: Position | None) -> bool:
    """Whoever stands nowhere hears nobody."""
    return one is not None and other is not None and math.dist(one, other) <= EARSHOT
