"""Matching, and the eight ways to value an order that is partly right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.quizzes.errors import InvalidAnswer
from eduverse.quizzes.questions import (
    Choice,
    Item,
    Matching,
    Ordering,
    OrderingStrategy,
    Pair,
    Value,
    check,
    grade,
)

S = OrderingStrategy
MATCHING = Matching(
    id="q",
    text="?",
    points=1.0,
    pairs=tuple(Pair(id=one, prompt="?", choice_id=choice) for one, choice in (("p", "a"), ("r", "b"), ("s", "b"))),
    choices=tuple(Choice(id=one, text="?") for one in "abc"),
)


def ordering(strategy: OrderingStrategy, count: int) -> Ordering:
    items = tuple(Item(id=one, text="?") for one in "abcdefghi"[:count])
    return Ordering(id="q", text="?", points=1.0, items=items, strategy=strategy)


@pytest.mark.parametrize(
    ("strategy", "given_order", "fraction"),
    [
        (S.ALL_OR_NOTHING, "abdc", 0),
        (S.ABSOLUTE_POSITION, "abdc", 2 / 4),
        (S.RELATIVE_NEXT, "abdc", 1 / 3),
        (S.RELATIVE_NEXT_AND_END, "abdc", 1 / 4),
        (S.RELATIVE_BOTH, "abdc", 3 / 8),
        (S.LONGEST_SUBSET, "abdc", 3 / 4),
        (S.LONGEST_RUN, "abdc", 2 / 4),
        (S.PAIRS_IN_ORDER, "abdc", 5 / 6),
        (S.ABSOLUTE_POSITION, "bcda", 0),
        (S.RELATIVE_NEXT, "bcda", 2 / 3),
        (S.RELATIVE_NEXT_AND_END, "bcda", 2 / 4),
        (S.RELATIVE_BOTH, "bcda", 4 / 8),
        (S.LONGEST_SUBSET, "bcda", 3 / 4),
        (S.LONGEST_RUN, "bcda", 3 / 4),
        (S.PAIRS_IN_ORDER, "bcda", 3 / 6),
        (S.RELATIVE_NEXT_AND_END, "bacd", 2 / 4),
        (S.RELATIVE_BOTH, "acbd", 2 / 8),
        (S.LONGEST_SUBSET, "acbd", 3 / 4),
        (S.LONGEST_RUN, "acbd", 0),
        *((strategy, "dcba", 0) for strategy in S if strategy is not S.ABSOLUTE_POSITION),
        *((strategy, "ba", 0) for strategy in S),
        *((strategy, "abcd", 1) for strategy in S),
    ],
)
def test_what_an_order_earns(strategy: OrderingStrategy, given_order: str, fraction: float) -> None:
    assert grade(ordering(strategy, len(given_order)), tuple(given_order)) == pytest.approx(fraction)


@given(st.sampled_from(S), st.permutations("abcdef"))
def test_only_the_right_order_earns_everything(strategy: OrderingStrategy, order: list[str]) -> None:
    assert (grade(ordering(strategy, 6), tuple(order)) == 1.0) is (order == list("abcdef"))


@pytest.mark.parametrize("value", [("a", "b"), ("a", "b", "b"), ("a", "b", "x"), ("a", "b", "c", "c"), "abc", {}])
def test_what_is_no_order(value: Value) -> None:
    with pytest.raises(InvalidAnswer):
        check(ordering(S.LONGEST_RUN, 3), value)


@pytest.mark.parametrize(
    ("value", "right"),
    [
        ({"p": "a", "r": "b", "s": "b"}, 3),
        ({"p": "a", "r": "b"}, 2),
        ({"p": "b", "r": "b", "s": ""}, 1),
        ({"p": "c", "r": "c", "s": "c"}, 0),
    ],
)
def test_each_pair_earns_its_share(value: dict[str, str], right: int) -> None:
    check(MATCHING, value)
    assert grade(MATCHING, value) == pytest.approx(right / 3)


@pytest.mark.parametrize("value", [{"x": "a"}, {"p": "x"}, ("a",), "a", True])
def test_what_is_no_matching(value: Value) -> None:
    with pytest.raises(InvalidAnswer):
        check(MATCHING, value)
