"""What travels over a socket: the payload of every event, in both directions, and the reply to each.

A client's event is `emit(event, payload, ack)`; the reply is the event's reply struct with `ok: true`, or
`{ok: false, code, message}`. A server's event has one payload, always an object: an event that ends in a string
would corrupt the official client's recovery offset. The browser's types are generated from `CLIENT_EVENTS` and
`SERVER_EVENTS`.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta

from eduverse.kernel.bounds import Id
from eduverse.kernel.structs import Input, Struct
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.principal import Standing

__all__ = [
    "CLIENT_EVENTS",
    "SERVER_EVENTS",
    "Accepted",
    "AvatarActed",
    "AvatarAction",
    "AvatarMove",
    "AvatarMoved",
    "AvatarsMoved",
    "ChatMessage",
    "ChatSaid",
    "ChatSay",
    "ChatTyping",
    "ClassroomClosed",
    "ClassroomEnter",
    "ClassroomEntered",
    "ClassroomLeave",
    "HandRaise",
    "HandRaised",
    "LiveQuiz",
    "Member",
    "QuizClosed",
    "QuizProgress",
    "QuizRef",
    "Refused",
    "Typing",
    "UserJoined",
    "UserLeft",
    "UserProgress",
]

Metres = Annotated[float, Meta(ge=-500, le=500)]
Position = tuple[Metres, Metres, Metres]
"""x (right), y (up), z (towards the viewer), in metres from the middle of the room's floor."""

Heading = Annotated[float, Meta(ge=-7, le=7)]
"""Turn about the y axis in radians; 0 looks along +z."""

Gesture = Literal["wave", "clap", "nod", "dance", "sit", "stand"]


class Accepted(Struct, frozen=True, kw_only=True):
    """The reply to an event that was carried out."""

    ok: Literal[True] = True


class Refused(Struct, frozen=True, kw_only=True):
    """The reply to an event that changed nothing; `code` is the problem's slug."""

    ok: Literal[False] = False
    code: str
    message: str


class Member(Struct, frozen=True, kw_only=True):
    """Somebody who is in the room now."""

    user_id: str
    name: str
    standing: Standing
    avatar_data: AvatarData
    position: tuple[float, float, float]
    rotation: float
    hand_raised: bool = False


class ChatMessage(Struct, frozen=True, kw_only=True):
    id: str
    user_id: str
    name: str
    text: str
    sent_at: datetime
    client_id: str | None = None
    """The sender's own mark, so that their browser knows its message again."""


class LiveQuiz(Struct, frozen=True, kw_only=True):
    """A quiz that is open in the room. It says nothing about the answers."""

    quiz_id: str
    title: str
    question_count: int
    time_limit_seconds: int
    tokens_reward: int
    opened_at: datetime


# --- client to server ---------------------------------------------------------------------------------------


class ClassroomEnter(Input, frozen=True, kw_only=True):
    classroom_id: Id


class ClassroomEntered(Accepted, frozen=True, kw_only=True):
    """Everything a browser needs to draw the room it has just entered."""

    classroom_id: str
    title: str
    standing: Standing
    members: list[Member]
    chat: list[ChatMessage]
    """The newest messages, oldest first."""
    quizzes: list[LiveQuiz]
    server_time: datetime


class ClassroomLeave(Input, frozen=True, kw_only=True):
    pass


class AvatarMove(Input, frozen=True, kw_only=True):
    position: Position
    rotation: Heading


class AvatarAction(Input, frozen=True, kw_only=True):
    action: Gesture


class ChatSay(Input, frozen=True, kw_only=True):
    text: Annotated[str, Meta(min_length=1, max_length=1000, pattern=r"\S")]
    client_id: Id | None = None
    """Repeating a message under the same client id says it once."""


class ChatSaid(Accepted, frozen=True, kw_only=True):
    message: ChatMessage


class ChatTyping(Input, frozen=True, kw_only=True):
    typing: bool


class HandRaise(Input, frozen=True, kw_only=True):
    raised: bool


class QuizRef(Input, frozen=True, kw_only=True):
    quiz_id: Id


# --- server to client ---------------------------------------------------------------------------------------


class UserJoined(Struct, frozen=True, kw_only=True):
    """Somebody is in the room now, or (`member` is null) has enrolled in the class without entering yet."""

    user_id: str
    name: str
    member: Member | None = None


class UserLeft(Struct, frozen=True, kw_only=True):
    user_id: str
    reason: Literal["left", "disconnected", "removed"]


class AvatarMoved(Struct, frozen=True, kw_only=True):
    user_id: str
    position: tuple[float, float, float]
    rotation: float


class AvatarsMoved(Struct, frozen=True, kw_only=True):
    """Everybody who moved since the room's last tick."""

    time: int
    """The server's milliseconds, by which the client spaces what it draws."""
    avatars: list[AvatarMoved]


class AvatarActed(Struct, frozen=True, kw_only=True):
    user_id: str
    action: Gesture


class Typing(Struct, frozen=True, kw_only=True):
    user_id: str
    typing: bool


class HandRaised(Struct, frozen=True, kw_only=True):
    user_id: str
    raised: bool


class QuizClosed(Struct, frozen=True, kw_only=True):
    quiz_id: str


class QuizProgress(Struct, frozen=True, kw_only=True):
    """The reply to `quiz:progress`: what the server holds, not what the browser believes."""

    quiz_id: str
    answered: int
    question_count: int


class UserProgress(Struct, frozen=True, kw_only=True):
    """How far a student is; goes to the room's teachers only."""

    quiz_id: str
    user_id: str
    name: str
    answered: int
    question_count: int
    state: Literal["open", "submitted"]
    score: float | None = None
    """The fraction of the points, 0..1, once submitted."""


class ClassroomClosed(Struct, frozen=True, kw_only=True):
    classroom_id: str
    reason: Literal["archived", "removed"]


class QuizProgressed(Accepted, frozen=True, kw_only=True):
    progress: QuizProgress


CLIENT_EVENTS: Mapping[str, tuple[type[Input], type[Accepted]]] = {
    "classroom:join": (ClassroomEnter, ClassroomEntered),
    "classroom:leave": (ClassroomLeave, Accepted),
    "avatar:move": (AvatarMove, Accepted),
    "avatar:action": (AvatarAction, Accepted),
    "chat:message": (ChatSay, ChatSaid),
    "chat:typing": (ChatTyping, Accepted),
    "classroom:hand-raise": (HandRaise, Accepted),
    "quiz:start": (QuizRef, Accepted),
    "quiz:close": (QuizRef, Accepted),
    "quiz:progress": (QuizRef, QuizProgressed),
}
"""Event -> (payload, reply)."""

SERVER_EVENTS: Mapping[str, type[Struct]] = {
    "classroom:user-joined": UserJoined,
    "classroom:user-left": UserLeft,
    "classroom:hand-raised": HandRaised,
    "classroom:closed": ClassroomClosed,
    "avatar:moved": AvatarsMoved,
    "avatar:action": AvatarActed,
    "chat:message": ChatMessage,
    "chat:typing": Typing,
    "quiz:started": LiveQuiz,
    "quiz:closed": QuizClosed,
    "quiz:user-progress": UserProgress,
}
"""Event -> payload."""
