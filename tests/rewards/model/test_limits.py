"""How much the limits of a day leave."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.ledger import merit

from eduverse.rewards.model import Allowance, blank_allowance, granted

BLANK = blank_allowance(merit())


def after(allowance: Allowance, reference: str, asked: int, room: str = "a", **limits: int | None) -> Allowance:
    bounds = {"per_day": None, "in_class": None, **limits}
    return granted(allowance, reference, asked, classroom_id=room, **bounds)


def test_what_is_asked_again_is_answered_the_same_even_when_the_limit_has_moved() -> None:
    first = after(BLANK, "p", 20, per_day=15)
    assert first.grants["p"].amount == 15
    assert after(first, "p", 20, per_day=3) is first


def test_a_class_has_a_limit_of_its_own_within_that_of_the_day() -> None:
    held = after(BLANK, "p", 20, "a", in_class=12, per_day=30)
    held = after(held, "q", 20, "b", in_class=12, per_day=30)
    held = after(held, "r", 20, "c", per_day=30)
    assert [one.amount for one in held.grants.values()] == [12, 12, 6]


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("pqrstu"), st.integers(1, 30), st.sampled_from("ab")), max_size=15),
    st.integers(0, 60),
    st.integers(0, 40),
)
def test_no_order_of_asking_gets_past_a_limit(asked: list[tuple[str, int, str]], per_day: int, in_class: int) -> None:
    allowance = BLANK
    for reference, amount, room in asked:
        allowance = after(allowance, reference, amount, room, per_day=per_day, in_class=in_class)
    grants = allowance.grants.values()
    assert sum(one.amount for one in grants) <= per_day
    for room in "ab":
        assert sum(one.amount for one in grants if one.classroom_id == room) <= in_class
    assert all(0 <= one.amount <= one.asked for one in grants)
