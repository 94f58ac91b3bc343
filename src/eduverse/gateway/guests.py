"""Whom a socket belongs to, and what every server knows of somebody in a room."""

import msgspec

from eduverse.kernel.structs import Struct
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.principal import Principal, Standing
from eduverse.vocabulary.sockets import Caller, Place

__all__ = ["Card", "Guest"]


class Guest:
    """One socket's person, and the room this socket is in."""

    __slots__ = ("place", "principal", "socket_id")

    def __init__(self, principal: Principal, socket_id: str) -> None:
        self.principal = principal
        self.socket_id = socket_id
        self.place: Place | None = None

    @property
    def caller(self) -> Caller:
        return Caller(principal=self.principal, socket_id=self.socket_id, place=self.place)


class Card(Struct, frozen=True, kw_only=True):
    """Somebody in a room, as the others see them. It goes with their presence to every server."""

    name: str
    standing: Standing
    avatar_data: AvatarData

    @classmethod
    def of(cls, principal: Principal, standing: Standing) -> "Card":
        return cls(name=principal.name, standing=standing, avatar_data=principal.avatar_data)

    def encode(self) -> bytes:
        return msgspec.msgpack.encode(self)

    @classmethod
    def decode(cls, card: bytes) -> "Card":
        return msgspec.msgpack.decode(card, type=cls)
