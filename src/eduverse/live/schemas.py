"""What the chat's route gives."""

from eduverse.kernel.structs import Struct
from eduverse.vocabulary.messages import ChatMessage

__all__ = ["ChatPage"]


class ChatPage(Struct, frozen=True, kw_only=True):
    items: list[ChatMessage]
    """Newest first."""
    next: str | None
    """Send it as `cursor` for what was said before; null when there is nothing."""
