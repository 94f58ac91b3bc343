"""The hint ladder: a problem that somebody is to solve is not solved for them at once.

A nudge, then a hint, then one worked step, then all of it: one rung for each time they ask. A question of
understanding ("what is …?") is answered at once; it stands on no rung.
"""

import enum
import re

from eduverse.tutor.model.words import content, words

__all__ = ["Ask", "Rung", "climb", "is_again", "is_problem"]


class Rung(enum.StrEnum):
    NUDGE = "nudge"
    HINT = "hint"
    STEP = "step"
    FULL = "full"


class Ask(enum.Enum):
    PROBLEM = "a problem that was not asked about before"
    AGAIN = "the same problem once more"
    OTHER = "a question of understanding"


_TABLE: dict[tuple[Rung | None, Ask], Rung | None] = {
    (None, Ask.PROBLEM): Rung.NUDGE,
    (None, Ask.AGAIN): None,
    (None, Ask.OTHER): None,
    (Rung.NUDGE, Ask.AGAIN): Rung.HINT,
    (Rung.HINT, Ask.AGAIN): Rung.STEP,
    (Rung.STEP, Ask.AGAIN): Rung.FULL,
    (Rung.FULL, Ask.AGAIN): Rung.FULL,
    **{(rung, Ask.PROBLEM): Rung.NUDGE for rung in Rung},
    **{(rung, Ask.OTHER): None for rung in Rung},
}


def climb(rung: Rung | None, ask: Ask) -> Rung | None:
    """Where the ladder stands after this question; None is off it."""
    return _TABLE[rung, ask]


_TASK = frozenset(
    """solve calculate compute evaluate simplify prove derive factor factorise factorize integrate differentiate
    homework exercise worksheet assignment essay lose berechne bestimme vereinfache beweise hausaufgabe hausaufgaben
    aufgabe ubung rechne ableite integriere""".split()
)
_SUM = re.compile(r"\d\s*[-+*/^=×·÷]\s*[\d(a-z]|\b[a-z]\s*[=^]\s*|\$[^$]+\$", re.IGNORECASE)
_CHOICES = re.compile(r"(?:^|\s)\(?[a-d][).]\s.*(?:^|\s)\(?[b-e][).]\s", re.IGNORECASE | re.DOTALL)
_AGAIN = frozenset(
    """again more hint help next step further continue stuck understand get show explain give another bigger
    nochmal mehr hinweis hilfe tipp nachster nachsten schritt weiter verstehe verstanden zeig gib ganze losung whole
    solution full""".split()
)
_SMALL = frozenset(
    """a an it me i i'm dont don't do not the to still please on with this bitte ich den die das es mir einen noch
    immer nicht""".split()
)
_SAME = 0.6
"""The share of a problem's words that make a question about the same one."""


def is_problem(text: str) -> bool:
    """Whether this reads like homework: a sum, a task in the imperative, or a question with its options."""
    return bool(_SUM.search(text) or _CHOICES.search(text) or _TASK & set(words(text)))


def is_again(text: str, earlier: str) -> bool:
    """Whether this asks about the same problem as `earlier`: in the same words, or in none but "more, please"."""
    said = words(text)
    if said and set(said) & _AGAIN and set(said) <= _AGAIN | _SMALL:
        return True
    before, now = set(content(earlier)), set(content(text))
    return bool(before) and len(before & now) >= _SAME * len(before | now)
