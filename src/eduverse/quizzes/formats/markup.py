"""Between the texts of other systems and ours: Markdown with LaTeX between dollar signs.

Moodle knows four formats of a text. Its Markdown has no dollars: there `\\\\(x\\\\)` is a formula, its brackets and all
that is special to Markdown inside it behind a backslash. What is written here is read back as it was.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from eduverse.quizzes.formats.reasons import Reason

__all__ = [
    "FORMATS_OF_TEXT",
    "Note",
    "from_moodle",
    "from_plain",
    "math_segments",
    "plain_with_math",
    "to_moodle",
    "to_plain",
    "to_plain_with_math",
]

Note = Callable[[Reason, str], None]

FORMATS_OF_TEXT = frozenset({"html", "moodle", "markdown", "plain"})

_PUNCTUATION = r"[!-/:-@\[-`{-~]"
_ESCAPED = re.compile(rf"\\({_PUNCTUATION})")
_SPECIAL = re.compile(
    rf"""
    \\(?={_PUNCTUATION})                                # a backslash that would be one of Markdown's
    | (?<![\s])\* | \*(?![\s])                          # emphasis; a star between spaces is one of multiplication
    | (?<![^\W_])_ | _(?![^\W_])                        # an underscore inside a word is none
    | [`\[$]
    | <(?=[A-Za-z/!?])
    | &(?=\#?\w{{1,31}};)
    | ~(?=~)
    | ^(?:\#(?=\#{{0,5}}(?:\s|$)) | > | [-+*](?=\s|$))   # what begins a heading, a quotation or a list
    | (?<=\d)(?<=^\d)[.)](?=\s|$) | (?<=^\d\d)[.)](?=\s|$)
    """,
    re.VERBOSE | re.MULTILINE,
)


def from_plain(text: str) -> str:
    """Markdown that shows `text` as it is."""
    return _SPECIAL.sub(lambda found: "\\" + found[0], text)


def to_plain(markdown: str) -> str:
    """The text without Markdown's backslashes; emphasis and the like stay as they are typed."""
    return _ESCAPED.sub(r"\1", markdown)


class Segment(NamedTuple):
    text: str
    math: str = ""
    """The dollars around it, when it is a formula."""


_OPENERS = re.compile(r"\\\(|\\\[|\$\$")
_CLOSERS = {"\\(": ("\\)", "$"), "\\[": ("\\]", "$$"), "$$": ("$$", "$$")}


def math_segments(text: str) -> Iterator[Segment]:
    """Splits a text at `\\(…\\)`, `\\[…\\]` and `$$…$$`. Each closing mark is looked for once: linear in the text."""
    start = 0
    unclosed: set[str] = set()
    for found in _OPENERS.finditer(text):
        closer, dollars = _CLOSERS[found[0]]
        if found.start() < start or closer in unclosed:
            continue
        end = text.find(closer, found.end())
        if end < 0:
            unclosed.add(closer)
        elif text[found.end() : end].strip():
            yield Segment(text[start : found.start()])
            yield Segment(text[found.end() : end].strip(), dollars)
            start = end + len(closer)
    yield Segment(text[start:])


def plain_with_math(text: str) -> str:
    """Markdown for a text that is plain but for its formulas."""
    return "".join(
        f"{segment.math}{segment.text}{segment.math}" if segment.math else from_plain(segment.text)
        for segment in math_segments(text)
    )


_DOLLARS = re.compile(
    r"""
    \\.
    | (?<!`)(`{1,3})(?!`)[^`]*\1(?!`)                       # code is no formula
    | \$\$(?P<display>(?:\\.|[^$\\])+)\$\$
    | \$(?=[^\s$])(?P<inline>(?:\\.|[^$\\])*)(?<=\S)\$(?!\d)
    """,
    re.VERBOSE | re.DOTALL,
)


def to_plain_with_math(markdown: str) -> str:
    """The text without Markdown's backslashes, its formulas between `\\(` and `\\)`."""

    def written(found: re.Match[str]) -> str:
        if found["inline"]:
            return rf"\({found['inline']}\)"
        if found["display"]:
            return f"$${found['display']}$$"
        return to_plain(found[0])

    return _DOLLARS.sub(written, markdown)


_SPECIAL_IN_MATH = re.compile(r"[\\*_`{}\[\]()<>]")
_MOODLE_MATH = re.compile(
    r"""
    \\\\\((?P<inline>(?:[^\\]|\\\\(?![()\[\]])|\\[^\\])+)\\\\\)
    | \\\\\[(?P<display>(?:[^\\]|\\\\(?![()\[\]])|\\[^\\])+)\\\\\]
    | \\.
    """,
    re.VERBOSE | re.DOTALL,
)


def to_moodle(markdown: str) -> str:
    """Our Markdown as Moodle's."""

    def written(found: re.Match[str]) -> str:
        if found["inline"]:
            return rf"\\({_SPECIAL_IN_MATH.sub(_behind_backslash, found['inline'])}\\)"
        if found["display"]:
            return rf"\\[{_SPECIAL_IN_MATH.sub(_behind_backslash, found['display'])}\\]"
        return found[0]

    return _DOLLARS.sub(written, markdown)


def from_moodle(markdown: str) -> str:
    """Moodle's Markdown as ours."""

    def read(found: re.Match[str]) -> str:
        if found["inline"]:
            return f"${to_plain(found['inline'])}$"
        if found["display"]:
            return f"$${to_plain(found['display'])}$$"
        return found[0]

    return _MOODLE_MATH.sub(read, markdown)


def _behind_backslash(found: re.Match[str]) -> str:
    return "\\" + found[0]
