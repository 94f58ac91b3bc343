"""One question and its answer: what is stored, and its states as a table.

A conversation has no document of its own: it is the answers that bear its id, in the order of theirs. So the answer
is the one commit point, and the rung of the hint ladder is read from the one before.
"""

import enum
from datetime import datetime, timedelta
from typing import Literal

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct
from eduverse.tutor.model.guard import Finding
from eduverse.tutor.model.ladder import Rung
from eduverse.tutor.model.moderation import Moderation

__all__ = [
    "ANSWERS",
    "STALE_AFTER",
    "AIInteraction",
    "Citation",
    "Ending",
    "Feedback",
    "Kind",
    "Outcome",
    "State",
    "cancel",
    "finish",
    "interrupt",
    "rate",
]

STALE_AFTER = timedelta(minutes=5)
"""An answer that has been running for so long has nobody who writes it any more."""

Difficulty = Literal["easy", "medium", "hard"]


class State(enum.StrEnum):
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    """By the asker; what was said until then stays."""
    INTERRUPTED = "interrupted"
    """The process that was answering is gone."""


class Ending(enum.Enum):
    FINISH = "finish"
    CANCEL = "cancel"
    INTERRUPT = "interrupt"


# What has ended stays as it ended: of two who end it, the first is right.
_TABLE: dict[tuple[State, Ending], State] = {
    (State.RUNNING, Ending.FINISH): State.DONE,
    (State.RUNNING, Ending.CANCEL): State.CANCELLED,
    (State.RUNNING, Ending.INTERRUPT): State.INTERRUPTED,
}


class Kind(enum.StrEnum):
    """What kind of answer it is; the reader is told."""

    MODEL = "model"
    QUOTES = "quotes"
    """Sentences of the class's material, chosen without a language model."""
    DEGRADED = "degraded"
    """Quotes, because the language model does not answer."""
    NO_MATERIAL = "noMaterial"
    GUARDED = "guarded"
    """Declined: too close to a quiz that is open or still to come."""
    CLOSED = "closed"
    """Declined: the asker is taking a quiz."""
    MODERATED = "moderated"


class Citation(Struct, frozen=True, kw_only=True):
    number: int
    """As it stands in the answer: `[1]`."""
    passage_id: str
    material_id: str
    title: str
    page: int | None
    quote: str


class Feedback(Struct, frozen=True, kw_only=True):
    rating: Literal["up", "down"]
    comment: str = ""
    at: datetime


class AIInteraction(Document, frozen=True, kw_only=True):
    conversation_id: str
    classroom_id: str
    user_id: str
    question: str
    subject: str = ""
    topic: str = ""
    difficulty: Difficulty = "medium"
    state: State = State.RUNNING
    rung: Rung | None = None
    kind: Kind | None = None
    """None while it is running."""
    ai_response: str = ""
    answered_by: str | None = None
    """The language model's name; None for an answer of the tutor's own."""
    citations: tuple[Citation, ...] = ()
    suggestions: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    """Sentences of the answer that stand in the material word for word: a later guard lets them pass."""
    finding: Finding = Finding.CLEAR
    """What the guard found in the model's answer."""
    moderation: Moderation = Moderation()
    tokens_reserved: int = 0
    tokens_used: int = 0
    rated: str = ""
    """up | down, for counting."""
    feedback: Feedback | None = None
    created_at: datetime
    finished_at: datetime | None = None


ANSWERS = Collection(
    name="ai_interactions",
    type=AIInteraction,
    indexed=("user_id", "classroom_id", "conversation_id", "state", "kind", "rated", "created_at"),
)


class Outcome(Struct, frozen=True, kw_only=True):
    """How an answer came out."""

    kind: Kind
    text: str
    answered_by: str | None = None
    citations: tuple[Citation, ...] = ()
    suggestions: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    finding: Finding = Finding.CLEAR
    tokens: int = 0


def finish(answer: AIInteraction, outcome: Outcome, now: datetime) -> AIInteraction:
    """What has ended already stays as it is."""
    ended = _end(answer, Ending.FINISH, now)
    return ended if ended is answer else _with(ended, outcome)


def cancel(answer: AIInteraction, said: Outcome, now: datetime) -> AIInteraction:
    ended = _end(answer, Ending.CANCEL, now)
    return ended if ended is answer else _with(ended, said)


def interrupt(answer: AIInteraction, now: datetime) -> AIInteraction:
    return _end(answer, Ending.INTERRUPT, now)


def rate(answer: AIInteraction, feedback: Feedback | None) -> AIInteraction:
    return structs.replace(answer, feedback=feedback, rated=feedback.rating if feedback else "")


def _end(answer: AIInteraction, ending: Ending, now: datetime) -> AIInteraction:
    after = _TABLE.get((answer.state, ending))
    return answer if after is None else structs.replace(answer, state=after, finished_at=now)


def _with(answer: AIInteraction, outcome: Outcome) -> AIInteraction:
    return structs.replace(
        answer,
        kind=outcome.kind,
        ai_response=outcome.text,
        answered_by=outcome.answered_by,
        citations=outcome.citations,
        suggestions=outcome.suggestions,
        quoted=outcome.quoted,
        finding=outcome.finding,
        tokens_used=outcome.tokens,
    )
