"""An attempt was graded, by a program or by a person: its tokens go into the ledger.

The attempt is the commit point: it says how many tokens it earned, and that they are not confirmed yet. Posting
is exactly-once by its reference, so this may be cut off anywhere and run again. What a limit withholds is written on
the attempt, for its student to see.
"""

from datetime import UTC

from eduverse.quizzes.attempts import AttemptService
from eduverse.quizzes.model import Attempt
from eduverse.rewards.errors import PostingConflict
from eduverse.rewards.model import Merit, passed_rule
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
        try:
            withheld = (await self._ledger.reward_quiz(_merit(attempt), attempt.tokens, rule=rule)).withheld
        except PostingConflict:  # two attempts were graded at once: the other one's tokens stand
            withheld = 0
        await self._attempts.settle(attempt, withheld=withheld)


def _merit(attempt: Attempt) -> Merit:
    """By the day on which it was handed in: somebody who grades a pile of essays in one evening takes nothing away."""
    day = (attempt.submitted_at or attempt.started_at).astimezone(UTC).date()
    return Merit(attempt.user_id, attempt.quiz_id, attempt.classroom_id, day)
