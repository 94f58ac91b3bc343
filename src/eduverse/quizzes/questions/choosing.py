"""One option, several options, true or false."""

from eduverse.quizzes.questions.kinds import Multiple, Option, Single, TrueFalse, Value
from eduverse.quizzes.questions.weights import fraction

__all__ = [
    "are_options",
    "feedback_multiple",
    "feedback_single",
    "feedback_true_false",
    "grade_multiple",
    "grade_single",
    "grade_true_false",
    "is_option",
    "is_truth",
    "key_of_multiple",
    "key_of_single",
    "key_of_true_false",
]


def is_option(question: Single, value: Value) -> bool:
    return any(value == option.id for option in question.options)


def are_options(question: Multiple, value: Value) -> bool:
    """Each option at most once, in any order."""
    if not isinstance(value, tuple):
        return False
    chosen = set(value)
    return len(chosen) == len(value) and chosen <= {option.id for option in question.options}


def is_truth(_: TrueFalse, value: Value) -> bool:
    return isinstance(value, bool)


def grade_single(question: Single, value: str) -> float:
    return fraction(option.weight for option in question.options if option.id == value)


def grade_multiple(question: Multiple, value: tuple[str, ...]) -> float:
    """The weights of what was chosen, added and cut to 0..1: choosing everything is no way to points."""
    return fraction(option.weight for option in _chosen(question, value))


def grade_true_false(question: TrueFalse, value: bool) -> float:
    return float(value is question.correct)


def key_of_single(question: Single) -> str:
    return max(question.options, key=lambda option: option.weight).id


def key_of_multiple(question: Multiple) -> tuple[str, ...]:
    return tuple(option.id for option in question.options if option.weight > 0)


def key_of_true_false(question: TrueFalse) -> bool:
    return question.correct


def feedback_single(question: Single, value: str) -> dict[str, str]:
    return feedback_multiple(question, (value,))


def feedback_multiple(question: Single | Multiple, value: tuple[str, ...]) -> dict[str, str]:
    return {option.id: option.feedback for option in _chosen(question, value) if option.feedback}


def feedback_true_false(question: TrueFalse, value: bool) -> dict[str, str]:
    said = question.feedback_true if value else question.feedback_false
    return {question.id: said} if said else {}


def _chosen(question: Single | Multiple, value: tuple[str, ...]) -> list[Option]:
    chosen = set(value)
    return [option for option in question.options if option.id in chosen]
