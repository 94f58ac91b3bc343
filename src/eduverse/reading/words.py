"""Texts: tidied, and Markdown cut at its headings."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from eduverse.materials.ports import Length, Part, Read, Unreadable

__all__ = ["read_markdown", "tidy"]

_FENCE = re.compile(r"^\s{0,3}(```|~~~)")
_HEADING = re.compile(r"^ {0,3}#{1,6}\s+(.+?)\s*#*\s*$")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\ufeff\ufffe\uffff]|[\ud800-\udfff]")


def tidy(text: str) -> str:
    """Without what cannot be seen, with hyphenation at line ends undone and no gap of more than a line."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n"))
    text = re.sub(r"(?<=[a-zäöüß])\u00ad\n?", "", text).replace("\ufffe", "")
    text = re.sub(r"[^\S\n]+\n", "\n", _CONTROLS.sub("", text))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def read_markdown(path: Path) -> Iterator[Read]:
    """A part for each heading, and one for what stands before the first; the Markdown stays."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("no text") from None
    yield Length(pages=0)
    heading, lines, fence = "", list[str](), None
    for line in text.splitlines():
        mark = _FENCE.match(line)
        if mark and fence in (None, mark[1]):
            fence = None if fence else mark[1]
        found = _HEADING.match(line) if fence is None else None
        if found is None:
            lines.append(line)
            continue
        yield from _part(heading, lines)
        heading, lines = tidy(found[1]), []
    yield from _part(heading, lines)


def _part(heading: str, lines: list[str]) -> Iterator[Part]:
    text = tidy("\n".join(lines))
    if heading or text:
        yield Part(page=0, heading=heading[:200], text=text)
