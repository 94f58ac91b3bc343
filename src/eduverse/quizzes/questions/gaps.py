"""Texts with gaps to fill in."""

from math import fsum

from eduverse.quizzes.questions.kinds import (
    AcceptedNumber,
    AcceptedText,
    Cloze,
    Gap,
    GapChoice,
    GapNumber,
    GapText,
    Option,
    Value,
)
from eduverse.quizzes.questions.numbers import best_number, key_of_numbers
from eduverse.quizzes.questions.weights import fraction
from eduverse.quizzes.questions.writing import best_text, key_of_short

__all__ = ["feedback_cloze", "fit_gaps", "grade_cloze", "key_of_cloze"]


def fit_gaps(question: Cloze, value: Value) -> bool:
    """Some of the gaps may be left out; a gap with options takes one of them."""
    if not isinstance(value, dict):
        return False
    gaps = {gap.id: gap for gap in question.gaps}
    return all(one in gaps and _fits(gaps[one], filled) for one, filled in value.items())


def grade_cloze(question: Cloze, value: dict[str, str]) -> float:
    """Each gap earns its share by its weight. A penalty in one gap is taken from what the others earn."""
    earned = fsum(gap.weight * _earned(gap, value.get(gap.id, "")) for gap in question.gaps)
    return fraction([earned / fsum(gap.weight for gap in question.gaps)])


def key_of_cloze(question: Cloze) -> dict[str, str]:
    return {gap.id: _key_of(gap) for gap in question.gaps}


def feedback_cloze(question: Cloze, value: dict[str, str]) -> dict[str, str]:
    said = {gap.id: _feedback(gap, value.get(gap.id, "")) for gap in question.gaps}
    return {one: text for one, text in said.items() if text}


def _fits(gap: Gap, filled: str) -> bool:
    if not filled or not isinstance(gap, GapChoice):
        return True
    return any(filled == option.id for option in gap.options)


def _earned(gap: Gap, filled: str) -> float:
    best = _best(gap, filled)
    return min(1.0, best.weight) if best else 0.0


def _feedback(gap: Gap, filled: str) -> str | None:
    best = _best(gap, filled)
    return best.feedback if best else None


def _best(gap: Gap, filled: str) -> Option | AcceptedText | AcceptedNumber | None:
    match gap:
        case GapChoice():
            return next((option for option in gap.options if option.id == filled), None)
        case GapText():
            return best_text(gap, filled)
        case GapNumber():
            return best_number(gap.accepted, filled)


def _key_of(gap: Gap) -> str:
    match gap:
        case GapChoice():
            return max(gap.options, key=lambda option: option.weight).id
        case GapText():
            return key_of_short(gap)
        case GapNumber():
            return key_of_numbers(gap.accepted)
