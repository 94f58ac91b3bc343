"""Reading GIFT."""

import re
from functools import partial
from typing import Any, NamedTuple

from eduverse.quizzes.formats.checks import sound
from eduverse.quizzes.formats.encoding import decode
from eduverse.quizzes.formats.gift.scan import Block, blocks, split_at, split_once, unescape
from eduverse.quizzes.formats.markup import FORMATS_OF_TEXT
from eduverse.quizzes.formats.numbers import accepted_number
from eduverse.quizzes.formats.reasons import Reason
from eduverse.quizzes.formats.report import Draft, Entry, Imported, NewId, Skip, read_elements
from eduverse.quizzes.formats.shares import fraction_of
from eduverse.quizzes.formats.tags import tags_of
from eduverse.quizzes.formats.texts import markdown_of
from eduverse.quizzes.formats.wildcards import without_wildcards
from eduverse.quizzes.questions.kinds import (
    AcceptedText,
    Choice,
    Essay,
    Matching,
    Multiple,
    Numeric,
    Option,
    Pair,
    Question,
    ShortAnswer,
    Single,
    TrueFalse,
)

__all__ = ["read_gift"]

_TITLE = re.compile(r"::((?:\\.|[^\\])*?)::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[([a-z]{1,20})\]")
_WEIGHT = re.compile(r"\s*%([^%#]{1,40})%")
_ID = re.compile(r"\[id:((?:\\\]|[^\]]){1,100})\]")
_TAG = re.compile(r"\[tag:((?:\\\]|[^\]]){1,100})\]")
_TRUE = frozenset({"T", "TRUE"})
_FALSE = frozenset({"F", "FALSE"})
_BLANK = "_____"
_MOST_ANSWERS = 100
"""More than any kind may have: nobody waits until two million of them are read."""


def read_gift(source: bytes | str, new_id: NewId) -> Imported:
    return read_elements(blocks(decode(source)), partial(_read_block, new_id=new_id))


class _Parts(NamedTuple):
    """A block, cut."""

    text: str
    body: str
    explanation: str | None


class _Answer(NamedTuple):
    """One answer, still with its backslashes."""

    mark: str
    weight: float | None
    text: str
    feedback: str | None


class _Reading(NamedTuple):
    """What the readers of the kinds need."""

    draft: Draft
    new_id: NewId
    text_format: str

    def text(self, raw: str) -> str:
        text_format, rest = _format_of(raw, self.text_format, self.draft)
        return markdown_of(unescape(rest), text_format, self.draft)

    def optional(self, raw: str | None) -> str | None:
        return (self.text(raw) or None) if raw is not None else None

    def plain(self, raw: str) -> str:
        return unescape(_format_of(raw, self.text_format, self.draft)[1]).strip()


def _read_block(block: Block, draft: Draft, *, new_id: NewId) -> Entry:
    name, rest = _title(block.text)
    draft.name = name or rest
    parts = _cut(rest)
    text_format, text = _format_of(parts.text, "moodle", draft)
    reading = _Reading(draft, new_id, text_format)
    common = {
        "id": new_id(),
        "text": markdown_of(unescape(text), text_format, draft),
        "points": 1.0,
        "explanation": reading.optional(parts.explanation),
    }
    question = sound(_question(parts.body, reading, common), draft)
    comments = "\n".join(block.comments)
    return Entry(
        question=question,
        name=name or None,
        category=block.category,
        tags=tags_of(_without_escapes(one) for one in _TAG.findall(comments)),
        id_number=next((_without_escapes(one).strip() for one in _ID.findall(comments)), None),
    )


def _title(text: str) -> tuple[str, str]:
    found = _TITLE.match(text)
    return (unescape(found[1]).strip(), text[found.end() :].strip()) if found else ("", text)


def _without_escapes(comment: str) -> str:
    return comment.replace("\\]", "]")


def _cut(text: str) -> _Parts:
    """Finds the one pair of braces."""
    before, *others = split_at(text, "[{}]")
    match [mark for mark, _ in others]:
        case []:
            raise Skip(Reason.NO_ANSWERS)
        case ["{"]:
            raise Skip(Reason.BRACES_OPEN)
        case ["}", *_]:
            raise Skip(Reason.BRACES_STRAY)
        case ["{", "{", *_]:
            raise Skip(Reason.BRACE_INSIDE)
        case ["{", "}"]:
            body, after = others[0][1], others[1][1]
        case ["{", "}", "{", *_]:
            raise Skip(Reason.BRACES_TWICE)
        case _:
            raise Skip(Reason.BRACES_STRAY)
    around = f"{before[1]}{_BLANK}{after}" if after.strip() else before[1]
    answers, explanation = split_once(body, "####")
    return _Parts(around.strip(), answers.strip(), explanation)


