"""Moodle's language for gaps in a text: `{2:SHORTANSWER:=Berlin#Yes~%50%Bonn~Paris}`.

The number is the gap's weight. Answers stand between `~`; `=` marks a right one, `%50%` one that is right by half;
`#` begins a feedback. A backslash before `~`, `#`, `}` makes them ordinary.
"""

import html
import re
from collections.abc import Iterator
from fractions import Fraction
from math import lcm
from typing import Any, NamedTuple

from eduverse.quizzes.formats.markup import to_moodle
from eduverse.quizzes.formats.numbers import accepted_number, written_number
from eduverse.quizzes.formats.reasons import Reason
from eduverse.quizzes.formats.reduce import distance_of
from eduverse.quizzes.formats.report import Draft, NewId, Skip
from eduverse.quizzes.formats.shares import fraction_of, percent_of
from eduverse.quizzes.formats.texts import markdown_of
from eduverse.quizzes.questions.kinds import (
    AcceptedNumber,
    AcceptedText,
    Cloze,
    Gap,
    GapChoice,
    GapNumber,
    GapText,
    Option,
)

__all__ = ["read_cloze", "write_cloze"]

_HEAD = re.compile(r"\{(\d{0,4}):([A-Za-z_]{1,20}):")
_BODY = re.compile(r"((?:\\.|[^\\}])*)\}", re.DOTALL)
_ALTERNATIVE = re.compile(r"\\.|(~)", re.DOTALL)
_FEEDBACK = re.compile(r"\\.|(#)", re.DOTALL)
_MARK = re.compile(r"\s*(?:(=)|%([^%]{1,40})%)")
_ESCAPED = re.compile(r"\\([~#}\"])")
_SPECIAL = re.compile(r"[~#}]")
_UNWRITABLE = re.compile(r"\\[~#}]")
"""A backslash and then a mark: with the mark's own backslash it would read as an escaped backslash and a bare mark."""
_PLACE = re.compile(r"\{\{([A-Za-z0-9]+)\}\}")

_TEXT = frozenset("SHORTANSWER SA MW".split())
_TEXT_CASED = frozenset("SHORTANSWER_C SAC MWC".split())
_NUMBER = frozenset("NUMERICAL NM".split())
_CHOICE = {
    **dict.fromkeys("MULTICHOICE MC MULTICHOICE_S MCS".split(), "menu"),
    **dict.fromkeys("MULTICHOICE_H MCH MULTICHOICE_HS MCHS".split(), "row"),
    **dict.fromkeys("MULTICHOICE_V MCV MULTICHOICE_VS MCVS".split(), "column"),
}
_CODES = {"menu": "MULTICHOICE", "row": "MULTICHOICE_H", "column": "MULTICHOICE_V"}


class _Answer(NamedTuple):
    weight: float
    text: str
    feedback: str | None


def read_cloze(source: str, text_format: str, draft: Draft, *, new_id: NewId, **common: Any) -> Cloze:
    """The question that a text with gaps is. Raises `Skip` for a gap of a kind that is not known."""
    gaps: list[Gap] = []
    pieces: list[str] = []
    start = 0
    for begin, end, weight, kind, body in _gaps(source):
        gap = _gap(kind.upper(), body, _Leaf(text_format, draft, new_id), weight=float(weight or 1) or 1.0)
        gaps.append(gap)
        pieces += [source[start:begin], "{{", gap.id, "}}"]
        start = end
    text = markdown_of("".join([*pieces, source[start:]]), text_format, draft)
    return Cloze(text=text, gaps=tuple(gaps), **common)


def _gaps(source: str) -> Iterator[tuple[int, int, str, str, str]]:
    start = 0
    for head in _HEAD.finditer(source):
        if head.start() < start:
            continue
        body = _BODY.match(source, head.end())
        if body is None:  # so none of those that follow is closed either
            return
        yield head.start(), body.end(), head[1], head[2], body[1]
        start = body.end()


class _Leaf(NamedTuple):
    """How the texts inside a gap are read."""

    text_format: str
    draft: Draft
    new_id: NewId

    def markdown(self, text: str | None) -> str | None:
        return None if text is None else markdown_of(text, self.text_format, self.draft) or None

    def plain(self, text: str) -> str:
        return (text if self.text_format == "markdown" else html.unescape(text)).strip()


