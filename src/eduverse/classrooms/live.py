"""What a room remembers while a class is on: the latest chat and the raised hands. Pure; lost with the process."""

from collections import OrderedDict, deque

from eduverse.vocabulary.messages import ChatMessage

__all__ = ["LiveRoom", "LiveRooms"]

CHAT_KEPT = 100
_ROOMS_KEPT = 2_000


class LiveRoom:
    def __init__(self) -> None:
        self._chat: deque[ChatMessage] = deque(maxlen=CHAT_KEPT)
        self._hands: set[str] = set()

    @property
    def chat(self) -> list[ChatMessage]:
        """The newest messages, oldest first."""
        return list(self._chat)

    def say(self, message: ChatMessage) -> tuple[ChatMessage, bool]:
        """The message as it stands in the room, and whether it is new: one mark of one sender is one message."""
        for said in self._chat:
            if message.client_id and (said.user_id, said.client_id) == (message.user_id, message.client_id):
                return said, False
        self._chat.append(message)
        return message, True

    def hand(self, user_id: str, *, raised: bool) -> bool:
        """Raises or lowers a hand; returns whether that changed anything."""
        if (user_id in self._hands) is raised:
            return False
        (self._hands.add if raised else self._hands.discard)(user_id)
        return True

    def has_hand_raised(self, user_id: str) -> bool:
        return user_id in self._hands


class LiveRooms:
    """The rooms by classroom; the longest unused is forgotten first."""

    def __init__(self) -> None:
        self._rooms: OrderedDict[str, LiveRoom] = OrderedDict()

    def of(self, classroom_id: str) -> LiveRoom:
        room = self._rooms.pop(classroom_id, None) or LiveRoom()
        self._rooms[classroom_id] = room
        if len(self._rooms) > _ROOMS_KEPT:
            self._rooms.popitem(last=False)
        return room
