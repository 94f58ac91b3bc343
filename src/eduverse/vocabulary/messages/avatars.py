"""Where people stand and what their bodies do."""

from typing import Annotated, Literal

from msgspec import Meta

from eduverse.kernel.structs import Input, Struct

__all__ = ["AvatarActed", "AvatarAction", "AvatarMove", "AvatarMoved", "AvatarsMoved"]

Metres = Annotated[float, Meta(ge=-500, le=500)]
Position = tuple[Metres, Metres, Metres]
"""x (right), y (up), z (towards the viewer), in metres from the middle of the room's floor."""

Heading = Annotated[float, Meta(ge=-7, le=7)]
"""Turn about the y axis in radians; 0 looks along +z."""

Gesture = Literal["wave", "clap", "nod", "dance", "sit", "stand"]


class AvatarMove(Input, frozen=True, kw_only=True):
    position: Position
    rotation: Heading


class AvatarMoved(Struct, frozen=True, kw_only=True):
    user_id: str
    position: tuple[float, float, float]
    rotation: float


class AvatarsMoved(Struct, frozen=True, kw_only=True):
    """Everybody who moved since the room's last tick."""

    time: int
    """The server's milliseconds, by which the client spaces what it draws."""
    avatars: list[AvatarMoved]


class AvatarAction(Input, frozen=True, kw_only=True):
    action: Gesture


class AvatarActed(Struct, frozen=True, kw_only=True):
    user_id: str
    action: Gesture
