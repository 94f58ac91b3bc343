"""A quiz with an essay, those who grade it, and the ledger behind them."""

from typing import Any

from tests.support.people import EDUCATOR, person
from tests.support.quizzes import QUESTIONS, RIGHT, QuizCampus

from eduverse.flows.quiz_passed import QuizPassed
from eduverse.flows.quiz_regraded import RegradeFollowed
from eduverse.kernel.documents import Storage
from eduverse.quizzes.grading import GradingService, Wish
from eduverse.quizzes.model import Quiz
from eduverse.quizzes.questions.kinds import Criterion, Essay, Level
from eduverse.quizzes.regrading import RegradingService
from eduverse.rewards.limits import Limits
from eduverse.rewards.model import CampusLimits
from eduverse.rewards.service import Ledger
from eduverse.vocabulary.events import AttemptMarked, QuizRegraded, QuizSubmitted
from eduverse.vocabulary.principal import Role

__all__ = ["COLLEAGUE", "ESSAY", "RUBRIC_ESSAY", "WRITTEN", "GradingCampus", "a_wish"]

COLLEAGUE = person("bo", Role.EDUCATOR)
ESSAY = Essay(id="q5", text="Why are there seasons?", points=5.0, grader_notes="the tilt")
STEPS = (Level(points=0, text="none"), Level(points=1, text="some"), Level(points=2, text="all"))
RUBRIC_ESSAY = Essay(id="q6", text="And tides?", points=5.0, rubric=(Criterion(id="c", text="Reasons", levels=STEPS),))
WRITTEN = {**RIGHT, "q5": "Because of the tilt.", "q6": "The Moon pulls."}


def a_wish(fraction: float | None = None, **fields: Any) -> Wish:
    levels = fields.pop("levels", {})
    return Wish(levels, fraction, fields.pop("comment", ""), fields.pop("remarks", ()), fields.pop("revision", 0))


class FakeCertificates:
    """Who holds one, and what those who lost theirs were told."""

    def __init__(self) -> None:
        self.held: set[str] = set()
        self.ended: list[tuple[str, str]] = []

    async def holders(self, quiz_id: str) -> frozenset[str]:
        return frozenset(self.held)

    async def end_pass(self, quiz_id: str, user_id: str, reason: str) -> None:
        if user_id in self.held:
            self.held.discard(user_id)
            self.ended.append((user_id, reason))


class GradingCampus(QuizCampus):
    def __init__(self, storage: Storage | None = None, limits: CampusLimits | None = None) -> None:
        super().__init__(storage)
        self.ledger = Ledger(self.storage, clock=self.clock, limits=Limits(self.storage, limits or CampusLimits()))
        self.passed = QuizPassed(self.attempts, self.ledger)
        self.grading = GradingService(self.storage, clock=self.clock, classes=self.classes, attempts=self.attempts)
        self.certificates = FakeCertificates()
        self.regrading = RegradingService(
            self.storage,
            clock=self.clock,
            events=self.events,
            classes=self.classes,
            attempts=self.attempts,
            certificates=self.certificates,
        )
        self.followed = RegradeFollowed(self.regrading, self.passed, self.ledger, self.certificates)
        self.events.on(QuizSubmitted, self.passed.on_graded)
        self.events.on(AttemptMarked, self.passed.on_graded)
        self.events.on(QuizRegraded, self.followed.on_regraded)

    async def with_essays(self, **fields: Any) -> Quiz:
        return await self.opened(questions=(*QUESTIONS, ESSAY, RUBRIC_ESSAY), **fields)

    async def closed(self, quiz: Quiz) -> Quiz:
        return await self.quizzes.close(EDUCATOR, quiz.id)
