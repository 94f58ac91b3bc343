"""A quiz was opened: its class is told, also those who are not in the room."""

from datetime import timedelta

from eduverse.classrooms.records import ClassRecords
from eduverse.kernel.clock import Clock
from eduverse.notifications.model import QuizOpenedTold
from eduverse.notifications.service import NotificationService
from eduverse.quizzes.model import Quiz, QuizState
from eduverse.quizzes.records import QuizRecords
from eduverse.vocabulary.events import QuizOpened

__all__ = ["QuizAnnounced"]

_NEWS = timedelta(days=30)
"""How long after its opening a quiz is still news; well within the time for which it is noted that it was told."""


class QuizAnnounced:
    """The open quiz is the commit point; each student's notification is derived from it, once."""

    def __init__(
        self, quizzes: QuizRecords, classes: ClassRecords, notifications: NotificationService, clock: Clock
    ) -> None:
        self._quizzes = quizzes
        self._classes = classes
        self._notifications = notifications
        self._clock = clock

    async def on_opened(self, event: QuizOpened) -> None:
        quiz = await self._quizzes.quiz(event.quiz_id)
        if quiz and self._is_news(quiz):
            await self._announce(quiz)

    async def catch_up(self) -> int:
        """Announces what a crash left unannounced; a quiz that is announced costs two looks. For the sweeper."""
        news = [quiz for quiz in await self._quizzes.open_quizzes() if self._is_news(quiz)]
        for quiz in news:
            await self._announce(quiz)
        return len(news)

    def _is_news(self, quiz: Quiz) -> bool:
        opened_at = quiz.opened_at or quiz.created_at
        return quiz.state is QuizState.OPEN and self._clock.now() - opened_at < _NEWS

    async def _announce(self, quiz: Quiz) -> None:
        classroom = await self._classes.classroom(quiz.classroom_id)
        if classroom is None:
            return
        about = QuizOpenedTold(quiz_id=quiz.id, classroom_id=classroom.id, classroom=classroom.title, title=quiz.title)
        await self._notifications.tell_all(classroom.students, f"quiz-opened:{quiz.id}", about)
