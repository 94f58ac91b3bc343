"""Texts as words: what ranking, likeness and the guard compare. Pure, and the same for every language it knows."""

import re
import unicodedata
from functools import cache
from typing import Literal

__all__ = ["Language", "clean", "content", "language_of", "sentences", "stem", "words"]

Language = Literal["en", "de"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SENTENCE_END = re.compile(
    r"(?<=[.!?…])[\"'”»)\]]*\s+(?=[\"'“„«(\[]?[A-ZÄÖÜÀ-Þ0-9*#])|\n\s*\n|\n(?=\s*(?:[-*•#]|\d+[.)]))"
)
_SHORTEST = 3
"""Letters that a stem keeps at least."""

_STOP = {
    "en": """
    a an and are as at be because been but by can could did do does for from had has have he her his how i if in into is
    it its let me my no not of on or our she should so some than that the their them then there these they this
    those to us was we were what when where which who why will with would you your about explain tell please
    """,
    "de": """
    aber als am an auch auf aus bei bin bis bitte da das dass dem den denn der des die dies diese dieser doch du
    ein eine einem einen einer eines er erklare es fur hat ich ihr im in ist ja kann mein mir mit nach nicht
    noch nur oder sich sie sind so uber um und uns unter vom von vor war warum was weil welche welcher welches
    wenn wer werden wie wir wird wo zu zum zur
    """,
}
_STOPS: dict[Language, frozenset[str]] = {"en": frozenset(_STOP["en"].split()), "de": frozenset(_STOP["de"].split())}
_ALL_STOPS = _STOPS["en"] | _STOPS["de"]

# Inflections, longest first; a light stemmer in the manner of Porter's step 1, for both languages at once.
_SUFFIXES = (
    "ungen",
    "ingly",
    "ungs",
    "edly",
    "ing",
    "ies",
    "ung",
    "ern",
    "est",
    "ed",
    "es",
    "en",
    "er",
    "em",
    "ly",
    "s",
    "e",
    "n",
)


def clean(text: str) -> str:
    """Lower case, compatibility forms folded, without accents and without characters that cannot be seen."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(
        one for one in decomposed if unicodedata.category(one) not in ("Mn", "Me", "Cf", "Cc") or one in "\n\t "
    )


def words(text: str) -> list[str]:
    return _WORD.findall(clean(text))


@cache
def stem(word: str) -> str:
    """The word without its inflection, if enough of it is left."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
            return word[: -len(suffix)]
    return word


def content(text: str) -> list[str]:
    """The stems that carry the meaning, in order, with repetitions."""
    return [stem(word) for word in words(text) if word not in _ALL_STOPS]


def sentences(text: str) -> list[str]:
    """The sentences, and the lines of a list or a heading, without white space around them."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def language_of(text: str) -> Language:
    """The language most of the small words are of; English when in doubt."""
    found = words(text)
    return "de" if sum(one in _STOPS["de"] for one in found) > sum(one in _STOPS["en"] for one in found) else "en"
