"""Notifications: what somebody is told, what of it they want to hear, and when a letter is due.

What happened is stored as a kind and its parameters, never as a sentence: the client says it in the reader's
language. A notification's id is what it is about and whom it tells, so telling twice is telling once. Whether it is
owed a letter stands in the notification itself; a letter gathers all that are owed to one person.
"""

import enum
from datetime import datetime, timedelta
from typing import Literal

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct

__all__ = [
    "DEFAULTS",
    "KEPT",
    "MAILBOXES",
    "MAX_ATTEMPTS",
    "NOTIFICATIONS",
    "PREFERENCES",
    "TELLINGS",
    "About",
    "AchievementTold",
    "Channel",
    "Language",
    "Mailbox",
    "MailboxBusy",
    "Notification",
    "NotificationKind",
    "Outcome",
    "Preferences",
    "QuizGradedTold",
    "QuizOpenedTold",
    "StudentsEnrolledTold",
    "TeacherNotice",
    "Telling",
    "backoff",
    "channel_of",
    "claim",
    "counted_enrolment",
    "kind_of",
    "new_notification",
    "notification_id",
    "postponed",
    "read",
    "released",
    "settled",
]

KEPT = timedelta(days=90)
PATIENCE = timedelta(minutes=5)
"""How long a letter waits: who reads the notification meanwhile needs none, and what follows closely goes with it."""
QUIET = timedelta(minutes=15)
"""The least time between two letters to one person."""
LEASE = timedelta(minutes=3)
"""How long one process has for one letter; longer than a mail server is waited for."""
MAX_ATTEMPTS = 12
"""After so many failures in a row, in some twenty hours, what was owed is given up."""

Language = Literal["en", "de"]
Outcome = Literal["sent", "failed", "idle"]
Channel = Literal["off", "app", "mail"]
"""`mail` is shown in the app too."""


class NotificationKind(enum.StrEnum):
    QUIZ_OPENED = "quizOpened"
    QUIZ_GRADED = "quizGraded"
    ACHIEVEMENT = "achievement"
    STUDENTS_ENROLLED = "studentsEnrolled"
    NOTICE = "notice"


class QuizOpenedTold(Struct, frozen=True, kw_only=True, tag_field="kind", tag="quizOpened"):
    quiz_id: str
    classroom_id: str
    classroom: str
    """Its title, as it was then."""
    title: str


class QuizGradedTold(Struct, frozen=True, kw_only=True, tag_field="kind", tag="quizGraded"):
    quiz_id: str
    classroom_id: str
    classroom: str
    title: str
    score: float
    """The fraction of the points, 0..1."""
    passed: bool
    tokens: int


class AchievementTold(Struct, frozen=True, kw_only=True, tag_field="kind", tag="achievement"):
    rule: str


class StudentsEnrolledTold(Struct, frozen=True, kw_only=True, tag_field="kind", tag="studentsEnrolled"):
    """Everybody who came into a class on one day, in one notification."""

    classroom_id: str
    classroom: str
    people: dict[str, str]
    """User id -> name."""


class TeacherNotice(Struct, frozen=True, kw_only=True, tag_field="kind", tag="notice"):
    classroom_id: str
    classroom: str
    teacher: str
    text: str


About = QuizOpenedTold | QuizGradedTold | AchievementTold | StudentsEnrolledTold | TeacherNotice

DEFAULTS: dict[NotificationKind, Channel] = {
    NotificationKind.QUIZ_OPENED: "app",
    NotificationKind.QUIZ_GRADED: "app",
    NotificationKind.ACHIEVEMENT: "app",
    NotificationKind.STUDENTS_ENROLLED: "app",
    NotificationKind.NOTICE: "mail",
}
"""Modest: only what a person wrote to people goes out by mail unasked, and that only to a confirmed address."""


class Notification(Document, frozen=True, kw_only=True):
    user_id: str
    about: About
    created_at: datetime
    unread: bool = True
    mail_due: datetime | None = None
    """When its letter is owed; None when none is, or none any more."""


class Preferences(Document, frozen=True, kw_only=True):
    """Its id is the person's."""

    channels: dict[NotificationKind, Channel] = {}
    """Where they differ from `DEFAULTS`."""
    language: Language | None = None
    """Of letters."""


