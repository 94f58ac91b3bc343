"""Questions and how they are graded. Pure: the same answer to the same question always gives the same fraction."""

import unicodedata
from collections.abc import Callable
from typing import Any

from eduverse.kernel.structs import Struct
from eduverse.quizzes.errors import InvalidAnswer

__all__ = ["Multiple", "Option", "Question", "ShortAnswer", "Single", "TrueFalse", "Value", "check", "grade", "key_of"]

Value = str | bool | tuple[str, ...] | None
"""An answer: an option's id, several of them, true or false, or a text; None when it was cleared."""


class Option(Struct, frozen=True, kw_only=True):
    id: str
    text: str
    correct: bool


class _Question(Struct, frozen=True, kw_only=True, tag_field="type"):
    id: str
    text: str
    points: float
    explanation: str | None = None


class Single(_Question, frozen=True, kw_only=True, tag="single"):
    options: tuple[Option, ...]


class Multiple(_Question, frozen=True, kw_only=True, tag="multiple"):
    options: tuple[Option, ...]


class TrueFalse(_Question, frozen=True, kw_only=True, tag="trueFalse"):
    correct: bool


class ShortAnswer(_Question, frozen=True, kw_only=True, tag="shortAnswer"):
    accepted: tuple[str, ...]
    case_sensitive: bool = False


Question = Single | Multiple | TrueFalse | ShortAnswer


def check(question: Question, value: Value) -> None:
    """Raises `InvalidAnswer` when `value` cannot be an answer to this question at all."""
    match question, value:
        case _, None:
            return
        case Single(), str() if value in _ids(question):
            return
        case Multiple(), tuple() if len(set(value)) == len(value) and set(value) <= _ids(question):
            return
        case TrueFalse(), bool():
            return
        case ShortAnswer(), str():
            return
    raise InvalidAnswer(questionId=question.id)


def grade(question: Question, value: Value) -> float:
    """The fraction of the question's points that the answer earns, 0..1; no answer earns nothing.

    Several options: each right one earns its share and each wrong one costs as much, never below nothing. The
    order of the options, in the question or in the answer, does not matter.
    """
    if value is None:
        return 0.0
    return _GRADERS[type(question)](question, value)


def key_of(question: Question) -> Value:
    """An answer that earns everything."""
    match question:
        case Single():
            return next(option.id for option in question.options if option.correct)
        case Multiple():
            return tuple(option.id for option in question.options if option.correct)
        case TrueFalse():
            return question.correct
        case ShortAnswer():
            return question.accepted[0]


def _grade_multiple(question: Multiple, value: tuple[str, ...]) -> float:
    correct = {option.id for option in question.options if option.correct}
    chosen = set(value)
    return max(0.0, (len(chosen & correct) - len(chosen - correct)) / len(correct))


def _grade_short(question: ShortAnswer, value: str) -> float:
    given = _comparable(value, case_sensitive=question.case_sensitive)
    return float(any(given == _comparable(text, case_sensitive=question.case_sensitive) for text in question.accepted))


_GRADERS: dict[type[Struct], Callable[[Any, Any], float]] = {
    Single: lambda question, value: float(value == key_of(question)),
    Multiple: _grade_multiple,
    TrueFalse: lambda question, value: float(value is question.correct),
    ShortAnswer: _grade_short,
}


def _comparable(text: str, *, case_sensitive: bool) -> str:
    """The text as people mean it: white space and the ways to encode a letter do not count."""
    folded = " ".join(unicodedata.normalize("NFKC", text).split())
    return folded if case_sensitive else folded.casefold()


def _ids(question: Single | Multiple) -> set[str]:
    return {option.id for option in question.options}
