"""What of an attempt its student may see, and when. What the policy does not name stays here."""

import enum
from datetime import datetime, timedelta

from eduverse.kernel.structs import Struct

__all__ = ["EVERYTHING", "Aspect", "Phase", "ReviewPolicy", "phase_of", "visible"]

_IMMEDIATELY = timedelta(minutes=2)


class Phase(enum.StrEnum):
    DURING = "during"
    IMMEDIATELY = "immediately"
    """In the two minutes after it was handed in."""
    LATER = "later"
    """While others can still take the quiz."""
    CLOSED = "closed"
    """The quiz is closed, and everybody's attempt is handed in."""


class Aspect(enum.StrEnum):
    ANSWERS = "answers"
    """The questions, and what was answered."""
    CORRECTNESS = "correctness"
    """Whether each answer was right."""
    MARKS = "marks"
    """The score, and what each answer earned."""
    KEY = "key"
    FEEDBACK = "feedback"
    """What the author says to what was answered."""
    EXPLANATION = "explanation"


EVERYTHING = frozenset(Aspect)
_RESULTS = (Aspect.ANSWERS, Aspect.CORRECTNESS, Aspect.MARKS)


class ReviewPolicy(Struct, frozen=True, kw_only=True):
    """Phase -> what is shown. The default: results at once, keys when the quiz is closed (decision 4)."""

    during: tuple[Aspect, ...] = ()
    immediately: tuple[Aspect, ...] = _RESULTS
    later: tuple[Aspect, ...] = _RESULTS
    closed: tuple[Aspect, ...] = tuple(Aspect)


def phase_of(*, submitted_at: datetime | None, over: bool, now: datetime) -> Phase:
    """`submitted_at` is None while the attempt runs."""
    if submitted_at is None:
        return Phase.DURING
    if over:
        return Phase.CLOSED
    return Phase.IMMEDIATELY if now < submitted_at + _IMMEDIATELY else Phase.LATER


def visible(policy: ReviewPolicy, phase: Phase) -> frozenset[Aspect]:
    """The aspects that this phase shows; without the answers there is nothing for the others to stand beside.

    The marks alone may be shown: a score without the questions.
    """
    shown = frozenset(
        {
            Phase.DURING: policy.during,
            Phase.IMMEDIATELY: policy.immediately,
            Phase.LATER: policy.later,
            Phase.CLOSED: policy.closed,
        }[phase]
    )
    return shown if Aspect.ANSWERS in shown else shown & {Aspect.MARKS}
