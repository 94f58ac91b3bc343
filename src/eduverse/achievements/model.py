"""Achievements: rules as data, each a number of things that happened and a number that is enough.

An award's id is whose it is and for which rule, so it is earned once. Facts only ever become more, and an award that
was earned stays, whatever is counted later.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct

__all__ = [
    "AWARDS",
    "RULES",
    "Award",
    "Facts",
    "QuizTaken",
    "Rule",
    "award_id",
    "earned",
    "progress",
]

_WEEK = timedelta(days=7)


class QuizTaken(Struct, frozen=True, kw_only=True):
    """One attempt that was handed in."""

    quiz_id: str
    classroom_id: str
    number: int
    score: float
    """The fraction of the points, 0..1."""
    passed: bool


class Facts(Struct, frozen=True, kw_only=True):
    """What is known of one person."""

    taken: tuple[QuizTaken, ...] = ()
    days_present: tuple[date, ...] = ()
    """Days (in UTC) on which they were in a room; sorted, each once."""


class Rule(NamedTuple):
    id: str
    """Names its medal and its sentence in the client."""
    enough: int
    count: Callable[[Facts], int]


class Award(Document, frozen=True, kw_only=True):
    user_id: str
    rule: str
    earned_at: datetime


AWARDS = Collection(name="awards", type=Award, indexed=("user_id", "earned_at"))


def award_id(user_id: str, rule: str) -> str:
    return f"{user_id}:{rule}"


def _lessons(facts: Facts) -> int:
    return len(facts.days_present)


def _passed(facts: Facts) -> int:
    return len({one.quiz_id for one in facts.taken if one.passed})


def _perfect(facts: Facts) -> int:
    return len({one.quiz_id for one in facts.taken if one.score >= 1})


def _classes_passed(facts: Facts) -> int:
    return len({one.classroom_id for one in facts.taken if one.passed})


def _comebacks(facts: Facts) -> int:
    """Quizzes that were passed after an attempt that was not."""
    failed = {(one.quiz_id, one.number) for one in facts.taken if not one.passed}
    return len(
        {
            one.quiz_id
            for one in facts.taken
            if one.passed and any(quiz == one.quiz_id and number < one.number for quiz, number in failed)
        }
    )


def _best_week(facts: Facts) -> int:
    """The most days of presence in any seven days on end."""
    days = facts.days_present
    return max((sum(first <= day < first + _WEEK for day in days[at:]) for at, first in enumerate(days)), default=0)


RULES: tuple[Rule, ...] = (
    Rule("first-lesson", 1, _lessons),
    Rule("first-quiz", 1, _passed),
    Rule("perfect-score", 1, _perfect),
    Rule("comeback", 1, _comebacks),
    Rule("five-quizzes", 5, _passed),
    Rule("full-week", 5, _best_week),
    Rule("three-subjects", 3, _classes_passed),
    Rule("twenty-lessons", 20, _lessons),
)
"""In the order in which they are shown: the nearest first."""


def progress(rule: Rule, facts: Facts) -> int:
    """How far somebody is, at most `rule.enough`."""
    return min(rule.count(facts), rule.enough)


def earned(facts: Facts, held: Sequence[str] = ()) -> list[Rule]:
    """The rules that these facts satisfy, but for those that are `held`."""
    return [rule for rule in RULES if rule.id not in held and rule.count(facts) >= rule.enough]
