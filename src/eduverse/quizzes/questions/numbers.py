"""Numbers with tolerances and units.

Somebody types a number as they have learned to write it. Where that can be read in two ways (`1,234` and `1.234` are
a bit more than one here and a bit more than a thousand there), both are tried and the better one counts: the two lie
so far apart that nobody hits the other one by chance.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from math import isfinite
from typing import NamedTuple

from eduverse.quizzes.questions.kinds import AcceptedNumber, Numeric, Tolerance, Unit
from eduverse.quizzes.questions.weights import fraction

__all__ = [
    "best_number",
    "feedback_numeric",
    "grade_numeric",
    "interval",
    "key_of_numbers",
    "key_of_numeric",
    "readings",
]

_LONGEST = 200
"""Characters; what is longer is no number."""
_SLACK = 8 * sys.float_info.epsilon
"""What a number may be off by, relative to its size: what a few steps in binary lose, so that an edge counts."""

_SUPERSCRIPTS = re.compile("[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_RAISED = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")
_VULGAR = {ord(one): f" {unicodedata.normalize('NFKC', one)}" for one in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
_WRITTEN_ALIKE = str.maketrans({"−": "-", "–": "-", "‐": "-", "⁄": "/", "’": "'", "٫": ".", "٬": "'"})

_EXPONENT = r"\(?([+-]?\d{1,4})\)?(?!\d)"
_FRACTION = re.compile(r"([+-]?) ?(?:(\d{1,15}) )?([1-9]\d{0,14}|0) ?/ ?(\d{1,15})(?!\d)")
_POWER = re.compile(rf"([+-]?) ?10 ?(?:\^|\*\*) ?{_EXPONENT}")
_MANTISSA = re.compile(r"([+-]?) ?(\d[\d.,' ]*|[.,]\d+)")
_TIMES_POWER = re.compile(rf" ?(?:[eE]|[x×·⋅*] ?10 ?(?:\^|\*\*)) ?{_EXPONENT}")
_GROUPED = re.compile(r"[1-9]\d{0,2}([ '.,])(?:\d{2,3}\1)*\d{3}")
"""Groups of three, or of two before the last as in India; one mark between all of them."""


class _Read(NamedTuple):
    numbers: tuple[float, ...]
    """What it can mean: no, one or two numbers."""
    rest: str
    """What follows the number."""


class _Measured(NamedTuple):
    number: float
    """In the unit that the key is in."""
    share: float
    """What is left of the points after the penalty for a unit that is missing or unknown."""


class _Hit(NamedTuple):
    accepted: AcceptedNumber
    earned: float


def readings(text: str) -> tuple[float, ...]:
    """What a text means as a number and nothing but a number; empty when it is none."""
    read = _read(_tidy(text))
    return () if read.rest else read.numbers


def interval(accepted: AcceptedNumber) -> tuple[float, float]:
    """The least and the greatest number that count, before rounding."""
    high = accepted.value if accepted.high is None else accepted.high
    low, high = sorted((accepted.value, high))
    by = accepted.tolerance
    match accepted.kind:
        case Tolerance.ABSOLUTE:
            return low - by, high + by
        case Tolerance.RELATIVE:
            return low - by * abs(low), high + by * abs(high)
        case Tolerance.GEOMETRIC:
            return low / (1 + by) if low > 0 else low * (1 + by), high * (1 + by) if high > 0 else high / (1 + by)


def best_number(accepted: Sequence[AcceptedNumber], value: str) -> AcceptedNumber | None:
    """The accepted number with the greatest weight that a text without a unit hits."""
    hit = _best(accepted, [_Measured(number, 1.0) for number in readings(value)])
    return hit.accepted if hit else None


def grade_numeric(question: Numeric, value: str) -> float:
    hit = _best(question.accepted, _measure(question, value))
    return fraction([hit.earned]) if hit else 0.0


def feedback_numeric(question: Numeric, value: str) -> dict[str, str]:
    hit = _best(question.accepted, _measure(question, value))
    return {question.id: hit.accepted.feedback} if hit and hit.accepted.feedback else {}


def key_of_numbers(accepted: Sequence[AcceptedNumber]) -> str:
    return _written(max(accepted, key=lambda one: one.weight).value)


def key_of_numeric(question: Numeric) -> str:
    """In the unit that the key is in where it has a name, else in the first one."""
    if not question.units:
        return key_of_numbers(question.accepted)
    unit = min(question.units, key=lambda one: one.factor != 1)
    return f"{_written(max(question.accepted, key=lambda one: one.weight).value / unit.factor)} {unit.name}"


def _best(accepted: Sequence[AcceptedNumber], measured: list[_Measured]) -> _Hit | None:
    hits = (_Hit(one, one.weight * size.share) for size in measured for one in accepted if _within(one, size.number))
    return max(hits, key=lambda hit: hit.earned, default=None)


def _within(accepted: AcceptedNumber, number: float) -> bool:
    if not isfinite(number):
        return False  # the slack would be as infinite, and anything within it
    low, high = interval(accepted)
    slack = _SLACK * max(abs(low), abs(high), abs(accepted.value), abs(number))
    return low - slack <= number <= high + slack


def _measure(question: Numeric, value: str) -> list[_Measured]:
    read = _read(_tidy(value))
    if not question.units:
        return [] if read.rest else [_Measured(number, 1.0) for number in read.numbers]
    if not read.numbers:
        return list(_measure_behind(question.units, _tidy(value)))
    unit = _unit(question.units, read.rest)
    if unit is None:
        return [_Measured(number, 1.0 - question.unit_penalty) for number in read.numbers]
    return [_Measured(number * unit.factor, 1.0) for number in read.numbers]


def _measure_behind(units: Sequence[Unit], text: str) -> Iterator[_Measured]:
    """The number in a text that begins with its unit: `€ 5`."""
    for unit in units:
        name = _tidy(unit.name)
        if text.startswith(name):
            read = _read(text[len(name) :].lstrip())
            yield from (_Measured(number * unit.factor, 1.0) for number in read.numbers if not read.rest)


def _unit(units: Sequence[Unit], written: str) -> Unit | None:
    """Capital letters count in units: `mW` is not `MW`. White space and a final full stop do not."""
    wanted = _compact(written)
    return next((unit for unit in units if _compact(_tidy(unit.name)) == wanted), None)


def _compact(text: str) -> str:
    return text.replace(" ", "").rstrip(".")


def _tidy(text: str) -> str:
    """The same text with one way to write each digit, sign, mark and space."""
    if len(text) > _LONGEST:
        return ""
    raised = _SUPERSCRIPTS.sub(lambda match: "^" + match.group().translate(_RAISED), text)
    alike = unicodedata.normalize("NFKC", raised.translate(_VULGAR)).translate(_WRITTEN_ALIKE)
    return " ".join("".join(str(unicodedata.decimal(one, one)) for one in alike).split())


def _read(text: str) -> _Read:
    """The number that a tidy text begins with."""
    if match := _FRACTION.match(text):
        return _Read(_finite(_of_fraction(match)), text[match.end() :].strip())
    if match := _POWER.match(text):
        return _Read(_finite([f"{match[1]}1e{match[2]}"]), text[match.end() :].strip())
    match = _MANTISSA.match(text)
    if match is None:
        return _Read((), text)
    power = _TIMES_POWER.match(text, match.end())
    exponent, end = (power[1], power.end()) if power else ("0", match.end())
    plain = _plain(match[2].rstrip(" '.,"))
    return _Read(_finite([f"{match[1]}{one}e{exponent}" for one in plain]), text[end:].strip())


def _plain(written: str) -> list[str]:
    """The ways to read digits with marks between them, written as Python does."""
    splits = [(written, "", "")]
    splits += [written.rpartition(mark) for mark in ".," if mark in written]
    return [
        f"{re.sub(r'[^0-9]', '', whole) or '0'}.{decimals or '0'}"
        for whole, mark, decimals in splits
        if _is_whole(whole, mark) and (decimals.isdigit() if mark else whole)
    ]


def _is_whole(text: str, decimal_mark: str) -> bool:
    if text.isdigit() or not text:
        return True
    grouped = _GROUPED.fullmatch(text)
    return grouped is not None and grouped[1] != decimal_mark


def _of_fraction(match: re.Match[str]) -> list[str]:
    sign, whole, above, below = match.groups()
    if int(below) == 0:
        return []
    return [f"{sign}{int(whole or 0) + int(above) / int(below)!r}"]


def _finite(written: list[str]) -> tuple[float, ...]:
    """What is too large for a number here is none."""
    return tuple(number for number in map(float, written) if abs(number) <= sys.float_info.max)


def _written(number: float) -> str:
    return repr(number).removesuffix(".0")
