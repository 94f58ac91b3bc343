"""One way in for the texts of a file, whatever they are written in."""

from eduverse.quizzes.formats.html import html_to_markdown, looks_like_html
from eduverse.quizzes.formats.markup import (
    FORMATS_OF_TEXT,
    from_moodle,
    from_plain,
    plain_with_math,
    to_plain_with_math,
)
from eduverse.quizzes.formats.reasons import Reason
from eduverse.quizzes.formats.report import Draft, Skip

__all__ = ["MAX_TEXT", "markdown_of", "plain_of"]

MAX_TEXT = 20_000
"""Characters of a text before it is converted; what markup leaves of it is bounded where the question is checked."""


def markdown_of(text: str, text_format: str, draft: Draft) -> str:
    """The text as our Markdown. `text_format` is one of Moodle's four; any other is taken for its own, and noted."""
    if len(text) > MAX_TEXT:
        raise Skip(Reason.TOO_LONG, f"{MAX_TEXT}")
    if text_format not in FORMATS_OF_TEXT:
        draft.note(Reason.FORMAT_UNKNOWN, text_format)
    if text_format == "markdown":
        return from_moodle(text).strip()
    if text_format == "plain":
        return from_plain(text.strip())
    if text_format == "html" or looks_like_html(text):
        return html_to_markdown(text.strip(), draft.note, keep_lines=text_format != "html")
    return plain_with_math(text.strip())


def plain_of(markdown: str) -> str | None:
    """The text without markup that is read as this one when no format is named; None when there is none."""
    plain = to_plain_with_math(markdown)
    if looks_like_html(plain) or plain_with_math(plain.strip()) != markdown:
        return None
    return plain
