"""Answers without a language model: the best sentences of the class's material, with where they stand.

It says that it quotes. On the lower rungs of the ladder it quotes less: a nudge says where to look, a hint gives one
sentence, a step two.
"""

from collections.abc import Sequence
from typing import NamedTuple

from eduverse.tutor.model.interaction import Citation
from eduverse.tutor.model.ladder import Rung
from eduverse.tutor.model.passages import Passage
from eduverse.tutor.model.ranking import rank
from eduverse.tutor.model.words import Language, sentences, words

__all__ = ["Quoted", "cite", "no_material", "quote"]

_SENTENCES: dict[Rung | None, int] = {Rung.NUDGE: 0, Rung.HINT: 1, Rung.STEP: 2, Rung.FULL: 5, None: 4}
_LONGEST_QUOTE = 400
_SHORTEST = 4
"""Words of a sentence that says something."""
_PLACES = 3

_LEAD: dict[Language, str] = {
    "en": "I am no language model; I only quote your class material. This fits your question best:",
    "de": "Ich bin kein Sprachmodell; ich zitiere nur euer Unterrichtsmaterial. Das passt am besten zu deiner Frage:",
}
_NUDGE: dict[Language, str] = {
    "en": "I am no language model; I only know your class material. Before I quote it, have a look yourself:",
    "de": "Ich bin kein Sprachmodell; ich kenne nur euer Unterrichtsmaterial. Bevor ich es zitiere, schau selbst nach:",
}
_NOTHING: dict[Language, str] = {
    "en": "I found nothing about this in the material of your class that is released to you. Try other words, or ask "
    "your teacher. I am no language model; I only quote your class material.",
    "de": "Dazu habe ich im freigegebenen Material deiner Klasse nichts gefunden. Versuch es mit anderen "
    "Worten oder frag "
    "deine Lehrkraft. Ich bin kein Sprachmodell; ich zitiere nur euer Unterrichtsmaterial.",
}
_PAGE: dict[Language, str] = {"en": "page", "de": "Seite"}


class Quoted(NamedTuple):
    text: str
    citations: tuple[Citation, ...]


class _Sentence(NamedTuple):
    number: int
    """Of its passage, from 1."""
    text: str


def quote(question: str, passages: Sequence[Passage], rung: Rung | None, language: Language) -> Quoted | None:
    """The answer in quotes; None when the material says nothing about the question."""
    found = _best(question, passages, _SENTENCES[rung] or _PLACES)
    if not found:
        return None
    numbers = list(dict.fromkeys(one.number for one in found))
    if rung is Rung.NUDGE:
        lines = [f"- {_where(passages[number - 1], language)} [{number}]" for number in numbers]
        return Quoted("\n".join([_NUDGE[language], "", *lines]), cite(question, passages, numbers))
    lines = [f"> {one.text} [{one.number}]" for one in found]
    return Quoted("\n\n".join([_LEAD[language], *lines]), cite(question, passages, numbers))


def no_material(language: Language) -> str:
    return _NOTHING[language]


def cite(question: str, passages: Sequence[Passage], numbers: Sequence[int]) -> tuple[Citation, ...]:
    """The sources behind these numbers, each with the sentence that fits best."""
    return tuple(_citation(question, passages[number - 1], number) for number in numbers)


def _citation(question: str, passage: Passage, number: int) -> Citation:
    parts = sentences(passage.text)
    best = rank(question, parts, limit=1)
    text = parts[best[0].place] if best else (parts[0] if parts else passage.text)
    return Citation(
        number=number,
        passage_id=passage.id,
        material_id=passage.material_id,
        title=passage.title,
        page=passage.page,
        quote=text[:_LONGEST_QUOTE],
    )


def _best(question: str, passages: Sequence[Passage], limit: int) -> list[_Sentence]:
    """The best sentences, in the order in which they stand in the material."""
    every = [
        _Sentence(number, " ".join(text.split())[:_LONGEST_QUOTE])
        for number, passage in enumerate(passages, 1)
        for text in sentences(passage.text)
        if len(words(text)) >= _SHORTEST
    ]
    unique = list({one.text: one for one in reversed(every)}.values())[::-1]
    chosen = rank(question, [one.text for one in unique], limit=limit)
    return [unique[one.place] for one in sorted(chosen, key=lambda one: one.place)]


def _where(passage: Passage, language: Language) -> str:
    return f"**{passage.title}**" + (f", {_PAGE[language]} {passage.page}" if passage.page else "")
