"""Saying something, reading what was said, and taking it back."""

from collections import OrderedDict

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, Order, Page, Storage
from eduverse.kernel.ids import Ids
from eduverse.kernel.modify import modify
from eduverse.live.errors import MessageDeleted, MessageNotFound
from eduverse.live.floor import Floor
from eduverse.live.model.chat import (
    CHAT_KEPT,
    CHAT_MESSAGES,
    ChatEntry,
    chat_id,
    delete,
    in_classroom,
    message_of,
    newest_that_fit,
    place_in_chat,
)
from eduverse.live.ports import Classes
from eduverse.vocabulary.broadcaster import Broadcaster
from eduverse.vocabulary.messages import (
    Accepted,
    ChatDelete,
    ChatDeleted,
    ChatMessage,
    ChatSaid,
    ChatSay,
    ChatTyping,
    Typing,
)
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal
from eduverse.vocabulary.sockets import Caller

__all__ = ["ChatService"]

_NEWEST_FIRST = Order("place", descending=True)
_REMEMBERED = 1_000


class ChatService:
    def __init__(
        self, storage: Storage, *, classes: Classes, floor: Floor, broadcaster: Broadcaster, clock: Clock, ids: Ids
    ) -> None:
        self._messages = storage.collection(CHAT_MESSAGES)
        self._classes = classes
        self._floor = floor
        self._broadcaster = broadcaster
        self._clock = clock
        self._ids = ids
        self._told: OrderedDict[str, None] = OrderedDict()

    async def say(self, caller: Caller, data: ChatSay) -> ChatSaid:
        """Says something to everybody in the room, the sender's other tabs and this one included.

        Repeating a message under its mark stores it once. It is told again only if this process has not told it:
        the first time may have been cut off between the two.
        """
        here = await self._floor.demand(caller, Action.TALK)
        entry = self._entry(caller.principal, here.classroom_id, data)
        try:
            entry = await self._messages.insert(entry)
        except AlreadyExists:
            entry = await self._said_before(entry.id)
        message = message_of(entry)
        if self._remember(entry.id):
            self._broadcaster.to_room(here.classroom_id, message)
        return ChatSaid(message=message)

    async def typing(self, caller: Caller, data: ChatTyping) -> Accepted:
        here = await self._floor.demand(caller, Action.TALK)
        user_id = caller.principal.user_id
        self._broadcaster.to_room(here.classroom_id, Typing(user_id=user_id, typing=data.typing), skip_user=user_id)
        return Accepted()

    async def delete(self, caller: Caller, data: ChatDelete) -> Accepted:
        here = await self._floor.demand(caller, Action.MODERATE)
        entry = await self._messages.get(data.message_id)
        if entry is None or entry.classroom_id != here.classroom_id:
            raise MessageNotFound
        await modify(self._messages, entry.id, delete)
        self._broadcaster.to_room(here.classroom_id, ChatDeleted(message_id=entry.id))
        return Accepted()

    async def newest(self, classroom_id: str) -> list[ChatMessage]:
        """What somebody who comes in is given, oldest first."""
        page = await self._messages.find(*in_classroom(classroom_id), order=_NEWEST_FIRST, limit=CHAT_KEPT)
        return newest_that_fit(page.items)

    async def page(self, principal: Principal, classroom_id: str, *, after: str | None, limit: int) -> Page[ChatEntry]:
        """What was said in a classroom, newest first; deleted messages are left out of their page."""
        demand(principal, Action.SEE_CHAT, await self._classes.standing(principal, classroom_id))
        page = await self._messages.find(*in_classroom(classroom_id), order=_NEWEST_FIRST, after=after, limit=limit)
        return Page(items=[entry for entry in page.items if not entry.deleted], next=page.next)

    def _entry(self, sender: Principal, classroom_id: str, data: ChatSay) -> ChatEntry:
        new = self._ids.new()
        return ChatEntry(
            id=chat_id(classroom_id, sender.user_id, data.client_id) if data.client_id else new,
            classroom_id=classroom_id,
            place=place_in_chat(classroom_id, new),
            user_id=sender.user_id,
            name=sender.name,
            text=data.text.strip(),
            sent_at=self._clock.now(),
            client_id=data.client_id,
        )

    async def _said_before(self, message_id: str) -> ChatEntry:
        entry = await self._messages.get(message_id)
        if entry is None or entry.deleted:
            raise MessageDeleted
        return entry

    def _remember(self, message_id: str) -> bool:
        """Whether this process tells the message for the first time, as far as it remembers."""
        new = message_id not in self._told
        self._told[message_id] = None
        self._told.move_to_end(message_id)
        if len(self._told) > _REMEMBERED:
            self._told.popitem(last=False)
        return new
