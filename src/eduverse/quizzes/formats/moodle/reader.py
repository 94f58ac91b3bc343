"""Reading Moodle XML. Penalties for further tries and whether options are shuffled are not the question's own."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from msgspec import structs

from eduverse.quizzes.formats.categories import category_of
from eduverse.quizzes.formats.checks import sound
from eduverse.quizzes.formats.cloze import read_cloze
from eduverse.quizzes.formats.errors import UnreadableFile
from eduverse.quizzes.formats.moodle.gradings import STRATEGIES
from eduverse.quizzes.formats.numbers import accepted_number
from eduverse.quizzes.formats.reasons import Reason
from eduverse.quizzes.formats.report import Draft, Entry, Imported, NewId, Place, Skip, read_elements
from eduverse.quizzes.formats.shares import fraction_of, number_of, points_of
from eduverse.quizzes.formats.tags import tags_of
from eduverse.quizzes.formats.texts import markdown_of
from eduverse.quizzes.formats.wildcards import without_wildcards
from eduverse.quizzes.formats.xml_tree import parse_xml, text_at
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

__all__ = ["read_moodle"]

_FORMATS = {"moodle_auto_format": "moodle", "plain_text": "plain", "html": "html", "markdown": "markdown"}
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
_NO_UNITS = "3"
"""Moodle's `showunits` for a question that asks for none."""


class _Element(NamedTuple):
    element: Element
    category: str | None


def read_moodle(source: bytes | str, new_id: NewId) -> Imported:
    root = parse_xml(source)
    if root.tag != "quiz":
        raise UnreadableFile("This XML is not Moodle's: its outermost element is not <quiz>.")
    return read_elements(_elements(root), partial(_read_element, new_id=new_id))


def _elements(root: Element) -> Iterator[tuple[Place, _Element]]:
    """All but the categories, which say where the questions that follow belong."""
    category: str | None = None
    counts: dict[str, int] = {}
    for element in root:
        tag = str(element.tag)
        counts[tag] = counts.get(tag, 0) + 1
        if tag == "question" and element.get("type") == "category":
            category = category_of(text_at(element, "category/text"))
        else:
            yield Place(path=f"quiz/{tag}[{counts[tag]}]"), _Element(element, category)


class _Reading(NamedTuple):
    """What the readers of the kinds need."""

    element: Element
    draft: Draft
    new_id: NewId

    def markdown(self, element: Element | None) -> str:
        """The text of an element that says in which format it is; its files are noted."""
        if element is None:
            return ""
        self.note_files(element)
        return markdown_of(text_at(element), format_of(element), self.draft)

    def note_files(self, element: Element) -> None:
        for file in element.findall("file"):
            name = file.get("name", "")
            self.draft.note(Reason.IMAGE_LEFT if name.lower().endswith(_PICTURES) else Reason.FILE_LEFT, name)

    def optional(self, path: str, element: Element | None = None) -> str | None:
        parent = self.element if element is None else element
        return self.markdown(parent.find(path)) or None

    def answers(self) -> list[Element]:
        return self.element.findall("answer")

    def flag(self, path: str) -> bool:
        return self.value(path).lower() in {"1", "true"}

    def value(self, path: str) -> str:
        return (self.element.findtext(path) or "").strip()


def format_of(element: Element) -> str:
    named = element.get("format", "moodle_auto_format")
    return _FORMATS.get(named, named)


def _read_element(found: _Element, draft: Draft, *, new_id: NewId) -> Entry:
    element, category = found
    kind = element.get("type", "")
    name = text_at(element, "name/text")
    draft.name = name or text_at(element, "questiontext/text")
    if element.tag != "question":
        raise Skip(Reason.TYPE_UNKNOWN, str(element.tag))
    if kind == "description":
        raise Skip(Reason.NO_ANSWERS)
    read = _READERS.get(kind)
    if read is None:
        raise Skip(Reason.TYPE_UNKNOWN, kind)
    reading = _Reading(element, draft, new_id)
    question = sound(read(reading, _common(reading, kind)), draft)
    _note_losses(reading)
    return Entry(
        question=question,
        name=name or None,
        category=category,
        tags=tags_of(text_at(tag) for tag in element.findall("tags/tag")),
        id_number=reading.value("idnumber") or None,
    )


def _common(reading: _Reading, kind: str) -> dict[str, Any]:
    common: dict[str, Any] = {
        "id": reading.new_id(),
        "points": points_of(reading.value("defaultgrade") or "1"),
        "explanation": reading.optional("generalfeedback"),
    }
    if kind not in _OWN_TEXT:
        common["text"] = reading.markdown(reading.element.find("questiontext"))
    return common


def _note_losses(reading: _Reading) -> None:
    for path in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
        if said := text_at(reading.element, f"{path}/text"):
            reading.draft.note(Reason.FEEDBACK_LEFT, said)
    if any(text_at(hint) for hint in reading.element.findall("hint")):
        reading.draft.note(Reason.HINTS_LEFT)


# --- choosing -----------------------------------------------------------------------------------------------


def _fraction(answer: Element) -> float:
    return fraction_of(answer.get("fraction", "0"))


def _multichoice(reading: _Reading, common: dict[str, Any]) -> Question:
    options = tuple(
        Option(
            id=reading.new_id(),
            text=reading.markdown(answer),
            weight=_fraction(answer),
            feedback=reading.optional("feedback", answer),
        )
        for answer in reading.answers()
    )
    single = not reading.value("single") or reading.flag("single")
    return Single(options=options, **common) if single else Multiple(options=options, **common)


