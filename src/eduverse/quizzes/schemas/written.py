"""Questions as their authors write them: without ids, which are made here and are random.

An id in the author's order would tell that the first option is often the right one, or the order of the items.
"""

import re
from typing import Annotated, Any, Literal

from msgspec import Meta
from msgspec.structs import asdict

from eduverse.kernel.bounds import Id
from eduverse.kernel.ids import Ids
from eduverse.kernel.structs import Input
from eduverse.quizzes.errors import InvalidQuestion
from eduverse.quizzes.model import Draw, tidy_tags
from eduverse.quizzes.questions import (
    AcceptedNumber,
    AcceptedText,
    Choice,
    Cloze,
    Criterion,
    Essay,
    Gap,
    GapChoice,
    GapNumber,
    GapText,
    Item,
    Level,
    Matching,
    Multiple,
    Numeric,
    Option,
    Ordering,
    OrderingStrategy,
    Pair,
    Question,
    ShortAnswer,
    Single,
    Tolerance,
    TrueFalse,
    Unit,
    faults_of,
)
from eduverse.quizzes.service import BankPick, Slot

__all__ = ["QuestionInput", "SlotInput", "Tags", "to_question", "to_slots"]

QuestionText = Annotated[str, Meta(min_length=1, max_length=10_000, pattern=r"\S")]
OptionText = Annotated[str, Meta(min_length=1, max_length=1_000, pattern=r"\S")]
Said = Annotated[str, Meta(max_length=2_000)]
Points = Annotated[float, Meta(gt=0, le=100)]
Weight = Annotated[float, Meta(ge=-1, le=1)]
Number = Annotated[float, Meta(ge=-1e300, le=1e300)]
Words = Annotated[int, Meta(ge=0, le=10_000)]

_GAP = re.compile(r"\{\{([A-Za-z0-9:._-]{1,64})\}\}")


class OptionInput(Input, frozen=True, kw_only=True):
    """Either say which are `correct`, or what each is worth: `weight` counts where any option has one."""

    text: OptionText
    correct: bool = False
    weight: Weight | None = None
    feedback: Said | None = None


Options = Annotated[list[OptionInput], Meta(min_length=2, max_length=20)]


class AcceptedTextInput(Input, frozen=True, kw_only=True):
    text: OptionText
    weight: Weight = 1.0
    feedback: Said | None = None


AcceptedTexts = Annotated[list[OptionText | AcceptedTextInput], Meta(min_length=1, max_length=50)]


class AcceptedNumberInput(Input, frozen=True, kw_only=True):
    value: Number
    high: Number | None = None
    tolerance: Annotated[float, Meta(ge=0, le=1e300)] = 0.0
    kind: Tolerance = Tolerance.ABSOLUTE
    weight: Weight = 1.0
    feedback: Said | None = None


AcceptedNumbers = Annotated[list[AcceptedNumberInput], Meta(min_length=1, max_length=20)]


class UnitInput(Input, frozen=True, kw_only=True):
    name: Annotated[str, Meta(min_length=1, max_length=40)]
    factor: Annotated[float, Meta(gt=0, le=1e100)] = 1.0


class LevelInput(Input, frozen=True, kw_only=True):
    points: Annotated[float, Meta(ge=0, le=100)]
    text: OptionText


class CriterionInput(Input, frozen=True, kw_only=True):
    text: OptionText
    levels: Annotated[list[LevelInput], Meta(min_length=2, max_length=10)]


class PairInput(Input, frozen=True, kw_only=True):
    prompt: OptionText
    answer: OptionText
    """Pairs with the same answer share one choice."""


class _GapInput(Input, frozen=True, kw_only=True, tag_field="type"):
    id: Id
    """`{{id}}` in the text is where this gap is; it is stored under another id."""
    weight: Annotated[float, Meta(gt=0, le=100)] = 1.0


class GapChoiceInput(_GapInput, frozen=True, kw_only=True, tag="choice"):
    options: Options
    layout: Literal["menu", "row", "column"] = "menu"


class GapTextInput(_GapInput, frozen=True, kw_only=True, tag="text"):
    accepted: AcceptedTexts
    case_sensitive: bool = False


class GapNumberInput(_GapInput, frozen=True, kw_only=True, tag="number"):
    accepted: AcceptedNumbers


GapInput = GapChoiceInput | GapTextInput | GapNumberInput


class _QuestionInput(Input, frozen=True, kw_only=True, tag_field="type"):
    text: QuestionText
    points: Points = 1.0
    explanation: Annotated[str, Meta(max_length=5_000)] | None = None


class SingleInput(_QuestionInput, frozen=True, kw_only=True, tag="single"):
    options: Options


