"""What changes around an account or a classroom reaches the people in the room at once."""

from eduverse.kernel.events import EventBus
from eduverse.vocabulary.broadcaster import Broadcaster
from eduverse.vocabulary.events import (
    ClassroomArchived,
    ClassroomPassedOn,
    MemberBanned,
    MemberRemoved,
    SeatLapsed,
    SessionsRevoked,
    StudentEnrolled,
)
from eduverse.vocabulary.messages import UserJoined

__all__ = ["RoomNews"]


class RoomNews:
    def __init__(self, broadcaster: Broadcaster) -> None:
        self._broadcaster = broadcaster

    def listen(self, events: EventBus) -> None:
        events.on(StudentEnrolled, self.on_enrolled)
        events.on(MemberRemoved, self.on_removed)
        events.on(MemberBanned, self.on_banned)
        events.on(SeatLapsed, self.on_lapsed)
        events.on(ClassroomPassedOn, self.on_passed_on)
        events.on(ClassroomArchived, self.on_archived)
        events.on(SessionsRevoked, self.on_sessions_revoked)

    async def on_enrolled(self, event: StudentEnrolled) -> None:
        self._broadcaster.to_room(event.classroom_id, UserJoined(user_id=event.user_id, name=event.name))

    async def on_removed(self, event: MemberRemoved) -> None:
        await self._broadcaster.remove(event.classroom_id, event.user_id, "removed")

    async def on_banned(self, event: MemberBanned) -> None:
        await self._broadcaster.remove(event.classroom_id, event.user_id, "banned")

    async def on_lapsed(self, event: SeatLapsed) -> None:
        await self._broadcaster.remove(event.classroom_id, event.user_id, "lapsed")

    async def on_passed_on(self, event: ClassroomPassedOn) -> None:
        """Both are something else in the room from now on, and come in as that."""
        for user_id in (event.previous, event.owner):
            await self._broadcaster.remove(event.classroom_id, user_id, "passed-on")

    async def on_archived(self, event: ClassroomArchived) -> None:
        await self._broadcaster.remove(event.classroom_id, None, "archived")

    async def on_sessions_revoked(self, event: SessionsRevoked) -> None:
        for session_id in event.session_ids:
            self._broadcaster.disconnect_session(session_id)
