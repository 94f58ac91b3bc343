"""What people write to each other."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta

from eduverse.kernel.bounds import Id
from eduverse.kernel.structs import Input, Struct
from eduverse.vocabulary.messages.basics import Accepted

__all__ = ["ChatDelete", "ChatDeleted", "ChatMessage", "ChatSaid", "ChatSay", "ChatTyping", "Typing"]


class ChatMessage(Struct, frozen=True, kw_only=True):
    id: str
    user_id: str
    name: str
    text: str
    sent_at: datetime
    client_id: str | None = None
    """The sender's own mark, so that their browser knows its message again."""


class ChatSay(Input, frozen=True, kw_only=True):
    text: Annotated[str, Meta(min_length=1, max_length=1000, pattern=r"\S")]
    client_id: Id | None = None
    """Repeating a message under the same client id says it once."""


class ChatSaid(Accepted, frozen=True, kw_only=True):
    message: ChatMessage


class ChatDelete(Input, frozen=True, kw_only=True):
    message_id: Id


class ChatDeleted(Struct, frozen=True, kw_only=True):
    message_id: str


class ChatTyping(Input, frozen=True, kw_only=True):
    typing: bool


class Typing(Struct, frozen=True, kw_only=True):
    user_id: str
    typing: bool
