"""A quiz was regraded: every attempt gets its new marks, and the ledger what is due by them.

The regrade in the quiz's document is the commit point. Tokens of passes that are not posted yet are posted first, as
they were earned; then the difference to what is due by the new marks is, once per person and regrade. The certificate
of somebody who has not passed after all is revoked. All of it may be cut off anywhere and run again.
"""

from datetime import UTC

from eduverse.flows.quiz_passed import QuizPassed
from eduverse.quizzes.errors import TokensPending
from eduverse.quizzes.model import Attempt, Quiz, grade_by
from eduverse.quizzes.ports import Certificates
from eduverse.quizzes.regrading import RegradingService
from eduverse.rewards.model import Merit
from eduverse.rewards.service import Ledger
from eduverse.vocabulary.events import QuizRegraded

__all__ = ["RegradeFollowed"]

_REGRADED = "The quiz was graded anew."
"""The reason that a revoked certificate gives where the teacher gave none."""


class RegradeFollowed:
    def __init__(
        self, regrading: RegradingService, passed: QuizPassed, ledger: Ledger, certificates: Certificates
    ) -> None:
        self._regrading = regrading
        self._passed = passed
        self._ledger = ledger
        self._certificates = certificates

    async def on_regraded(self, event: QuizRegraded) -> None:
        await self.catch_up()

    async def catch_up(self) -> int:
        """Follows every regrade that is not followed to its end; returns how many. For the sweeper."""
        pending = await self._regrading.pending()
        for quiz in pending:
            for user_id, attempts in (await self._regrading.attempts_by_student(quiz)).items():
                await self._follow(quiz, user_id, attempts)
            await self._regrading.finish(quiz)
        return len(pending)

    async def _follow(self, quiz: Quiz, user_id: str, attempts: list[Attempt]) -> None:
        """Tokens that were earned by being graded after this very regrade are posted as passes, not here."""
        number = len(quiz.regrades)
        updated = await self._updated(quiz, attempts)
        counted = [attempt for attempt in updated if attempt.earned_after != number]
        merit = Merit(user_id, quiz.id, quiz.classroom_id, quiz.regrades[-1].at.astimezone(UTC).date())
        await self._ledger.settle_quiz(merit, due=sum(one.tokens for one in counted), regrade=number)
        await self._note_withheld(merit, counted, number)
        if not grade_by(quiz.grade_method, user_id, updated).passed:
            await self._certificates.end_pass(quiz.id, user_id, quiz.regrades[-1].reason or _REGRADED)

    async def _note_withheld(self, merit: Merit, attempts: list[Attempt], number: int) -> None:
        """On the attempt that has the tokens: there is one at most."""
        given = await self._ledger.given_for_quiz(merit.user_id, merit.quiz_id, regrades=number)
        for one in attempts:
            if one.tokens:
                await self._regrading.note_withheld(one, max(0, one.tokens - given))

    async def _updated(self, quiz: Quiz, attempts: list[Attempt]) -> list[Attempt]:
        while True:
            try:
                return await self._regrading.bring_up_to_date(quiz, attempts)
            except TokensPending as pending:
                await self._passed.reward_pending(pending.attempt_id)
