"""What the routes of the question bank take and give: for teachers, with keys."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta

from eduverse.kernel.bounds import Id
from eduverse.kernel.structs import Input, Struct
from eduverse.quizzes.model import BankItem
from eduverse.quizzes.questions import Question
from eduverse.quizzes.schemas.written import QuestionInput, Tags

__all__ = ["BankItemView", "BankList", "BankRevision", "BankTags", "ChangeBankItem", "CreateBankItem"]


class CreateBankItem(Input, frozen=True, kw_only=True):
    classroom_id: Id
    question: QuestionInput
    tags: Tags = []


class ChangeBankItem(Input, frozen=True, kw_only=True):
    question: QuestionInput
    tags: Tags = []
    revision: Annotated[int, Meta(ge=1, le=1_000_000)]
    """The newest revision that you have seen."""


class BankItemView(Struct, frozen=True, kw_only=True):
    id: str
    classroom_id: str
    author_id: str
    revision: int
    question: Question
    tags: list[str]
    archived: bool
    created_at: datetime
    changed_at: datetime

    @classmethod
    def of(cls, item: BankItem) -> "BankItemView":
        return cls(
            id=item.id,
            classroom_id=item.classroom_id,
            author_id=item.author_id,
            revision=item.revision,
            question=item.question,
            tags=list(item.tags),
            archived=item.archived,
            created_at=item.created_at,
            changed_at=item.changed_at,
        )


class BankList(Struct, frozen=True, kw_only=True):
    items: list[BankItemView]
    next: str | None


class BankRevision(Struct, frozen=True, kw_only=True):
    item_id: str
    revision: int
    question: Question


class BankTags(Struct, frozen=True, kw_only=True):
    tags: dict[str, int]
    """Tag -> how many questions have it."""