class Mailbox(Document, frozen=True, kw_only=True):
    """Who writes to one person now, and how that went; its id is the person's."""

    busy_until: datetime | None = None
    quiet_until: datetime | None = None
    failures: int = 0


class Telling(Document, frozen=True, kw_only=True):
    """A whole class has been told; its id is of what."""

    told_at: datetime


NOTIFICATIONS = Collection(
    name="notifications", type=Notification, indexed=("user_id", "created_at", "unread", "mail_due")
)
PREFERENCES = Collection(name="notification_preferences", type=Preferences)
MAILBOXES = Collection(name="mailboxes", type=Mailbox)
TELLINGS = Collection(name="tellings", type=Telling, indexed=("told_at",))


class MailboxBusy(Exception):
    """Somebody else writes to this person, or they had a letter a moment ago; `until` is when to look again."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


def notification_id(key: str, user_id: str) -> str:
    return f"{key}:{user_id}"


def kind_of(about: About) -> NotificationKind:
    match about:
        case QuizOpenedTold():
            return NotificationKind.QUIZ_OPENED
        case QuizGradedTold():
            return NotificationKind.QUIZ_GRADED
        case AchievementTold():
            return NotificationKind.ACHIEVEMENT
        case StudentsEnrolledTold():
            return NotificationKind.STUDENTS_ENROLLED
        case TeacherNotice():
            return NotificationKind.NOTICE


def channel_of(preferences: Preferences | None, kind: NotificationKind) -> Channel:
    return (preferences.channels if preferences else {}).get(kind, DEFAULTS[kind])


def new_notification(key: str, user_id: str, about: About, channel: Channel, now: datetime) -> Notification:
    return Notification(
        id=notification_id(key, user_id),
        user_id=user_id,
        about=about,
        created_at=now,
        mail_due=now + PATIENCE if channel == "mail" else None,
    )


def counted_enrolment(notification: Notification, user_id: str, name: str) -> Notification:
    """One more student in the day's notification, which is unread again; who is in it already changes nothing."""
    about = notification.about
    if not isinstance(about, StudentsEnrolledTold) or user_id in about.people:
        return notification
    people = {**about.people, user_id: name}
    return structs.replace(notification, about=structs.replace(about, people=people), unread=True)


def read(notification: Notification) -> Notification:
    """What was seen in the app needs no letter."""
    if not notification.unread:
        return notification
    return structs.replace(notification, unread=False, mail_due=None)


def settled(notification: Notification) -> Notification:
    """Its letter is out, or given up."""
    return structs.replace(notification, mail_due=None) if notification.mail_due else notification


def postponed(notification: Notification, until: datetime) -> Notification:
    """Its letter is owed later; one that is no longer owed stays so."""
    if notification.mail_due is None or notification.mail_due >= until:
        return notification
    return structs.replace(notification, mail_due=until)


# --- the mailbox: one writer at a time --------------------------------------------------------------------------


def claim(mailbox: Mailbox, now: datetime) -> Mailbox:
    """Takes the right to write to this person, for `LEASE`; raises `MailboxBusy`."""
    for until in (mailbox.busy_until, mailbox.quiet_until):
        if until and now < until:
            raise MailboxBusy(until)
    return structs.replace(mailbox, busy_until=now + LEASE)


def released(mailbox: Mailbox, now: datetime, *, outcome: Outcome) -> Mailbox:
    """Gives the right back. After a letter there is quiet, after a failure a wait that doubles."""
    match outcome:
        case "sent":
            return structs.replace(mailbox, busy_until=None, quiet_until=now + QUIET, failures=0)
        case "failed":
            failures = mailbox.failures + 1
            return structs.replace(mailbox, busy_until=None, quiet_until=now + backoff(failures), failures=failures)
        case "idle":
            return structs.replace(mailbox, busy_until=None)


def backoff(failures: int) -> timedelta:
    """1, 2, 4 … minutes, at most six hours."""
    return min(timedelta(minutes=2 ** min(failures - 1, 20)), timedelta(hours=6))
