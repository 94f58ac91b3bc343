"""Questions without a language model: a sentence of the material with its telling word left out.

A definition ("X is …", "X ist …") asks for what is defined, any other sentence for its rarest word. Wrong options are
words of the same material that stand where the right one could. It makes questions of recall and says so.
"""

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

from eduverse.tutor.model.drafts import DraftItem, DraftOption, Source
from eduverse.tutor.model.guard.vocabulary import frequent
from eduverse.tutor.model.passages import Passage
from eduverse.tutor.model.ranking import scores
from eduverse.tutor.model.words import clean, content, language_of, sentences, stem

__all__ = ["make_items"]

_GAP = "_____"
_WRONG_OPTIONS = 3
_SHORTEST, _LONGEST = 6, 40
"""Words of a sentence that makes a question."""
_LETTERS = 4
"""Of a word that is worth asking for."""
_WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*")
_DEFINED = re.compile(
    r"^(?:(?:an?|the|der|die|das|ein|eine)\s+)?([^\W\d_][\w-]+)\s+(?:is|are|means|ist|sind|bedeutet|heißt)\s",
    re.IGNORECASE,
)
_ASK = {"en": "Which word is missing?", "de": "Welches Wort fehlt?"}


class _Candidate(NamedTuple):
    passage: Passage
    sentence: str
    key: str
    defined: bool


def make_items(topic: str, passages: Sequence[Passage], count: int) -> list[DraftItem]:
    """Up to `count` questions about the topic, definitions and what fits the topic best first. Pure and repeatable."""
    frequency = Counter(word for one in passages for word in content(one.text))
    candidates = [
        found
        for one in passages
        for sentence in sentences(one.text)
        if (found := _candidate(one, " ".join(sentence.split()), frequency))
    ]
    fitting = scores(topic, [one.sentence for one in candidates])
    order = sorted(range(len(candidates)), key=lambda at: (-fitting[at], not candidates[at].defined, at))
    pool = list(dict.fromkeys(one.key for one in candidates))
    chosen: dict[str, _Candidate] = {}
    for at in order:
        chosen.setdefault(stem(clean(candidates[at].key)), candidates[at])
    return [_item(one, pool) for one in list(chosen.values())[:count]]


def _candidate(passage: Passage, sentence: str, frequency: Counter[str]) -> _Candidate | None:
    found = _WORD.findall(sentence)
    if not _SHORTEST <= len(found) <= _LONGEST or sentence.endswith("?"):
        return None
    if (match := _DEFINED.match(sentence)) and len(match[1]) >= _LETTERS and content(match[1]):
        return _Candidate(passage, sentence, match[1], defined=True)
    telling = [word for word in found if len(word) >= _LETTERS and not set(content(word)) <= frequent()]
    if not telling:
        return None
    german = language_of(sentence) == "de"
    nouns = [word for word in telling if word[0].isupper()] if german else []
    key = min(nouns or telling, key=lambda word: (frequency[stem(clean(word))], -len(word)))
    return _Candidate(passage, sentence, key, defined=False)


def _item(one: _Candidate, pool: Sequence[str]) -> DraftItem:
    gapped = re.sub(rf"(?<!\w){re.escape(one.key)}(?!\w)", _GAP, one.sentence, flags=re.IGNORECASE)
    inside = set(content(one.sentence))
    wrong = [word for word in pool if stem(clean(word)) not in inside]
    wrong = sorted(wrong, key=lambda word: (word[0].isupper() is not one.key[0].isupper(), _digest(one.key + word)))
    source = Source(
        passage_id=one.passage.id,
        material_id=one.passage.material_id,
        title=one.passage.title,
        page=one.passage.page,
        quote=one.sentence,
    )
    text = f"{_ASK[language_of(one.sentence)]}\n\n> {gapped}"
    if len(wrong) < _WRONG_OPTIONS:
        return DraftItem(text=text, accepted=(one.key,), source=source)
    options = [
        DraftOption(text=one.key, correct=True),
        *(DraftOption(text=word, correct=False) for word in wrong[:_WRONG_OPTIONS]),
    ]
    return DraftItem(
        text=text, options=tuple(sorted(options, key=lambda it: _digest(one.sentence + it.text))), source=source
    )


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=8).digest()
