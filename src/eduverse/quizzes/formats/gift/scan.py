"""GIFT's surface: blocks between empty lines, comments, categories, and marks that a backslash makes ordinary."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from eduverse.quizzes.formats.categories import category_of
from eduverse.quizzes.formats.report import Place

__all__ = ["Block", "blocks", "escape", "split_at", "split_once", "unescape"]

_CATEGORY = "$CATEGORY:"
_COMMENT = "//"


class Block(NamedTuple):
    """What stands between two empty lines."""

    text: str
    comments: tuple[str, ...]
    category: str | None
    """The one that the last `$CATEGORY:` line before it named."""


def blocks(source: str) -> Iterator[tuple[Place, Block]]:
    """The blocks that hold more than comments and categories, with the line on which each begins."""
    category: str | None = None
    lines: list[str] = []
    comments: list[str] = []
    begin = 0
    for number, line in enumerate([*source.split("\n"), ""], start=1):
        bare = line.strip()
        if bare.startswith(_COMMENT):
            comments.append(bare)
        elif bare.startswith(_CATEGORY) and not lines:
            category = category_of(bare.removeprefix(_CATEGORY))
        elif bare:
            begin = begin or number
            lines.append(line)
        else:
            if lines:
                yield Place(line=begin), Block("\n".join(lines).strip(), tuple(comments), category)
            lines, comments, begin = [], [], 0


_ESCAPES = re.compile(r"\\([~=#{}:n\\])")
_SPECIAL = re.compile(r"[\\~=#{}:\n]")


def unescape(raw: str) -> str:
    """A backslash that stands before none of GIFT's marks is one: `\\(x\\)`."""
    return _ESCAPES.sub(lambda found: "\n" if found[1] == "n" else found[1], raw)


def escape(text: str) -> str:
    return _SPECIAL.sub(lambda found: "\\n" if found[0] == "\n" else "\\" + found[0], text)


def split_at(raw: str, marks: str) -> list[tuple[str, str]]:
    """Splits at the marks (a regular expression) that have no backslash before them: (mark, what follows it).

    What stands before the first has the mark `""`.
    """
    parts: list[tuple[str, str]] = []
    mark, start = "", 0
    for found in re.finditer(rf"\\.|(?P<mark>{marks})", raw, re.DOTALL):
        if found["mark"]:
            parts.append((mark, raw[start : found.start()]))
            mark, start = found["mark"], found.end()
    parts.append((mark, raw[start:]))
    return parts


def split_once(raw: str, mark: str) -> tuple[str, str | None]:
    """What stands before and after the first `mark` without a backslash; None when there is none."""
    for found in re.finditer(rf"\\.|(?P<mark>{mark})", raw, re.DOTALL):
        if found["mark"]:
            return raw[: found.start()], raw[found.end() :]
    return raw, None
