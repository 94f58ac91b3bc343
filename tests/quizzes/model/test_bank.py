"""Items of the bank, their revisions and tags."""

from datetime import timedelta

import pytest
from tests.support.clock import NOON
from tests.support.quizzes import QUESTIONS

from eduverse.quizzes.errors import BankItemChanged
from eduverse.quizzes.model import BankItem, matches_tags, new_item, put_aside, revise, tidy_tags

SOON = NOON + timedelta(seconds=5)


def item() -> BankItem:
    return new_item(QUESTIONS[0], ["Planets"], item_id="i", classroom_id="room", author_id="ada", now=NOON)


def test_tags_differ_neither_by_case_nor_by_white_space() -> None:
    assert tidy_tags(["b", " Outer   Planets ", "OUTER planets", "", "  ", "a"]) == ("a", "b", "outer planets")


def test_an_item_has_all_the_tags_that_are_asked_for() -> None:
    assert matches_tags(item(), ["PLANETS"])
    assert matches_tags(item(), [])
    assert not matches_tags(item(), ["planets", "moons"])


def test_a_new_item_is_its_questions_home() -> None:
    assert (item().question.id, item().kind, item().revision, item().tags) == ("i", "single", 1, ("planets",))
    assert "largest" in item().text
    assert "planets" in item().text


def test_every_edit_is_a_new_revision() -> None:
    changed = revise(item(), QUESTIONS[2], ["moons"], seen=1, now=SOON)
    assert (changed.revision, changed.kind, changed.tags, changed.changed_at) == (2, "trueFalse", ("moons",), SOON)
    assert (changed.id, changed.question.id, changed.created_at) == ("i", "i", NOON)
    with pytest.raises(BankItemChanged) as caught:
        revise(changed, QUESTIONS[0], [], seen=1, now=SOON)
    assert caught.value.extra == {"revision": 2}


def test_what_is_put_aside_is_the_same_each_time() -> None:
    assert put_aside(item()) == put_aside(item())
    assert put_aside(item()).id == "i:1"
