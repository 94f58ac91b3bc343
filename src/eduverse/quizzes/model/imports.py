"""A file of questions on its way into the bank.

The import is the commit point: once it is stored, all of its questions come, each under an id that is derived from
the import's, so that writing them may be cut off anywhere and done again, by anybody.
"""

from datetime import datetime

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct
from eduverse.quizzes.model.bank import BankItem, new_item
from eduverse.quizzes.questions import Question

__all__ = ["IMPORTS", "BankImport", "TaggedQuestion", "items_of", "settled"]


class TaggedQuestion(Struct, frozen=True, kw_only=True):
    question: Question
    tags: tuple[str, ...] = ()


class BankImport(Document, frozen=True, kw_only=True):
    classroom_id: str
    author_id: str
    digest: str
    """Of the file and its format: a repeated request must be about the same."""
    questions: tuple[TaggedQuestion, ...]
    """Empty once all of them are in the bank."""
    unsettled: bool = True
    created_at: datetime


IMPORTS = Collection(name="bank_imports", type=BankImport, indexed=("unsettled",))


def items_of(batch: BankImport) -> list[BankItem]:
    """What the bank gets: the same whenever it is asked for. The file's first question is the newest, as the bank
    lists them."""
    return [
        new_item(
            one.question,
            one.tags,
            item_id=f"{batch.id}-{place:04}",
            classroom_id=batch.classroom_id,
            author_id=batch.author_id,
            now=batch.created_at,
        )
        for place, one in zip(reversed(range(len(batch.questions))), batch.questions, strict=True)
    ]


def settled(batch: BankImport) -> BankImport:
    return structs.replace(batch, questions=(), unsettled=False) if batch.unsettled else batch
