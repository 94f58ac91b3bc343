"""An attempt was graded, by a program or by a person: its tokens go into the ledger.

The attempt is the commit point: it says how many tokens it earned, and that they are not confirmed yet. Posting
is exactly-once by its reference, so this may be cut off anywhere and run again.
"""

from contextlib import suppress

from eduverse.quizzes.attempts import AttemptService
from eduverse.quizzes.model import Attempt
from eduverse.rewards.errors import PostingConflict
from eduverse.rewards.model import passed_rule
from eduverse.rewards.service import Ledger
from eduverse.vocabulary.events import AttemptMarked, QuizSubmitted

__all__ = ["QuizPassed"]


class QuizPassed:
    def __init__(self, attempts: AttemptService, ledger: Ledger) -> None:
        self._attempts = attempts
        self._ledger = ledger

    async def on_graded(self, event: QuizSubmitted | AttemptMarked) -> None:
        await self.reward_pending(event.attempt_id)

    async def reward_pending(self, attempt_id: str) -> None:
        """Posts the tokens of an attempt if they are not confirmed yet."""
        attempt = await self._attempts.attempt(attempt_id)
        if attempt and attempt.unsettled:
            await self._reward(attempt)

    async def catch_up(self) -> int:
        """Rewards what a crash left unrewarded; returns how many. For the sweeper."""
        left = await self._attempts.unsettled()
        for attempt in left:
            await self._reward(attempt)
        return len(left)

    async def _reward(self, attempt: Attempt) -> None:
        rule = passed_rule(attempt.earned_after)
        with suppress(PostingConflict):  # two attempts were graded at once: the other one's tokens stand
            await self._ledger.reward_quiz(
                user_id=attempt.user_id, quiz_id=attempt.quiz_id, tokens=attempt.tokens, rule=rule
            )
        await self._attempts.settle(attempt)
