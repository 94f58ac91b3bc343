"""What a person says an answer is worth: levels of a rubric, or a share of the points, and words to go with it."""

from collections.abc import Mapping
from datetime import datetime
from math import fsum

from eduverse.kernel.structs import Struct
from eduverse.quizzes.errors import InvalidJudgement
from eduverse.quizzes.questions.kinds import Essay

__all__ = ["Judgement", "Remark", "fraction_by_rubric"]


class Remark(Struct, frozen=True, kw_only=True):
    """Words about a passage of the answer: from `start` up to `end`, counted in UTF-16 units as browsers do."""

    start: int
    end: int
    text: str


class Judgement(Struct, frozen=True, kw_only=True):
    fraction: float
    """0..1 of the question's points."""
    levels: dict[str, int] = {}
    """Criterion id -> place of the level that was chosen, 0 for the worst; empty without a rubric."""
    comment: str = ""
    remarks: tuple[Remark, ...] = ()
    by: str
    by_name: str
    at: datetime
    revision: int
    """Counts the judgements of this answer; the next one names the one it has seen."""


def fraction_by_rubric(question: Essay, levels: Mapping[str, int]) -> float:
    """The points of the chosen levels over those of the best ones, 0..1.

    Raises `InvalidJudgement` unless every criterion has one of its levels.
    """
    wanted = {criterion.id: criterion.levels for criterion in question.rubric}
    if not wanted or set(levels) != set(wanted):
        raise InvalidJudgement("Choose one level for each criterion.")
    if any(not 0 <= place < len(wanted[one]) for one, place in levels.items()):
        raise InvalidJudgement("A criterion has no such level.")
    best = fsum(max(level.points for level in steps) for steps in wanted.values())
    reached = fsum(wanted[one][place].points for one, place in levels.items())
    return min(1.0, max(0.0, reached / best)) if best > 0 else 0.0
