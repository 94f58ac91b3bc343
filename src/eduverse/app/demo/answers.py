"""What somebody would answer who knows so much: right, or wrong in a way that people are wrong."""

from math import exp
from random import Random

from eduverse.quizzes.questions import (
    Cloze,
    Essay,
    Gap,
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
    Value,
    key_of,
)

__all__ = ["answer", "knows"]


def knows(ability: float, difficulty: float, dice: Random) -> bool:
    """As likely as the Rasch model says: even where ability and difficulty are the same."""
    return dice.random() < 1 / (1 + exp(difficulty - ability))


def answer(question: Question, *, right: bool, given: list[str], dice: Random) -> Value:
    """The key, or a slip; `given` is what people type who are wrong. An essay is neither, and left out."""
    return key_of(question) if right else _slip(question, given, dice)


def _slip(question: Question, given: list[str], dice: Random) -> Value:  # noqa: PLR0911 (one for each kind)
    match question:
        case Single():
            return _other(question.options, dice)
        case TrueFalse():
            return not question.correct
        case Multiple():
            return _slipped_choices(question, dice)
        case ShortAnswer() | Numeric():
            return dice.choice(given) if given else None
        case Matching():
            return _mixed_up_pairs(question, dice)
        case Ordering():
            return _swapped_items(question, dice)
        case Cloze():
            return _slipped_gaps(question, dice)
        case Essay():
            return None


def _other(options: tuple[Option, ...], dice: Random) -> str:
    """One that does not earn everything; any, where all do."""
    return dice.choice([option.id for option in options if option.weight < 1] or [options[0].id])


def _slipped_choices(question: Multiple, dice: Random) -> tuple[str, ...]:
    """One of the right ones is missing, or a wrong one is among them."""
    right = [option.id for option in question.options if option.weight > 0]
    wrong = [option.id for option in question.options if option.weight <= 0]
    if wrong and (len(right) == 1 or dice.random() < 0.5):
        return (*right, dice.choice(wrong))
    left_out = dice.choice(right)
    return tuple(one for one in right if one != left_out)


def _mixed_up_pairs(question: Matching, dice: Random) -> dict[str, str]:
    """One or two pairs have a choice that is not theirs."""
    matched = {pair.id: pair.choice_id for pair in question.pairs}
    for pair in dice.sample(question.pairs, min(len(question.pairs), dice.choice([1, 2, 2]))):
        matched[pair.id] = dice.choice([choice.id for choice in question.choices if choice.id != pair.choice_id])
    return matched


def _swapped_items(question: Ordering, dice: Random) -> tuple[str, ...]:
    """Two neighbours are the wrong way round."""
    order = [item.id for item in question.items]
    at = dice.randrange(len(order) - 1)
    order[at], order[at + 1] = order[at + 1], order[at]
    return tuple(order)


def _slipped_gaps(question: Cloze, dice: Random) -> dict[str, str]:
    """One gap is wrong or empty, sometimes another, too."""
    filled = key_of(question)
    assert isinstance(filled, dict)  # noqa: S101 (what a cloze's key is)
    for gap in dice.sample(question.gaps, dice.choice([1, 1, 2]) if len(question.gaps) > 1 else 1):
        filled[gap.id] = _slipped_gap(gap, dice)
    return filled


def _slipped_gap(gap: Gap, dice: Random) -> str:
    return _other(gap.options, dice) if isinstance(gap, GapChoice) else ""
