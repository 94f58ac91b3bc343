"""What all attempts at the quizzes of a class say together."""

from collections.abc import AsyncIterator

from eduverse.kernel.documents import Storage, Where, equals
from eduverse.quizzes.model import ATTEMPTS, QUIZZES, Attempt, AttemptState, Quiz, QuizState

__all__ = ["QuizReports"]

_PAGE = 500


class QuizReports:
    def __init__(self, storage: Storage) -> None:
        self._quizzes = storage.collection(QUIZZES)
        self._attempts = storage.collection(ATTEMPTS)

    async def given_quizzes(self, classroom_id: str) -> list[Quiz]:
        """The quizzes of a class that have been opened, oldest first."""
        found: list[Quiz] = []
        after = None
        while True:
            page = await self._quizzes.find(equals("classroom_id", classroom_id), after=after, limit=_PAGE)
            found += [quiz for quiz in page.items if quiz.state is not QuizState.DRAFT]
            if page.next is None:
                return sorted(found, key=lambda quiz: (quiz.created_at, quiz.id))
            after = page.next

    async def best_scores(self, classroom_id: str, user_id: str | None = None) -> dict[str, dict[str, float]]:
        """User id -> quiz id -> the best score 0..1, of everybody or of one student."""
        where = [equals("classroom_id", classroom_id), equals("state", AttemptState.SUBMITTED)]
        if user_id is not None:
            where.append(equals("user_id", user_id))
        best: dict[str, dict[str, float]] = {}
        async for attempt in self._all(*where):
            if attempt.score is not None:
                scores = best.setdefault(attempt.user_id, {})
                scores[attempt.quiz_id] = max(attempt.score, scores.get(attempt.quiz_id, 0.0))
        return best

    async def _all(self, *where: Where) -> AsyncIterator[Attempt]:
        after = None
        while True:
            page = await self._attempts.find(*where, after=after, limit=_PAGE)
            for attempt in page.items:
                yield attempt
            if page.next is None:
                return
            after = page.next
