"""Writing Moodle XML. Texts are Markdown, which Moodle shows as such."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from eduverse.quizzes.formats.cloze import write_cloze
from eduverse.quizzes.formats.markup import to_moodle
from eduverse.quizzes.formats.moodle.gradings import NAMES
from eduverse.quizzes.formats.pairs import pairs_of
from eduverse.quizzes.formats.reasons import Reason
from eduverse.quizzes.formats.reduce import plain_numbers, without_slips
from eduverse.quizzes.formats.report import Draft, Entry, Exported, write_elements
from eduverse.quizzes.formats.shares import percent_of
from eduverse.quizzes.formats.wildcards import with_wildcards
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

__all__ = ["write_moodle"]

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKDOWN = "markdown"


def write_moodle(entries: Sequence[Entry]) -> Exported:
    written, report = write_elements(entries, lambda entry, draft: (entry.category, _element(entry, draft)))
    quiz = Element("quiz")
    category: str | None = None
    for named, element in written:
        if named != category:
            category = named
            quiz.append(_category(named or ""))
        quiz.append(element)
    indent(quiz)
    return Exported(data=tostring(quiz, encoding="utf-8", xml_declaration=True), report=report)


def _category(path: str) -> Element:
    question = Element("question", type="category")
    text = SubElement(SubElement(question, "category"), "text")
    text.text = "/".join(filter(None, ("$course$/top", path)))
    return question


def _element(entry: Entry, draft: Draft) -> Element:
    question = entry.question
    writing = _Writing(Element("question", type=_type(question)), draft)
    if entry.name:
        writing.text("name", entry.name)
    if not isinstance(question, Cloze):
        writing.markdown("questiontext", question.text)
    writing.markdown("generalfeedback", question.explanation)
    writing.leaf("defaultgrade", repr(question.points))
    if entry.id_number:
        writing.leaf("idnumber", entry.id_number)
    _write(question, writing)
    if entry.tags:
        tags = _Writing(SubElement(writing.element, "tags"), draft)
        for tag in entry.tags:
            tags.text("tag", tag)
    return writing.element


class _Writing(NamedTuple):
    element: Element
    draft: Draft

    def leaf(self, tag: str, text: str) -> Element:
        leaf = SubElement(self.element, tag)
        leaf.text = _NOT_XML.sub("", text)
        if leaf.text != text:
            self.draft.note(Reason.CHARACTERS_LEFT)
        return leaf

    def text(self, tag: str, text: str, **attributes: str) -> "_Writing":
        """An element with a `text` in it, as Moodle has them for all that people write."""
        inner = _Writing(SubElement(self.element, tag, attributes), self.draft)
        inner.leaf("text", text)
        return inner

    def markdown(self, tag: str, text: str | None, **attributes: str) -> "_Writing":
        return self.text(tag, to_moodle(text or ""), format=_MARKDOWN, **attributes)

    def answer(self, text: str, fraction: float, feedback: str | None, *, plain: bool = False) -> "_Writing":
        share = percent_of(fraction)
        if plain:
            answer = self.text("answer", text, fraction=share, format="plain_text")
        else:
            answer = self.markdown("answer", text, fraction=share)
        answer.markdown("feedback", feedback)
        return answer


def _type(question: Question) -> str:
    match question:
        case Single() | Multiple():
            return "multichoice"
        case Numeric():
            return "numerical"
        case _:
            return type(question).__name__.lower()


def _write(question: Question, writing: _Writing) -> None:
    match question:
        case Single() | Multiple():
            writing.leaf("single", "true" if isinstance(question, Single) else "false")
            for option in question.options:
                writing.answer(option.text, option.weight, option.feedback)
        case TrueFalse():
            writing.answer("true", float(question.correct), question.feedback_true, plain=True)
            writing.answer("false", float(not question.correct), question.feedback_false, plain=True)
        case ShortAnswer():
            writing.leaf("usecase", str(int(question.case_sensitive)))
            for one in with_wildcards(without_slips(question, writing.draft)).accepted:
                writing.answer(one.text, one.weight, one.feedback, plain=True)
        case Numeric():
            _write_numeric(plain_numbers(question, writing.draft, ranges=False), writing)
        case Essay():
            _write_essay(question, writing)
        case Matching():
            for prompt, choice in pairs_of(question):
                writing.markdown("subquestion", prompt).text("answer", to_moodle(choice), format=_MARKDOWN)
        case Ordering():
            writing.leaf("selecttype", "ALL")
            writing.leaf("gradingtype", NAMES[question.strategy])
            for item in question.items:
                writing.markdown("answer", item.text, fraction="100")
        case Cloze():
            writing.text("questiontext", write_cloze(question, writing.draft), format=_MARKDOWN)


def _write_numeric(question: Numeric, writing: _Writing) -> None:
    for one in question.accepted:
        answer = writing.answer(repr(one.value), one.weight, one.feedback, plain=True)
        answer.leaf("tolerance", repr(one.tolerance))
    if not question.units:
        return
    writing.leaf("unitgradingtype", "1" if question.unit_penalty else "0")
    writing.leaf("unitpenalty", repr(question.unit_penalty))
    writing.leaf("showunits", "0")
    units = _Writing(SubElement(writing.element, "units"), writing.draft)
    for unit in question.units:
        inner = _Writing(SubElement(units.element, "unit"), writing.draft)
        inner.leaf("multiplier", f"{1 / unit.factor:.15g}")
        inner.leaf("unit_name", unit.name)


def _write_essay(question: Essay, writing: _Writing) -> None:
    writing.leaf("responseformat", "editor")
    writing.leaf("attachments", "0")
    if question.min_words:
        writing.leaf("minwordlimit", str(question.min_words))
    if question.max_words is not None:
        writing.leaf("maxwordlimit", str(question.max_words))
    writing.markdown("graderinfo", question.grader_notes)
    writing.markdown("responsetemplate", question.template)
    if question.rubric:
        writing.draft.note(Reason.RUBRIC_LEFT)
