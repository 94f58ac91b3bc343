"""Shares of a question's points: percent in files, fractions here."""

import re
from decimal import Decimal
from math import fsum
from typing import TypeVar

from msgspec import structs

from eduverse.quizzes.formats.reasons import Reason
from eduverse.quizzes.formats.report import Draft, Skip
from eduverse.quizzes.questions.kinds import AcceptedNumber, AcceptedText, Option
from eduverse.quizzes.questions.weights import ROUNDING

__all__ = ["best_scaled", "fraction_of", "number_of", "percent_of", "points_of", "sum_scaled"]

NUMBER = r"[+-]?(?:[0-9]{1,40}(?:[.,][0-9]{0,40})?|[.,][0-9]{1,40})(?:[eE][+-]?[0-9]{1,3})?"
_NUMBER = re.compile(NUMBER)
_DENOMINATORS = (3, 6, 7, 9)
_ROUNDED_PERCENT = 1e-4
_MOST_DIGITS = 40


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
    percent = Decimal(repr(fraction)).scaleb(2).normalize()
    digits = f"{percent:f}"
    return digits if len(digits) <= _MOST_DIGITS else str(percent)


def points_of(text: str) -> float:
    """Their bounds are looked at where the question is checked."""
    value = number_of(text)
    if value is None:
        raise Skip(Reason.NOT_POINTS, text)
    return value


Weighted = TypeVar("Weighted", Option, AcceptedText, AcceptedNumber)


def best_scaled(parts: tuple[Weighted, ...], draft: Draft) -> tuple[Weighted, ...]:
    """The answers with weights of which the best earns everything."""
    return _scaled(parts, max((part.weight for part in parts), default=0.0), draft)


def sum_scaled(parts: tuple[Weighted, ...], draft: Draft) -> tuple[Weighted, ...]:
    """The answers with weights of which the right ones, together, earn everything."""
    return _scaled(parts, fsum(part.weight for part in parts if part.weight > 0), draft)


def _scaled(parts: tuple[Weighted, ...], whole: float, draft: Draft) -> tuple[Weighted, ...]:
    """Scaling is noted, unless it only mends the rounding of a percentage; nothing right at all is refused."""
    if whole <= 0:
        raise Skip(Reason.NO_RIGHT_ANSWER)
    if abs(whole - 1) <= ROUNDING:
        return parts
    if abs(whole - 1) > _ROUNDED_PERCENT:
        draft.note(Reason.WEIGHTS_SCALED)
    return tuple(structs.replace(part, weight=part.weight / whole) if part.weight > 0 else part for part in parts)
