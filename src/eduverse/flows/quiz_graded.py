"""A quiz was graded: its student is told, and gets what they have earned by it.

The attempt is the commit point. Telling and awarding are exactly-once by their ids, so both may be cut off anywhere and
run again; a bookmark says how far the attempts have been gone through. Only that a person has graded one is news alone:
what a crash swallows of it is still seen in the quiz's results.
"""

from datetime import datetime

from eduverse.achievements.service import AchievementService
from eduverse.classrooms.records import ClassRecords
from eduverse.jobs.bookmarks import Bookmarks
from eduverse.notifications.model import QuizGradedTold
from eduverse.notifications.service import NotificationService
from eduverse.quizzes.model import Attempt
from eduverse.quizzes.records import QuizRecords
from eduverse.vocabulary.events import AttemptMarked, QuizSubmitted

__all__ = ["QuizGraded"]

_MOST = 10_000


class QuizGraded:
    def __init__(
        self,
        quizzes: QuizRecords,
        classes: ClassRecords,
        notifications: NotificationService,
        achievements: AchievementService,
        bookmarks: Bookmarks,
    ) -> None:
        self._quizzes = quizzes
        self._classes = classes
        self._notifications = notifications
        self._achievements = achievements
        self._bookmarks = bookmarks

    async def on_submitted(self, event: QuizSubmitted) -> None:
        attempt = await self._quizzes.attempt(event.attempt_id)
        if attempt:
            if attempt.submitted_by == "clock":
                await self._tell(attempt)
            await self._achievements.evaluate(attempt.user_id)

    async def on_marked(self, event: AttemptMarked) -> None:
        attempt = await self._quizzes.attempt(event.attempt_id)
        if attempt:
            await self._tell(attempt)
            await self._achievements.evaluate(attempt.user_id)

    async def catch_up(self) -> int:
        """Tells and awards what a crash left undone; returns how many attempts it looked at. For the sweeper."""
        return await self._bookmarks.read_on("quiz-graded", self._since)

    async def _since(self, moment: datetime) -> int:
        attempts = await self._quizzes.graded_since(moment, most=_MOST)
        for attempt in attempts:
            if attempt.submitted_by == "clock":
                await self._tell(attempt)
        for user_id in dict.fromkeys(attempt.user_id for attempt in attempts):
            await self._achievements.evaluate(user_id)
        return len(attempts)

    async def _tell(self, attempt: Attempt) -> None:
        if attempt.score is None:
            return
        quiz = await self._quizzes.quiz(attempt.quiz_id)
        classroom = await self._classes.classroom(attempt.classroom_id)
        if quiz is None or classroom is None:
            return
        about = QuizGradedTold(
            quiz_id=quiz.id,
            classroom_id=classroom.id,
            classroom=classroom.title,
            title=quiz.title,
            score=attempt.score,
            passed=attempt.passed,
            tokens=attempt.tokens,
        )
        await self._notifications.tell(attempt.user_id, f"quiz-graded:{attempt.id}", about)
