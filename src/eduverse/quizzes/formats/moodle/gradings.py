"""What Moodle's ordering questions call the ways to grade them."""

from eduverse.quizzes.questions.kinds import OrderingStrategy

__all__ = ["NAMES", "STRATEGIES"]

NAMES = {
    OrderingStrategy.ALL_OR_NOTHING: "ALL_OR_NOTHING",
    OrderingStrategy.ABSOLUTE_POSITION: "ABSOLUTE_POSITION",
    OrderingStrategy.RELATIVE_NEXT: "RELATIVE_NEXT_EXCLUDE_LAST",
    OrderingStrategy.RELATIVE_NEXT_AND_END: "RELATIVE_NEXT_INCLUDE_LAST",
    OrderingStrategy.RELATIVE_BOTH: "RELATIVE_ONE_PREVIOUS_AND_NEXT",
    OrderingStrategy.LONGEST_SUBSET: "LONGEST_ORDERED_SUBSET",
    OrderingStrategy.LONGEST_RUN: "LONGEST_CONTIGUOUS_SUBSET",
    OrderingStrategy.PAIRS_IN_ORDER: "RELATIVE_ALL_PREVIOUS_AND_NEXT",
}
"""All items before and after an item being on the right side of it is the share of pairs in order."""

_NUMBERS = {"-1": "ALL_OR_NOTHING", "0": "ABSOLUTE_POSITION", "1": "RELATIVE_NEXT_EXCLUDE_LAST"}

STRATEGIES = {name: strategy for strategy, name in NAMES.items()}
STRATEGIES |= {number: STRATEGIES[name] for number, name in _NUMBERS.items()}
