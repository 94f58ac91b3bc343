"""What was said. Unlike the rest of a lesson it stays: a message is a document."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import blake2b

import msgspec
from msgspec import structs

from eduverse.kernel.documents import Collection, Where, at_least, before
from eduverse.kernel.structs import Document
from eduverse.vocabulary.messages import ChatMessage

__all__ = [
    "CHAT_BYTES",
    "CHAT_KEPT",
    "CHAT_MESSAGES",
    "ChatEntry",
    "chat_id",
    "delete",
    "in_classroom",
    "message_of",
    "newest_that_fit",
    "place_in_chat",
]

CHAT_KEPT = 100
CHAT_BYTES = 64_000
"""What somebody who comes in is given of the chat: so many messages, and no more text than this on the wire."""


class ChatEntry(Document, frozen=True, kw_only=True):
    """A message. Its id is made from the sender's mark, so that the same one cannot be stored twice."""

    classroom_id: str
    place: str
    """`<classroom>:<where it comes in time>`: one index serves a classroom's messages in their order."""
    user_id: str
    name: str
    text: str
    sent_at: datetime
    client_id: str | None = None
    deleted: bool = False


CHAT_MESSAGES = Collection(name="chat_messages", type=ChatEntry, indexed=("place",))


def chat_id(classroom_id: str, user_id: str, client_id: str) -> str:
    return blake2b("\0".join((classroom_id, user_id, client_id)).encode(), digest_size=16).hexdigest()


def place_in_chat(classroom_id: str, moment: str) -> str:
    """`moment` is anything that sorts by time."""
    return f"{classroom_id}:{moment}"


def in_classroom(classroom_id: str) -> tuple[Where, Where]:
    """The places of one classroom's messages; `;` is what follows `:`."""
    return at_least("place", f"{classroom_id}:"), before("place", f"{classroom_id};")


def delete(entry: ChatEntry) -> ChatEntry:
    """Takes the text away; the entry stays, so that repeating the message does not bring it back."""
    return entry if entry.deleted else structs.replace(entry, deleted=True, text="")


def message_of(entry: ChatEntry) -> ChatMessage:
    return ChatMessage(
        id=entry.id,
        user_id=entry.user_id,
        name=entry.name,
        text=entry.text,
        sent_at=entry.sent_at,
        client_id=entry.client_id,
    )


def newest_that_fit(newest_first: Iterable[ChatEntry]) -> list[ChatMessage]:
    """Oldest first: what fits into `CHAT_BYTES` of those that were not deleted."""
    fitting: list[ChatMessage] = []
    left = CHAT_BYTES
    for entry in newest_first:
        left -= len(msgspec.json.encode(entry.text))
        if left < 0:
            break
        if not entry.deleted:
            fitting.append(message_of(entry))
    return fitting[::-1]
