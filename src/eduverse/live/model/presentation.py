"""What is presented: slides and the one that is shown."""

import msgspec
from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.live.errors import NoPresentation, NoSuchSlide, PresentationTooLarge
from eduverse.live.model.lesson import OfLesson
from eduverse.vocabulary.messages import LivePresentation

__all__ = ["MAX_DECK", "PRESENTATIONS", "Presentation", "change_slide", "start", "stop"]

MAX_DECK = 100_000
"""Bytes that the slides of a presentation may take on the wire: everybody who comes in is sent all of them at once."""


class Presentation(OfLesson, frozen=True, kw_only=True):
    """The latest presentation; it is shown while it is under way, and keeps no slides afterwards."""

    latest: LivePresentation | None = None

    @property
    def showing(self) -> LivePresentation | None:
        return self.latest if self.under_way else None


PRESENTATIONS = Collection(name="presentations", type=Presentation, indexed=("under_way",))


def start(before: Presentation, showing: LivePresentation) -> Presentation:
    """Shows these slides instead of whatever was shown."""
    if len(msgspec.json.encode(showing.slides)) > MAX_DECK:
        raise PresentationTooLarge(bytes=MAX_DECK)
    return structs.replace(before, latest=showing, under_way=True)


def change_slide(before: Presentation, index: int) -> Presentation:
    showing = _demand_showing(before)
    if index >= len(showing.slides):
        raise NoSuchSlide(slides=len(showing.slides))
    if index == showing.index:
        return before
    return structs.replace(before, latest=structs.replace(showing, index=index, revision=showing.revision + 1))


def stop(before: Presentation) -> Presentation:
    return structs.replace(before, latest=structs.replace(_demand_showing(before), slides=[]), under_way=False)


def _demand_showing(presentation: Presentation) -> LivePresentation:
    if presentation.showing is None:
        raise NoPresentation
    return presentation.showing
