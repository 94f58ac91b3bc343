"""Questions as those see them who answer: no struct here has a field for a key."""

from typing import Literal

from eduverse.kernel.structs import Struct
from eduverse.quizzes.model import LaidOut
from eduverse.quizzes.questions import (
    Choice,
    Cloze,
    Essay,
    Gap,
    GapChoice,
    GapNumber,
    GapText,
    Item,
    Matching,
    Multiple,
    Numeric,
    Option,
    Ordering,
    Question,
    ShortAnswer,
    Single,
    TrueFalse,
)

__all__ = ["QuestionView", "question_view"]


class PartView(Struct, frozen=True, kw_only=True):
    """An option, a choice, a prompt or an item."""

    id: str
    text: str


class _QuestionView(Struct, frozen=True, kw_only=True, tag_field="type"):
    id: str
    text: str
    points: float


class SingleView(_QuestionView, frozen=True, kw_only=True, tag="single"):
    options: list[PartView]


class MultipleView(_QuestionView, frozen=True, kw_only=True, tag="multiple"):
    options: list[PartView]


class TrueFalseView(_QuestionView, frozen=True, kw_only=True, tag="trueFalse"):
    pass


class ShortAnswerView(_QuestionView, frozen=True, kw_only=True, tag="shortAnswer"):
    pass


class NumericView(_QuestionView, frozen=True, kw_only=True, tag="numeric"):
    with_unit: bool
    """A unit is to be typed behind the number."""


class EssayView(_QuestionView, frozen=True, kw_only=True, tag="essay"):
    min_words: int
    max_words: int | None
    template: str | None


class MatchingView(_QuestionView, frozen=True, kw_only=True, tag="matching"):
    prompts: list[PartView]
    choices: list[PartView]


class OrderingView(_QuestionView, frozen=True, kw_only=True, tag="ordering"):
    items: list[PartView]


class GapView(Struct, frozen=True, kw_only=True):
    id: str
    kind: Literal["choice", "text", "number"]
    options: list[PartView] = []
    layout: Literal["menu", "row", "column"] = "menu"


class ClozeView(_QuestionView, frozen=True, kw_only=True, tag="cloze"):
    """`{{id}}` in the text is where that gap is."""

    gaps: list[GapView]


QuestionView = (
    SingleView
    | MultipleView
    | TrueFalseView
    | ShortAnswerView
    | NumericView
    | EssayView
    | MatchingView
    | OrderingView
    | ClozeView
)


def question_view(question: Question, laid: LaidOut) -> QuestionView:  # noqa: PLR0911 one for each kind
    """The question in the order of one attempt."""
    one, text, points = question.id, question.text, question.points
    match question:
        case Single():
            return SingleView(id=one, text=text, points=points, options=_parts(question.options, laid.option_ids))
        case Multiple():
            return MultipleView(id=one, text=text, points=points, options=_parts(question.options, laid.option_ids))
        case TrueFalse():
            return TrueFalseView(id=one, text=text, points=points)
        case ShortAnswer():
            return ShortAnswerView(id=one, text=text, points=points)
        case Numeric():
            return NumericView(id=one, text=text, points=points, with_unit=bool(question.units))
        case Essay():
            return EssayView(
                id=one,
                text=text,
                points=points,
                min_words=question.min_words,
                max_words=question.max_words,
                template=question.template,
            )
        case Matching():
            prompts = [PartView(id=pair.id, text=pair.prompt) for pair in question.pairs]
            choices = _parts(question.choices, laid.option_ids)
            return MatchingView(id=one, text=text, points=points, prompts=prompts, choices=choices)
        case Ordering():
            return OrderingView(id=one, text=text, points=points, items=_parts(question.items, laid.option_ids))
        case Cloze():
            gaps = [_gap(gap, laid.gap_option_ids.get(gap.id, ())) for gap in question.gaps]
            return ClozeView(id=one, text=text, points=points, gaps=gaps)


def _gap(gap: Gap, option_ids: tuple[str, ...]) -> GapView:
    match gap:
        case GapChoice():
            return GapView(id=gap.id, kind="choice", options=_parts(gap.options, option_ids), layout=gap.layout)
        case GapText():
            return GapView(id=gap.id, kind="text")
        case GapNumber():
            return GapView(id=gap.id, kind="number")


def _parts(parts: tuple[Option, ...] | tuple[Choice, ...] | tuple[Item, ...], order: tuple[str, ...]) -> list[PartView]:
    texts = {part.id: part.text for part in parts}
    return [PartView(id=one, text=texts[one]) for one in order]
