"""Coming into a room, being there, and leaving it."""

from datetime import datetime
from typing import Literal

from eduverse.kernel.bounds import Id
from eduverse.kernel.structs import Input, Struct
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.messages.basics import Accepted
from eduverse.vocabulary.messages.chat import ChatMessage
from eduverse.vocabulary.messages.moderation import RoomRules, WaitingPerson
from eduverse.vocabulary.messages.polls import LivePoll, PollCounted
from eduverse.vocabulary.messages.presentations import LivePresentation
from eduverse.vocabulary.messages.quizzes import LiveQuiz
from eduverse.vocabulary.messages.signs import RaisedHand
from eduverse.vocabulary.messages.voice import VoicePeer
from eduverse.vocabulary.principal import Standing

__all__ = [
    "ClassroomClosed",
    "ClassroomEnter",
    "ClassroomEntered",
    "ClassroomLeave",
    "LiveState",
    "Member",
    "RemovalReason",
    "UserJoined",
    "UserLeft",
]

RemovalReason = Literal["archived", "removed", "kicked", "banned", "lapsed", "passed-on"]
"""`lapsed`: the wallet no longer holds the token that opens it. `passed-on`: its owner changed; come in again."""


class Member(Struct, frozen=True, kw_only=True):
    """Somebody who is in the room now."""

    user_id: str
    handle: int
    """Whom the binary records of the avatar plane mean in this room; never given to somebody else."""
    name: str
    standing: Standing
    avatar_data: AvatarData
    position: tuple[float, float, float]
    rotation: float
    hand_raised: bool = False


class LiveState(Struct, frozen=True, kw_only=True):
    """How the lesson stands, for somebody who comes in now."""

    rules: RoomRules
    hands: list[RaisedHand]
    """The longest raised first."""
    muted: list[str]
    voice: list[VoicePeer]
    presentation: LivePresentation | None
    poll: LivePoll | None
    my_vote: int | None
    """The option you chose in the open poll."""
    tally: PollCounted | None
    """Of the open poll, for a teacher."""
    waiting: list[WaitingPerson]
    """In the lobby, for a teacher; empty for anybody else."""


class ClassroomEnter(Input, frozen=True, kw_only=True):
    classroom_id: Id
    avatars: Literal["json", "binary"] = "json"
    """How this client wants to be told who moved: as `avatar:moved` objects, or as records of twelve bytes each."""


class ClassroomEntered(Accepted, frozen=True, kw_only=True):
    """Everything a browser needs to draw the room it has just entered."""

    classroom_id: str
    title: str
    standing: Standing
    members: list[Member]
    chat: list[ChatMessage]
    """The newest messages, oldest first."""
    quizzes: list[LiveQuiz]
    live: LiveState
    server_time: datetime


class ClassroomLeave(Input, frozen=True, kw_only=True):
    """Also out of the lobby."""


class UserJoined(Struct, frozen=True, kw_only=True):
    """Somebody is in the room now, or (`member` is null) has enrolled in the class without entering yet."""

    user_id: str
    name: str
    member: Member | None = None


class UserLeft(Struct, frozen=True, kw_only=True):
    user_id: str
    reason: Literal["left", "disconnected", "removed"]


class ClassroomClosed(Struct, frozen=True, kw_only=True):
    """You are no longer in the room. Who was kicked may join again, unless the room is locked."""

    classroom_id: str
    reason: RemovalReason
