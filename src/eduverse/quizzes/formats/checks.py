"""What a question must be, whatever file it comes from; and when two of them are the same."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import structs

from eduverse.quizzes.formats.reasons import Reason
from eduverse.quizzes.formats.report import Draft, Skip
from eduverse.quizzes.formats.shares import best_scaled, sum_scaled
from eduverse.quizzes.questions.kinds import (
    AcceptedNumber,
    AcceptedText,
    Cloze,
    Essay,
    Gap,
    GapChoice,
    GapNumber,
    GapText,
    Matching,
    Multiple,
    Numeric,
    Option,
    Ordering,
    Question,
    ShortAnswer,
    Single,
    TrueFalse,
)
from eduverse.quizzes.questions.validity import faults_of

__all__ = ["anonymous", "sound"]

_MOST_POINTS = 100
_MOST_WEIGHT = 100
_MOST_EDITS = 3
_MOST_WORDS = 10_000
_LONGEST_TEXT = 10_000
_LONGEST_PART = 1_000
_LONGEST_FEEDBACK = 2_000
_LONGEST_EXPLANATION = 5_000
_MOST = {"options": 20, "texts": 50, "numbers": 20, "units": 20, "pairs": 30, "choices": 60, "items": 30, "gaps": 50}
"""The bounds of the editor: a question that comes in can be changed there."""


def sound(question: Question, draft: Draft) -> Question:
    """The question with weights as they must be. Raises `Skip` for one that cannot be asked, edited or graded."""
    if not question.text.strip():
        raise Skip(Reason.NO_TEXT)
    if not 0 < question.points <= _MOST_POINTS:
        raise Skip(Reason.NOT_POINTS, f"{question.points:g}")
    _demand_short(question.text, _LONGEST_TEXT)
    _demand_short(question.explanation, _LONGEST_EXPLANATION)
    checked = _checked(question, draft)
    for fault in faults_of(checked):
        raise Skip(Reason.NOT_GRADABLE, f"{fault.field} {fault.message}")
    return checked


def _checked(question: Question, draft: Draft) -> Question:
    match question:
        case Single():
            _demand_options(question.options)
            return structs.replace(question, options=best_scaled(question.options, draft))
        case Multiple():
            _demand_options(question.options)
            return structs.replace(question, options=sum_scaled(question.options, draft))
        case ShortAnswer():
            _demand_accepted(question.accepted)
            if question.max_edits > _MOST_EDITS:
                raise Skip(Reason.SETTING_UNKNOWN, f"maxEdits={question.max_edits}")
            return structs.replace(question, accepted=best_scaled(question.accepted, draft))
        case Numeric():
            _demand_numbers(question.accepted)
            _demand_count(question.units, "units")
            return structs.replace(question, accepted=best_scaled(question.accepted, draft))
        case Cloze():
            return _checked_gaps(question, draft)
        case _:
            _demand_parts(question)
            return question


def _checked_gaps(question: Cloze, draft: Draft) -> Cloze:
    if not question.gaps:
        raise Skip(Reason.NO_GAPS)
    _demand_count(question.gaps, "gaps")
    return structs.replace(question, gaps=tuple(_checked_gap(gap, draft) for gap in question.gaps))


def _checked_gap(gap: Gap, draft: Draft) -> Gap:
    if gap.weight > _MOST_WEIGHT:
        raise Skip(Reason.NOT_POINTS, f"{gap.weight:g}")
    match gap:
        case GapChoice():
            _demand_options(gap.options)
            return structs.replace(gap, options=best_scaled(gap.options, draft))
        case GapText():
            _demand_accepted(gap.accepted)
            return structs.replace(gap, accepted=best_scaled(gap.accepted, draft))
        case GapNumber():
            _demand_numbers(gap.accepted)
            return structs.replace(gap, accepted=best_scaled(gap.accepted, draft))


def _demand_parts(question: TrueFalse | Essay | Matching | Ordering) -> None:
    match question:
        case TrueFalse():
            _demand_short(question.feedback_true, _LONGEST_FEEDBACK)
            _demand_short(question.feedback_false, _LONGEST_FEEDBACK)
        case Essay():
            _demand_short(question.template, _LONGEST_TEXT)
            _demand_short(question.grader_notes, _LONGEST_TEXT)
            if max(question.min_words, question.max_words or 0) > _MOST_WORDS:
                raise Skip(Reason.NOT_GRADABLE, "more words than anybody writes")
        case Matching():
            _demand_texts([pair.prompt for pair in question.pairs], "pairs", least=1)
            _demand_texts([choice.text for choice in question.choices], "choices", least=2)
        case Ordering():
            _demand_texts([item.text for item in question.items], "items", least=2)


def _demand_options(options: Sequence[Option]) -> None:
    _demand_texts([option.text for option in options], "options", least=2)
    _demand_feedback(options)


def _demand_accepted(accepted: Sequence[AcceptedText]) -> None:
    _demand_texts([one.text for one in accepted], "texts", least=0)
    _demand_feedback(accepted)


def _demand_numbers(accepted: Sequence[AcceptedNumber]) -> None:
    _demand_count(accepted, "numbers")
    _demand_feedback(accepted)


def _demand_feedback(parts: Sequence[Option | AcceptedText | AcceptedNumber]) -> None:
    for part in parts:
        _demand_short(part.feedback, _LONGEST_FEEDBACK)


def _demand_texts(texts: Sequence[str], kind: str, *, least: int) -> None:
    if len(texts) < least:
        raise Skip(Reason.TOO_FEW_OPTIONS)
    _demand_count(texts, kind)
    for text in texts:
        _demand_short(text, _LONGEST_PART)
        if not text.strip():
            raise Skip(Reason.EMPTY_ANSWER)


def _demand_count(parts: Sequence[object], kind: str) -> None:
    if len(parts) > _MOST[kind]:
        raise Skip(Reason.TOO_MANY_PARTS, str(_MOST[kind]))


def _demand_short(text: str | None, most: int) -> None:
    if text is not None and len(text) > most:
        raise Skip(Reason.TOO_LONG, str(most))


_GAP = re.compile(r"\{\{([A-Za-z0-9]+)\}\}")


def anonymous(question: Question) -> Any:
    """The question as plain values, its random ids counted through: equal for equal questions.

    Which of the choices of a matching question stands first says nothing.
    """
    if isinstance(question, Matching):
        used = {pair.choice_id: None for pair in question.pairs}
        places = {choice_id: place for place, choice_id in enumerate(used)}
        choices = sorted(question.choices, key=lambda one: (places.get(one.id, len(places)), one.text))
        question = structs.replace(question, choices=tuple(choices))
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
