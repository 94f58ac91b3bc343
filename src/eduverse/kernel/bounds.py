"""The bounds of what comes from outside: every string, number and list that a caller sends has one of these."""

from typing import Annotated

from msgspec import Meta

__all__ = ["Colour", "Email", "Id", "Line", "Paragraph", "Secret", "Title"]

_END = r"$(?!\n)"
"""The end of the text for Python and for JavaScript: alone, Python's `$` lets a last line feed pass."""

Id = Annotated[str, Meta(min_length=1, max_length=64, pattern=rf"^[A-Za-z0-9:._-]+{_END}")]
Title = Annotated[str, Meta(min_length=1, max_length=120, pattern=r"\S")]
Line = Annotated[str, Meta(min_length=1, max_length=500, pattern=r"\S")]
Paragraph = Annotated[str, Meta(max_length=5_000)]
Email = Annotated[str, Meta(min_length=3, max_length=254, pattern=rf"^[^@\s]+@[^@\s]+\.[^@\s]+{_END}")]
Secret = Annotated[str, Meta(min_length=1, max_length=200)]
Colour = Annotated[str, Meta(pattern=r"^#[0-9a-f]{6}$", max_length=7)]
