"""From the HTML of a question's text to Markdown.

A small converter for what editors of learning platforms make: paragraphs, emphasis, lists, code, links, pictures,
raised and lowered characters. Whatever else there is loses its tags, which is noted, and keeps its text. What stands
outside of tags is shown as it is, so nothing in it can become markup. Linear in the length of the text.
"""

import html
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from eduverse.quizzes.formats.markup import Note, plain_with_math
from eduverse.quizzes.formats.reasons import Reason

__all__ = ["html_to_markdown", "looks_like_html"]

_TOKEN = re.compile(r"<!--|<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)(?P<rest>(?:\s[^<>]*|/)?)>")
_ATTRIBUTE = re.compile(r"""(?<![\w-])([A-Za-z-]+)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LINK = re.compile(r"(?:https?|mailto):[^\s()<>]+$", re.IGNORECASE)

_EMPHASIS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_BLOCKS = frozenset("p div h1 h2 h3 h4 h5 h6 blockquote pre ul ol tr center section article".split())
_TRANSPARENT = _BLOCKS | frozenset("html body span".split())
_DROPPED = frozenset("script style iframe object video audio svg head".split())
_VOID = frozenset("br img hr input embed source".split())
_KNOWN = frozenset(_EMPHASIS) | _TRANSPARENT | _VOID | frozenset("li sub sup code a u s table td th font".split())
_MOST_OPEN = 50

_RAISED = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


class _Open(NamedTuple):
    """An element that is not closed yet, and the Markdown of what is in it so far."""

    tag: str
    attributes: dict[str, str]
    pieces: list[str]


def looks_like_html(text: str) -> bool:
    return any(found["tag"] and found["tag"].lower() in _KNOWN for found in _TOKEN.finditer(text)) or bool(
        _ENTITY.search(text)
    )


def html_to_markdown(source: str, note: Note, *, keep_lines: bool = False) -> str:
    """`keep_lines`: a line end in the source is one in the text, as in Moodle's own format."""
    converter = _Converter(note, keep_lines=keep_lines)
    for literal, token in _tokens(source):
        converter.text(literal)
        if token is None:
            continue
        tag = token["tag"].lower()
        if token["close"]:
            converter.close(tag)
        else:
            converter.open(tag, token["rest"])
    return converter.finish()


def _tokens(source: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Pairs of a literal text and the tag that follows it; comments are left out."""
    start = 0
    unclosed = False
    for found in _TOKEN.finditer(source):
        if found.start() < start or (found["tag"] is None and unclosed):
            continue
        if found["tag"] is not None:
            yield source[start : found.start()], found
            start = found.end()
            continue
        end = source.find("-->", found.end())
        unclosed = end < 0
        if not unclosed:
            yield source[start : found.start()], None
            start = end + 3
    yield source[start:], None


class _Converter:
    def __init__(self, note: Note, *, keep_lines: bool) -> None:
        self._note = note
        self._spaces = re.compile(r"[ \t\f\v]+" if keep_lines else r"[ \t\n\f\v]+")
        self._stack: list[_Open] = [_Open("", {}, [])]
        self._raw = 0
        """How many elements are open in which nothing is markup."""
        self._dropping = ""

    def text(self, literal: str) -> None:
        if not literal or self._dropping:
            return
        shown = html.unescape(literal).replace("\xa0", " ")
        self._write(shown if self._raw else plain_with_math(self._spaces.sub(" ", shown)))

    def open(self, tag: str, rest: str) -> None:
        if self._dropping:
            return
        if tag in _DROPPED:
            self._dropping = tag
            self._note(Reason.CONTENT_DROPPED, tag)
            return
        if tag not in _KNOWN or tag in {"table", "font", "u", "s"}:
            self._note(Reason.TAG_DROPPED, tag)
        attributes = _attributes(rest) if tag in {"a", "img"} else {}
        if tag in _VOID:
            self._void(tag, attributes)
        elif len(self._stack) < _MOST_OPEN:
            self._raw += tag in {"code", "pre"}
            self._stack.append(_Open(tag, attributes, []))

    def close(self, tag: str) -> None:
        """Closes the element and what was left open in it; a closing tag without an opening one does nothing."""
        if self._dropping:
            self._dropping = "" if tag == self._dropping else self._dropping
        elif any(one.tag == tag for one in self._stack[1:]):
            while self._end().tag != tag:
                pass

    def finish(self) -> str:
        while len(self._stack) > 1:
            self._end()
        return tidied("".join(self._stack[0].pieces))

    def _end(self) -> _Open:
        ended = self._stack.pop()
        self._raw -= ended.tag in {"code", "pre"}
        within = self._stack[-1].tag
        self._write(_rendered(ended, "".join(ended.pieces), within))
        return ended

    def _void(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "br":
            self._write("\n" if self._raw else "  \n")
        if tag == "hr":
            self._write("\n\n")
        if tag == "img":
            name = attributes.get("src", "").rpartition("/")[2][:60]
            shown = attributes.get("alt", "").strip() or name
            self._note(Reason.IMAGE_LEFT, shown)
            self._write(f"\\[{plain_with_math(shown)}]")

    def _write(self, piece: str) -> None:
        self._stack[-1].pieces.append(piece)


def _rendered(ended: _Open, content: str, within: str) -> str:
    if render := _RENDERERS.get(ended.tag):
        return render(content, ended, within)
    return f"\n\n{content.strip()}\n\n" if ended.tag in _BLOCKS else content


def _code(content: str, _: _Open, within: str) -> str:
    inner = content.strip().replace("`", "'")
    return content if within == "pre" or not inner else f"`{inner}`"


def _pre(content: str, *_: object) -> str:
    inner = content.strip("\n")
    return f"\n\n```\n{inner}\n```\n\n"


def _link(content: str, ended: _Open, _: str) -> str:
    link = ended.attributes.get("href", "")
    return f"[{content.strip()}]({link})" if _LINK.match(link) and content.strip() else content


def _item(content: str, _: _Open, within: str) -> str:
    mark = "1. " if within == "ol" else "- "
    lines = tidied(content).replace("\n", "\n" + " " * len(mark))
    return f"\n{mark}{lines}\n"


def _list(content: str, _: _Open, within: str) -> str:
    return f"\n{tidied(content)}\n" if within == "li" else f"\n\n{content.strip()}\n\n"


def _cell(content: str, *_: object) -> str:
    return f"{content.strip()} "


def _emphasis(content: str, ended: _Open, _: str) -> str:
    """Emphasis holds no space at its edges."""
    inner = content.strip()
    if not inner:
        return content
    mark = _EMPHASIS[ended.tag]
    before, _, after = content.partition(inner)
    return f"{before}{mark}{inner}{mark}{after}"


def _shifted(content: str, ended: _Open, _: str) -> str:
    """As characters where there are such, else as a formula."""
    inner = content.strip()
    table, mark = (_RAISED, "^") if ended.tag == "sup" else (_LOWERED, "_")
    shifted = inner.translate(table)
    return f"${mark}{{{inner}}}$" if set(shifted) & set(inner) else shifted


_RENDERERS: dict[str, Callable[[str, _Open, str], str]] = {
    **dict.fromkeys(_EMPHASIS, _emphasis),
    "sup": _shifted,
    "sub": _shifted,
    "code": _code,
    "pre": _pre,
    "a": _link,
    "li": _item,
    "ul": _list,
    "ol": _list,
    "td": _cell,
    "th": _cell,
}


def _attributes(rest: str) -> dict[str, str]:
    return {
        found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "") for found in _ATTRIBUTE.finditer(rest)
    }


def tidied(text: str) -> str:
    """At most one empty line between two others, and no spaces that end a line, but for the two that break it."""
    lines: list[str] = []
    for line in text.split("\n"):
        bare = line.rstrip()
        if bare:
            lines.append(bare + "  " if line.endswith("  ") else bare)
        elif lines and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
    return "\n".join(lines).strip()
