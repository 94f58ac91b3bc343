"""The chat's route: what was said before somebody came in."""

from typing import Annotated, Any

from litestar import Controller, Request, get
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter, SkipValidation

from eduverse.live.chat import ChatService
from eduverse.live.model.chat import message_of
from eduverse.live.schemas import ChatPage
from eduverse.vocabulary.principal import Principal

__all__ = ["ChatController"]

Cursor = Annotated[str | None, QueryParameter(max_length=500)]
Limit = Annotated[int, QueryParameter(ge=1, le=100)]

Chat = NamedDependency[SkipValidation[ChatService]]
HttpRequest = Request[Principal, Any, Any]


class ChatController(Controller):
    path = "/api/classrooms"
    tags = ["Classrooms"]

    @get("/{classroom_id:str}/chat")
    async def read(
        self,
        request: HttpRequest,
        classroom_id: FromPath[str],
        chat: Chat,
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> ChatPage:
        """What was said in a classroom you are in, newest first."""
        page = await chat.page(request.user, classroom_id, after=cursor, limit=limit)
        return ChatPage(items=[message_of(entry) for entry in page.items], next=page.next)
