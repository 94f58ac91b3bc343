"""What the slices say to rooms, written down."""

from typing import Literal, NamedTuple, TypeVar

from eduverse.kernel.structs import Struct
from eduverse.vocabulary.messages import RemovalReason

__all__ = ["RecordingBroadcaster", "Said"]

M = TypeVar("M", bound=Struct)


class Said(NamedTuple):
    to: str
    """`room:…`, `teachers:…`, `user:…` or `socket:…`."""
    message: Struct
    skip_user: str | None = None


class RecordingBroadcaster:
    def __init__(self) -> None:
        self.said: list[Said] = []
        self.removed: list[tuple[str, str | None, str]] = []
        self.disconnected: list[str] = []

    def to_room(self, classroom_id: str, message: Struct, *, skip_user: str | None = None) -> None:
        self.said.append(Said(f"room:{classroom_id}", message, skip_user))

    def to_teachers(self, classroom_id: str, message: Struct) -> None:
        self.said.append(Said(f"teachers:{classroom_id}", message))

    def to_user(self, user_id: str, message: Struct) -> None:
        self.said.append(Said(f"user:{user_id}", message))

    def to_socket(self, socket_id: str, message: Struct) -> None:
        self.said.append(Said(f"socket:{socket_id}", message))

    async def remove(self, classroom_id: str, user_id: str | None, reason: Literal["left"] | RemovalReason) -> None:
        self.removed.append((classroom_id, user_id, reason))

    def disconnect_session(self, session_id: str) -> None:
        self.disconnected.append(session_id)

    def messages(self, kind: type[M], to: str | None = None) -> list[M]:
        """What was said of one kind, in order, to one addressee or to all."""
        return [one.message for one in self.said if isinstance(one.message, kind) and to in (None, one.to)]
