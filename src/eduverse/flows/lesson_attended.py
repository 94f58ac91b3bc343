"""Somebody was in a room: what they have earned by coming."""

from datetime import datetime

from eduverse.achievements.service import AchievementService
from eduverse.attendance.records import PresenceRecords
from eduverse.jobs.bookmarks import Bookmarks
from eduverse.vocabulary.events import RoomExited

__all__ = ["LessonAttended"]

_MOST = 10_000


class LessonAttended:
    """Looked at when they leave: a class that comes in together has better things to do in that second."""

    def __init__(self, presence: PresenceRecords, achievements: AchievementService, bookmarks: Bookmarks) -> None:
        self._presence = presence
        self._achievements = achievements
        self._bookmarks = bookmarks

    async def on_exited(self, event: RoomExited) -> None:
        await self._achievements.evaluate(event.user_id)

    async def catch_up(self) -> int:
        """Gives what a crash left ungiven; returns how many people it looked at. For the sweeper."""
        return await self._bookmarks.read_on("lesson-attended", self._since)

    async def _since(self, moment: datetime) -> int:
        came = await self._presence.entered_since(moment, most=_MOST)
        people = dict.fromkeys(interval.user_id for interval in came)
        for user_id in people:
            await self._achievements.evaluate(user_id)
        return len(people)
