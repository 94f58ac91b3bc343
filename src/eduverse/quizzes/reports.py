"""What all attempts say together: scores for a gradebook, statistics for a teacher."""

import enum
from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import datetime
from math import fsum
from typing import NamedTuple

from eduverse.kernel.documents import Storage, Where, equals, one_of
from eduverse.quizzes.attempts import AttemptService, Sitting
from eduverse.quizzes.errors import QuizNotFound
from eduverse.quizzes.guessing import guess_score
from eduverse.quizzes.model import (
    ATTEMPTS,
    HANDED_IN,
    QUIZZES,
    Aspect,
    Attempt,
    AttemptState,
    Quiz,
    QuizState,
    corrections_of,
    grade_by,
    is_over,
    phase_of,
    value_of,
    visible,
)
from eduverse.quizzes.ports import Classes
from eduverse.quizzes.questions import Multiple, Question, Single, TrueFalse
from eduverse.quizzes.questions.corrections import correct_all
from eduverse.quizzes.statistics import (
    ItemStatistics,
    OptionStatistics,
    QuizStatistics,
    analyse,
    analyse_options,
    better_than_key,
)
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal

__all__ = ["Given", "ItemReport", "QuizReport", "QuizReports", "Which"]

_PAGE = 500
_BARS = 10


class Which(enum.StrEnum):
    """Which attempts of a student the statistics count."""

    FIRST = "first"
    LAST = "last"
    HIGHEST = "highest"
    ALL = "all"


class Given(NamedTuple):
    """A quiz that gives marks."""

    quiz: Quiz
    max_points: float


class ItemReport(NamedTuple):
    question: Question
    statistics: ItemStatistics
    guess: float | None
    """What blind guessing earns, 0..1."""
    options: tuple[OptionStatistics, ...]
    """Of a choice; empty for other kinds."""
    rival: OptionStatistics | None
    """The wrong option that says more about a student than the right one."""


class QuizReport(NamedTuple):
    statistics: QuizStatistics
    items: list[ItemReport]
    histogram: list[int]
    """How many scores are in each tenth; all points are in the last one."""
    waiting: int
    """Attempts that are left out, because a person has still to grade them."""


class QuizReports:
    def __init__(self, storage: Storage, *, classes: Classes, attempts: AttemptService) -> None:
        self._quizzes = storage.collection(QUIZZES)
        self._attempts = storage.collection(ATTEMPTS)
        self._classes = classes
        self._sittings = attempts

    # --- for a gradebook ------------------------------------------------------------------------------------

    async def given_quizzes(self, classroom_id: str) -> list[Given]:
        """The quizzes of a class that have been opened, oldest first, with what they are worth as corrected."""
        found: list[Quiz] = []
        after = None
        while True:
            page = await self._quizzes.find(equals("classroom_id", classroom_id), after=after, limit=_PAGE)
            found += [quiz for quiz in page.items if quiz.state is not QuizState.DRAFT]
            if page.next is None:
                ordered = sorted(found, key=lambda quiz: (quiz.created_at, quiz.id))
                return [Given(quiz, _max_points(quiz)) for quiz in ordered]
            after = page.next

    async def scores(self, classroom_id: str, user_id: str | None = None) -> dict[str, dict[str, float]]:
        """User id -> quiz id -> the score 0..1 by the quiz's grade method, of everybody or of one student."""
        quizzes = {one.quiz.id: one.quiz for one in await self.given_quizzes(classroom_id)}
        found: dict[str, dict[str, float]] = {}
        for (student, quiz_id), attempts in (await self._handed_in(classroom_id, user_id)).items():
            score = grade_by(quizzes[quiz_id].grade_method, student, attempts).score if quiz_id in quizzes else None
            if score is not None:
                found.setdefault(student, {})[quiz_id] = score
        return found

    async def hidden_from(self, classroom_id: str, user_id: str) -> frozenset[str]:
        """The quizzes of which this student may not see all their marks now, by the quiz's review policy."""
        quizzes = {one.quiz.id: one.quiz for one in await self.given_quizzes(classroom_id)}
        now = self._sittings.now()
        return frozenset(
            quiz_id
            for (_, quiz_id), attempts in (await self._handed_in(classroom_id, user_id)).items()
            if quiz_id not in quizzes or not all(_shows_marks(quizzes[quiz_id], one, now) for one in attempts)
        )

    # --- for the teacher ------------------------------------------------------------------------------------

    async def statistics(self, principal: Principal, quiz_id: str, which: Which) -> QuizReport:
        """What the graded attempts say about a quiz and each of its questions."""
        quiz = await self._quizzes.get(quiz_id)
        if quiz is None:
            raise QuizNotFound
        demand(principal, Action.SEE_ALL_RESULTS, await self._classes.standing(principal, quiz.classroom_id))
        sittings = [one async for one in self._sittings.everybodys(quiz)]
        graded = [one for one in sittings if one.attempt.state is AttemptState.GRADED]
        waiting = sum(one.attempt.state is AttemptState.NEEDS_GRADING for one in sittings)
        return _report(_chosen(graded, which), waiting)

    async def _handed_in(self, classroom_id: str, user_id: str | None) -> dict[tuple[str, str], list[Attempt]]:
        """By user id and quiz id."""
        where = [equals("classroom_id", classroom_id), one_of("state", tuple(HANDED_IN))]
        if user_id is not None:
            where.append(equals("user_id", user_id))
        found: dict[tuple[str, str], list[Attempt]] = {}
        async for attempt in self._all(*where):
            found.setdefault((attempt.user_id, attempt.quiz_id), []).append(attempt)
        return found

    async def _all(self, *where: Where) -> AsyncIterator[Attempt]:
        after = None
        while True:
            page = await self._attempts.find(*where, after=after, limit=_PAGE)
            for attempt in page.items:
                yield attempt
            if page.next is None:
                return
            after = page.next


