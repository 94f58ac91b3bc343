"""The room while a class is on: its door, its hands, its microphones and its spotlight."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.live.errors import InLobby, MuteHeld, RoomLocked
from eduverse.live.model.lesson import OfLesson
from eduverse.vocabulary.messages import RaisedHand, RoomRules

__all__ = [
    "LIVE_ROOMS",
    "MAX_ADMITTED",
    "LiveRoom",
    "admit",
    "demand_entry",
    "end",
    "expel",
    "hold_mute",
    "lock",
    "lower_hand",
    "mute",
    "raise_hand",
    "rules_of",
    "set_lobby",
    "spotlight",
    "unmute",
]


MAX_ADMITTED = 1_000


class LiveRoom(OfLesson, frozen=True, kw_only=True):
    locked: bool = False
    lobby: bool = False
    """A standing wish: it outlives the lesson, because students come before their teacher does."""
    admitted: tuple[str, ...] = ()
    """Who may come in all the same: they were inside when the door was closed, or a teacher let them in."""
    muted: tuple[str, ...] = ()
    mute_held: bool = False
    spotlight: str | None = None
    hands: tuple[RaisedHand, ...] = ()
    """The longest raised first."""


LIVE_ROOMS = Collection(name="live_rooms", type=LiveRoom, indexed=("under_way",))


def rules_of(room: LiveRoom) -> RoomRules:
    return RoomRules(
        locked=room.locked,
        lobby=room.lobby,
        mute_held=room.mute_held,
        spotlight=room.spotlight,
        revision=room.version,
    )


def demand_entry(room: LiveRoom, user_id: str) -> None:
    """Raises why somebody who is not inside has to stay outside; teachers are not asked."""
    if user_id in room.admitted:
        return
    if room.locked:
        raise RoomLocked
    if room.lobby:
        raise InLobby


def lock(room: LiveRoom, present: Iterable[str], *, on: bool) -> LiveRoom:
    """Closes the door behind those who are inside, or opens it."""
    return room if room.locked is on else _with_doors(room, present, locked=on, lobby=room.lobby)


def set_lobby(room: LiveRoom, present: Iterable[str], *, on: bool) -> LiveRoom:
    return room if room.lobby is on else _with_doors(room, present, locked=room.locked, lobby=on)


def admit(room: LiveRoom, user_id: str) -> LiveRoom:
    """Lets somebody in for this lesson, however often they leave and come back."""
    return _going_on(room, admitted=_union(room.admitted, (user_id,))[-MAX_ADMITTED:])


def expel(room: LiveRoom, user_id: str) -> LiveRoom:
    """Somebody is sent out: where there is a door, they are in front of it."""
    room = _going_on(lower_hand(room, user_id), admitted=tuple(one for one in room.admitted if one != user_id))
    return spotlight(room, None) if room.spotlight == user_id else room


def raise_hand(room: LiveRoom, user_id: str, at: datetime) -> LiveRoom:
    """A hand that is up stays up since when it was raised."""
    if any(hand.user_id == user_id for hand in room.hands):
        return room
    return _going_on(room, hands=(*room.hands, RaisedHand(user_id=user_id, raised_at=at)))


def lower_hand(room: LiveRoom, user_id: str) -> LiveRoom:
    return _going_on(room, hands=tuple(hand for hand in room.hands if hand.user_id != user_id))


def mute(room: LiveRoom, user_ids: Iterable[str]) -> LiveRoom:
    return _going_on(room, muted=_union(room.muted, user_ids))


def unmute(room: LiveRoom, user_id: str, *, teaches: bool) -> LiveRoom:
    """Somebody switches their own microphone on; nobody does it for them."""
    if room.mute_held and not teaches:
        raise MuteHeld
    return _going_on(room, muted=tuple(one for one in room.muted if one != user_id))


def hold_mute(room: LiveRoom, students: Iterable[str], *, on: bool) -> LiveRoom:
    """Keeps the students muted; ending it un-mutes nobody."""
    return _going_on(mute(room, students) if on else room, mute_held=on)


def spotlight(room: LiveRoom, user_id: str | None) -> LiveRoom:
    return _going_on(room, spotlight=user_id)


def end(room: LiveRoom) -> LiveRoom:
    """Everybody has gone: nothing is left but the wish for a lobby."""
    return LiveRoom(id=room.id, version=room.version, lobby=room.lobby)


def _with_doors(room: LiveRoom, present: Iterable[str], *, locked: bool, lobby: bool) -> LiveRoom:
    admitted = _union(room.admitted, present) if locked or lobby else ()
    return _going_on(room, locked=locked, lobby=lobby, admitted=admitted)


def _going_on(room: LiveRoom, **changes: object) -> LiveRoom:
    """The room with these changes; the room itself when it is so already."""
    changed = structs.replace(room, **changes)
    return room if changed == room else structs.replace(changed, under_way=True)


def _union(some: tuple[str, ...], others: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*some, *others)))
