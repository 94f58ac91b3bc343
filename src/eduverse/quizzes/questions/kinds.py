"""The kinds of question, as they are stored in the bank and in a quiz. What an answer to each looks like is `Value`.

Texts are Markdown with LaTeX between dollar signs; a picture stands in the text with what it shows in words:
`![a plant cell](/ipfs/…)`. Weights are fractions of the question's points, 1 for a full answer; negative ones are
penalties. Ids of options, items and gaps are random, so that nothing about the key can be read from them.
"""

import enum
from typing import Literal

from eduverse.kernel.structs import Struct

__all__ = [
    "AcceptedNumber",
    "AcceptedText",
    "Choice",
    "Cloze",
    "Criterion",
    "Essay",
    "Gap",
    "GapChoice",
    "GapNumber",
    "GapText",
    "Item",
    "Level",
    "Matching",
    "Multiple",
    "Numeric",
    "Option",
    "Ordering",
    "OrderingStrategy",
    "Pair",
    "Question",
    "ShortAnswer",
    "Single",
    "Tolerance",
    "TrueFalse",
    "Unit",
    "Value",
]

Value = str | bool | tuple[str, ...] | dict[str, str] | None
"""An answer: an option's id or a text; true or false; ids, in order where order counts; prompt or gap -> what was
put there (matching, cloze). None when it was cleared. A number is the text that was typed, unit included."""


class _Question(Struct, frozen=True, kw_only=True, tag_field="type"):
    id: str
    text: str
    points: float
    explanation: str | None = None
    """Shown with the review, whatever was answered."""


# --- choosing -----------------------------------------------------------------------------------------------


class Option(Struct, frozen=True, kw_only=True):
    id: str
    text: str
    weight: float
    """-1..1. In a single choice the best option has 1; in a multiple choice the positive ones add up to 1."""
    feedback: str | None = None
    """Shown to those who chose it."""


class Single(_Question, frozen=True, kw_only=True, tag="single"):
    options: tuple[Option, ...]


class Multiple(_Question, frozen=True, kw_only=True, tag="multiple"):
    """The weights of what was chosen are added; the sum is cut to 0..1."""

    options: tuple[Option, ...]


class TrueFalse(_Question, frozen=True, kw_only=True, tag="trueFalse"):
    correct: bool
    feedback_true: str | None = None
    feedback_false: str | None = None


# --- writing ------------------------------------------------------------------------------------------------


class AcceptedText(Struct, frozen=True, kw_only=True):
    """`*` stands for any run of characters where the question says so; `\\*` is then a star."""

    text: str
    weight: float = 1.0
    feedback: str | None = None


class ShortAnswer(_Question, frozen=True, kw_only=True, tag="shortAnswer"):
    """The best of the accepted texts that match counts."""

    accepted: tuple[AcceptedText, ...]
    case_sensitive: bool = False
    wildcards: bool = False
    max_edits: int = 0
    """Slips of the pen that are overlooked: letters added, left out, changed, or two neighbours swapped; fewer than
    the accepted text has letters, and none in one with stars."""


class Tolerance(enum.StrEnum):
    """How far from a number an answer may be and still count."""

    ABSOLUTE = "absolute"
    """|answer - value| <= tolerance"""
    RELATIVE = "relative"
    """|answer - value| <= tolerance * |value|"""
    GEOMETRIC = "geometric"
    """value / (1 + tolerance) <= answer <= value * (1 + tolerance), for numbers of one sign"""


class AcceptedNumber(Struct, frozen=True, kw_only=True):
    """A number with its tolerance, or a range: then `value` is the low end and `high` the other."""

    value: float
    high: float | None = None
    tolerance: float = 0.0
    kind: Tolerance = Tolerance.ABSOLUTE
    weight: float = 1.0
    feedback: str | None = None


class Unit(Struct, frozen=True, kw_only=True):
    """One way to write the unit; an answer in it, times `factor`, is in the unit that the key is in."""

    name: str
    factor: float = 1.0