def _format_of(raw: str, default: str, draft: Draft) -> tuple[str, str]:
    """The format that a text names in brackets, or else `default`; and the text without them."""
    found = _FORMAT.match(raw)
    if not found:
        return default, raw
    if found[1] not in FORMATS_OF_TEXT:
        draft.note(Reason.FORMAT_UNKNOWN, found[1])
        return default, raw
    return found[1], raw[found.end() :]


def _question(body: str, reading: _Reading, common: dict[str, Any]) -> Question:
    if not body:
        return Essay(**common)
    if body.startswith("#"):
        return _numeric(body.removeprefix("#"), reading, common)
    marks = {mark for mark, _ in split_at(body, "[=~]|->")}
    if "~" in marks:
        return _choosing(body, reading, common)
    if {"=", "->"} <= marks:
        return _matching(body, reading, common)
    if "=" not in marks and (question := _true_false(body, reading, common)):
        return question
    return _short_answer(body, reading, common)


def _answers(body: str, reading: _Reading, *, bare: bool = False) -> list[_Answer]:
    """The answers that = and ~ begin. What stands before the first is one too where `bare`, else it is noted."""
    (_, stray), *marked = split_at(body, "[=~]")
    if len(marked) > _MOST_ANSWERS:
        raise Skip(Reason.TOO_MANY_PARTS, str(_MOST_ANSWERS))
    if stray.strip() and bare:
        marked = [("=", stray), *marked]
    elif stray.strip():
        reading.draft.note(Reason.STRAY_LEFT, stray)
    return [_answer(mark, raw) for mark, raw in marked]


def _answer(mark: str, raw: str) -> _Answer:
    weight = None
    if found := _WEIGHT.match(raw):
        weight = fraction_of(found[1])
        raw = raw[found.end() :]
    text, feedback = split_once(raw, "#")
    return _Answer(mark, weight, text, feedback)


def _choosing(body: str, reading: _Reading, common: dict[str, Any]) -> Question:
    """With a = one is to be chosen; with ~ alone, several."""
    answers = _answers(body, reading)
    options = tuple(
        Option(
            id=reading.new_id(),
            text=reading.text(one.text),
            weight=float(one.mark == "=") if one.weight is None else one.weight,
            feedback=reading.optional(one.feedback),
        )
        for one in answers
    )
    single = any(one.mark == "=" for one in answers)
    return Single(options=options, **common) if single else Multiple(options=options, **common)


def _short_answer(body: str, reading: _Reading, common: dict[str, Any]) -> ShortAnswer:
    accepted = []
    for one in _answers(body, reading, bare=True):
        text = reading.plain(one.text)
        if not text:
            raise Skip(Reason.EMPTY_ANSWER)
        weight = 1.0 if one.weight is None else one.weight
        accepted.append(AcceptedText(text=text, weight=weight, feedback=reading.optional(one.feedback)))
    return without_wildcards(ShortAnswer(accepted=tuple(accepted), wildcards=True, **common))


def _numeric(body: str, reading: _Reading, common: dict[str, Any]) -> Numeric:
    accepted = []
    for one in _answers(body, reading, bare=True):
        text = reading.plain(one.text)
        if one.mark == "~" or text == "*":
            reading.draft.note(Reason.ANY_OTHER_LEFT)
            continue
        weight = 1.0 if one.weight is None else one.weight
        accepted.append(accepted_number(text, weight, reading.optional(one.feedback)))
    return Numeric(accepted=tuple(accepted), **common)


def _true_false(body: str, reading: _Reading, common: dict[str, Any]) -> TrueFalse | None:
    """T or F, then what is said of a wrong and of a right answer; None when it is something else."""
    (_, value), *feedbacks = split_at(body, "#")
    key = unescape(value).strip().upper()
    if key not in _TRUE | _FALSE:
        return None
    said = [reading.optional(raw) for _, raw in feedbacks]
    wrong, right = [*said[:2], None, None][:2]
    for one in filter(None, said[2:]):
        reading.draft.note(Reason.FEEDBACK_LEFT, one)
    correct = key in _TRUE
    if_true, if_false = (right, wrong) if correct else (wrong, right)
    return TrueFalse(correct=correct, feedback_true=if_true, feedback_false=if_false, **common)


def _matching(body: str, reading: _Reading, common: dict[str, Any]) -> Matching:
    """Pairs; a match without a prompt belongs nowhere. Matches with the same text are one choice."""
    choices: dict[str, Choice] = {}
    pairs: list[Pair] = []
    for one in _answers(body, reading):
        prompt, choice = split_once(one.text, "->")
        if choice is None:
            raise Skip(Reason.PAIR_INCOMPLETE, one.text)
        if one.feedback is not None:
            reading.draft.note(Reason.FEEDBACK_LEFT, one.feedback)
        text = reading.text(choice)
        chosen = choices.setdefault(text, Choice(id=reading.new_id(), text=text))
        if prompt.strip():
            pairs.append(Pair(id=reading.new_id(), prompt=reading.text(prompt), choice_id=chosen.id))
    return Matching(pairs=tuple(pairs), choices=tuple(choices.values()), **common)
