"""Shares of a question's points: percent in files, fractions here."""

import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec import structs

from eduverse.quizzes.formats.reasons import Reason
from eduverse.quizzes.formats.report import Draft, Skip
from eduverse.quizzes.questions.kinds import Multiple, Option, Single

__all__ = ["fraction_of", "number_of", "percent_of", "points_of", "scaled"]

NUMBER = r"[+-]?(?:\d{1,40}(?:[.,]\d{0,40})?|[.,]\d{1,40})(?:[eE][+-]?\d{1,3})?"
_NUMBER = re.compile(NUMBER)
_DENOMINATORS = (3, 6, 7, 9)


def number_of(text: str) -> float | None:
    """A finite number, with a decimal point or comma; None for anything else."""
    if not _NUMBER.fullmatch(text.strip()):
        return None
    value = float(text.strip().replace(",", "."))
    return value if abs(value) < float("inf") else None


def fraction_of(percent: str) -> float:
    """The share, -1..1. Thirds, sixths, sevenths and ninths are meant where five decimals say so: 33.33333."""
    text = percent.strip().replace(",", ".")
    value = number_of(text)
    if value is None or not -100 <= value <= 100:
        raise Skip(Reason.NOT_A_WEIGHT, percent)
    exact = float(Decimal(text).scaleb(-2))
    if len(text.partition(".")[2]) < 5:
        return exact
    for parts in _DENOMINATORS:
        if abs(exact * parts - round(exact * parts)) < 1e-6:
            return round(exact * parts) / parts
    return exact


def percent_of(fraction: float) -> str:
    """As few digits as say it exactly: `fraction_of` gives the same number back."""
    return f"{Decimal(repr(fraction)).scaleb(2).normalize():f}"


def points_of(text: str) -> float:
    value = number_of(text)
    if value is None or not 0 <= value <= 1000:
        raise Skip(Reason.NOT_POINTS, text)
    return value


def scaled(question: Single | Multiple, draft: Draft) -> Single | Multiple:
    """The question with weights as they must be: the best option of a single choice has all of the points; the
    right ones of a multiple choice have them together. Scaling is noted; nothing right at all is refused."""
    options = question.options
    positive = [option.weight for option in options if option.weight > 0]
    if not positive:
        raise Skip(Reason.NO_RIGHT_ANSWER)
    whole = max(positive) if isinstance(question, Single) else sum(positive)
    if abs(whole - 1) < 1e-4:
        return question
    draft.note(Reason.WEIGHTS_SCALED)
    return structs.replace(question, options=_divided(options, whole))


def _divided(options: Sequence[Option], whole: float) -> tuple[Option, ...]:
    return tuple(
        structs.replace(option, weight=option.weight / whole if option.weight > 0 else option.weight)
        for option in options
    )
