"""Reports over what happened in a class: counted from facts, by rules that can be said in a sentence.

Nobody is rated: there is no score but those of quizzes, and whoever may need help is named together with the rule that
named them.
"""

import enum
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from statistics import fmean

from eduverse.kernel.structs import Struct

__all__ = [
    "REPORTED",
    "BestResult",
    "ClassFacts",
    "ClassOverview",
    "Concern",
    "ConcernReason",
    "DayCount",
    "QuizFact",
    "QuizOutcome",
    "ResultFact",
    "StayFact",
    "StudentProgress",
    "StudentRow",
    "class_overview",
    "student_progress",
]

REPORTED = timedelta(days=28)
"""How far back presence is reported."""
_DAYS = REPORTED.days
_ABSENT_FOR = timedelta(days=14)
_QUIZZES = 30
"""The newest quizzes are reported."""
_BANDS = 5


class QuizFact(Struct, frozen=True, kw_only=True):
    quiz_id: str
    title: str
    opened_at: datetime
    closed: bool


class ResultFact(Struct, frozen=True, kw_only=True):
    """One attempt that was handed in."""

    quiz_id: str
    user_id: str
    score: float
    passed: bool
    tokens: int
    submitted_at: datetime


class StayFact(Struct, frozen=True, kw_only=True):
    """Somebody was in the room from one moment to another."""

    user_id: str
    start: datetime
    end: datetime


class ClassFacts(Struct, frozen=True, kw_only=True):
    classroom_id: str
    title: str
    teacher: str
    students: tuple[str, ...]
    quizzes: tuple[QuizFact, ...]
    """Drafts are none."""
    results: tuple[ResultFact, ...]
    stays: tuple[StayFact, ...]
    """Within `REPORTED`."""


class DayCount(Struct, frozen=True, kw_only=True):
    day: date
    """In UTC."""
    count: int


class BestResult(Struct, frozen=True, kw_only=True):
    """How one person did at one quiz: the best of their attempts."""

    quiz_id: str
    title: str
    opened_at: datetime
    attempts: int
    best: float | None
    """The fraction of the points, 0..1; None when it was not taken."""
    passed: bool


class StudentProgress(Struct, frozen=True, kw_only=True):
    classroom_id: str
    title: str
    results: list[BestResult]
    """The oldest first."""
    average: float | None
    """Of the best attempts."""
    tokens: int
    minutes: list[DayCount]
    """In the room, on each of the last 28 days."""


class QuizOutcome(Struct, frozen=True, kw_only=True):
    quiz_id: str
    title: str
    opened_at: datetime
    closed: bool
    taken: int
    """By how many people."""
    passed: int
    average: float | None
    bands: list[int]
    """How many people's best is in each fifth of the scale, the lowest first."""


class ConcernReason(enum.StrEnum):
    NOT_SEEN = "notSeen"
    """The class met on at least two of the last 14 days, and they were there on none."""
    NOT_TAKEN = "notTaken"
    """They took none of the last two quizzes that are closed."""
    NOT_PASSED = "notPassed"
    """Of the last two quizzes they took, they passed none."""


class Concern(Struct, frozen=True, kw_only=True):
    reason: ConcernReason
    count: int
    """How many days or quizzes it rests on."""


class StudentRow(Struct, frozen=True, kw_only=True):
    user_id: str
    name: str
    taken: int
    average: float | None
    days_present: int
    last_seen: datetime | None
    concerns: list[Concern]


class ClassOverview(Struct, frozen=True, kw_only=True):
    classroom_id: str
    title: str
    people: list[DayCount]
    """Students in the room, on each of the last 28 days."""
    quizzes: list[QuizOutcome]
    """The oldest first."""
    students: list[StudentRow]
    """Those who may need help first."""


Best = dict[str, dict[str, ResultFact]]
"""User id -> quiz id -> the best attempt."""


def student_progress(facts: ClassFacts, user_id: str, now: datetime) -> StudentProgress:
    mine = [one for one in facts.results if one.user_id == user_id]
    best = _best(mine)[user_id]
    attempts: dict[str, int] = defaultdict(int)
    for one in mine:
        attempts[one.quiz_id] += 1
    return StudentProgress(
        classroom_id=facts.classroom_id,
        title=facts.title,
        results=[_result(quiz, best.get(quiz.quiz_id), attempts[quiz.quiz_id]) for quiz in _reported(facts)],
        average=_average(best.values()),
        tokens=sum(one.tokens for one in mine),
        minutes=_minutes([stay for stay in facts.stays if stay.user_id == user_id], now),
    )


def class_overview(facts: ClassFacts, names: dict[str, str], now: datetime) -> ClassOverview:
    """`names` of those who have an account; whoever has none any more is left out."""
    best = _best(facts.results)
    days = _days_present(facts.stays)
    rows = [_row(facts, user_id, names[user_id], best, days, now) for user_id in facts.students if user_id in names]
    return ClassOverview(
        classroom_id=facts.classroom_id,
        title=facts.title,
        people=_people(facts, days, now),
        quizzes=[_outcome(quiz, facts.students, best) for quiz in _reported(facts)],
        students=sorted(rows, key=lambda row: (-len(row.concerns), row.name.casefold())),
    )


