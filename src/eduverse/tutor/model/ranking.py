"""Which passages, and which sentences of them, speak about a question.

Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, section 3.1) over the candidates
alone: what is rare among them weighs more. Ties keep the candidates' own order, so the same input always gives the
same answer.
"""

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from eduverse.tutor.model.words import content

__all__ = ["Scored", "rank", "scores"]

_K1 = 1.2
"""How soon a word that is repeated stops counting."""
_B = 0.75
"""How much a long text is held against it."""


class Scored(NamedTuple):
    place: int
    """Its index among the candidates."""
    score: float


def scores(question: str, texts: Sequence[str]) -> list[float]:
    """One score per text, never negative; 0 where it shares no word of meaning with the question."""
    asked = set(content(question))
    bags = [Counter(content(text)) for text in texts]
    mean = sum(bag.total() for bag in bags) / len(bags) if bags else 0.0
    rarity = {word: _rarity(sum(word in bag for bag in bags), len(bags)) for word in asked}
    return [sum(_weight(bag, word, mean) * rarity[word] for word in sorted(asked)) for bag in bags]


def rank(question: str, texts: Sequence[str], *, limit: int) -> list[Scored]:
    """The texts that have something to do with the question, best first."""
    scored = [Scored(place, score) for place, score in enumerate(scores(question, texts)) if score > 0]
    return sorted(scored, key=lambda one: (-one.score, one.place))[:limit]


def _rarity(holding: int, count: int) -> float:
    return log(1 + (count - holding + 0.5) / (holding + 0.5))


def _weight(bag: Counter[str], word: str, mean: float) -> float:
    times = bag[word]
    if not times:
        return 0.0
    return times * (_K1 + 1) / (times + _K1 * (1 - _B + _B * bag.total() / mean))