class MultipleInput(_QuestionInput, frozen=True, kw_only=True, tag="multiple"):
    """Without weights, each right option earns its share, and each wrong one costs as much."""

    options: Options


class TrueFalseInput(_QuestionInput, frozen=True, kw_only=True, tag="trueFalse"):
    correct: bool
    feedback_true: Said | None = None
    feedback_false: Said | None = None


class ShortAnswerInput(_QuestionInput, frozen=True, kw_only=True, tag="shortAnswer"):
    accepted: AcceptedTexts
    case_sensitive: bool = False
    wildcards: bool = False
    max_edits: Annotated[int, Meta(ge=0, le=3)] = 0


class NumericInput(_QuestionInput, frozen=True, kw_only=True, tag="numeric"):
    accepted: AcceptedNumbers
    units: Annotated[list[UnitInput], Meta(max_length=20)] = []
    unit_penalty: Annotated[float, Meta(ge=0, le=1)] = 0.0


class EssayInput(_QuestionInput, frozen=True, kw_only=True, tag="essay"):
    min_words: Words = 0
    max_words: Words | None = None
    template: Annotated[str, Meta(max_length=10_000)] | None = None
    rubric: Annotated[list[CriterionInput], Meta(max_length=20)] = []
    grader_notes: Annotated[str, Meta(max_length=10_000)] | None = None


class MatchingInput(_QuestionInput, frozen=True, kw_only=True, tag="matching"):
    pairs: Annotated[list[PairInput], Meta(min_length=1, max_length=30)]
    distractors: Annotated[list[OptionText], Meta(max_length=30)] = []
    """Choices that belong nowhere."""


class OrderingInput(_QuestionInput, frozen=True, kw_only=True, tag="ordering"):
    items: Annotated[list[OptionText], Meta(min_length=2, max_length=30)]
    """In the right order."""
    strategy: OrderingStrategy = OrderingStrategy.ABSOLUTE_POSITION


class ClozeInput(_QuestionInput, frozen=True, kw_only=True, tag="cloze"):
    gaps: Annotated[list[GapInput], Meta(min_length=1, max_length=50)]


QuestionInput = (
    SingleInput
    | MultipleInput
    | TrueFalseInput
    | ShortAnswerInput
    | NumericInput
    | EssayInput
    | MatchingInput
    | OrderingInput
    | ClozeInput
)


Tag = Annotated[str, Meta(min_length=1, max_length=60, pattern=r"\S")]
Tags = Annotated[list[Tag], Meta(max_length=20)]


class BankPickInput(Input, frozen=True, kw_only=True, tag_field="type", tag="bank"):
    """A question of the classroom's bank; everybody gets it."""

    item_id: Id
    revision: Annotated[int, Meta(ge=1, le=1_000_000)] | None = None
    """Null for the newest one. The quiz keeps it, whatever becomes of the bank."""
    points: Points | None = None


class DrawInput(Input, frozen=True, kw_only=True, tag_field="type", tag="draw"):
    """So many questions of the bank that have all of these tags, others in each attempt."""

    tags: Tags
    count: Annotated[int, Meta(ge=1, le=100)]
    points: Points = 1.0
    """What each is worth, whatever it says in the bank."""


SlotInput = QuestionInput | BankPickInput | DrawInput


def to_slots(data: list[SlotInput], ids: Ids) -> tuple[Slot, ...]:
    """Raises `InvalidQuestion`, naming the question, where one cannot be graded."""
    return tuple(_slot(one, place, ids) for place, one in enumerate(data))


def _slot(data: SlotInput, place: int, ids: Ids) -> Slot:
    match data:
        case BankPickInput():
            return BankPick(data.item_id, data.revision, data.points)
        case DrawInput():
            return Draw(at=0, tags=tidy_tags(data.tags), count=data.count, points=data.points)
        case question:
            return to_question(question, question_id=f"q{place + 1}", ids=ids, place=place)


def to_question(data: QuestionInput, *, question_id: str, ids: Ids, place: int | None = None) -> Question:
    """Raises `InvalidQuestion` where the question could not be graded, naming the fields (and its place in a quiz)."""
    question = _built(data, question_id, ids)
    problems = [(fault.field, fault.message) for fault in faults_of(question)]
    if isinstance(data, SingleInput) and not _is_weighted(data.options):
        right = sum(option.correct for option in data.options)
        problems = [] if right == 1 else [("options", "needs exactly one option marked as correct")]
    if not problems:
        return question
    name, prefix = ("This question", "") if place is None else (f"Question {place + 1}", f"questions[{place}].")
    field, message = problems[0]
    raise InvalidQuestion(
        f"{name}: {field} {message}.",
        errors=[{"field": f"{prefix}{field}", "message": message} for field, message in problems],
    )


