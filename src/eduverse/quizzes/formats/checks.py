"""What a question must be, whatever file it comes from; and when two of them are the same."""

import re
from typing import Any

import msgspec

from eduverse.quizzes.formats.reasons import Reason
from eduverse.quizzes.formats.report import Skip
from eduverse.quizzes.questions.kinds import (
    Cloze,
    Essay,
    GapChoice,
    GapNumber,
    GapText,
    Matching,
    Multiple,
    Numeric,
    Ordering,
    Question,
    ShortAnswer,
    Single,
    TrueFalse,
)

__all__ = ["anonymous", "demand_sound"]

_MOST_PARTS = 200


def demand_sound(question: Question) -> None:
    """Raises `Skip` for a question that cannot be answered as it is."""
    if not question.text.strip():
        raise Skip(Reason.NO_TEXT)
    match question:
        case Single() | Multiple():
            _demand_parts([option.text for option in question.options], least=2)
        case ShortAnswer() | Numeric():
            _demand_right([one.weight for one in question.accepted])
        case Matching():
            _demand_parts([pair.prompt for pair in question.pairs], least=1)
            _demand_parts([choice.text for choice in question.choices], least=2)
        case Ordering():
            _demand_parts([item.text for item in question.items], least=2)
        case Cloze():
            _demand_gaps(question)
        case TrueFalse() | Essay():
            return


def _demand_parts(texts: list[str], *, least: int) -> None:
    if len(texts) < least:
        raise Skip(Reason.TOO_FEW_OPTIONS)
    if len(texts) > _MOST_PARTS:
        raise Skip(Reason.TOO_MANY_PARTS)
    if not all(text.strip() for text in texts):
        raise Skip(Reason.EMPTY_ANSWER)


def _demand_right(weights: list[float]) -> None:
    if len(weights) > _MOST_PARTS:
        raise Skip(Reason.TOO_MANY_PARTS)
    if max(weights, default=0) <= 0:
        raise Skip(Reason.NO_RIGHT_ANSWER)


def _demand_gaps(question: Cloze) -> None:
    if not question.gaps:
        raise Skip(Reason.NO_GAPS)
    if len(question.gaps) > _MOST_PARTS:
        raise Skip(Reason.TOO_MANY_PARTS)
    for gap in question.gaps:
        match gap:
            case GapChoice():
                _demand_parts([option.text for option in gap.options], least=2)
                _demand_right([option.weight for option in gap.options])
            case GapText() | GapNumber():
                _demand_right([one.weight for one in gap.accepted])


_GAP = re.compile(r"\{\{([A-Za-z0-9]+)\}\}")


def anonymous(question: Question) -> Any:
    """The question as plain values, its random ids counted through: equal for equal questions.

    Which of the choices of a matching question stands first says nothing.
    """
    if isinstance(question, Matching):
        used = {pair.choice_id: None for pair in question.pairs}
        places = {choice_id: place for place, choice_id in enumerate(used)}
        choices = sorted(question.choices, key=lambda one: (places.get(one.id, len(places)), one.text))
        question = msgspec.structs.replace(question, choices=tuple(choices))
    numbers: dict[str, str] = {}

    def numbered(one: str) -> str:
        return numbers.setdefault(one, f"#{len(numbers)}")

    def walk(value: Any) -> Any:
        if isinstance(value, list | tuple):
            return [walk(one) for one in value]
        if not isinstance(value, dict):
            return value
        return {key: numbered(one) if key in {"id", "choiceId"} else walk(one) for key, one in value.items()}

    plain = walk(msgspec.to_builtins(question))
    if isinstance(question, Cloze):
        plain["text"] = _GAP.sub(lambda found: "{{" + numbers.get(found[1], found[1]) + "}}", question.text)
    return plain
