"""What a teacher decides about the tutor of a class, and what follows from it for somebody at one moment."""

import enum
from collections.abc import Iterable
from typing import Literal

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document
from eduverse.tutor.model.guard import GuardedQuestion

__all__ = ["POLICIES", "DuringQuiz", "Openness", "TutorPolicy", "openness"]

DuringQuiz = Literal["closed", "openBook"]


class TutorPolicy(Document, frozen=True, kw_only=True):
    """Its id is the classroom's."""

    during_quiz: DuringQuiz = "closed"
    """`openBook`: whoever takes a quiz of this class may have the material quoted, as from a book on the desk."""


POLICIES = Collection(name="tutor_policies", type=TutorPolicy)


class Openness(enum.StrEnum):
    OPEN = "open"
    QUOTES = "quotes"
    """The asker is taking a quiz with an open book: no model has a say, and what is about its questions is left out."""
    CLOSED = "closed"


def openness(questions: Iterable[GuardedQuestion], open_books: frozenset[str]) -> Openness:
    """For somebody with these questions before them; `open_books` are the classes whose teachers allow it.

    An attempt counts in every class: a quiz of one is not taken with the tutor of another.
    """
    taking = {one.classroom_id for one in questions if one.attempt_open}
    if not taking:
        return Openness.OPEN
    return Openness.QUOTES if taking <= open_books else Openness.CLOSED
