"""Reading a table of questions."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from eduverse.quizzes.formats.checks import sound
from eduverse.quizzes.formats.cloze import read_cloze
from eduverse.quizzes.formats.encoding import decode
from eduverse.quizzes.formats.errors import UnreadableFile
from eduverse.quizzes.formats.numbers import accepted_number
from eduverse.quizzes.formats.reasons import Reason
from eduverse.quizzes.formats.report import Draft, Entry, Finding, Imported, NewId, Place, Skip, read_elements
from eduverse.quizzes.formats.shares import fraction_of, number_of, points_of
from eduverse.quizzes.formats.table.cells import list_of, read_rows
from eduverse.quizzes.formats.table.columns import ARROW, COLUMNS, PART, SETTINGS, TYPES
from eduverse.quizzes.formats.tags import tags_of
from eduverse.quizzes.formats.texts import MAX_TEXT
from eduverse.quizzes.questions.kinds import (
    AcceptedText,
    Choice,
    Essay,
    Item,
    Matching,
    Multiple,
    Numeric,
    Option,
    Ordering,
    OrderingStrategy,
    Pair,
    Question,
    ShortAnswer,
    Single,
    TrueFalse,
    Unit,
)

__all__ = ["read_csv"]

_YES = frozenset("true t yes 1 wahr w ja richtig".split())
_NO = frozenset("false f no 0 falsch nein".split())
_SETTING = re.compile(r"([A-Za-z]{1,20})(?:=([^;\s]{1,40}))?")


def read_csv(source: bytes | str, new_id: NewId) -> Imported:
    rows = read_rows(decode(source))
    line, header = next(rows, (1, []))
    columns = _columns(header)
    imported = read_elements(_elements(rows, columns), partial(_read_row, new_id=new_id))
    unknown = [_unknown(name, line) for name in columns if name not in COLUMNS and not PART.fullmatch(name)]
    report = imported.report
    return Imported(
        questions=imported.questions,
        report=type(report)(elements=report.elements, skipped=report.skipped, notes=(*unknown, *report.notes)),
    )


def _columns(header: list[str]) -> list[str]:
    columns = [name.lower().replace(" ", "").replace("_", "") for name in header]
    missing = [name for name in ("type", "text") if name not in columns]
    if missing:
        raise UnreadableFile(
            f"The first row must name the columns; there is no column “{missing[0]}”.", line=1, column=1
        )
    return columns


def _unknown(name: str, line: int) -> Finding:
    return Draft(Place(line=line)).finding(Reason.COLUMN_UNKNOWN, name)


def _elements(rows: Iterator[tuple[int, list[str]]], columns: list[str]) -> Iterator[tuple[Place, dict[str, str]]]:
    for line, row in rows:
        yield Place(line=line), dict(zip(columns, row, strict=False))


class _Part(NamedTuple):
    """One answer, pair or item: its text, share of the points, and feedback."""

    number: int
    text: str
    weight: str
    feedback: str | None


class _Row(NamedTuple):
    cells: Mapping[str, str]
    parts: list[_Part]
    settings: dict[str, str]
    draft: Draft
    new_id: NewId

    def cell(self, name: str) -> str:
        return self.cells.get(name, "")

    def share(self, part: _Part, default: float) -> float:
        return fraction_of(part.weight.removesuffix("%")) if part.weight else default

    def whole(self, name: str) -> int:
        value = number_of(self.settings.get(name, "0"))
        if value is None or value < 0 or value != int(value):
            raise Skip(Reason.NOT_A_NUMBER, self.settings[name])
        return int(value)


def _read_row(cells: dict[str, str], draft: Draft, *, new_id: NewId) -> Entry:
    draft.name = cells.get("name") or cells.get("text", "")
    if any(len(cell) > MAX_TEXT for cell in cells.values()):
        raise Skip(Reason.TOO_LONG, f"{MAX_TEXT}")
    kind = TYPES.get(cells.get("type", "").lower())
    if kind is None:
        raise Skip(Reason.TYPE_UNKNOWN, cells.get("type", ""))
    row = _Row(cells, _parts(cells), _settings(cells.get("settings", "")), draft, new_id)
    common: dict[str, Any] = {
        "id": new_id(),
        "points": points_of(row.cell("points") or "1"),
        "explanation": row.cell("explanation") or None,
    }
    question = sound(_READERS[kind](row, common), draft)
    return Entry(
        question=question,
        name=row.cell("name") or None,
        category=row.cell("category") or None,
        tags=tags_of(list_of(row.cell("tags"))),
        id_number=row.cell("idnumber") or None,
    )


def _parts(cells: Mapping[str, str]) -> list[_Part]:
    """Those that have a text, by their number; a feedback alone is one too (true and false have no text)."""
    numbers = sorted({int(found[2]) for name in cells if (found := PART.fullmatch(name))})
    parts = (
        _Part(
            number,
            cells.get(f"option{number}", ""),
            cells.get(f"weight{number}", ""),
            cells.get(f"feedback{number}") or None,
        )
        for number in numbers
    )
    return [part for part in parts if part.text or part.feedback]


def _settings(cell: str) -> dict[str, str]:
    settings: dict[str, str] = {}
    for word in cell.replace(";", " ").split():
        found = _SETTING.fullmatch(word)
        if not found or found[1].lower() not in SETTINGS:
            raise Skip(Reason.SETTING_UNKNOWN, word)
        settings[found[1].lower()] = found[2] or "true"
    return settings


def _options(row: _Row) -> tuple[Option, ...]:
    """With shares of their own; or by their numbers, when each wrong one costs as much as a right one earns."""
    parts = [part for part in row.parts if part.text]
    weighted = any(part.weight for part in parts)
    numbers = set() if weighted else _numbers(row.cell("correct"), {part.number for part in parts})
    right = 1 / len(numbers) if numbers else 0.0
    wrong = -right if TYPES.get(row.cell("type").lower()) == "multiple" else 0.0
    return tuple(
        Option(
            id=row.new_id(),
            text=part.text,
            weight=row.share(part, 0.0) if weighted else right if part.number in numbers else wrong,
            feedback=part.feedback,
        )
        for part in parts
    )


def _numbers(cell: str, known: set[int]) -> set[int]:
    words = re.split(r"[\s,;]+", cell.strip()) if cell.strip() else []
    numbers = {int(word) for word in words if word.isascii() and word.isdigit() and len(word) < 4}
    if len(numbers) != len(set(words)) or not numbers <= known:
        raise Skip(Reason.KEY_UNKNOWN, cell)
    return numbers


def _single(row: _Row, common: dict[str, Any]) -> Question:
    return Single(text=row.cell("text"), options=_options(row), **common)


def _multiple(row: _Row, common: dict[str, Any]) -> Question:
    return Multiple(text=row.cell("text"), options=_options(row), **common)


def _true_false(row: _Row, common: dict[str, Any]) -> Question:
    key = row.cell("correct").lower()
    if key not in _YES | _NO:
        raise Skip(Reason.NOT_TRUE_OR_FALSE, row.cell("correct"))
    said = {part.number: part.feedback for part in row.parts}
    return TrueFalse(
        text=row.cell("text"), correct=key in _YES, feedback_true=said.get(1), feedback_false=said.get(2), **common
    )


def _short_answer(row: _Row, common: dict[str, Any]) -> Question:
    accepted = (
        AcceptedText(text=part.text, weight=row.share(part, 1.0), feedback=part.feedback)
        for part in row.parts
        if part.text
    )
    return ShortAnswer(
        text=row.cell("text"),
        accepted=tuple(accepted),
        case_sensitive=_on(row, "casesensitive"),
        wildcards=_on(row, "wildcards"),
        max_edits=row.whole("maxedits"),
        **common,
    )


def _on(row: _Row, name: str) -> bool:
    value = row.settings.get(name, "false").lower()
    if value not in _YES | _NO:
        raise Skip(Reason.NOT_TRUE_OR_FALSE, value)
    return value in _YES


def _numeric(row: _Row, common: dict[str, Any]) -> Question:
    accepted = (
        accepted_number(part.text, row.share(part, 1.0), part.feedback, all_kinds=True)
        for part in row.parts
        if part.text
    )
    return Numeric(
        text=row.cell("text"),
        accepted=tuple(accepted),
        units=tuple(_unit(text) for text in list_of(row.cell("units"))),
        unit_penalty=fraction_of(row.settings.get("unitpenalty", "0").removesuffix("%")),
        **common,
    )


def _unit(text: str) -> Unit:
    name, parted, factor = text.rpartition(":")
    if not parted:
        return Unit(name=text)
    value = number_of(factor)
    if not value or value < 0 or not name.strip():
        raise Skip(Reason.NOT_A_NUMBER, text)
    return Unit(name=name.strip(), factor=value)


def _essay(row: _Row, common: dict[str, Any]) -> Question:
    return Essay(
        text=row.cell("text"), min_words=row.whole("minwords"), max_words=row.whole("maxwords") or None, **common
    )


def _matching(row: _Row, common: dict[str, Any]) -> Question:
    choices: dict[str, Choice] = {}
    pairs: list[Pair] = []
    for part in row.parts:
        prompt, arrow, text = (one.strip() for one in part.text.partition(ARROW))
        if not arrow:
            raise Skip(Reason.PAIR_INCOMPLETE, part.text)
        chosen = choices.setdefault(text, Choice(id=row.new_id(), text=text))
        if prompt:
            pairs.append(Pair(id=row.new_id(), prompt=prompt, choice_id=chosen.id))
    return Matching(text=row.cell("text"), pairs=tuple(pairs), choices=tuple(choices.values()), **common)


def _ordering(row: _Row, common: dict[str, Any]) -> Question:
    named = row.settings.get("strategy", OrderingStrategy.ABSOLUTE_POSITION.value)
    if named not in {strategy.value for strategy in OrderingStrategy}:
        raise Skip(Reason.SETTING_UNKNOWN, named)
    items = tuple(Item(id=row.new_id(), text=part.text) for part in row.parts if part.text)
    return Ordering(text=row.cell("text"), items=items, strategy=OrderingStrategy(named), **common)


def _cloze(row: _Row, common: dict[str, Any]) -> Question:
    return read_cloze(row.cell("text"), "markdown", row.draft, new_id=row.new_id, **common)


_READERS: dict[str, Callable[[_Row, dict[str, Any]], Question]] = {
    "single": _single,
    "multiple": _multiple,
    "trueFalse": _true_false,
    "shortAnswer": _short_answer,
    "numeric": _numeric,
    "essay": _essay,
    "matching": _matching,
    "ordering": _ordering,
    "cloze": _cloze,
}
