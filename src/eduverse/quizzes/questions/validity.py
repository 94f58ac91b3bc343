"""Whether a question can be asked and graded at all. What is found here is told to its author."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import fsum, isfinite
from typing import Any, NamedTuple

from eduverse.quizzes.errors import InvalidQuestion
from eduverse.quizzes.questions.kinds import (
    AcceptedNumber,
    AcceptedText,
    Cloze,
    Essay,
    Gap,
    GapChoice,
    GapNumber,
    GapText,
    Matching,
    Multiple,
    Numeric,
    Option,
    Ordering,
    Question,
    ShortAnswer,
    Single,
    TrueFalse,
    Unit,
)
from eduverse.quizzes.questions.numbers import interval
from eduverse.quizzes.questions.texts import comparable
from eduverse.quizzes.questions.weights import ROUNDING

__all__ = ["Fault", "demand_gradable", "faults_of"]


class Fault(NamedTuple):
    field: str
    """Where in the question, as on the wire."""
    message: str


def faults_of(question: Question) -> list[Fault]:
    """Why this question cannot be graded as it is; empty when it can."""
    points = [] if isfinite(question.points) and question.points > 0 else [Fault("points", "must be more than 0")]
    return points + list(_CHECKS[type(question)](question))


def demand_gradable(question: Question) -> None:
    """Raises `InvalidQuestion` with all that is wrong."""
    faults = faults_of(question)
    if faults:
        errors = [{"field": fault.field, "message": fault.message} for fault in faults]
        raise InvalidQuestion(f"{faults[0].field} {faults[0].message}.", errors=errors)


def _single(question: Single) -> Iterator[Fault]:
    yield from _options(question.options, "options")


def _multiple(question: Multiple) -> Iterator[Fault]:
    yield from _distinct((option.id for option in question.options), "options")
    yield from _weights(question.options, "options")
    right = fsum(option.weight for option in question.options if option.weight > 0)
    if not any(option.weight > 0 for option in question.options):
        yield Fault("options", "needs at least one option marked as correct")
    elif abs(right - 1) > ROUNDING:
        yield Fault("options", "the weights of what is right must add up to 1")


def _true_false(_: TrueFalse) -> Iterator[Fault]:
    yield from ()


def _short(question: ShortAnswer) -> Iterator[Fault]:
    yield from _texts(question.accepted, "accepted")
    if question.max_edits < 0:
        yield Fault("maxEdits", "cannot be negative")


def _numeric(question: Numeric) -> Iterator[Fault]:
    yield from _numbers(question.accepted, "accepted")
    yield from _units(question.units)
    if not 0 <= question.unit_penalty <= 1:
        yield Fault("unitPenalty", "must be between 0 and 1")


def _essay(question: Essay) -> Iterator[Fault]:
    if question.max_words is not None and question.max_words < max(1, question.min_words):
        yield Fault("maxWords", "is less than the fewest words")
    yield from _distinct((row.id for row in question.rubric), "rubric")
    for place, row in enumerate(question.rubric):
        points = [level.points for level in row.levels]
        if len(points) < 2 or points != sorted(points) or points[0] < 0 or points[-1] <= 0:
            yield Fault(f"rubric[{place}].levels", "needs two levels or more, worst first, the best worth something")


def _matching(question: Matching) -> Iterator[Fault]:
    yield from _distinct((pair.id for pair in question.pairs), "pairs")
    yield from _distinct((choice.id for choice in question.choices), "choices")
    if not question.pairs:
        yield Fault("pairs", "needs at least one pair")
    if len(question.choices) < 2:
        yield Fault("choices", "needs at least two choices")
    choices = {choice.id for choice in question.choices}
    for place, pair in enumerate(question.pairs):
        if pair.choice_id not in choices:
            yield Fault(f"pairs[{place}]", "belongs to a choice that is not there")


def _ordering(question: Ordering) -> Iterator[Fault]:
    yield from _distinct((item.id for item in question.items), "items")
    if len(question.items) < 2:
        yield Fault("items", "needs at least two items")


def _cloze(question: Cloze) -> Iterator[Fault]:
    yield from _distinct((gap.id for gap in question.gaps), "gaps")
    if not question.gaps:
        yield Fault("gaps", "needs at least one gap")
    for place, gap in enumerate(question.gaps):
        if question.text.count(f"{{{{{gap.id}}}}}") != 1:
            yield Fault(f"gaps[{place}]", "must stand in the text exactly once")
        if not (isfinite(gap.weight) and gap.weight > 0):
            yield Fault(f"gaps[{place}].weight", "must be more than 0")
        yield from _gap(gap, f"gaps[{place}]")


def _gap(gap: Gap, field: str) -> Iterator[Fault]:
    match gap:
        case GapChoice():
            yield from _options(gap.options, f"{field}.options")
        case GapText():
            yield from _texts(gap.accepted, f"{field}.accepted")
        case GapNumber():
            yield from _numbers(gap.accepted, f"{field}.accepted")


def _options(options: Sequence[Option], field: str) -> Iterator[Fault]:
    """One option or more that earns everything."""
    yield from _distinct((option.id for option in options), field)
    yield from _weights(options, field)
    if not any(option.weight == 1 for option in options):
        yield Fault(field, "needs an option that earns everything")


def _texts(accepted: Sequence[AcceptedText], field: str) -> Iterator[Fault]:
    yield from _weights(accepted, field)
    if not any(one.weight == 1 for one in accepted):
        yield Fault(field, "needs a text that earns everything")
    for place, one in enumerate(accepted):
        if not comparable(one.text, case_sensitive=True):
            yield Fault(f"{field}[{place}].text", "is empty")


def _numbers(accepted: Sequence[AcceptedNumber], field: str) -> Iterator[Fault]:
    yield from _weights(accepted, field)
    if not any(one.weight == 1 for one in accepted):
        yield Fault(field, "needs a number that earns everything")
    for place, one in enumerate(accepted):
        if not (isfinite(one.tolerance) and one.tolerance >= 0 and all(map(isfinite, interval(one)))):
            yield Fault(f"{field}[{place}]", "is no number with a tolerance of 0 or more")


def _units(units: Sequence[Unit]) -> Iterator[Fault]:
    for place, unit in enumerate(units):
        if not (isfinite(unit.factor) and unit.factor > 0):
            yield Fault(f"units[{place}].factor", "must be more than 0")
        name = unit.name.strip()
        if not name or not (name[0].isalpha() or name[0] in "%‰°€$£¥'\"") or any(one.isspace() for one in name):
            yield Fault(f"units[{place}].name", "must begin with a letter or a sign such as %, without white space")


def _weights(parts: Iterable[Option | AcceptedText | AcceptedNumber], field: str) -> Iterator[Fault]:
    for place, part in enumerate(parts):
        if not -1 <= part.weight <= 1:
            yield Fault(f"{field}[{place}].weight", "must be between -1 and 1")


def _distinct(ids: Iterable[str], field: str) -> Iterator[Fault]:
    seen = list(ids)
    if len(set(seen)) != len(seen):
        yield Fault(field, "two have the same id")


_CHECKS: dict[type[Any], Callable[[Any], Iterator[Fault]]] = {
    Single: _single,
    Multiple: _multiple,
    TrueFalse: _true_false,
    ShortAnswer: _short,
    Numeric: _numeric,
    Essay: _essay,
    Matching: _matching,
    Ordering: _ordering,
    Cloze: _cloze,
}
