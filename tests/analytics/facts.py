"""A class to report on: three weeks of lessons, three quizzes, three students."""

from datetime import datetime, timedelta
from typing import Any

from msgspec import structs
from tests.support.clock import NOON

from eduverse.analytics.model.reports import ClassFacts, QuizFact, ResultFact, StayFact

__all__ = ["NAMES", "class_facts", "days_ago", "quiz", "result", "stay"]

NAMES = {"mira": "Mira", "tom": "Tom", "zoe": "Zoë"}


def days_ago(days: float) -> datetime:
    return NOON - timedelta(days=days)


def quiz(quiz_id: str, ago: float, *, closed: bool = True) -> QuizFact:
    return QuizFact(quiz_id=quiz_id, title=quiz_id.upper(), opened_at=days_ago(ago), closed=closed)


def result(user_id: str, quiz_id: str, score: float, *, tokens: int = 0) -> ResultFact:
    return ResultFact(
        quiz_id=quiz_id, user_id=user_id, score=score, passed=score >= 0.5, tokens=tokens, submitted_at=NOON
    )


def stay(user_id: str, ago: float, minutes: float = 30) -> StayFact:
    return StayFact(user_id=user_id, start=days_ago(ago), end=days_ago(ago) + timedelta(minutes=minutes))


def class_facts(**fields: Any) -> ClassFacts:
    facts = ClassFacts(
        classroom_id="room-1",
        title="Planets",
        teacher="ada",
        students=("mira", "tom", "zoe"),
        quizzes=(quiz("c", 1, closed=False), quiz("b", 8), quiz("a", 15)),
        results=(
            result("mira", "a", 0.4),
            result("mira", "a", 1.0, tokens=20),
            result("mira", "b", 0.8, tokens=16),
            result("tom", "a", 0.2),
            result("tom", "b", 0.3),
        ),
        stays=(
            stay("ada", 3),
            stay("ada", 10),
            stay("mira", 3),
            stay("mira", 3.01, 10),
            stay("mira", 10),
            stay("tom", 20),
        ),
    )
    return structs.replace(facts, **fields)