def _true_false(reading: _Reading, common: dict[str, Any]) -> Question:
    said: dict[str, str | None] = {}
    key: str | None = None
    for answer in reading.answers():
        value = text_at(answer).lower()
        if value not in {"true", "false"}:
            raise Skip(Reason.NOT_TRUE_OR_FALSE, value)
        said[value] = reading.optional("feedback", answer)
        if _fraction(answer) > 0:
            key = value
    if key is None:
        raise Skip(Reason.NO_RIGHT_ANSWER)
    return TrueFalse(correct=key == "true", feedback_true=said.get("true"), feedback_false=said.get("false"), **common)


# --- writing ------------------------------------------------------------------------------------------------


def _short_answer(reading: _Reading, common: dict[str, Any]) -> Question:
    accepted = tuple(
        AcceptedText(text=text_at(one), weight=_fraction(one), feedback=reading.optional("feedback", one))
        for one in reading.answers()
    )
    if not all(one.text for one in accepted):
        raise Skip(Reason.EMPTY_ANSWER)
    return without_wildcards(
        ShortAnswer(accepted=accepted, case_sensitive=reading.flag("usecase"), wildcards=True, **common)
    )


def _numerical(reading: _Reading, common: dict[str, Any]) -> Question:
    accepted = []
    for one in reading.answers():
        text, tolerance = text_at(one), text_at(one, "tolerance") or "0"
        if text == "*":
            reading.draft.note(Reason.ANY_OTHER_LEFT)
        else:
            said = reading.optional("feedback", one)
            accepted.append(accepted_number(f"{text}:{tolerance}", _fraction(one), said))
    return Numeric(accepted=tuple(accepted), **_units(reading), **common)


def _units(reading: _Reading) -> dict[str, Any]:
    units = tuple(_unit(one) for one in reading.element.findall("units/unit"))
    if units and reading.value("showunits") == _NO_UNITS:
        reading.draft.note(Reason.UNITS_LEFT)
        return {}
    graded = reading.value("unitgradingtype") not in {"", "0"}
    penalty = number_of(reading.value("unitpenalty") or "0") if graded else 0.0
    if penalty is None or not 0 <= penalty <= 1:
        raise Skip(Reason.NOT_A_WEIGHT, reading.value("unitpenalty"))
    return {"units": units, "unit_penalty": penalty if units else 0.0}


def _unit(element: Element) -> Unit:
    """Moodle says how many of a unit make one of the first; ours how much of the key's unit one of it is."""
    multiplier = number_of(text_at(element, "multiplier"))
    name = text_at(element, "unit_name")
    if not multiplier or multiplier < 0 or not name:
        raise Skip(Reason.NOT_A_NUMBER, f"{name} {text_at(element, 'multiplier')}".strip())
    return Unit(name=name, factor=float(f"{1 / multiplier:.15g}"))


def _essay(reading: _Reading, common: dict[str, Any]) -> Question:
    if reading.value("attachments") not in {"", "0"}:
        reading.draft.note(Reason.ATTACHMENTS_LEFT)
    return Essay(
        min_words=_words(reading, "minwordlimit") or 0,
        max_words=_words(reading, "maxwordlimit"),
        template=reading.optional("responsetemplate"),
        grader_notes=reading.optional("graderinfo"),
        **common,
    )


def _words(reading: _Reading, path: str) -> int | None:
    limit = number_of(reading.value(path) or "0")
    if limit is None or limit < 0:
        raise Skip(Reason.NOT_A_NUMBER, reading.value(path))
    return int(limit) or None


# --- arranging and filling in -------------------------------------------------------------------------------


def _matching(reading: _Reading, common: dict[str, Any]) -> Question:
    """Moodle's matches are plain texts; ours say that they are Markdown."""
    choices: dict[str, Choice] = {}
    pairs: list[Pair] = []
    for element in reading.element.findall("subquestion"):
        answer = element.find("answer")
        text_format = "plain" if answer is None else _FORMATS.get(answer.get("format", ""), "plain")
        text = markdown_of(text_at(answer), text_format, reading.draft)
        chosen = choices.setdefault(text, Choice(id=reading.new_id(), text=text))
        if prompt := reading.markdown(element):
            pairs.append(Pair(id=reading.new_id(), prompt=prompt, choice_id=chosen.id))
    return Matching(pairs=tuple(pairs), choices=tuple(choices.values()), **common)


def _ordering(reading: _Reading, common: dict[str, Any]) -> Question:
    if reading.value("selecttype").upper() not in {"", "ALL", "0"}:
        reading.draft.note(Reason.SELECTION_LEFT)
    named = reading.value("gradingtype").upper() or "ABSOLUTE_POSITION"
    if named not in STRATEGIES:
        reading.draft.note(Reason.GRADING_CHANGED, named)
    return Ordering(
        items=tuple(Item(id=reading.new_id(), text=reading.markdown(answer)) for answer in reading.answers()),
        strategy=STRATEGIES.get(named, OrderingStrategy.ABSOLUTE_POSITION),
        **common,
    )


def _cloze(reading: _Reading, common: dict[str, Any]) -> Question:
    """The weights of the gaps, together, are the question's points."""
    element = reading.element.find("questiontext")
    if element is None:
        raise Skip(Reason.NO_TEXT)
    reading.note_files(element)
    question = read_cloze(text_at(element), format_of(element), reading.draft, new_id=reading.new_id, **common)
    if reading.value("defaultgrade") or not question.gaps:
        return question
    return structs.replace(question, points=sum(gap.weight for gap in question.gaps))


_READERS: dict[str, Callable[[_Reading, dict[str, Any]], Question]] = {
    "multichoice": _multichoice,
    "truefalse": _true_false,
    "shortanswer": _short_answer,
    "numerical": _numerical,
    "essay": _essay,
    "matching": _matching,
    "ordering": _ordering,
    "cloze": _cloze,
}
_OWN_TEXT = frozenset({"cloze"})
"""Kinds whose text holds more than text."""
