"""Writing a table of questions. Every row is read back before it is let out."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from eduverse.quizzes.formats.checks import anonymous
from eduverse.quizzes.formats.cloze import write_cloze
from eduverse.quizzes.formats.numbers import written_number
from eduverse.quizzes.formats.pairs import pairs_of
from eduverse.quizzes.formats.reasons import Reason
from eduverse.quizzes.formats.reduce import essay_without_texts
from eduverse.quizzes.formats.report import Draft, Entry, Exported, Skip, write_elements
from eduverse.quizzes.formats.shares import percent_of
from eduverse.quizzes.formats.table.cells import list_cell, write_rows
from eduverse.quizzes.formats.table.columns import ARROW, HEADER
from eduverse.quizzes.formats.table.reader import read_csv
from eduverse.quizzes.questions.kinds import (
    Cloze,
    Essay,
    Matching,
    Multiple,
    Numeric,
    Ordering,
    Question,
    ShortAnswer,
    Single,
    TrueFalse,
)

__all__ = ["write_csv"]

_BOM = b"\xef\xbb\xbf"
"""So that a spreadsheet takes the file for UTF-8."""

_Part = tuple[str, str, str]
"""Text, share, feedback."""


def write_csv(entries: Sequence[Entry]) -> Exported:
    written, report = write_elements(entries, _written)
    return Exported(data=_BOM + _table(written).encode(), report=report)


def _table(rows: Sequence[dict[str, str]]) -> str:
    used = {name for row in rows for name in row}
    numbers = range(
        1, 1 + max((int(name.removeprefix("option")) for name in used if name.startswith("option")), default=2)
    )
    header = [*HEADER, *(f"{kind}{number}" for number in numbers for kind in ("option", "weight", "feedback"))]
    return write_rows([header, *([row.get(name, "") for name in header] for row in rows)])


def _written(entry: Entry, draft: Draft) -> dict[str, str]:
    question = entry.question
    if isinstance(question, Essay):
        question = essay_without_texts(question, draft)
    row = {
        "type": _type(question),
        "name": entry.name or "",
        "points": repr(question.points),
        "category": entry.category or "",
        "tags": list_cell(entry.tags),
        "idNumber": entry.id_number or "",
        "explanation": question.explanation or "",
        "text": write_cloze(question, draft) if isinstance(question, Cloze) else question.text,
        **_own_cells(question),
    }
    for number, (text, weight, feedback) in enumerate(_parts(question), start=1):
        row |= {f"option{number}": text, f"weight{number}": weight, f"feedback{number}": feedback}
    if not isinstance(question, Cloze):
        _demand_same(question, row)
    return row


def _type(question: Question) -> str:
    name = type(question).__name__
    return name[0].lower() + name[1:]


def _own_cells(question: Question) -> dict[str, str]:
    match question:
        case Single() | Multiple():
            right = (str(place) for place, one in enumerate(question.options, start=1) if one.weight > 0)
            return {"correct": list_cell(right)}
        case TrueFalse():
            return {"correct": "true" if question.correct else "false"}
        case Numeric():
            units = (one.name if one.factor == 1 else f"{one.name}:{one.factor!r}" for one in question.units)
            return {"units": list_cell(units), "settings": _settings(question)}
        case _:
            return {"settings": _settings(question)}


def _settings(question: Question) -> str:
    """Those that are not as usual, parted by spaces."""
    settings: dict[str, Any] = {}
    match question:
        case ShortAnswer():
            settings["caseSensitive"] = question.case_sensitive
            settings["wildcards"] = question.wildcards
            settings["maxEdits"] = question.max_edits
        case Numeric(unit_penalty=penalty) if penalty:
            settings["unitPenalty"] = f"{percent_of(penalty)}%"
        case Essay():
            settings |= {"minWords": question.min_words, "maxWords": question.max_words}
        case Ordering():
            settings["strategy"] = question.strategy.value
    return " ".join(name if value is True else f"{name}={value}" for name, value in settings.items() if value)


def _parts(question: Question) -> Iterator[_Part]:
    match question:
        case Single() | Multiple():
            yield from (_part(one.text, one.weight, one.feedback) for one in question.options)
        case TrueFalse():
            yield _part("true", None, question.feedback_true)
            yield _part("false", None, question.feedback_false)
        case ShortAnswer():
            yield from (_part(one.text, one.weight, one.feedback) for one in question.accepted)
        case Numeric():
            yield from (_part(written_number(one), one.weight, one.feedback) for one in question.accepted)
        case Matching():
            yield from (_part(f"{prompt} {ARROW} {choice}".strip()) for prompt, choice in pairs_of(question))
        case Ordering():
            yield from (_part(item.text) for item in question.items)


def _part(text: str, weight: float | None = None, feedback: str | None = None) -> _Part:
    return text, "" if weight is None else percent_of(weight), feedback or ""


def _demand_same(question: Question, row: dict[str, str]) -> None:
    ids = (f"i{number}" for number in count())
    back = read_csv(_table([row]), lambda: next(ids))
    if [anonymous(one.question) for one in back.questions] != [anonymous(question)]:
        raise Skip(Reason.NOT_EXPRESSIBLE)