def _built(data: QuestionInput, question_id: str, ids: Ids) -> Question:  # noqa: PLR0911 one for each kind
    common: dict[str, Any] = {
        "id": question_id,
        "text": data.text,
        "points": data.points,
        "explanation": data.explanation,
    }
    match data:
        case SingleInput():
            return Single(options=_options(data.options, ids), **common)
        case MultipleInput():
            return Multiple(options=_options(data.options, ids, shared=True), **common)
        case TrueFalseInput():
            return TrueFalse(
                correct=data.correct, feedback_true=data.feedback_true, feedback_false=data.feedback_false, **common
            )
        case ShortAnswerInput():
            return ShortAnswer(
                accepted=_texts(data.accepted),
                case_sensitive=data.case_sensitive,
                wildcards=data.wildcards,
                max_edits=data.max_edits,
                **common,
            )
        case NumericInput():
            units = tuple(Unit(name=unit.name.strip(), factor=unit.factor) for unit in data.units)
            return Numeric(accepted=_numbers(data.accepted), units=units, unit_penalty=data.unit_penalty, **common)
        case EssayInput():
            return _essay(data, ids, common)
        case MatchingInput():
            return _matching(data, ids, common)
        case OrderingInput():
            items = tuple(Item(id=ids.code(8), text=text) for text in data.items)
            return Ordering(items=items, strategy=data.strategy, **common)
        case ClozeInput():
            return _cloze(data, ids, common)


def _options(options: list[OptionInput], ids: Ids, *, shared: bool = False) -> tuple[Option, ...]:
    """`shared`: the right ones earn a share each, and a wrong one costs as much."""
    right = max(1, sum(option.correct for option in options)) if shared else 1
    weighted = _is_weighted(options)

    def weight(option: OptionInput) -> float:
        if weighted:
            return option.weight or 0.0
        return 1 / right if option.correct else -1 / right * shared

    return tuple(
        Option(id=ids.code(8), text=option.text, weight=weight(option), feedback=option.feedback) for option in options
    )


def _is_weighted(options: list[OptionInput]) -> bool:
    return any(option.weight is not None for option in options)


def _texts(accepted: list[str | AcceptedTextInput]) -> tuple[AcceptedText, ...]:
    return tuple(
        AcceptedText(text=one)
        if isinstance(one, str)
        else AcceptedText(text=one.text, weight=one.weight, feedback=one.feedback)
        for one in accepted
    )


def _numbers(accepted: list[AcceptedNumberInput]) -> tuple[AcceptedNumber, ...]:
    return tuple(AcceptedNumber(**asdict(one)) for one in accepted)


def _essay(data: EssayInput, ids: Ids, common: dict[str, Any]) -> Essay:
    rubric = tuple(
        Criterion(id=ids.code(8), text=row.text, levels=tuple(Level(**asdict(level)) for level in row.levels))
        for row in data.rubric
    )
    return Essay(
        min_words=data.min_words,
        max_words=data.max_words,
        template=data.template,
        rubric=rubric,
        grader_notes=data.grader_notes,
        **common,
    )


def _matching(data: MatchingInput, ids: Ids, common: dict[str, Any]) -> Matching:
    texts = dict.fromkeys([*(pair.answer for pair in data.pairs), *data.distractors])
    choices = {text: Choice(id=ids.code(8), text=text) for text in texts}
    pairs = tuple(Pair(id=ids.code(8), prompt=one.prompt, choice_id=choices[one.answer].id) for one in data.pairs)
    return Matching(pairs=pairs, choices=tuple(choices.values()), **common)


def _cloze(data: ClozeInput, ids: Ids, common: dict[str, Any]) -> Cloze:
    stored = {gap.id: ids.code(8) for gap in data.gaps}
    text = _GAP.sub(lambda match: f"{{{{{stored.get(match[1], match[1])}}}}}", data.text)
    gaps = tuple(_gap(gap, stored[gap.id], ids) for gap in data.gaps)
    return Cloze(gaps=gaps, **{**common, "text": text})


def _gap(data: GapInput, gap_id: str, ids: Ids) -> Gap:
    match data:
        case GapChoiceInput():
            return GapChoice(id=gap_id, weight=data.weight, options=_options(data.options, ids), layout=data.layout)
        case GapTextInput():
            accepted = _texts(data.accepted)
            return GapText(id=gap_id, weight=data.weight, accepted=accepted, case_sensitive=data.case_sensitive)
        case GapNumberInput():
            return GapNumber(id=gap_id, weight=data.weight, accepted=_numbers(data.accepted))