# --- results ------------------------------------------------------------------------------------------------


def _best(results: Iterable[ResultFact]) -> Best:
    best: Best = defaultdict(dict)
    for one in results:
        held = best[one.user_id].get(one.quiz_id)
        if held is None or one.score > held.score:
            best[one.user_id][one.quiz_id] = one
    return best


def _average(results: Iterable[ResultFact]) -> float | None:
    scores = [one.score for one in results]
    return fmean(scores) if scores else None


def _reported(facts: ClassFacts) -> list[QuizFact]:
    return sorted(facts.quizzes, key=lambda quiz: quiz.opened_at)[-_QUIZZES:]


def _result(quiz: QuizFact, best: ResultFact | None, attempts: int) -> BestResult:
    return BestResult(
        quiz_id=quiz.quiz_id,
        title=quiz.title,
        opened_at=quiz.opened_at,
        attempts=attempts,
        best=best.score if best else None,
        passed=bool(best and best.passed),
    )


def _outcome(quiz: QuizFact, students: Sequence[str], best: Best) -> QuizOutcome:
    results = [best[one][quiz.quiz_id] for one in students if quiz.quiz_id in best.get(one, {})]
    bands = [0] * _BANDS
    for one in results:
        bands[min(int(one.score * _BANDS), _BANDS - 1)] += 1
    return QuizOutcome(
        quiz_id=quiz.quiz_id,
        title=quiz.title,
        opened_at=quiz.opened_at,
        closed=quiz.closed,
        taken=len(results),
        passed=sum(one.passed for one in results),
        average=_average(results),
        bands=bands,
    )


# --- presence -------------------------------------------------------------------------------------------------


def _last_days(now: datetime) -> list[date]:
    return [now.date() - timedelta(days=ago) for ago in reversed(range(_DAYS))]


def _days_present(stays: Iterable[StayFact]) -> dict[str, set[date]]:
    """User id -> the days on which they were in the room; a stay belongs to the day it began on."""
    days: dict[str, set[date]] = defaultdict(set)
    for stay in stays:
        days[stay.user_id].add(stay.start.date())
    return days


def _minutes(stays: Iterable[StayFact], now: datetime) -> list[DayCount]:
    seconds: dict[date, float] = defaultdict(float)
    for stay in stays:
        seconds[stay.start.date()] += max(0.0, (stay.end - stay.start).total_seconds())
    return [DayCount(day=day, count=round(seconds[day] / 60)) for day in _last_days(now)]


def _people(facts: ClassFacts, days: dict[str, set[date]], now: datetime) -> list[DayCount]:
    return [DayCount(day=day, count=sum(day in days.get(one, ()) for one in facts.students)) for day in _last_days(now)]


# --- who may need help ----------------------------------------------------------------------------------------


def _row(
    facts: ClassFacts, user_id: str, name: str, best: Best, days: dict[str, set[date]], now: datetime
) -> StudentRow:
    mine = best.get(user_id, {})
    seen = [stay.end for stay in facts.stays if stay.user_id == user_id]
    found = (
        _not_seen(facts, user_id, days, now),
        _not_taken(facts, mine),
        _not_passed(facts, mine),
    )
    return StudentRow(
        user_id=user_id,
        name=name,
        taken=len(mine),
        average=_average(mine.values()),
        days_present=len(days.get(user_id, ())),
        last_seen=max(seen, default=None),
        concerns=[concern for concern in found if concern],
    )


def _not_seen(facts: ClassFacts, user_id: str, days: dict[str, set[date]], now: datetime) -> Concern | None:
    """Only where there was something to come to: days on which others of the class were in the room."""
    first = (now - _ABSENT_FOR).date()
    members = {facts.teacher, *facts.students} - {user_id}
    met = {day for one in members for day in days.get(one, ()) if day > first}
    if len(met) < 2 or any(day > first for day in days.get(user_id, ())):
        return None
    return Concern(reason=ConcernReason.NOT_SEEN, count=len(met))


def _not_taken(facts: ClassFacts, mine: dict[str, ResultFact]) -> Concern | None:
    closed = [quiz for quiz in _reported(facts) if quiz.closed][-2:]
    if len(closed) < 2 or any(quiz.quiz_id in mine for quiz in closed):
        return None
    return Concern(reason=ConcernReason.NOT_TAKEN, count=len(closed))


def _not_passed(facts: ClassFacts, mine: dict[str, ResultFact]) -> Concern | None:
    taken = [mine[quiz.quiz_id] for quiz in _reported(facts) if quiz.quiz_id in mine][-2:]
    if len(taken) < 2 or any(one.passed for one in taken):
        return None
    return Concern(reason=ConcernReason.NOT_PASSED, count=len(taken))
