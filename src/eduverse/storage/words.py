"""What a word is, and how well a document answers a search: the same on every store, so results do not depend on it.

Text is decomposed (NFKD), case is folded, and marks that only decorate a letter are dropped: `Éire` and `eire` are
one word. Marks of combining class 7 to 9 stay (nukta, kana voicing, virama): without them it is another word.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import TypeVar

__all__ = ["CANDIDATES", "VERSION", "Query", "words_of"]

D = TypeVar("D")

VERSION = 1
"""Goes up when the rules below change, so that a store knows that its index was made by older ones."""

CANDIDATES = 500
"""How many matches a store hands over to be ranked: those with the highest ids, which are the newest."""

_MOST_LOOKED_UP = 16
_LONGEST = 64
_ASCII_WORD = re.compile(r"[a-z0-9]+")


def words_of(text: str) -> list[str]:
    """The words of a text in order, folded as above; a word longer than 64 letters ends there."""
    if text.isascii():
        return [word[:_LONGEST] for word in _ASCII_WORD.findall(text.lower())]
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return [word[:_LONGEST] for word in "".join(map(_letter, folded)).split()]


class Query:
    """What somebody searches for: every word must be there, the last one may be the start of a word.

    A store looks up the `prefix` and the first sixteen whole words; `rank` sees to the rest.
    """

    def __init__(self, text: str) -> None:
        words = words_of(text)
        self.prefix = words[-1] if words else ""
        self.whole = tuple(dict.fromkeys(words[:-1]))
        self.looked_up = self.whole[:_MOST_LOOKED_UP]

    def __bool__(self) -> bool:
        return bool(self.prefix)

    def rank(self, fields: Sequence[Sequence[str]]) -> tuple[int, int] | None:
        """How well a document with these words answers, smaller is better; None when it does not.

        Each word counts in the first field that has it: as much as there are fields from there on, and double when
        the whole word is there. Of equals, the shorter text is better; of those, a store puts the higher id first.
        """
        scores = [_score(fields, word) for word in (*self.whole, self.prefix)]
        prefix_score = scores[-1] or self._prefix_score(fields)
        if not prefix_score or not all(scores[:-1]):
            return None
        return -sum(scores[:-1]) - prefix_score, sum(map(len, fields))

    def best(self, docs: Iterable[D], words: Callable[[D], Sequence[Sequence[str]]], limit: int) -> list[D]:
        """The best of the documents that answer, which come newest first."""
        ranked = [(rank, doc) for doc in docs if (rank := self.rank(words(doc)))]
        return [doc for _, doc in sorted(ranked, key=itemgetter(0))[:limit]]

    def _prefix_score(self, fields: Sequence[Sequence[str]]) -> int:
        starts = (len(fields) - place for place, words in enumerate(fields) if _starts(words, self.prefix))
        return next(starts, 0)


def _score(fields: Sequence[Sequence[str]], word: str) -> int:
    return next((2 * (len(fields) - place) for place, words in enumerate(fields) if word in words), 0)


def _starts(words: Sequence[str], prefix: str) -> bool:
    return any(word.startswith(prefix) for word in words)


def _letter(character: str) -> str:
    if unicodedata.combining(character) >= 10:
        return ""
    return character if character.isalnum() or unicodedata.category(character)[0] == "M" else " "
