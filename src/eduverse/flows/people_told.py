"""What happens around one person becomes a notification: a badge of their own, a student who came into their class."""

from eduverse.kernel.events import EventBus
from eduverse.notifications.model import AchievementTold
from eduverse.notifications.service import Enrolled, NotificationService
from eduverse.vocabulary.events import AchievementEarned, StudentEnrolled

__all__ = ["PeopleTold"]


class PeopleTold:
    """News alone: what a crash swallows here is still seen where it happened, on the profile and in the class list."""

    def __init__(self, notifications: NotificationService) -> None:
        self._notifications = notifications

    def listen(self, events: EventBus) -> None:
        events.on(AchievementEarned, self.on_achievement)
        events.on(StudentEnrolled, self.on_enrolled)

    async def on_achievement(self, event: AchievementEarned) -> None:
        await self._notifications.tell(event.user_id, f"achievement:{event.rule}", AchievementTold(rule=event.rule))

    async def on_enrolled(self, event: StudentEnrolled) -> None:
        await self._notifications.tell_of_enrolment(Enrolled(event.classroom_id, event.user_id, event.name))
