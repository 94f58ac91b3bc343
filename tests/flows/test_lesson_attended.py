"""Somebody was in a room: what they earn by coming."""

from tests.support.learning import LearningCampus
from tests.support.people import STUDENT

from eduverse.achievements.records import AwardRecords
from eduverse.attendance.presence import PresenceLog
from eduverse.attendance.records import PresenceRecords
from eduverse.flows.lesson_attended import LessonAttended
from eduverse.jobs.bookmarks import Bookmarks
from eduverse.vocabulary.events import RoomEntered, RoomExited

MIRA = STUDENT.user_id


class Nobody:
    def served(self) -> list[tuple[str, str]]:
        return []


class AttendedCampus(LearningCampus):
    def __init__(self) -> None:
        super().__init__()
        self.presence = PresenceLog(self.storage, here=Nobody(), clock=self.clock, ids=self.notices.notifications._ids)
        self.attended = LessonAttended(
            PresenceRecords(self.storage), self.achievements, Bookmarks(self.storage, self.clock)
        )

    async def came(self) -> None:
        await self.presence.on_entered(RoomEntered(classroom_id="room-1", user_id=MIRA, at=self.clock.now()))

    async def held(self) -> list[str]:
        return [award.rule for award in await AwardRecords(self.storage).held(MIRA)]


async def test_five_days_of_a_week() -> None:
    campus = AttendedCampus()
    for _ in range(5):
        await campus.came()
        await campus.attended.on_exited(RoomExited(classroom_id="room-1", user_id=MIRA, at=campus.clock.now()))
        campus.clock.advance(24 * 3600)
    assert await campus.held() == ["first-lesson", "full-week"]


async def test_what_a_crash_left_ungiven_is_given() -> None:
    campus = AttendedCampus()
    await campus.came()
    await campus.came()
    assert await campus.attended.catch_up() == 1
    assert await campus.held() == ["first-lesson"]
