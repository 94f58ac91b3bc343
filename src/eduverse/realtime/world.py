"""The avatar plane of one room: where everybody stands. Pure: the time comes in as an argument.

The latest position wins. Every tick has a number, and every avatar carries the number of the tick that told of its
last move: so a client that missed some ticks is brought up to date by what moved `since` the last one it saw,
however many it missed.
"""

import math
from typing import Final, NamedTuple

from eduverse.vocabulary.messages import AvatarMove, AvatarMoved, AvatarsMoved

__all__ = ["BUSY_PERIOD", "CROWD_PERIOD", "SMALL_PERIOD", "Bounds", "World"]

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


class _Avatar:
    __slots__ = ("at", "moved", "reach", "tick")

    def __init__(self, moved: AvatarMoved, now: float, reach: float, tick: int) -> None:
        self.moved = moved
        self.at = now
        self.reach = reach
        self.tick = tick


class World:
    def __init__(self, bounds: Bounds = Bounds()) -> None:  # noqa: B008 (an immutable value)
        self._bounds = bounds
        self._avatars: dict[str, _Avatar] = {}
        self._dirty: set[str] = set()
        self.tick_number = 0

    def __len__(self) -> int:
        return len(self._avatars)

    @property
    def dirty(self) -> bool:
        """Whether somebody moved since the last tick."""
        return bool(self._dirty)

    def place(self, user: str, position: Position, rotation: float, now: float) -> AvatarMoved:
        """Puts an avatar somewhere, however far away it was: where somebody enters, or is seated."""
        moved = AvatarMoved(user_id=user, position=position, rotation=rotation)
        self._avatars[user] = _Avatar(moved, now, self._bounds.slack, self.tick_number)
        self._dirty.add(user)
        return moved

    def move(self, user: str, move: AvatarMove, now: float) -> AvatarMoved | None:
        """Takes somebody's own word for where they are, as far as they can have come.

        Returns what was accepted: the position itself, or the point on the way to it that was in reach. None when
        the numbers mean nothing, or when this person has no place in the room.
        """
        avatar = self._avatars.get(user)
        x, y, z = move.position
        if avatar is None or not math.isfinite(x + y + z + move.rotation):
            return None
        position = self._within_reach(avatar, self._inside(move.position), now)
        avatar.moved = AvatarMoved(user_id=user, position=position, rotation=move.rotation)
        self._dirty.add(user)
        return avatar.moved

    def remove(self, user: str) -> None:
        self._avatars.pop(user, None)
        self._dirty.discard(user)

    def where(self, user: str) -> AvatarMoved | None:
        avatar = self._avatars.get(user)
        return avatar.moved if avatar else None

    def period(self, *, busy: bool = False) -> float:
        """Seconds between two ticks, by how many there are to tell and how the server bears it."""
        if busy:
            return BUSY_PERIOD
        return SMALL_PERIOD if len(self._avatars) <= SMALL_ROOM else CROWD_PERIOD

    def tick(self) -> int:
        """Closes the tick that is under way and returns its number."""
        self.tick_number += 1
        for user in self._dirty:
            self._avatars[user].tick = self.tick_number
        self._dirty.clear()
        return self.tick_number

    def since(self, tick: int, *, time: int) -> AvatarsMoved | None:
        """What a client that saw this tick, and none after it, has to be told; None when nothing.

        `time` is the server's milliseconds, which the message carries.
        """
        moved = [avatar.moved for avatar in self._avatars.values() if avatar.tick > tick]
        return AvatarsMoved(time=time, avatars=moved) if moved else None

    def _inside(self, position: Position) -> Position:
        extent = self._bounds.extent
        x, y, z = position
        return (max(-extent, min(extent, x)), max(-extent, min(extent, y)), max(-extent, min(extent, z)))

    def _within_reach(self, avatar: _Avatar, target: Position, now: float) -> Position:
        """Reach flows in at the greatest speed up to the slack, and every metre walked uses it up."""
        start = avatar.moved.position
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
