"""Regrading a quiz whose key was wrong: a preview, one decision, and bringing every attempt up to it.

The decision is one entry in the quiz's document. Whoever finds a quiz with `regrading` set goes through its students;
an attempt says itself which regrades its marks know, so that this may be cut off anywhere and done again.
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

import msgspec

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage, equals
from eduverse.kernel.events import EventBus
from eduverse.kernel.modify import modify
from eduverse.quizzes.attempts import AttemptService
from eduverse.quizzes.errors import InvalidCorrection, QuizNotFound, RegradeChanged
from eduverse.quizzes.model import HANDED_IN, QUIZZES, Attempt, Paper, Quiz, Rewarding, grade_by, settle, withhold
from eduverse.quizzes.model.regrading import Graded, add_regrade, done_regrading, regrade, regrade_all
from eduverse.quizzes.ports import Certificates, Classes
from eduverse.quizzes.questions.corrections import Correction, Regrade
from eduverse.vocabulary.events import QuizRegraded
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal

__all__ = ["Outcome", "RegradePreview", "RegradingService"]


class Outcome(NamedTuple):
    """One attempt, as it is and as it would be."""

    before: Attempt
    after: Attempt


class RegradePreview(NamedTuple):
    quiz: Quiz
    outcomes: list[Outcome]
    losing: frozenset[str]
    """The users whose certificate would be revoked, as they would not have passed."""
    fingerprint: str
    """Of the corrections and of everything they would change."""


class RegradingService:
    def __init__(
        self,
        storage: Storage,
        *,
        clock: Clock,
        events: EventBus,
        classes: Classes,
        attempts: AttemptService,
        certificates: Certificates,
    ) -> None:
        self._quizzes = storage.collection(QUIZZES)
        self._clock = clock
        self._events = events
        self._classes = classes
        self._attempts = attempts
        self._certificates = certificates

    async def preview(self, principal: Principal, quiz_id: str, corrections: Sequence[Correction]) -> RegradePreview:
        """What the corrections would make of every attempt; nothing changes.

        Raises `QuizStillOpen`, or `InvalidCorrection` where one fits no question or leaves nothing to be had.
        """
        quiz = await self._quiz(principal, quiz_id)
        wished = add_regrade(quiz, self._entry(principal, corrections, ""))
        graded = await self._by_student(wished)
        _demand_sense(corrections, [one for papers in graded.values() for one in papers])
        after = {user_id: regrade_all(_as_settled(papers), wished) for user_id, papers in graded.items()}
        outcomes = [
            Outcome(one.attempt, then)
            for user_id, papers in graded.items()
            for one, then in zip(papers, after[user_id], strict=True)
        ]
        failing = {one for one, attempts in after.items() if not grade_by(quiz.grade_method, one, attempts).passed}
        losing = (await self._certificates.holders(quiz_id)) & failing
        return RegradePreview(quiz, outcomes, losing, _fingerprint(quiz, corrections, outcomes))

    async def apply(
        self, principal: Principal, quiz_id: str, corrections: Sequence[Correction], *, reason: str, fingerprint: str
    ) -> RegradePreview:
        """Decides for what the preview with this fingerprint showed; raises `RegradeChanged` when it is another now.

        The attempts follow at once, and after a crash by `pending`.
        """
        shown = await self.preview(principal, quiz_id, corrections)
        if shown.fingerprint != fingerprint:
            raise RegradeChanged
        entry = self._entry(principal, corrections, reason)

        def decide(quiz: Quiz) -> Quiz:
            if quiz.version != shown.quiz.version:
                raise RegradeChanged
            return add_regrade(quiz, entry)

        decided = await modify(self._quizzes, quiz_id, decide)
        await self._events.publish(QuizRegraded(quiz_id=quiz_id, number=len(decided.regrades)))
        return shown

    # --- following the decision -----------------------------------------------------------------------------

    async def pending(self) -> list[Quiz]:
        """Quizzes of which some attempts may not know the last regrade."""
        return (await self._quizzes.find(equals("regrading", True))).items

    async def attempts_by_student(self, quiz: Quiz) -> dict[str, list[Attempt]]:
        """Everybody's attempts that were handed in, by user id."""
        graded = await self._by_student(quiz)
        return {user_id: [one.attempt for one in papers] for user_id, papers in graded.items()}

    async def bring_up_to_date(self, quiz: Quiz, attempts: Sequence[Attempt]) -> list[Attempt]:
        """One student's attempts with marks that know all of the quiz's regrades, stored. Raises `TokensPending`."""
        done: list[Attempt] = []
        for attempt in sorted(attempts, key=lambda one: one.number):
            _, _, paper = await self._attempts.sitting_of(quiz, attempt)
            rewarding = Rewarding(already_passed=any(one.passed for one in done))

            def change(one: Attempt, paper: Paper = paper, rewarding: Rewarding = rewarding) -> Attempt:
                return regrade(one, quiz, paper, rewarding=rewarding)

            done.append(await self._attempts.replace_marks(attempt.id, change))
        return done

    async def note_withheld(self, attempt: Attempt, tokens: int) -> None:
        """How many of the attempt's tokens a limit withholds now."""
        await self._attempts.replace_marks(attempt.id, lambda one: withhold(one, tokens))

    async def finish(self, quiz: Quiz) -> None:
        """Every attempt knows the regrades that `quiz` has."""
        await modify(self._quizzes, quiz.id, lambda one: done_regrading(one, len(quiz.regrades)))

    # --- inside ---------------------------------------------------------------------------------------------

    async def _quiz(self, principal: Principal, quiz_id: str) -> Quiz:
        quiz = await self._quizzes.get(quiz_id)
        if quiz is None:
            raise QuizNotFound
        demand(principal, Action.GRADE_QUIZ, await self._classes.standing(principal, quiz.classroom_id))
        return quiz

    def _entry(self, principal: Principal, corrections: Sequence[Correction], reason: str) -> Regrade:
        return Regrade(
            corrections=tuple(corrections),
            reason=reason,
            by=principal.user_id,
            by_name=principal.name,
            at=self._clock.now(),
        )

    async def _by_student(self, quiz: Quiz) -> dict[str, list[Graded]]:
        """In the order of their numbers."""
        found: dict[str, list[Graded]] = {}
        async for _, attempt, paper in self._attempts.everybodys(quiz):
            if attempt.state in HANDED_IN:
                found.setdefault(attempt.user_id, []).append(Graded(attempt, paper))
        return {key: sorted(each, key=lambda one: one.attempt.number) for key, each in found.items()}


def _demand_sense(corrections: Sequence[Correction], graded: Sequence[Graded]) -> None:
    asked = {question_id for one in graded for question_id in one.paper}
    for correction in corrections:
        if correction.question_id not in asked:
            raise InvalidCorrection("No attempt has this question.", questionId=correction.question_id)
    if any(not any(question.points > 0 for question in one.paper.values()) for one in graded):
        raise InvalidCorrection("That would leave an attempt without any points to be had.")


def _as_settled(papers: Sequence[Graded]) -> list[Graded]:
    """For a look ahead: tokens that are on their way have arrived."""
    return [one._replace(attempt=settle(one.attempt)) for one in papers]


def _fingerprint(quiz: Quiz, corrections: Sequence[Correction], outcomes: Sequence[Outcome]) -> str:
    changes = [(one.before.id, one.before.version, one.after.marks, one.after.tokens) for one in outcomes]
    content = msgspec.json.encode((quiz.version, list(corrections), changes))
    return blake2b(content, digest_size=16).hexdigest()
