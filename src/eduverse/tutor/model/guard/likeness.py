"""Whether a text is about a guarded question: by the words that carry its meaning, or by its letters alone."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from eduverse.tutor.model.guard.canon import canonical, skeleton
from eduverse.tutor.model.words import content, sentences, stem, words

__all__ = ["Likeness"]

_SHARE = 0.6
"""The share of a question's words that make a text about it."""
_SHINGLE = 5
_SHINGLE_SHARE = 0.5
_SHORTEST = 16
"""Letters a question must have for its letters to be compared."""
_LONG_WORD = 5
"""Letters of a word that is recognised by its consonants."""


class _Part(NamedTuple):
    """Two neighbouring sentences, as they are compared."""

    stems: frozenset[str]
    sounds: frozenset[str]
    shingles: frozenset[str]


class Likeness:
    """One guarded text, ready to be compared with many."""

    __slots__ = ("_meaning", "_needed", "_shingles")

    def __init__(self, text: str) -> None:
        plain = canonical(text)
        bearing = set(content(plain))
        self._meaning = {stem(word): _sound(word) for word in words(plain) if stem(word) in bearing}
        self._needed = max(min(2, len(self._meaning)), ceil(_SHARE * len(self._meaning)))
        bones = skeleton(text)
        self._shingles = frozenset(_shingles(bones)) if len(bones) >= _SHORTEST else frozenset[str]()

    def to(self, text: str) -> bool:
        """Whether any two neighbouring sentences of the text are about the same."""
        return any(self._to_one(part) for part in _parts(text))

    def _to_one(self, part: _Part) -> bool:
        if self._needed:
            shared = sum(one in part.stems or sound in part.sounds for one, sound in self._meaning.items())
            if shared >= self._needed:
                return True
        return bool(self._shingles) and len(self._shingles & part.shingles) >= _SHINGLE_SHARE * len(self._shingles)


@lru_cache(maxsize=1024)
def _parts(text: str) -> tuple[_Part, ...]:
    """Prepared once for all questions that it is compared with."""
    found = sentences(text)
    return tuple(_part(one) for one in ([text] if len(found) < 2 else [f"{a} {b}" for a, b in pairwise(found)]))


def _part(text: str) -> _Part:
    plain = canonical(text)
    sounds = frozenset(sound for word in words(plain) if (sound := _sound(word)))
    return _Part(frozenset(content(plain)), sounds, frozenset(_shingles(skeleton(text))))


def _sound(word: str) -> str | None:
    """What slips of the pen leave of a longer word: its first letter and which consonants it has."""
    if len(word) < _LONG_WORD:
        return None
    return word[0] + "".join(sorted(set(word[1:]) - set("aeiouy")))


def _shingles(bones: str) -> Iterable[str]:
    return (bones[place : place + _SHINGLE] for place in range(len(bones) - _SHINGLE + 1))
