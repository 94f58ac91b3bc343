"""The question bank of a classroom: every edit is a new revision, and old ones stay readable.

The item holds its newest revision. Before it is replaced, what it held is put aside as a `PastQuestion`, so whoever
names an item and a revision finds it: in the item if it is the newest, else put aside.
"""

from collections.abc import Iterable
from datetime import datetime

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct
from eduverse.quizzes.errors import BankItemChanged
from eduverse.quizzes.questions import Question

__all__ = [
    "BANK",
    "BANK_PAST",
    "BankItem",
    "BankRef",
    "PastQuestion",
    "matches_tags",
    "new_item",
    "past_id",
    "put_aside",
    "revise",
    "tidy_tags",
]


class BankRef(Struct, frozen=True, kw_only=True):
    """One question as it was at one revision."""

    item_id: str
    revision: int


class BankItem(Document, frozen=True, kw_only=True):
    classroom_id: str
    author_id: str
    revision: int
    question: Question
    """Its id is the item's."""
    kind: str
    """The question's type, as on the wire."""
    tags: tuple[str, ...]
    text: str
    """What can be searched: the question's text and the tags."""
    archived: bool = False
    """No longer offered; what refers to it still reads it."""
    created_at: datetime
    changed_at: datetime


class PastQuestion(Document, frozen=True, kw_only=True):
    item_id: str
    classroom_id: str
    revision: int
    question: Question
    changed_at: datetime


BANK = Collection(
    name="bank_items",
    type=BankItem,
    indexed=("classroom_id", "kind", "archived", "created_at"),
    text=("text",),
)
BANK_PAST = Collection(name="bank_past", type=PastQuestion, indexed=("item_id",))


def new_item(
    question: Question, tags: Iterable[str], *, item_id: str, classroom_id: str, author_id: str, now: datetime
) -> BankItem:
    tidy = tidy_tags(tags)
    return BankItem(
        id=item_id,
        classroom_id=classroom_id,
        author_id=author_id,
        revision=1,
        question=structs.replace(question, id=item_id),
        kind=_kind(question),
        tags=tidy,
        text=_searchable(question, tidy),
        created_at=now,
        changed_at=now,
    )


def revise(item: BankItem, question: Question, tags: Iterable[str], *, seen: int, now: datetime) -> BankItem:
    """The next revision; raises `BankItemChanged` when the writer has not seen the newest one."""
    if item.revision != seen:
        raise BankItemChanged(revision=item.revision)
    tidy = tidy_tags(tags)
    return structs.replace(
        item,
        revision=item.revision + 1,
        question=structs.replace(question, id=item.id),
        kind=_kind(question),
        tags=tidy,
        text=_searchable(question, tidy),
        changed_at=now,
    )


def put_aside(item: BankItem) -> PastQuestion:
    """What is kept of an item before it changes: the same however often it is done."""
    return PastQuestion(
        id=past_id(BankRef(item_id=item.id, revision=item.revision)),
        item_id=item.id,
        classroom_id=item.classroom_id,
        revision=item.revision,
        question=item.question,
        changed_at=item.changed_at,
    )


def past_id(ref: BankRef) -> str:
    return f"{ref.item_id}:{ref.revision}"


def tidy_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags differ neither by case nor by white space; each once, sorted."""
    return tuple(sorted({" ".join(tag.casefold().split()) for tag in tags} - {""}))


def matches_tags(item: BankItem, tags: Iterable[str]) -> bool:
    return set(tidy_tags(tags)) <= set(item.tags)


def _searchable(question: Question, tags: tuple[str, ...]) -> str:
    return " ".join((question.text, *tags))


def _kind(question: Question) -> str:
    return str(question.__struct_config__.tag)
