"""The gradebook of a class: quizzes and homework, and the marks of one piece of it."""

from random import Random

from eduverse.app.demo.accounts import Cast, Pupil
from eduverse.app.demo.answers import knows
from eduverse.app.demo.stage import Stage
from eduverse.gradebook.model.book import Book, Category, Column
from eduverse.gradebook.service import Given

__all__ = ["keep_marks"]

_TASKS = 10
_EASIER = -1.0
"""In logits: at home one has time."""
_FORGOTTEN = 0.1


async def keep_marks(stage: Stage, cast: Cast, classroom_id: str, homework: str) -> None:
    """Quizzes stand in the first category by themselves."""
    gradebook = stage.services.grades.book
    quizzes = Category(id=stage.ids.code(8), title="Quizzes", weight=60)
    pieces = Category(id=stage.ids.code(8), title="Homework", weight=40)
    column = Column(
        id=stage.ids.code(8), title=homework, category_id=pieces.id, max_points=float(_TASKS), released=True
    )
    await gradebook.set_up(cast.teacher, Book(id=classroom_id, categories=(quizzes, pieces), columns=(column,)))
    for pupil in cast.pupils:
        points = _points(pupil, homework)
        if points is not None:
            mark = Given(points, excused=False, reason="", revision=0)
            await gradebook.give(cast.teacher, classroom_id, pupil.principal.user_id, column.id, mark)


def _points(pupil: Pupil, homework: str) -> float | None:
    """The same in every demo; None for what was not handed in."""
    dice = Random(f"{homework}/{pupil.principal.name}")  # noqa: S311 (nobody gains by guessing a made-up mark)
    if dice.random() < _FORGOTTEN:
        return None
    return float(sum(knows(pupil.ability, _EASIER, dice) for _ in range(_TASKS)))
