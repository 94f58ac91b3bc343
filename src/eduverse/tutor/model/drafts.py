"""Quiz drafts: questions made from the class's material, each bound to its source, none of them used unseen.

A person decides about each. Approving is recorded here, in one write; handing the question to the bank follows from
the record and may be done again.
"""

import enum
from datetime import datetime

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct
from eduverse.tutor.errors import AlreadyDecided, DraftNotFound
from eduverse.tutor.model.passages import Passage
from eduverse.tutor.model.words import content, words

__all__ = [
    "DRAFTS",
    "Decision",
    "DraftItem",
    "DraftOption",
    "Flag",
    "QuizDraft",
    "Source",
    "checked_items",
    "decide",
    "handed_over",
    "item_id",
]

_SAME = 0.8
"""The share of words that makes two questions the same one."""


class Decision(enum.StrEnum):
    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"


class Flag(enum.StrEnum):
    """Why a person should look twice."""

    DISAGREED = "disagreed"
    """Solving it without its key, from the source alone, gave another answer."""
    UNSOLVED = "unsolved"
    """It could not be solved without its key."""
    KEY_NOT_IN_SOURCE = "keyNotInSource"
    """The right answer does not stand in the source in these words."""


class Source(Struct, frozen=True, kw_only=True):
    passage_id: str
    material_id: str
    title: str
    page: int | None
    quote: str
    """Stands in the passage word for word."""


class DraftOption(Struct, frozen=True, kw_only=True):
    text: str
    correct: bool


class DraftItem(Struct, frozen=True, kw_only=True):
    """A single choice; without options, a short answer."""

    text: str
    options: tuple[DraftOption, ...] = ()
    accepted: tuple[str, ...] = ()
    explanation: str = ""
    source: Source
    flags: tuple[Flag, ...] = ()
    decision: Decision = Decision.PENDING
    decided_by: str | None = None
    in_bank: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(one.text for one in self.options if one.correct) or self.accepted


class QuizDraft(Document, frozen=True, kw_only=True):
    classroom_id: str
    author_id: str
    topic: str
    made_by: str | None
    """The language model; None when the questions were made by rules, from sentences of the material."""
    items: tuple[DraftItem, ...]
    left_out: int = 0
    """Questions that did not pass the checks."""
    unsettled: bool = False
    """Something approved is not in the bank yet."""
    created_at: datetime


DRAFTS = Collection(name="quiz_drafts", type=QuizDraft, indexed=("classroom_id", "created_at", "unsettled"))


def item_id(draft: QuizDraft, number: int) -> str:
    """The bank's id of the `number`-th question, from 1: approving twice adds it once."""
    return f"{draft.id}.{number}"


def decide(draft: QuizDraft, number: int, decision: Decision, user_id: str) -> QuizDraft:
    """Deciding the same again changes nothing; raises `AlreadyDecided` for the opposite."""
    item = _item(draft, number)
    if item.decision is decision:
        return draft
    if item.decision is not Decision.PENDING:
        raise AlreadyDecided
    return _with(draft, number, structs.replace(item, decision=decision, decided_by=user_id))


def handed_over(draft: QuizDraft, number: int) -> QuizDraft:
    """The bank has this question."""
    item = _item(draft, number)
    return draft if item.in_bank else _with(draft, number, structs.replace(item, in_bank=True))


def checked_items(items: list[DraftItem], passages: list[Passage]) -> list[DraftItem]:
    """Those that are sound: one key, no option twice, quoted word for word, and not the same as one before."""
    texts = {one.id: _flat(one.text) for one in passages}
    sound: list[DraftItem] = []
    for item in items:
        quoted = _flat(item.source.quote)
        if (
            quoted
            and quoted in texts.get(item.source.passage_id, "")
            and _has_one_key(item)
            and not _repeats(item, sound)
        ):
            sound.append(_flagged(item))
    return sound


def _item(draft: QuizDraft, number: int) -> DraftItem:
    if not 1 <= number <= len(draft.items):
        raise DraftNotFound
    return draft.items[number - 1]


def _with(draft: QuizDraft, number: int, item: DraftItem) -> QuizDraft:
    items = (*draft.items[: number - 1], item, *draft.items[number:])
    waiting = any(one.decision is Decision.APPROVED and not one.in_bank for one in items)
    return structs.replace(draft, items=items, unsettled=waiting)


def _has_one_key(item: DraftItem) -> bool:
    if not item.options:
        return bool(item.accepted)
    texts = {_flat(one.text) for one in item.options}
    return len(texts) == len(item.options) >= 2 and sum(one.correct for one in item.options) == 1


def _repeats(item: DraftItem, others: list[DraftItem]) -> bool:
    """The same words, or the same key to the same sentence."""
    mine = set(content(item.text))
    for other in others:
        theirs = set(content(other.text))
        if len(mine & theirs) >= _SAME * len(mine | theirs):
            return True
        if item.source.quote == other.source.quote and item.keys == other.keys:
            return True
    return False


def _flagged(item: DraftItem) -> DraftItem:
    stands = any(_flat(key) in _flat(item.source.quote) for key in item.keys)
    return item if stands else structs.replace(item, flags=(*item.flags, Flag.KEY_NOT_IN_SOURCE))


def _flat(text: str) -> str:
    return " ".join(words(text))
