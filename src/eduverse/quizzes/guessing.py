"""What blind guessing earns: the mark a question would have if nobody had learnt anything. Pure."""

from collections.abc import Sequence
from math import fsum

from eduverse.quizzes.questions.kinds import (
    Cloze,
    Essay,
    GapChoice,
    Matching,
    Multiple,
    Numeric,
    Option,
    Ordering,
    Question,
    ShortAnswer,
    Single,
    TrueFalse,
)

__all__ = ["guess_score"]


def guess_score(question: Question) -> float | None:
    """The expected fraction 0..1 of somebody who ticks at random; None where that has no single meaning.

    Texts and numbers are not guessed: 0. Of several choices one may tick any number, and there is no one way to
    do that blindly; nor is there for an order, whose share depends on how it is counted.
    """
    match question:
        case Single():
            return _mean_weight(question.options)
        case TrueFalse():
            return 0.5
        case ShortAnswer() | Numeric():
            return 0.0
        case Matching():
            return 1 / len(question.choices)
        case Cloze():
            return _cloze(question)
        case Multiple() | Ordering() | Essay():
            return None


def _cloze(question: Cloze) -> float:
    whole = fsum(gap.weight for gap in question.gaps)
    guessed = fsum(gap.weight * _mean_weight(gap.options) for gap in question.gaps if isinstance(gap, GapChoice))
    return guessed / whole if whole > 0 else 0.0


def _mean_weight(options: Sequence[Option]) -> float:
    """A penalty never takes a single choice below nothing."""
    return fsum(max(0.0, option.weight) for option in options) / len(options)
