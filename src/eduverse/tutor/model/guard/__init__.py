"""The guard: nothing of a live or upcoming quiz gets past it, whatever the model was talked into.

It stands outside the prompt and never learns which option is right: right and wrong ones are guarded alike, so that
neither a leak nor a refusal can tell them apart. What it holds and what it cannot is in docs/tutor.md.

1. A question that is about a guarded one never reaches the model (`asks_about`).
2. Passages lose the sentences that are about a guarded question (`without_guarded`).
3. An answer is looked at whole before any of it is shown (`confine`). It is withheld when it is about a guarded
   question, or when a guarded answer can be read in it in disguise. What is left is released sentence by sentence,
   and only if it is a sentence of the class's released material, word for word, or is made of nothing but everyday
   words and words of that material and of the question. That is an allow-list: a code that nobody has thought of is
   not made of such words.
"""

import enum
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import structs

from eduverse.kernel.structs import Struct
from eduverse.tutor.model.guard.canon import canonical, skeleton, unleet
from eduverse.tutor.model.guard.likeness import Likeness
from eduverse.tutor.model.guard.views import decoded, initials
from eduverse.tutor.model.guard.vocabulary import DECIDING, everyday, frequent
from eduverse.tutor.model.passages import Passage
from eduverse.tutor.model.words import clean, content, sentences, stem, words

__all__ = ["Confined", "Finding", "Guard", "GuardedQuestion"]

_SHORT = 3
"""Letters up to which a guarded answer is too short to be looked for: sentences with it are left out instead."""
_IN_WORDS = 4
_IN_LINES = 3
"""Letters from which initials of words, and of lines, mean something."""
_UNBROKEN = 6
"""Letters from which a guarded answer is looked for across the borders of words."""
_LONG_ANSWER = 3
"""Words of meaning from which an answer is also recognised by most of them."""
_LONG_SHARE = 0.6
_LEAST_WORDS = 4
"""Words that an answer must have: fewer can only be a choice."""
_SIGNS = frozenset({"-", "–", "—", "*", "+", "=", "#", "##", "###", "####", ">"})
_MOST_SIGNS = 2
_EDGES = "*_`\"'“”„‚‘’«»()[].,;:!?…#>-–—"
_CITATION = re.compile(r"\[\d{1,2}\]")
_PARTS = re.compile(r"[/’'-]")


class GuardedQuestion(Struct, frozen=True, kw_only=True):
    """A question of a quiz that is being taken or is still to come."""

    id: str
    classroom_id: str
    texts: tuple[str, ...]
    """What is asked, and whatever else only this question says: explanations, feedback, the rubric."""
    answers: tuple[str, ...] = ()
    """Every text that can be an answer, right or wrong."""
    attempt_open: bool = False
    """The asker is answering it now."""


class Finding(enum.StrEnum):
    CLEAR = "clear"
    TRIMMED = "trimmed"
    """Sentences were left out."""
    WITHHELD = "withheld"
    """About a guarded question, or with a guarded answer in disguise."""
    NOTHING_LEFT = "nothingLeft"


class Confined(NamedTuple):
    finding: Finding
    text: str
    """What may be shown; empty unless it is clear or trimmed."""
    quoted: tuple[str, ...] = ()
    """Its sentences that stand in the material word for word."""


class _Answer(NamedTuple):
    stems: tuple[str, ...]
    bones: str
    leet: str
    meaning: frozenset[str]


