"""What the notification routes take and give."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta

from eduverse.kernel.bounds import Id, Line
from eduverse.kernel.structs import Input, Struct
from eduverse.notifications.model import (
    About,
    AchievementTold,
    Channel,
    Language,
    Notification,
    NotificationKind,
    Preferences,
    QuizGradedTold,
    QuizOpenedTold,
    StudentsEnrolledTold,
    TeacherNotice,
    channel_of,
)

__all__ = [
    "GiveNotice",
    "NoticeGiven",
    "NotificationList",
    "NotificationPreferences",
    "NotificationView",
    "PreferNotifications",
    "ReadAll",
    "UnreadCount",
]

_NAMES = 3


class StudentsEnrolledShown(Struct, frozen=True, kw_only=True, tag_field="kind", tag="studentsEnrolled"):
    classroom_id: str
    classroom: str
    names: list[str]
    """The first few."""
    count: int


AboutShown = QuizOpenedTold | QuizGradedTold | AchievementTold | StudentsEnrolledShown | TeacherNotice


class NotificationView(Struct, frozen=True, kw_only=True):
    """What happened, as a kind and its parameters: the sentence is the client's, in the reader's language."""

    id: str
    about: AboutShown
    created_at: datetime
    unread: bool

    @classmethod
    def of(cls, one: Notification) -> "NotificationView":
        return cls(id=one.id, about=_shown(one.about), created_at=one.created_at, unread=one.unread)


class NotificationList(Struct, frozen=True, kw_only=True):
    items: list[NotificationView]
    next: str | None
    unread: int
    """Of all; 100 means 100 or more."""
    read_at: datetime
    """When this was read: send it to `read-all`, so that what comes meanwhile stays unread."""


class UnreadCount(Struct, frozen=True, kw_only=True):
    unread: int


class ReadAll(Input, frozen=True, kw_only=True):
    up_to: datetime


class PreferNotifications(Input, frozen=True, kw_only=True):
    """What is left out stays as it is."""

    channels: Annotated[dict[NotificationKind, Channel], Meta(max_length=20)] = {}
    language: Language | None = None
    """Of letters."""


class NotificationPreferences(Struct, frozen=True, kw_only=True):
    channels: dict[NotificationKind, Channel]
    language: Language | None

    @classmethod
    def of(cls, preferences: Preferences) -> "NotificationPreferences":
        return cls(
            channels={kind: channel_of(preferences, kind) for kind in NotificationKind}, language=preferences.language
        )


class GiveNotice(Input, frozen=True, kw_only=True):
    classroom_id: Id
    text: Line


class NoticeGiven(Struct, frozen=True, kw_only=True):
    students: int


def _shown(about: About) -> AboutShown:
    if isinstance(about, StudentsEnrolledTold):
        names = list(about.people.values())
        return StudentsEnrolledShown(
            classroom_id=about.classroom_id, classroom=about.classroom, names=names[:_NAMES], count=len(names)
        )
    return about
