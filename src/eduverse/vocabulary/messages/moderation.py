"""What a teacher decides about the room and the people in it."""

from datetime import datetime
from typing import Literal

from eduverse.kernel.bounds import Id, Line
from eduverse.kernel.structs import Input, Struct
from eduverse.vocabulary.avatar import AvatarData

__all__ = [
    "LobbyAdmitted",
    "LobbyLeft",
    "LobbyRefused",
    "NotificationReceived",
    "NotificationSend",
    "RoomRules",
    "SpotlightSet",
    "Switch",
    "UserRef",
    "WaitingPerson",
]

Level = Literal["info", "important"]


class UserRef(Input, frozen=True, kw_only=True):
    user_id: Id


class Switch(Input, frozen=True, kw_only=True):
    on: bool


class SpotlightSet(Input, frozen=True, kw_only=True):
    user_id: Id | None
    """Null puts the spotlight out."""


class NotificationSend(Input, frozen=True, kw_only=True):
    text: Line
    level: Level = "info"


class RoomRules(Struct, frozen=True, kw_only=True):
    """What holds in the room, whole: of two of them the one with the higher `revision` is true."""

    locked: bool
    """Nobody new comes in."""
    lobby: bool
    """Who is new waits until a teacher lets them in."""
    mute_held: bool
    """Students cannot switch their microphone on."""
    spotlight: str | None
    """Whom everybody hears, wherever they stand, and sees large."""
    revision: int


class WaitingPerson(Struct, frozen=True, kw_only=True):
    """Somebody in the lobby; goes to the room's teachers only."""

    user_id: str
    name: str
    avatar_data: AvatarData


class LobbyLeft(Struct, frozen=True, kw_only=True):
    """Somebody waits no longer: they were let in or sent away, or gave up. Goes to the room's teachers only."""

    user_id: str


class LobbyAdmitted(Struct, frozen=True, kw_only=True):
    """To somebody who waited: `classroom:join` succeeds now."""

    classroom_id: str


class LobbyRefused(Struct, frozen=True, kw_only=True):
    classroom_id: str


class NotificationReceived(Struct, frozen=True, kw_only=True):
    id: str
    user_id: str
    name: str
    text: str
    level: Level
    sent_at: datetime
