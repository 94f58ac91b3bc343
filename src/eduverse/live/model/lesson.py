"""What all documents of a lesson have in common.

Each classroom has one document for its room, one for what is presented and one for its poll, so that a vote does not
write slides and a hand does not wait for a vote. All of them end when nobody has been in the room for a while.
"""

from eduverse.kernel.structs import Document

__all__ = ["OfLesson"]


class OfLesson(Document, frozen=True, kw_only=True):
    """What one classroom has of one kind while a class is on; its id is the classroom's."""

    under_way: bool = False
    """Whether there is anything that the end of the lesson has to end."""
