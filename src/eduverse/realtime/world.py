"""The avatar plane of one room: where everybody stands. Pure: the time comes in as an argument.

The latest position wins. Every tick has a number, and every avatar carries the number of the tick that told of its
last move: so a client that missed some ticks is brought up to date by what moved `since` the last one it saw,
however many it missed.
"""

import math
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from eduverse.realtime.wire.avatars import Record, encode_record
from eduverse.vocabulary.messages import AvatarMove, AvatarMoved

__all__ = ["BUSY_PERIOD", "CROWD_PERIOD", "SMALL_PERIOD", "Avatar", "Bounds", "World"]

Position = tuple[float, float, float]

SMALL_ROOM: Final = 16
SMALL_PERIOD: Final = 1 / 20
CROWD_PERIOD: Final = 1 / 10
BUSY_PERIOD: Final = 1 / 5


class Bounds(NamedTuple):
    """What a body can do: stay in the room, and run. Metres, metres per second."""

    extent: float = 500.0
    max_speed: float = 15.0
    slack: float = 15.0
    """How far behind its own pace an avatar may have fallen, on a bad network, and catch up at once."""


class Avatar:
    """Where one person stands, and the two forms in which others are told."""

    __slots__ = ("at", "handle", "ours", "position", "reach", "record", "rotation", "spoken", "tick", "user")

    def __init__(self, user: str, handle: int) -> None:
        self.user = user
        self.handle = handle
        self.position: Position = (0.0, 0.0, 0.0)
        self.rotation = 0.0
        self.tick = 0
        """The tick that tells of the last move."""
        self.ours = False
        """Whether it was moved through this server last."""
        self.at = 0.0
        self.reach = 0.0
        self.record: bytes | None = None
        self.spoken: AvatarMoved | None = None
        """What others are told, in either form, once somebody has asked for it since the last move."""

    def stand(self, position: Position, rotation: float) -> None:
        self.position = position
        self.rotation = rotation
        self.record = self.spoken = None

    def as_record(self) -> bytes:
        if self.record is None:
            self.record = encode_record(self.handle, self.position, self.rotation)
        return self.record

    def as_message(self) -> AvatarMoved:
        if self.spoken is None:
            self.spoken = AvatarMoved(user_id=self.user, position=self.position, rotation=self.rotation)
        return self.spoken


class World:
    def __init__(self, bounds: Bounds = Bounds()) -> None:  # noqa: B008 (an immutable value)
        self._bounds = bounds
        self._avatars: dict[str, Avatar] = {}
        self._handles: dict[int, Avatar] = {}
        self._dirty: set[Avatar] = set()
        self.tick_number = 0
        self.changed = 0
        """The last tick in which anybody moved."""

    def __len__(self) -> int:
        return len(self._avatars)

    def __iter__(self) -> Iterator[Avatar]:
        return iter(self._avatars.values())

    @property
    def dirty(self) -> bool:
        """Whether somebody moved since the last tick."""
        return bool(self._dirty)

    def place(self, user: str, handle: int, position: Position, rotation: float, now: float) -> Avatar:
        """Puts an avatar somewhere, however far away it was. One that is there already keeps its handle."""
        avatar = self._avatars.get(user)
        if avatar is None:
            avatar = self._avatars[user] = self._handles[handle] = Avatar(user, handle)
        avatar.stand(position, rotation)
        avatar.at = now
        avatar.reach = self._bounds.slack
        self._dirty.add(avatar)
        return avatar

    def move(self, user: str, move: AvatarMove, now: float) -> Avatar | None:
        """Takes somebody's own word for where they are, as far as they can have come.

        What is accepted is the position itself, or the point on the way to it that was in reach. None when the
        numbers mean nothing, or when this person has no place in the room.
        """
        avatar = self._avatars.get(user)
        if avatar is None or not math.isfinite(sum(move.position) + move.rotation):
            return None
        avatar.stand(self._within_reach(avatar, self._inside(move.position), now), move.rotation)
        avatar.ours = True
        self._dirty.add(avatar)
        return avatar

    def follow(self, records: Iterable[Record]) -> None:
        """Takes over where avatars stand that somebody else has moved and checked; unknown ones are left out."""
        for handle, position, rotation in records:
            avatar = self._handles.get(handle)
            if avatar is not None:
                avatar.stand(position, rotation)
                avatar.ours = False
                self._dirty.add(avatar)

    def remove(self, user: str) -> None:
        avatar = self._avatars.pop(user, None)
        if avatar is not None:
            del self._handles[avatar.handle]
            self._dirty.discard(avatar)

    def where(self, user: str) -> Avatar | None:
        return self._avatars.get(user)

    def period(self, *, busy: bool = False) -> float:
        """Seconds between two ticks, by how many there are to tell and how the server bears it."""
        if busy:
            return BUSY_PERIOD
        return SMALL_PERIOD if len(self._avatars) <= SMALL_ROOM else CROWD_PERIOD

    def tick(self) -> int:
        """Closes the tick that is under way and returns its number."""
        self.tick_number += 1
        if self._dirty:
            self.changed = self.tick_number
            for avatar in self._dirty:
                avatar.tick = self.tick_number
            self._dirty.clear()
        return self.tick_number

    def since(self, tick: int) -> list[Avatar]:
        """Everybody of whom a client that saw this tick, and none after it, has to be told."""
        return [avatar for avatar in self._avatars.values() if avatar.tick > tick]

    def _inside(self, position: Position) -> Position:
        extent = self._bounds.extent
        x, y, z = position
        if max(x, y, z) <= extent and min(x, y, z) >= -extent:
            return position
        return (max(-extent, min(extent, x)), max(-extent, min(extent, y)), max(-extent, min(extent, z)))

    def _within_reach(self, avatar: Avatar, target: Position, now: float) -> Position:
        """Reach flows in at the greatest speed up to the slack, and every metre walked uses it up."""
        start = avatar.position
        avatar.reach = min(self._bounds.slack, avatar.reach + (now - avatar.at) * self._bounds.max_speed)
        avatar.at = now
        distance = math.dist(start, target)
        if distance <= avatar.reach:
            avatar.reach -= distance
            return target
        share = avatar.reach / distance
        avatar.reach = 0.0
        (a, b, c), (x, y, z) = start, target
        return (a + (x - a) * share, b + (y - b) * share, c + (z - c) * share)
