"""What can go wrong around notifications."""

from eduverse.kernel.errors import Problem

__all__ = ["NoticesThrottled", "NotificationNotFound"]


class NotificationNotFound(Problem):
    status = 404
    slug = "notification-not-found"
    title = "There is no such notification"


class NoticesThrottled(Problem):
    status = 429
    slug = "notices-throttled"
    title = "You have sent several notices just now; wait a little"
