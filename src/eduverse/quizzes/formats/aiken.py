"""Aiken: single choices as they would be typed in a mail.

What is the capital of France?
A. Lyon
B. Paris
ANSWER: B
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import count
from string import ascii_uppercase
from typing import NamedTuple

from eduverse.quizzes.formats.checks import sound
from eduverse.quizzes.formats.encoding import decode
from eduverse.quizzes.formats.reasons import Reason
from eduverse.quizzes.formats.reduce import without_points
from eduverse.quizzes.formats.report import (
    Draft,
    Entry,
    Exported,
    Imported,
    NewId,
    Place,
    Skip,
    read_elements,
    write_elements,
)
from eduverse.quizzes.formats.texts import markdown_of, plain_of
from eduverse.quizzes.questions.kinds import Option, Single

__all__ = ["read_aiken", "write_aiken"]

_OPTION = re.compile(r"([A-Za-z])[.)](?:\s+(.*))?$")
_KEY = re.compile(r"answer\s{0,9}:(.*)$", re.IGNORECASE)


class _Block(NamedTuple):
    lines: list[str]
    options: list[tuple[str, str]]
    key: str | None


def read_aiken(source: bytes | str, new_id: NewId) -> Imported:
    return read_elements(_blocks(decode(source)), partial(_read_block, new_id=new_id))


def _blocks(source: str) -> Iterator[tuple[Place, _Block]]:
    """A block ends with its ANSWER line; without one, where the next text begins."""
    begin, apart = 0, False
    lines: list[str] = []
    options: list[tuple[str, str]] = []
    for number, raw in enumerate(source.split("\n"), start=1):
        line = raw.strip()
        key, option = _KEY.match(line), _OPTION.match(line)
        if not line:
            apart = True
            continue
        if begin and not key and not option and (options or apart):
            yield Place(line=begin), _Block(lines, options, None)
            begin, lines, options = 0, [], []
        begin, apart = begin or number, False
        if key:
            yield Place(line=begin), _Block(lines, options, key[1].strip())
            begin, lines, options = 0, [], []
        elif option and lines:
            options.append((option[1].upper(), option[2] or ""))
        else:
            lines.append(line)
    if begin:
        yield Place(line=begin), _Block(lines, options, None)


def _read_block(block: _Block, draft: Draft, *, new_id: NewId) -> Entry:
    draft.name = "\n".join(block.lines)
    if not block.options:
        raise Skip(Reason.NO_ANSWERS)
    letters = [letter for letter, _ in block.options]
    if letters != list(ascii_uppercase[: len(letters)]):
        raise Skip(Reason.KEY_STRAY, " ".join(letters))
    if block.key is None:
        raise Skip(Reason.KEY_MISSING)
    key = block.key.upper().rstrip(".)")
    if key not in letters:
        raise Skip(Reason.KEY_UNKNOWN, block.key)
    options = tuple(
        Option(id=new_id(), text=markdown_of(text, "moodle", draft), weight=float(letter == key))
        for letter, text in block.options
    )
    question = Single(id=new_id(), text=markdown_of(draft.name, "moodle", draft), points=1.0, options=options)
    return Entry(question=sound(question, draft))


def write_aiken(entries: Sequence[Entry]) -> Exported:
    written, report = write_elements(entries, _written)
    return Exported(data="\n".join(written).encode(), report=report)


def _written(entry: Entry, draft: Draft) -> str:
    question = without_points(entry.question, draft)
    if not isinstance(question, Single) or {option.weight for option in question.options} - {0, 1}:
        raise Skip(Reason.NOT_EXPRESSIBLE)
    _note_losses(entry, question, draft)
    keys = [letter for letter, option in zip(ascii_uppercase, question.options, strict=False) if option.weight]
    lines = [_line(question.text, draft)]
    lines += [
        f"{letter}. {_line(option.text, draft)}"
        for letter, option in zip(ascii_uppercase, question.options, strict=False)
    ]
    text = "\n".join([*lines, f"ANSWER: {', '.join(keys)}", ""])
    _demand_same(question, text)
    return text


def _note_losses(entry: Entry, question: Single, draft: Draft) -> None:
    if entry.name or entry.category or entry.tags:
        draft.note(Reason.TAGS_LEFT)
    if question.explanation:
        draft.note(Reason.EXPLANATION_LEFT)
    for option in question.options:
        if option.feedback:
            draft.note(Reason.FEEDBACK_LEFT, option.feedback)


def _line(text: str, draft: Draft) -> str:
    plain = plain_of(text)
    if plain is None:
        draft.note(Reason.MARKUP_PLAIN)
    line = " ".join((text if plain is None else plain).split())
    if "\n" in text:
        draft.note(Reason.LINES_JOINED)
    return line


def _demand_same(question: Single, text: str) -> None:
    """A text that looks like an answer or a key would be read as one."""
    ids = (f"i{number}" for number in count())
    back = read_aiken(text, lambda: next(ids)).questions
    weights = [option.weight for option in question.options]
    read = [[o.weight for o in one.question.options] for one in back if isinstance(one.question, Single)]
    if read != [weights]:
        raise Skip(Reason.NOT_EXPRESSIBLE)
