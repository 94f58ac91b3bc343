"""The words of a material, cut into passages that say where they stand, and the pictures of its pages."""

import re
from collections.abc import Iterator

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document

__all__ = ["MAX_PASSAGE", "PAGES", "PASSAGES", "Page", "Passage", "cut", "page_id", "passage_id"]

MAX_PASSAGE = 1_500
"""Characters: so much fits into an answer beside others, and so much says what it is about."""


class Passage(Document, frozen=True, kw_only=True):
    """A few sentences. Its id is `<source>:<ordinal>`, so that reading a file twice writes the same passages."""

    source: str
    """`<material>:<version>`"""
    classroom_id: str
    material_id: str
    material_version: int
    page: int
    """The page or slide, from 1; 0 in what has no pages."""
    heading: str
    """The title of the slide or section; may be empty."""
    ordinal: int
    """Its place among the passages of this version, from 0."""
    text: str


class Page(Document, frozen=True, kw_only=True):
    """How a page looks: a WebP picture in the content store. Its id is `<source>:<number>`."""

    source: str
    number: int
    """From 1; 0 is a small picture of the first page, for lists."""
    cid: str
    size: int
    width: int
    height: int


def page_id(source: str, number: int) -> str:
    return f"{source}:{number:05}"


def passage_id(source: str, ordinal: int) -> str:
    return f"{source}:{ordinal:05}"


PASSAGES = Collection(
    name="material_passages",
    type=Passage,
    indexed=("source", "page"),
    text=("heading", "text"),
)
PAGES = Collection(name="material_pages", type=Page, indexed=("source",))

_BREAKS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?…])\s+"), re.compile(r"\s+"))
"""Where a text is cut, the best places first."""


def cut(text: str, limit: int = MAX_PASSAGE) -> Iterator[str]:
    """The text in parts of at most `limit` characters, cut at paragraphs if possible, in words only if it must be."""
    rest = text.strip()
    while len(rest) > limit:
        at = _last_break(rest, limit)
        yield rest[:at].rstrip()
        rest = rest[at:].lstrip()
    if rest:
        yield rest


def _last_break(text: str, limit: int) -> int:
    for pattern in _BREAKS:
        places = [found.start() for found in pattern.finditer(text, 0, limit + 1) if found.start() > limit // 3]
        if places:
            return places[-1]
    return limit
