"""Passages of a class's released material: what the tutor may know of it, and all that it may cite."""

from collections.abc import Sequence

from eduverse.kernel.structs import Struct
from eduverse.tutor.model.ranking import rank

__all__ = ["MOST_PASSAGES", "Passage", "choose"]

MOST_PASSAGES = 6
_LONGEST = 1_800
"""Characters of one passage that are used."""


class Passage(Struct, frozen=True, kw_only=True):
    id: str
    material_id: str
    title: str
    page: int | None
    """Page or slide, from 1; None where the material has none."""
    text: str


def choose(question: str, candidates: Sequence[Passage], *, limit: int = MOST_PASSAGES) -> list[Passage]:
    """The passages that say most about the question, best first, each cut to a readable length."""
    found = rank(question, [f"{one.title}\n{one.text}" for one in candidates], limit=limit)
    return [_cut(candidates[one.place]) for one in found]


def _cut(passage: Passage) -> Passage:
    if len(passage.text) <= _LONGEST:
        return passage
    return Passage(
        id=passage.id,
        material_id=passage.material_id,
        title=passage.title,
        page=passage.page,
        text=passage.text[:_LONGEST].rsplit(" ", 1)[0],
    )