def _shows_marks(quiz: Quiz, attempt: Attempt, now: datetime) -> bool:
    phase = phase_of(submitted_at=attempt.submitted_at, over=is_over(quiz), now=now)
    return Aspect.MARKS in visible(quiz.review, phase)


def _max_points(quiz: Quiz) -> float:
    own = correct_all({one.id: one for one in quiz.questions}, corrections_of(quiz))
    return fsum([*(one.points for one in own.values()), *(one.points * one.count for one in quiz.draws)])


def _chosen(graded: Iterable[Sitting], which: Which) -> list[Sitting]:
    """Of each student the attempts that are asked for; of equally high ones the first."""
    by_student: dict[str, list[Sitting]] = {}
    for one in sorted(graded, key=lambda one: (one.attempt.user_id, one.attempt.number)):
        by_student.setdefault(one.attempt.user_id, []).append(one)
    match which:
        case Which.ALL:
            return [one for each in by_student.values() for one in each]
        case Which.FIRST:
            return [each[0] for each in by_student.values()]
        case Which.LAST:
            return [each[-1] for each in by_student.values()]
        case Which.HIGHEST:
            return [max(each, key=lambda one: one.attempt.score or 0.0) for each in by_student.values()]


def _report(sittings: Sequence[Sitting], waiting: int) -> QuizReport:
    """Questions that were dropped are worth nothing, and say nothing."""
    questions = {key: one for each in sittings for key, one in each.paper.items() if one.points > 0}
    marks = [[_points(one, question) for question in questions.values()] for one in sittings]
    statistics = analyse(marks, [question.points for question in questions.values()])
    totals = [fsum(mark for mark in row if mark is not None) for row in marks]
    items = []
    for place, question in enumerate(questions.values()):
        rests = [total - (row[place] or 0.0) for total, row in zip(totals, marks, strict=True)]
        items.append(_item(question, statistics.items[place], sittings, rests))
    return QuizReport(statistics, items, _histogram(one.attempt.score or 0.0 for one in sittings), waiting)


def _item(
    question: Question, statistics: ItemStatistics, sittings: Sequence[Sitting], rests: Sequence[float]
) -> ItemReport:
    weights = _weights(question)
    chosen = [_ticked(one.attempt, question) if question.id in one.paper else None for one in sittings]
    options = analyse_options(weights, chosen, rests) if weights else ()
    rival = better_than_key(options, weights) if isinstance(question, Single | TrueFalse) else None
    return ItemReport(question, statistics, guess_score(question), options, rival)


def _points(sitting: Sitting, question: Question) -> float | None:
    if question.id not in sitting.paper:
        return None
    return sitting.attempt.marks.get(question.id, 0.0) * question.points


def _weights(question: Question) -> dict[str, float]:
    match question:
        case Single() | Multiple():
            return {option.id: option.weight for option in question.options}
        case TrueFalse():
            return {"true": float(question.correct), "false": float(not question.correct)}
        case _:
            return {}


def _ticked(attempt: Attempt, question: Question) -> frozenset[str]:
    match value_of(attempt, question.id):
        case bool() as truth:
            return frozenset({str(truth).lower()})
        case str() as option:
            return frozenset({option})
        case tuple() as options:
            return frozenset(options)
        case _:
            return frozenset()


def _histogram(scores: Iterable[float]) -> list[int]:
    bars = [0] * _BARS
    for score in scores:
        bars[min(_BARS - 1, int(score * _BARS + 1e-9))] += 1
    return bars
