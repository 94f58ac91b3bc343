"""Numbers that count as right, as files write them.

`3`, `3:0.1` (a distance), `1..5` (a range); in tables also `3:5%` (a part of the number) and `3:x0.1` (a part up or
down, by multiplying and dividing).
"""

import re
from decimal import Decimal

from eduverse.quizzes.formats.reasons import Reason
from eduverse.quizzes.formats.report import Skip
from eduverse.quizzes.formats.shares import NUMBER, number_of, percent_of
from eduverse.quizzes.questions.kinds import AcceptedNumber, Tolerance

__all__ = ["accepted_number", "written_number"]

_RANGE = re.compile(rf"({NUMBER})\s{{0,9}}\.\.\s{{0,9}}({NUMBER})")


def accepted_number(text: str, weight: float, feedback: str | None, *, all_kinds: bool = False) -> AcceptedNumber:
    """Raises `Skip` for what is no number; the ends of a range may stand either way round."""
    if found := _RANGE.fullmatch(text.strip()):
        ends = [number_of(found[1]), number_of(found[2])]
        low, high = sorted(one for one in ends if one is not None)
        return AcceptedNumber(value=low, high=high, weight=weight, feedback=feedback)
    middle, _, distance = text.partition(":")
    value, (tolerance, kind) = number_of(middle), _tolerance(distance.strip() or "0", all_kinds=all_kinds)
    if value is None or tolerance is None or tolerance < 0:
        raise Skip(Reason.NOT_A_NUMBER, text)
    return AcceptedNumber(value=value, tolerance=tolerance, kind=kind, weight=weight, feedback=feedback)


def _tolerance(text: str, *, all_kinds: bool) -> tuple[float | None, Tolerance]:
    if all_kinds and text.startswith("x"):
        return number_of(text[1:]), Tolerance.GEOMETRIC
    if all_kinds and text.endswith("%") and number_of(text[:-1]) is not None:
        return float(Decimal(text[:-1].replace(",", ".")).scaleb(-2)), Tolerance.RELATIVE
    return number_of(text), Tolerance.ABSOLUTE


def written_number(number: AcceptedNumber) -> str:
    """`accepted_number` reads the same back."""
    if number.high is not None:
        return f"{number.value!r}..{number.high!r}"
    match number.kind:
        case Tolerance.ABSOLUTE:
            return f"{number.value!r}:{number.tolerance!r}" if number.tolerance else repr(number.value)
        case Tolerance.RELATIVE:
            return f"{number.value!r}:{percent_of(number.tolerance)}%"
        case Tolerance.GEOMETRIC:
            return f"{number.value!r}:x{number.tolerance!r}"
