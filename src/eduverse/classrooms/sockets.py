"""What people do in a room, over their socket."""

from eduverse.classrooms.live import LiveRooms
from eduverse.kernel.clock import Clock
from eduverse.kernel.ids import Ids
from eduverse.vocabulary.broadcaster import Broadcaster
from eduverse.vocabulary.events import RoomExited
from eduverse.vocabulary.messages import (
    Accepted,
    AvatarActed,
    AvatarAction,
    ChatMessage,
    ChatSaid,
    ChatSay,
    ChatTyping,
    HandRaise,
    HandRaised,
    Typing,
)
from eduverse.vocabulary.sockets import Caller, SocketTable

__all__ = ["ClassroomSockets"]


class ClassroomSockets:
    def __init__(self, rooms: LiveRooms, broadcaster: Broadcaster, *, clock: Clock, ids: Ids) -> None:
        self._rooms = rooms
        self._broadcaster = broadcaster
        self._clock = clock
        self._ids = ids

    @property
    def table(self) -> SocketTable:
        return {
            "chat:message": self.say,
            "chat:typing": self.typing,
            "classroom:hand-raise": self.raise_hand,
            "avatar:action": self.gesture,
        }

    async def say(self, caller: Caller, data: ChatSay) -> ChatSaid:
        """Says something to everybody in the room, the sender's other tabs and this one included."""
        said, new = self._rooms.of(caller.room()).say(
            ChatMessage(
                id=self._ids.new(),
                user_id=caller.principal.user_id,
                name=caller.principal.name,
                text=data.text.strip(),
                sent_at=self._clock.now(),
                client_id=data.client_id,
            )
        )
        if new:
            self._broadcaster.to_room(caller.room(), said)
        return ChatSaid(message=said)

    async def typing(self, caller: Caller, data: ChatTyping) -> Accepted:
        user_id = caller.principal.user_id
        self._broadcaster.to_room(caller.room(), Typing(user_id=user_id, typing=data.typing), skip_user=user_id)
        return Accepted()

    async def raise_hand(self, caller: Caller, data: HandRaise) -> Accepted:
        user_id = caller.principal.user_id
        if self._rooms.of(caller.room()).hand(user_id, raised=data.raised):
            self._broadcaster.to_room(caller.room(), HandRaised(user_id=user_id, raised=data.raised))
        return Accepted()

    async def gesture(self, caller: Caller, data: AvatarAction) -> Accepted:
        acted = AvatarActed(user_id=caller.principal.user_id, action=data.action)
        self._broadcaster.to_room(caller.room(), acted)
        return Accepted()

    async def on_exited(self, event: RoomExited) -> None:
        """A hand does not stay up behind somebody who left."""
        self._rooms.of(event.classroom_id).hand(event.user_id, raised=False)
