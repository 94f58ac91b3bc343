"""The notification routes: everything here is the signed-in person's own."""

from typing import Annotated, Any

from litestar import Controller, Request, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter, SkipValidation

from eduverse.kernel.clock import Clock
from eduverse.kernel.structs import NOTHING, NoFields
from eduverse.notifications.schemas import (
    GiveNotice,
    NoticeGiven,
    NotificationList,
    NotificationPreferences,
    NotificationView,
    PreferNotifications,
    ReadAll,
    UnreadCount,
)
from eduverse.notifications.service import NotificationService
from eduverse.vocabulary.principal import Principal

__all__ = ["NotificationController"]

Cursor = Annotated[str | None, QueryParameter(max_length=500)]
Limit = Annotated[int, QueryParameter(ge=1, le=100)]

Notifications = NamedDependency[SkipValidation[NotificationService]]
CampusClock = NamedDependency[SkipValidation[Clock]]
HttpRequest = Request[Principal, Any, Any]


class NotificationController(Controller):
    path = "/api/notifications"
    tags = ["Notifications"]

    @get("/")
    async def find(
        self,
        request: HttpRequest,
        notifications: Notifications,
        clock: CampusClock,
        cursor: Cursor = None,
        limit: Limit = 20,
    ) -> NotificationList:
        """What you were told, newest first."""
        now = clock.now()
        page = await notifications.page(request.user, after=cursor, limit=limit)
        return NotificationList(
            items=[NotificationView.of(one) for one in page.items],
            next=page.next,
            unread=await notifications.unread(request.user.user_id),
            read_at=now,
        )

    @get("/unread")
    async def unread(self, request: HttpRequest, notifications: Notifications) -> UnreadCount:
        """How many you have not read; 100 means 100 or more."""
        return UnreadCount(unread=await notifications.unread(request.user.user_id))

    @post("/read-all", status_code=200)
    async def read_all(
        self, request: HttpRequest, data: JSONBody[ReadAll], notifications: Notifications
    ) -> UnreadCount:
        """Mark as read all that you were told by a moment."""
        return UnreadCount(unread=await notifications.mark_all_read(request.user, data.up_to))

    @post("/notices", status_code=201)
    async def give_notice(
        self, request: HttpRequest, data: JSONBody[GiveNotice], notifications: Notifications
    ) -> NoticeGiven:
        """Write to all students of a classroom you teach."""
        return NoticeGiven(students=await notifications.give_notice(request.user, data.classroom_id, data.text))

    @get("/preferences")
    async def preferences(self, request: HttpRequest, notifications: Notifications) -> NotificationPreferences:
        """What you want to be told, and how."""
        return NotificationPreferences.of(await notifications.preferences(request.user.user_id))

    @put("/preferences")
    async def prefer(
        self, request: HttpRequest, data: JSONBody[PreferNotifications], notifications: Notifications
    ) -> NotificationPreferences:
        """Change what you want to be told; kinds that are left out stay."""
        user_id = request.user.user_id
        return NotificationPreferences.of(await notifications.prefer(user_id, data.channels, data.language))

    @post("/{notification_id:str}/read", status_code=200)
    async def read(
        self,
        request: HttpRequest,
        notification_id: FromPath[str],
        notifications: Notifications,
        data: JSONBody[NoFields] = NOTHING,
    ) -> UnreadCount:
        """Mark one as read."""
        return UnreadCount(unread=await notifications.mark_read(request.user, notification_id))
