"""Questions and how they are graded. Pure: the same answer to the same question always gives the same fraction.

Each family of questions has a module of its own; here is the one table that says which is whose. What holds for all:
no answer earns nothing, a fraction is in 0..1, what cannot be an answer at all is `InvalidAnswer`, and the order of
whatever has no order of its own (options, pairs, gaps) does not matter.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from eduverse.quizzes.errors import InvalidAnswer
from eduverse.quizzes.questions import arranging, choosing, gaps, numbers, writing
from eduverse.quizzes.questions.blank import is_blank
from eduverse.quizzes.questions.kinds import (
    AcceptedNumber,
    AcceptedText,
    Choice,
    Cloze,
    Criterion,
    Essay,
    Gap,
    GapChoice,
    GapNumber,
    GapText,
    Item,
    Level,
    Matching,
    Multiple,
    Numeric,
    Option,
    Ordering,
    OrderingStrategy,
    Pair,
    Question,
    ShortAnswer,
    Single,
    Tolerance,
    TrueFalse,
    Unit,
    Value,
)
from eduverse.quizzes.questions.validity import Fault, demand_gradable, faults_of

__all__ = [
    "AcceptedNumber",
    "AcceptedText",
    "Choice",
    "Cloze",
    "Criterion",
    "Essay",
    "Fault",
    "Gap",
    "GapChoice",
    "GapNumber",
    "GapText",
    "Item",
    "Level",
    "Matching",
    "Multiple",
    "Numeric",
    "Option",
    "Ordering",
    "OrderingStrategy",
    "Pair",
    "Question",
    "ShortAnswer",
    "Single",
    "Tolerance",
    "TrueFalse",
    "Unit",
    "Value",
    "check",
    "demand_gradable",
    "faults_of",
    "feedback_for",
    "grade",
    "is_blank",
    "key_of",
]


class _Kind(NamedTuple):
    """What can be done with one kind of question; every function gets the question and a value that is not blank."""

    fits: Callable[[Any, Any], bool]
    grade: Callable[[Any, Any], float | None]
    key: Callable[[Any], Value]
    feedback: Callable[[Any, Any], dict[str, str]]


def _is_text(_: object, value: Value) -> bool:
    return isinstance(value, str)


def _no_feedback(*_: object) -> dict[str, str]:
    return {}


_KINDS: dict[type[Any], _Kind] = {
    Single: _Kind(choosing.is_option, choosing.grade_single, choosing.key_of_single, choosing.feedback_single),
    Multiple: _Kind(
        choosing.are_options, choosing.grade_multiple, choosing.key_of_multiple, choosing.feedback_multiple
    ),
    TrueFalse: _Kind(
        choosing.is_truth, choosing.grade_true_false, choosing.key_of_true_false, choosing.feedback_true_false
    ),
    ShortAnswer: _Kind(_is_text, writing.grade_short, writing.key_of_short, writing.feedback_short),
    Essay: _Kind(_is_text, writing.grade_essay, writing.key_of_essay, _no_feedback),
    Numeric: _Kind(_is_text, numbers.grade_numeric, numbers.key_of_numeric, numbers.feedback_numeric),
    Matching: _Kind(arranging.are_pairs, arranging.grade_matching, arranging.key_of_matching, _no_feedback),
    Ordering: _Kind(arranging.is_order, arranging.grade_ordering, arranging.key_of_ordering, _no_feedback),
    Cloze: _Kind(gaps.fit_gaps, gaps.grade_cloze, gaps.key_of_cloze, gaps.feedback_cloze),
}


def check(question: Question, value: Value) -> None:
    """Raises `InvalidAnswer` when `value` cannot be an answer to this question at all."""
    if value is not None and not _KINDS[type(question)].fits(question, value):
        raise InvalidAnswer(questionId=question.id)


def grade(question: Question, value: Value) -> float | None:
    """The fraction of the question's points that a checked answer earns, 0..1; None where a person must say.

    No answer earns nothing and needs nobody.
    """
    return 0.0 if is_blank(value) else _KINDS[type(question)].grade(question, value)


def key_of(question: Question) -> Value:
    """An answer that earns everything; None for an essay."""
    return _KINDS[type(question)].key(question)


def feedback_for(question: Question, value: Value) -> dict[str, str]:
    """What the author says to this answer: option or gap -> text, or the question's own id -> text."""
    return {} if is_blank(value) else _KINDS[type(question)].feedback(question, value)
