"""Places, names nobody knows, and who is under age."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.analytics.model.board import ALIASES, Audience, BoardChoice, aliases, is_underage, places
from eduverse.vocabulary.principal import Role


def test_equals_share_a_place() -> None:
    placed = [(one.user_id, one.place) for one in places({"d": 1, "b": 5, "c": 5, "a": 9, "none": 0})]
    assert placed == [("a", 1), ("b", 2), ("c", 2), ("d", 4)]


@given(st.dictionaries(st.text(min_size=1, max_size=5), st.integers(0, 5), max_size=30))
def test_a_place_says_how_many_have_more(tokens: dict[str, int]) -> None:
    for one in places(tokens):
        assert one.place == 1 + sum(count > one.tokens for count in tokens.values())


@pytest.mark.parametrize(
    ("said", "role", "audience", "underage"),
    [
        (None, Role.STUDENT, "school", True),
        (None, Role.STUDENT, "adults", False),
        (None, Role.EDUCATOR, "school", False),
        (False, Role.STUDENT, "school", False),
        (True, Role.STUDENT, "adults", True),
    ],
)
def test_what_was_said_of_a_person_goes_before_the_campuss_rule(
    said: bool | None, role: Role, audience: Audience, underage: bool
) -> None:
    assert is_underage(BoardChoice(id="mira", underage=said), role, audience) is underage
    if said is None:
        assert is_underage(None, role, audience) is underage


def test_aliases_are_all_different_and_stay_when_others_come() -> None:
    students = [f"student-{number}" for number in range(500)]
    secrets = {one: f"secret of {one}" for one in students}
    named = aliases(students, secrets)
    assert len(set(named.values())) == 500
    assert all(0 <= number < ALIASES for number in named.values())
    before = aliases(students[:400], secrets)
    assert {one: named[one] for one in before} == before
