"""What has been asked and answered, for those who count and report it; nothing here decides or changes anything."""

from collections.abc import Sequence
from datetime import datetime

from eduverse.kernel.documents import Order, Page, Storage, Where, at_least, equals, one_of
from eduverse.quizzes.model import ATTEMPTS, QUIZZES, Attempt, AttemptState, Quiz, QuizState

__all__ = ["QuizRecords"]

_PAGE = 500
_MOST_QUIZZES = 200
_NEWEST = Order("created_at", descending=True)


class QuizRecords:
    def __init__(self, storage: Storage) -> None:
        self._quizzes = storage.collection(QUIZZES)
        self._attempts = storage.collection(ATTEMPTS)

    async def quiz(self, quiz_id: str) -> Quiz | None:
        return await self._quizzes.get(quiz_id)

    async def attempt(self, attempt_id: str) -> Attempt | None:
        return await self._attempts.get(attempt_id)

    async def open_quizzes(self) -> list[Quiz]:
        """Those that can be taken now, on the whole campus; the newest, should there be very many."""
        page = await self._quizzes.find(equals("state", QuizState.OPEN), order=_NEWEST, limit=_PAGE)
        return page.items

    async def shown_quizzes(self, classroom_id: str) -> list[Quiz]:
        """A class's quizzes but its drafts, newest first."""
        shown = one_of("state", [QuizState.OPEN, QuizState.CLOSED])
        where = equals("classroom_id", classroom_id), shown
        return (await self._quizzes.find(*where, order=_NEWEST, limit=_MOST_QUIZZES)).items

    async def graded(self, *, classroom_id: str | None = None, user_id: str | None = None, most: int) -> list[Attempt]:
        """Attempts that are graded, of a class, of a person or of a person in a class; at most so many."""
        where = [equals("state", AttemptState.GRADED)]
        if classroom_id:
            where.append(equals("classroom_id", classroom_id))
        if user_id:
            where.append(equals("user_id", user_id))
        return await self._all(where, most)

    async def graded_since(self, moment: datetime, *, most: int) -> list[Attempt]:
        """Those of them that were handed in since a moment."""
        return await self._all([equals("state", AttemptState.GRADED), at_least("submitted_at", moment)], most)

    async def _all(self, where: Sequence[Where], most: int) -> list[Attempt]:
        found: list[Attempt] = []
        page: Page[Attempt] = await self._attempts.find(*where, limit=min(_PAGE, most))
        found += page.items
        while page.next and len(found) < most:
            page = await self._attempts.find(*where, after=page.next, limit=min(_PAGE, most - len(found)))
            found += page.items
        return found
