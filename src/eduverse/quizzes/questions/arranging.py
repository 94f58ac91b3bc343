"""Matching and putting in order."""

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from itertools import pairwise

from eduverse.quizzes.questions.kinds import Matching, Ordering, OrderingStrategy, Value

__all__ = ["are_pairs", "grade_matching", "grade_ordering", "is_order", "key_of_matching", "key_of_ordering"]


# --- matching


def are_pairs(question: Matching, value: Value) -> bool:
    """Some of the pairs may be left out; a choice may be taken several times."""
    if not isinstance(value, dict):
        return False
    pairs = {pair.id for pair in question.pairs}
    choices = {choice.id for choice in question.choices}
    return all(pair in pairs and (choice in choices or choice == "") for pair, choice in value.items())


def grade_matching(question: Matching, value: dict[str, str]) -> float:
    right = sum(value.get(pair.id) == pair.choice_id for pair in question.pairs)
    return right / len(question.pairs)


def key_of_matching(question: Matching) -> dict[str, str]:
    return {pair.id: pair.choice_id for pair in question.pairs}


# --- ordering


def is_order(question: Ordering, value: Value) -> bool:
    """Every item once."""
    return isinstance(value, tuple) and sorted(value) == sorted(item.id for item in question.items)


def grade_ordering(question: Ordering, value: tuple[str, ...]) -> float:
    place = {item.id: index for index, item in enumerate(question.items)}
    given = [place[one] for one in value]
    if given == sorted(given):
        return 1.0
    return _STRATEGIES[question.strategy](given)


def key_of_ordering(question: Ordering) -> tuple[str, ...]:
    return tuple(item.id for item in question.items)


# Each gets the right places of the items in the order given, a permutation of 0..n-1 other than the right one.


def _nothing(_: Sequence[int]) -> float:
    return 0.0


def _in_place(given: Sequence[int]) -> float:
    return sum(index == place for index, place in enumerate(given)) / len(given)


def _followed(given: Sequence[int]) -> int:
    return sum(after == before + 1 for before, after in pairwise(given))


def _next(given: Sequence[int]) -> float:
    return _followed(given) / (len(given) - 1)


def _next_and_end(given: Sequence[int]) -> float:
    return (_followed(given) + _ends_right(given)) / len(given)


def _both_sides(given: Sequence[int]) -> float:
    """Two neighbours count for each item; the beginning is the first one's, and the end the last one's."""
    return (2 * _followed(given) + _begins_right(given) + _ends_right(given)) / (2 * len(given))


def _begins_right(given: Sequence[int]) -> bool:
    return given[0] == 0


def _ends_right(given: Sequence[int]) -> bool:
    return given[-1] == len(given) - 1


def _longest_subset(given: Sequence[int]) -> float:
    """Patience sorting: `tails[k]` is the smallest end of an increasing subsequence of k + 1 items."""
    tails: list[int] = []
    for place in given:
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
    return _share(len(tails), given)


def _longest_run(given: Sequence[int]) -> float:
    longest = length = 1
    for before, after in pairwise(given):
        length = length + 1 if after == before + 1 else 1
        longest = max(longest, length)
    return _share(longest, given)


def _share(length: int, given: Sequence[int]) -> float:
    """One item alone is in order with itself, whatever the answer: that earns nothing."""
    return length / len(given) if length > 1 else 0.0


def _pairs_in_order(given: Sequence[int]) -> float:
    seen: list[int] = []
    in_order = 0
    for place in given:
        in_order += bisect_left(seen, place)
        insort(seen, place)
    return in_order / (len(given) * (len(given) - 1) // 2)


_STRATEGIES: dict[OrderingStrategy, Callable[[Sequence[int]], float]] = {
    OrderingStrategy.ALL_OR_NOTHING: _nothing,
    OrderingStrategy.ABSOLUTE_POSITION: _in_place,
    OrderingStrategy.RELATIVE_NEXT: _next,
    OrderingStrategy.RELATIVE_NEXT_AND_END: _next_and_end,
    OrderingStrategy.RELATIVE_BOTH: _both_sides,
    OrderingStrategy.LONGEST_SUBSET: _longest_subset,
    OrderingStrategy.LONGEST_RUN: _longest_run,
    OrderingStrategy.PAIRS_IN_ORDER: _pairs_in_order,
}
