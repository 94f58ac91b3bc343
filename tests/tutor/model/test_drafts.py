"""Drafted questions: made, checked and decided about."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.clock import NOON
from tests.support.tutor import PASSAGES, passage

from eduverse.tutor.errors import AlreadyDecided, DraftNotFound
from eduverse.tutor.model.cloze import make_items
from eduverse.tutor.model.drafts import (
    Decision,
    DraftItem,
    DraftOption,
    Flag,
    QuizDraft,
    Source,
    checked_items,
    decide,
    handed_over,
)
from eduverse.tutor.model.generated import ask_for_items, ask_to_solve, read_choice, read_items

TEXT = "Photosynthesis is how plants make sugar from light."


def item(text: str = "What makes sugar?", *, quote: str = TEXT, right: str = "plants", **fields: object) -> DraftItem:
    source = Source(passage_id="p1", material_id="m1", title="Plants", page=3, quote=quote)
    options = (DraftOption(text=right, correct=True), DraftOption(text="stones", correct=False))
    return msgspec.structs.replace(DraftItem(text=text, options=options, source=source), **fields)


def draft(*items: DraftItem) -> QuizDraft:
    return QuizDraft(
        id="d", classroom_id="r", author_id="ada", topic="", made_by=None, items=items or (item(),), created_at=NOON
    )


def test_only_what_stands_in_the_material_is_kept() -> None:
    assert checked_items([item(quote="Plants are made of cheese.")], list(PASSAGES)) == []
    assert checked_items([item(quote="")], list(PASSAGES)) == []
    assert checked_items([item()], list(PASSAGES)) == [item()]


def test_a_question_has_one_key_and_no_option_twice() -> None:
    two = (DraftOption(text="plants", correct=True), DraftOption(text="stones", correct=True))
    twice = (DraftOption(text="plants", correct=True), DraftOption(text="Plants", correct=False))
    none = (DraftOption(text="plants", correct=False), DraftOption(text="stones", correct=False))
    assert checked_items([item(options=wrong) for wrong in (two, twice, none, ())], list(PASSAGES)) == []


def test_a_question_that_repeats_another_is_left_out() -> None:
    items = [item(), item("What makes the sugar?"), item("Who is it that eats light?"), item("Where?", right="light")]
    assert checked_items(items, list(PASSAGES)) == [items[0], items[3]]


def test_a_key_that_is_not_in_its_source_is_flagged() -> None:
    (found,) = checked_items([item(right="trees")], list(PASSAGES))
    assert found.flags == (Flag.KEY_NOT_IN_SOURCE,)


def test_a_decision_is_made_once() -> None:
    approved = decide(draft(), 1, Decision.APPROVED, "ada")
    assert (approved.items[0].decision, approved.items[0].decided_by, approved.unsettled) == (
        Decision.APPROVED,
        "ada",
        True,
    )
    assert decide(approved, 1, Decision.APPROVED, "bob") is approved
    with pytest.raises(AlreadyDecided):
        decide(approved, 1, Decision.REJECTED, "bob")
    settled = handed_over(approved, 1)
    assert (settled.items[0].in_bank, settled.unsettled) == (True, False)
    assert handed_over(settled, 1) is settled


@pytest.mark.parametrize("number", [0, 2, -1])
def test_there_is_no_such_question(number: int) -> None:
    with pytest.raises(DraftNotFound):
        decide(draft(), number, Decision.APPROVED, "ada")


def test_rules_make_sound_questions_from_sentences() -> None:
    items = make_items("plants", PASSAGES, 5)
    assert checked_items(items, list(PASSAGES)) == items
    assert len(items) >= 3
    first = items[0]
    assert first.keys == ("Photosynthesis",)
    assert "_____ is how plants make sugar" in first.text
    assert sum(one.correct for one in first.options) <= 1


@given(st.lists(st.text(alphabet="Plants are Make moons. volcano_ is\n", max_size=120), max_size=4), st.integers(1, 6))
def test_rules_never_make_an_unsound_question(texts: list[str], count: int) -> None:
    passages = [passage(text, number=number) for number, text in enumerate(texts, 1)]
    items = make_items("plants", passages, count)
    assert len(items) <= count
    assert items == make_items("plants", passages, count)
    for one in items:
        assert len(one.keys) == 1
        assert "_____" in one.text
        assert len({option.text.casefold() for option in one.options}) == len(one.options)


REPLY = {
    "question": "What makes sugar?",
    "options": ["stones", "plants"],
    "correct": 1,
    "explanation": "It says so.",
    "passage": 1,
    "quote": TEXT,
}


def reply(*items: object) -> str:
    return msgspec.json.encode({"items": items}).decode()


def test_a_models_questions_are_read_strictly() -> None:
    good, wrong = read_items(f"```json\n{reply(REPLY)}\n```", PASSAGES)
    assert wrong == 0
    assert (good[0].keys, good[0].source.passage_id, good[0].source.page) == (("plants",), "p1", 3)
    bad = [
        {**REPLY, "passage": 3},
        {**REPLY, "correct": 2},
        {**REPLY, "options": ["plants"]},
        {**REPLY, "extra": 1},
        {**REPLY, "question": "x" * 2_000},
        "no question",
        {},
    ]
    assert read_items(reply(*bad), PASSAGES) == ([], len(bad))


@pytest.mark.parametrize("said", ["", "Sure! Here you are:", "[]", '{"items": 3}', "[" * 50_000, '{"items":[{'])
def test_a_reply_of_another_shape_has_no_questions(said: str) -> None:
    assert read_items(said, PASSAGES) == ([], 1)


def test_solving_blind_shows_no_key() -> None:
    (question,), _ = read_items(reply(REPLY), PASSAGES)
    asked = ask_to_solve(question)[-1].text
    assert "1. stones\n2. plants" in asked
    assert "It says so" not in asked
    assert [read_choice(said, question) for said in ("2", "It is 1.", "0", "none", "9")] == [
        True,
        False,
        None,
        None,
        None,
    ]


def test_the_wish_names_the_passages_and_nobody() -> None:
    asked = ask_for_items("plants", 3, PASSAGES)
    assert "[1] Photosynthesis" in asked[-1].text
    assert "Write 3 questions about: plants" in asked[-1].text