def _gap(kind: str, body: str, leaf: _Leaf, *, weight: float) -> Gap:
    answers = [_answer(raw) for raw in _split(body)]
    gap_id = leaf.new_id()
    if kind in _CHOICE:
        options = tuple(
            Option(
                id=leaf.new_id(),
                text=leaf.markdown(one.text) or "",
                weight=one.weight,
                feedback=leaf.markdown(one.feedback),
            )
            for one in answers
        )
        layout: Any = _CHOICE[kind]
        return GapChoice(id=gap_id, weight=weight, options=options, layout=layout)
    if kind in _TEXT | _TEXT_CASED:
        texts = tuple(_accepted_texts(answers, leaf))
        return GapText(id=gap_id, weight=weight, accepted=texts, case_sensitive=kind in _TEXT_CASED)
    if kind in _NUMBER:
        return GapNumber(id=gap_id, weight=weight, accepted=tuple(_accepted_numbers(answers, leaf)))
    raise Skip(Reason.GAP_UNKNOWN, kind)


def _accepted_texts(answers: list[_Answer], leaf: _Leaf) -> Iterator[AcceptedText]:
    for one in answers:
        text = leaf.plain(one.text)
        if text == "*":
            leaf.draft.note(Reason.ANY_OTHER_LEFT)
            continue
        if "*" in text.replace("\\*", ""):
            leaf.draft.note(Reason.STAR_PLAIN)
        if not text:
            raise Skip(Reason.EMPTY_ANSWER)
        yield AcceptedText(text=text.replace("\\*", "*"), weight=one.weight, feedback=leaf.markdown(one.feedback))


def _accepted_numbers(answers: list[_Answer], leaf: _Leaf) -> Iterator[AcceptedNumber]:
    for one in answers:
        text = leaf.plain(one.text)
        if text == "*":
            leaf.draft.note(Reason.ANY_OTHER_LEFT)
        else:
            yield accepted_number(text, one.weight, leaf.markdown(one.feedback))


def _split(body: str) -> Iterator[str]:
    start = 0
    for found in _ALTERNATIVE.finditer(body):
        if found[1]:
            yield body[start : found.start()]
            start = found.end()
    yield body[start:]


def _answer(raw: str) -> _Answer:
    weight = 0.0
    if mark := _MARK.match(raw):
        weight = 1.0 if mark[1] else fraction_of(mark[2])
        raw = raw[mark.end() :]
    for found in _FEEDBACK.finditer(raw):
        if found[1]:
            return _Answer(weight, _unescaped(raw[: found.start()]), _unescaped(raw[found.end() :]))
    return _Answer(weight, _unescaped(raw), None)


def _unescaped(raw: str) -> str:
    return _ESCAPED.sub(r"\1", raw)


def write_cloze(question: Cloze, draft: Draft) -> str:
    """The text with its gaps in it, in Moodle's Markdown. Raises `Skip` when a gap is not in the text just once."""
    codes = {gap.id: code for gap, code in zip(question.gaps, _written(question, draft), strict=True)}
    text = to_moodle(question.text)
    if sorted(found for found in _PLACE.findall(text) if found in codes) != sorted(codes):
        raise Skip(Reason.NOT_EXPRESSIBLE)
    return _PLACE.sub(lambda found: codes.get(found[1], found[0]), text)


def _written(question: Cloze, draft: Draft) -> Iterator[str]:
    weights = [Fraction(gap.weight).limit_denominator(100) for gap in question.gaps]
    whole = lcm(*(weight.denominator for weight in weights))
    for gap, weight in zip(question.gaps, weights, strict=True):
        kind, answers = _code(gap, draft)
        yield f"{{{max(1, int(weight * whole))}:{kind}:{'~'.join(answers)}}}"


def _code(gap: Gap, draft: Draft) -> tuple[str, list[str]]:
    match gap:
        case GapChoice():
            options = [_alternative(one.weight, to_moodle(one.text), one.feedback) for one in gap.options]
            return _CODES[gap.layout], options
        case GapText():
            texts = [_alternative(one.weight, one.text.replace("*", "\\*"), one.feedback) for one in gap.accepted]
            return "SHORTANSWER_C" if gap.case_sensitive else "SHORTANSWER", texts
        case GapNumber():
            numbers = [distance_of(one, draft, ranges=False) for one in gap.accepted]
            return "NUMERICAL", [_alternative(one.weight, written_number(one), one.feedback) for one in numbers]


def _alternative(weight: float, text: str, feedback: str | None) -> str:
    mark = "=" if weight == 1 else f"%{percent_of(weight)}%" if weight or text.startswith(("=", "%")) else ""
    said = "" if feedback is None else f"#{_escaped(to_moodle(feedback))}"
    return f"{mark}{_escaped(text)}{said}"


def _escaped(text: str) -> str:
    """A backslash at the end would take the meaning of the mark that follows; a space keeps them apart.

    Raises `Skip` where the format has no way to say a text.
    """
    if _UNWRITABLE.search(text):
        raise Skip(Reason.NOT_EXPRESSIBLE)
    return _SPECIAL.sub(lambda found: "\\" + found[0], text) + (" " if text.endswith("\\") else "")