class Guard:
    """For one asker, one class and one moment. Without guarded questions it lets everything through."""

    def __init__(self, questions: Sequence[GuardedQuestion]) -> None:
        self.questions = tuple(questions)
        self._likenesses = [Likeness(text) for one in questions for text in one.texts if text.strip()]
        answers = {_answer(text) for one in questions for text in one.answers if skeleton(text)}
        self._answers = [one for one in answers if len(one.bones) > _SHORT]
        self._forbidden = frozenset(word for one in answers for word in _telling(one))

    def __bool__(self) -> bool:
        return bool(self.questions)

    def asks_about(self, *texts: str) -> bool:
        """Whether any of these texts, plainly or in disguise, is about a guarded question."""
        return any(like.to(view) for text in texts for view in decoded(text, 1) for like in self._likenesses)

    def without_guarded(self, passages: Sequence[Passage]) -> list[Passage]:
        """The passages without the sentences that are about a guarded question; those with none left are gone."""
        if not self:
            return list(passages)
        kept = (structs.replace(one, text=" ".join(self._unrelated(one.text))) for one in passages)
        return [one for one in kept if one.text]

    def confine(self, text: str, passages: Sequence[Passage], question: str) -> Confined:
        """What of a model's answer may be shown. `passages` are those it was given, already without guarded ones."""
        quotable = {_compared(part) for one in passages for part in sentences(one.text)}
        quoted = tuple(part for line in text.splitlines() for part in sentences(line) if _compared(part) in quotable)
        if not self:
            return Confined(Finding.CLEAR, text, quoted)
        given = {
            stem(word) for source in (*(one.text for one in passages), question) for word in words(canonical(source))
        }
        known = (everyday() | given) - self._forbidden - DECIDING
        lines = [self._confine_line(line, quotable, known) for line in text.splitlines()]
        released = "\n".join(" ".join(kept) for kept, _ in lines).strip()
        if (
            self._about(text)
            or self._spelled(text)
            or self._spelled(released)
            or self._tells(self._unmarked(text, quotable))
        ):
            return Confined(Finding.WITHHELD, "")
        if len(words(released)) < _LEAST_WORDS:
            return Confined(Finding.NOTHING_LEFT, "")
        return Confined(Finding.TRIMMED if any(lost for _, lost in lines) else Finding.CLEAR, released, quoted)

    def releases(self, text: str, quoted: Sequence[str] = ()) -> bool:
        """Whether a text says nothing that is guarded now. In sentences quoted from released material a guarded answer
        may stand, as it does there; but they may not be about a guarded question."""
        if not self:
            return True
        known = {_compared(part) for part in quoted}
        lines = (
            " ".join(part for part in sentences(line) if _compared(part) not in known) for line in text.splitlines()
        )
        return not (self._tells("\n".join(lines)) or self._spelled(text) or self._about(text))

    def _unrelated(self, text: str) -> list[str]:
        return [part for part in sentences(text) if not self._about(part)]

    def _about(self, text: str) -> bool:
        return any(like.to(text) for like in self._likenesses)

    def _confine_line(self, line: str, quotable: set[str], known: frozenset[str] | set[str]) -> tuple[list[str], bool]:
        parts = sentences(line)
        kept = [
            part for part in parts if _compared(part) in quotable or (_made_of(part, known) and not self._names(part))
        ]
        return [_visible(part) for part in kept], len(kept) < len(parts)

    def _unmarked(self, text: str, quotable: set[str]) -> str:
        """The text without what is quoted, and without the sentences that name a guarded answer openly: those are left
        out, and do not make the rest suspect."""
        lines = (
            " ".join(part for part in sentences(line) if _compared(part) not in quotable and not self._names(part))
            for line in text.splitlines()
        )
        return "\n".join(lines)

    def _tells(self, text: str) -> bool:
        """Whether a guarded answer can be read in the text."""
        return any(self._says(view) for view in decoded(text))

    def _says(self, text: str) -> bool:
        if self._names(text):
            return True
        bones, leet = skeleton(text), unleet(skeleton(text))
        return any(len(one.bones) >= _UNBROKEN and (one.bones in bones or one.leet in leet) for one in self._answers)

    def _names(self, text: str) -> bool:
        """Whether a guarded answer stands in the text as words."""
        joined = f" {' '.join(stem(word) for word in words(canonical(text)))} "
        meaning = set(content(canonical(text)))
        return any(
            f" {' '.join(one.stems)} " in joined
            or (len(one.meaning) >= _LONG_ANSWER and len(one.meaning & meaning) >= _LONG_SHARE * len(one.meaning))
            for one in self._answers
        )

    def _spelled(self, text: str) -> bool:
        """Whether a guarded answer stands in the first or last letters."""
        for letters, many in initials(text):
            least = _IN_WORDS if many else _IN_LINES
            for one in self._answers:
                if len(one.bones) >= least and one.bones in letters:
                    return True
                if not many and len(one.bones) > _IN_WORDS and _nearly_spelled(one.bones, letters):
                    return True
        return False


def _nearly_spelled(bones: str, letters: str) -> bool:
    """Whether all but the first or the last letter stand there in order, with little between them."""
    if len(letters) > 2 * len(bones):
        return False
    return _in_order(bones[1:], letters) or _in_order(bones[:-1], letters)


def _in_order(wanted: str, letters: str) -> bool:
    rest = iter(letters)
    return all(one in rest for one in wanted)


def _answer(text: str) -> _Answer:
    bones = skeleton(text)
    stems = tuple(stem(word) for word in words(canonical(text)))
    return _Answer(stems, bones, unleet(bones), frozenset(content(canonical(text))))


def _telling(answer: _Answer) -> Iterable[str]:
    """The words of an answer that tell of it by themselves: all of a single one, of several those that are rare."""
    if len(answer.stems) == 1:
        return answer.stems
    return answer.meaning - frequent()


def _compared(sentence: str) -> str:
    """A sentence as it is compared with the material: citations, marks and spacing do not count."""
    return " ".join(words(_CITATION.sub("", sentence)))


def _visible(sentence: str) -> str:
    """The sentence with single spaces and nothing invisible in it."""
    return " ".join("".join(one for one in sentence if one.isprintable() or one.isspace()).split())


def _made_of(sentence: str, known: frozenset[str] | set[str]) -> bool:
    """Whether it is nothing but known words with ordinary punctuation around them."""
    signs = 0
    for token in _CITATION.sub("", sentence).split():
        inner = token.strip(_EDGES)
        if not inner:
            signs += 1
            if (token not in _SIGNS and len(token) > 1) or signs > _MOST_SIGNS:
                return False
            continue
        if not all(_is_plain(part) and stem(canonical(part)) in known for part in _PARTS.split(inner) if part):
            return False
    return True


def _is_plain(word: str) -> bool:
    """Written as words are: no look-alikes, no capitals in the middle."""
    return clean(word) == canonical(word) and word in (word.lower(), word.upper(), word.capitalize())