class Numeric(_Question, frozen=True, kw_only=True, tag="numeric"):
    """Numbers may be typed as in any locale: decimal comma or point, grouping, `1.2e3`, `1,2 × 10^3`."""

    accepted: tuple[AcceptedNumber, ...]
    units: tuple[Unit, ...] = ()
    unit_penalty: float = 0.0
    """What share of what the number earns a missing or unknown unit costs, 0..1; 1 makes it wrong. With no units, a
    number is all that may be typed."""


class Level(Struct, frozen=True, kw_only=True):
    points: float
    text: str


class Criterion(Struct, frozen=True, kw_only=True):
    """One row of a rubric: what is looked at, and what each level of it is worth, worst first."""

    id: str
    text: str
    levels: tuple[Level, ...]


class Essay(_Question, frozen=True, kw_only=True, tag="essay"):
    """Graded by a person, with the rubric where there is one."""

    min_words: int = 0
    max_words: int | None = None
    template: str | None = None
    """What the answer begins with."""
    rubric: tuple[Criterion, ...] = ()
    grader_notes: str | None = None
    """For those who grade; never shown to those who answer."""


# --- arranging ----------------------------------------------------------------------------------------------


class Choice(Struct, frozen=True, kw_only=True):
    id: str
    text: str


class Pair(Struct, frozen=True, kw_only=True):
    """A prompt and the choice that belongs to it; several pairs may share one."""

    id: str
    prompt: str
    choice_id: str


class Matching(_Question, frozen=True, kw_only=True, tag="matching"):
    """Answer: pair id -> choice id. Each pair that is right earns its share."""

    pairs: tuple[Pair, ...]
    choices: tuple[Choice, ...]
    """All that can be chosen, those that belong nowhere included."""


class Item(Struct, frozen=True, kw_only=True):
    id: str
    text: str


class OrderingStrategy(enum.StrEnum):
    """What share of the points a partly right order earns."""

    ALL_OR_NOTHING = "allOrNothing"
    ABSOLUTE_POSITION = "absolutePosition"
    """Items that are in their place."""
    RELATIVE_NEXT = "relativeNext"
    """Items that are followed by the right one, the last one's being the end left out."""
    RELATIVE_NEXT_AND_END = "relativeNextAndEnd"
    """The same, the end included."""
    RELATIVE_BOTH = "relativeBoth"
    """Neighbours on both sides that are right, the beginning being the first one's and the end the last one's."""
    LONGEST_SUBSET = "longestSubset"
    """Items of the longest subsequence that is in the right order; one item alone is none."""
    LONGEST_RUN = "longestRun"
    """Items of the longest run of right neighbours; one item alone is none."""
    PAIRS_IN_ORDER = "pairsInOrder"
    """Pairs of items of which the right one comes first (Kendall)."""


class Ordering(_Question, frozen=True, kw_only=True, tag="ordering"):
    """Answer: all item ids, first to last."""

    items: tuple[Item, ...]
    """In the right order."""
    strategy: OrderingStrategy = OrderingStrategy.ABSOLUTE_POSITION


# --- filling in ---------------------------------------------------------------------------------------------


class _Gap(Struct, frozen=True, kw_only=True, tag_field="type"):
    id: str
    weight: float = 1.0
    """Relative to the other gaps of the question."""


class GapChoice(_Gap, frozen=True, kw_only=True, tag="choice"):
    """Answer: the option's id."""

    options: tuple[Option, ...]
    layout: Literal["menu", "row", "column"] = "menu"


class GapText(_Gap, frozen=True, kw_only=True, tag="text"):
    accepted: tuple[AcceptedText, ...]
    case_sensitive: bool = False


class GapNumber(_Gap, frozen=True, kw_only=True, tag="number"):
    accepted: tuple[AcceptedNumber, ...]


Gap = GapChoice | GapText | GapNumber


class Cloze(_Question, frozen=True, kw_only=True, tag="cloze"):
    """`{{id}}` in the text is where that gap is. Answer: gap id -> the option's id or the text."""

    gaps: tuple[Gap, ...]


Question = Single | Multiple | TrueFalse | ShortAnswer | Numeric | Essay | Matching | Ordering | Cloze
