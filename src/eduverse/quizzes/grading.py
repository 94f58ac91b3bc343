"""Grading by people: what waits, who looks at what, and what they say.

Answers come without names and in an order that says nothing. Whoever is given one has it to themselves for a while;
a judgement that was made for an older one is refused with what stands there now.
"""

from collections.abc import Mapping
from hashlib import blake2b
from typing import NamedTuple

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage, VersionConflict
from eduverse.kernel.modify import modify
from eduverse.quizzes.attempts import AttemptService, Sitting
from eduverse.quizzes.errors import AnswerTaken, QuizNotFound
from eduverse.quizzes.model import QUIZZES, Quiz, value_of
from eduverse.quizzes.model.judging import LEASES, GradingLease, is_waiting, judge, judged_question, lease_id, take
from eduverse.quizzes.ports import Classes
from eduverse.quizzes.questions.kinds import Essay
from eduverse.quizzes.questions.rubric import Judgement, Remark, fraction_by_rubric
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal

__all__ = ["GradingService", "GradingTask", "Queue", "Wish"]


class Queue(NamedTuple):
    """One question whose answers people grade."""

    question: Essay
    waiting: int
    judged: int


class GradingTask(NamedTuple):
    """One answer to grade."""

    sitting: Sitting
    question: Essay
    judgement: Judgement | None

    @property
    def answer(self) -> str:
        value = value_of(self.sitting.attempt, self.question.id)
        return value if isinstance(value, str) else ""


class Wish(NamedTuple):
    """A judgement as somebody wants to make it."""

    levels: Mapping[str, int]
    fraction: float | None
    """None where the levels of a rubric say it."""
    comment: str
    remarks: tuple[Remark, ...]
    revision: int
    """Of the judgement that was seen; 0 for none."""


class GradingService:
    def __init__(self, storage: Storage, *, clock: Clock, classes: Classes, attempts: AttemptService) -> None:
        self._quizzes = storage.collection(QUIZZES)
        self._leases = storage.collection(LEASES)
        self._clock = clock
        self._classes = classes
        self._attempts = attempts

    async def queues(self, principal: Principal, quiz_id: str) -> list[Queue]:
        """Every question that people grade, with how many answers wait and how many are done."""
        quiz = await self._quiz(principal, quiz_id)
        found: dict[str, Queue] = {}
        async for sitting in self._attempts.everybodys(quiz):
            for question in _essays(sitting):
                queue = found.get(question.id, Queue(question, 0, 0))
                waits = is_waiting(sitting.attempt, question.id)
                judged = question.id in sitting.attempt.judgements
                found[question.id] = queue._replace(waiting=queue.waiting + waits, judged=queue.judged + judged)
        return list(found.values())

    async def next(
        self, principal: Principal, quiz_id: str, question_id: str, *, after: str | None
    ) -> GradingTask | None:
        """The next answer that waits and nobody has, now taken; None when there is none.

        The order is that of the attempts' hashes; `after` an attempt it goes on there and comes round.
        """
        quiz = await self._quiz(principal, quiz_id)
        waiting = [one async for one in self._attempts.everybodys(quiz) if _waits(one, question_id)]
        begin = _order(after) if after else ""
        for sitting in sorted(waiting, key=lambda one: _in_turn(_order(one.attempt.id), begin)):
            try:
                return await self._taken(principal, sitting, question_id)
            except AnswerTaken:
                continue
        return None

    async def read(self, principal: Principal, quiz_id: str, attempt_id: str, question_id: str) -> GradingTask:
        """One answer, graded or not. Raises `NothingToGrade`."""
        await self._quiz(principal, quiz_id)
        return _task(await self._attempts.sitting(principal, quiz_id, attempt_id), question_id)

    async def judge(
        self, principal: Principal, quiz_id: str, attempt_id: str, question_id: str, wish: Wish
    ) -> GradingTask:
        """Says what an answer is worth; with the last one of its attempt, what is due for it follows.

        Raises `AnswerTaken` while somebody else has it, and what `model.judging.judge` raises.
        """
        task = await self.read(principal, quiz_id, attempt_id, question_id)
        await self._taken(principal, task.sitting, question_id)
        new = Judgement(
            fraction=wish.fraction if wish.fraction is not None else fraction_by_rubric(task.question, wish.levels),
            levels=dict(wish.levels),
            comment=wish.comment,
            remarks=wish.remarks,
            by=principal.user_id,
            by_name=principal.name,
            at=self._clock.now(),
            revision=wish.revision + 1,
        )
        marked = await self._attempts.remark(
            task.sitting,
            lambda now, one, rewarding: judge(one, now.quiz, now.paper, {question_id: new}, rewarding=rewarding),
        )
        await self._give_back(attempt_id, question_id)
        return _task(marked, question_id)

    async def _quiz(self, principal: Principal, quiz_id: str) -> Quiz:
        quiz = await self._quizzes.get(quiz_id)
        if quiz is None:
            raise QuizNotFound
        demand(principal, Action.GRADE_QUIZ, await self._classes.standing(principal, quiz.classroom_id))
        return quiz

    async def _taken(self, principal: Principal, sitting: Sitting, question_id: str) -> GradingTask:
        now = self._clock.now()
        blank = GradingLease(
            id=lease_id(sitting.attempt.id, question_id), by=principal.user_id, by_name=principal.name, until=now
        )
        await modify(
            self._leases, blank.id, lambda lease: take(lease, principal.user_id, principal.name, now), blank=blank
        )
        return _task(sitting, question_id)

    async def _give_back(self, attempt_id: str, question_id: str) -> None:
        lease = await self._leases.get(lease_id(attempt_id, question_id))
        try:
            if lease:
                await self._leases.delete(lease.id, lease.version)
        except VersionConflict:
            return  # somebody has taken it anew


def _task(sitting: Sitting, question_id: str) -> GradingTask:
    question = judged_question(sitting.attempt, sitting.paper, question_id)
    return GradingTask(sitting, question, sitting.attempt.judgements.get(question_id))


def _essays(sitting: Sitting) -> list[Essay]:
    return [question for question in sitting.paper.values() if isinstance(question, Essay)]


def _waits(sitting: Sitting, question_id: str) -> bool:
    return question_id in sitting.paper and is_waiting(sitting.attempt, question_id)


def _order(attempt_id: str) -> str:
    return blake2b(attempt_id.encode(), digest_size=8).hexdigest()


def _in_turn(order: str, begin: str) -> tuple[bool, str]:
    """What comes after `begin` first, then the rest."""
    return order <= begin, order
