"""Answers in quotes."""

from hypothesis import given
from hypothesis import strategies as st
from tests.support.tutor import PASSAGES, passage

from eduverse.tutor.model.ladder import Rung
from eduverse.tutor.model.quotes import no_material, quote

QUESTION = "How do plants make sugar from light?"


def test_it_quotes_with_the_page_and_says_that_it_does() -> None:
    quoted = quote(QUESTION, PASSAGES, None, "en")
    assert quoted is not None
    assert "no language model" in quoted.text
    assert "> Photosynthesis is how plants make sugar from light. [1]" in quoted.text
    first = quoted.citations[0]
    assert (first.number, first.title, first.page, first.passage_id) == (1, "Plants", 3, "p1")
    assert first.quote == "Photosynthesis is how plants make sugar from light."


def test_a_lower_rung_says_less() -> None:
    nudge, hint, step, full = (quote(QUESTION, PASSAGES, rung, "en") for rung in Rung)
    assert nudge and hint and step and full  # noqa: PT018
    assert "Photosynthesis" not in nudge.text
    assert "**Plants**, page 3 [1]" in nudge.text
    assert [one.text.count("> ") for one in (nudge, hint, step)] == [0, 1, 2]
    assert full.text.count("> ") >= step.text.count("> ")


def test_nothing_is_said_where_the_material_says_nothing() -> None:
    assert quote("cheese", PASSAGES, None, "en") is None
    assert quote(QUESTION, [], None, "en") is None
    assert "kein Sprachmodell" in no_material("de")


@given(st.lists(st.text(alphabet="plants make sugar.! \n", max_size=80), max_size=5), st.sampled_from([None, *Rung]))
def test_every_quote_is_in_its_passage(texts: list[str], rung: Rung | None) -> None:
    passages = [passage(text, number=number) for number, text in enumerate(texts, 1)]
    quoted = quote(QUESTION, passages, rung, "en")
    for citation in quoted.citations if quoted else ():
        assert citation.quote in passages[citation.number - 1].text
