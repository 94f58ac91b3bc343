"""Quizzes, a class and everything that follows from them, in memory."""

from tests.support.clock import NOON
from tests.support.notices import NoticeCampus
from tests.support.people import EDUCATOR, STUDENT, students
from tests.support.quizzes import ROOM, QuizCampus

from eduverse.achievements.service import AchievementService
from eduverse.app.adapters import LearningFacts
from eduverse.attendance.records import PresenceRecords
from eduverse.classrooms.model import CLASSROOMS, Classroom, Visibility
from eduverse.classrooms.records import ClassRecords
from eduverse.flows.quiz_announced import QuizAnnounced
from eduverse.flows.quiz_graded import QuizGraded
from eduverse.jobs.bookmarks import Bookmarks
from eduverse.kernel.documents import Storage
from eduverse.quizzes.records import QuizRecords

__all__ = ["LearningCampus"]


class LearningCampus(QuizCampus):
    """The class of `ROOM`: Ada teaches Mira and five others."""

    def __init__(self, storage: Storage | None = None) -> None:
        super().__init__(storage)
        self.notices = NoticeCampus(self.storage, clock=self.clock)
        records, classes = QuizRecords(self.storage), ClassRecords(self.storage)
        self.achievements = AchievementService(
            self.storage,
            clock=self.clock,
            events=self.events,
            facts=LearningFacts(records, PresenceRecords(self.storage)),
        )
        self.announced = QuizAnnounced(records, classes, self.notices.notifications, self.clock)
        self.graded = QuizGraded(
            records,
            classes,
            self.notices.notifications,
            self.achievements,
            Bookmarks(self.storage, self.clock),
        )

    async def class_made(self) -> None:
        await self.storage.collection(CLASSROOMS).insert(
            Classroom(
                id=ROOM,
                title="Astronomy",
                description="",
                subject="",
                owner=EDUCATOR.user_id,
                owner_name=EDUCATOR.name,
                visibility=Visibility.PUBLIC,
                capacity=30,
                students=(STUDENT.user_id, *(one.user_id for one in students(5))),
                created_at=NOON,
            )
        )

    async def kinds(self, user_id: str = STUDENT.user_id) -> list[str]:
        """What somebody was told of."""
        return [type(one.about).__name__ for one in await self.notices.told(user_id)]
