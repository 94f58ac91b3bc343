"""Slides that everybody in the room sees."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta

from eduverse.kernel.bounds import Title
from eduverse.kernel.structs import Input, Struct

__all__ = [
    "MAX_SLIDES",
    "LivePresentation",
    "PresentationStart",
    "PresentationStopped",
    "Slide",
    "SlideChange",
    "SlideChanged",
]

MAX_SLIDES = 100

SlideText = Annotated[str, Meta(max_length=10_000)]
ImagePath = Annotated[str, Meta(max_length=500, pattern=r"^/[A-Za-z0-9._~%-][A-Za-z0-9._~%/?=&-]*$(?!\n)")]
"""An image on this campus: the browser's policy lets it load no other."""


class Slide(Input, frozen=True, kw_only=True):
    title: Annotated[str, Meta(max_length=200)] = ""
    text: SlideText = ""
    """Markdown."""
    image_url: ImagePath | None = None
    image_alt: Annotated[str, Meta(max_length=500)] = ""
    """What the image says, for whoever does not see it."""


class PresentationStart(Input, frozen=True, kw_only=True):
    title: Title
    slides: Annotated[list[Slide], Meta(min_length=1, max_length=MAX_SLIDES)]


class SlideChange(Input, frozen=True, kw_only=True):
    index: Annotated[int, Meta(ge=0, lt=MAX_SLIDES)]


class LivePresentation(Struct, frozen=True, kw_only=True):
    presentation_id: str
    title: str
    slides: list[Slide]
    index: int
    revision: int
    """Counts the changes of slide: what carries a lower one than you have seen is old news."""
    presenter_id: str
    presenter_name: str
    started_at: datetime


class SlideChanged(Struct, frozen=True, kw_only=True):
    presentation_id: str
    index: int
    revision: int


class PresentationStopped(Struct, frozen=True, kw_only=True):
    presentation_id: str
