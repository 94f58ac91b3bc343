"""Questions to the class, answered by a show of hands that nobody sees."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta

from eduverse.kernel.bounds import Id, Line, Title
from eduverse.kernel.structs import Input, Struct

__all__ = ["LivePoll", "PollCounted", "PollOpen", "PollVote"]


class PollOpen(Input, frozen=True, kw_only=True):
    question: Line
    options: Annotated[list[Title], Meta(min_length=2, max_length=6)]


class PollVote(Input, frozen=True, kw_only=True):
    poll_id: Id
    option: Annotated[int, Meta(ge=0, lt=6)]


class LivePoll(Struct, frozen=True, kw_only=True):
    """A poll that is open in the room."""

    poll_id: str
    question: str
    options: list[str]
    opened_at: datetime


class PollCounted(Struct, frozen=True, kw_only=True):
    """How many chose what: to the teachers at every vote, to everybody once it is closed. Who chose is not told."""

    poll_id: str
    counts: list[int]
    voters: int
    open: bool
