"""Numbers that count as right, as files write them: `3`, `3:0.1`, `1..5`; and percent or a factor where allowed."""

import re

from eduverse.quizzes.formats.reasons import Reason
from eduverse.quizzes.formats.report import Skip
from eduverse.quizzes.formats.shares import NUMBER, number_of
from eduverse.quizzes.questions.kinds import AcceptedNumber

__all__ = ["accepted_number", "written_number"]

_RANGE = re.compile(rf"({NUMBER})\s{{0,9}}\.\.\s{{0,9}}({NUMBER})")


def accepted_number(text: str, weight: float, feedback: str | None) -> AcceptedNumber:
    """Raises `Skip` for what is no number; the ends of a range may stand either way round."""
    if found := _RANGE.fullmatch(text.strip()):
        ends = [number_of(found[1]), number_of(found[2])]
        low, high = sorted(one for one in ends if one is not None)
        return AcceptedNumber(value=low, high=high, weight=weight, feedback=feedback)
    middle, _, distance = text.partition(":")
    value, tolerance = number_of(middle), number_of(distance or "0")
    if value is None or tolerance is None or tolerance < 0:
        raise Skip(Reason.NOT_A_NUMBER, text)
    return AcceptedNumber(value=value, tolerance=tolerance, weight=weight, feedback=feedback)


def written_number(number: AcceptedNumber) -> str:
    """For a range or a number with a distance; `accepted_number` reads the same back."""
    if number.high is not None:
        return f"{number.value!r}..{number.high!r}"
    return f"{number.value!r}:{number.tolerance!r}" if number.tolerance else repr(number.value)
