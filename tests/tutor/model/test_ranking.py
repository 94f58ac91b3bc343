"""Ranking: what shares rarer words with the question comes first, and nothing depends on chance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.tutor import PASSAGES, passage

from eduverse.tutor.model.passages import choose
from eduverse.tutor.model.ranking import rank, scores
from eduverse.tutor.model.words import content, language_of, sentences, stem, words

_WORDS = st.sampled_from("plant light sugar moon volcano planet leaf air the is a".split())
_TEXTS = st.lists(st.lists(_WORDS, max_size=12).map(" ".join), max_size=8)


def test_what_speaks_of_it_comes_first() -> None:
    assert [one.id for one in choose("How do plants make sugar?", PASSAGES)] == ["p1"]
    assert [one.id for one in choose("volcanoes of Io", PASSAGES)] == ["p2"]
    assert choose("What about cheese?", PASSAGES) == []


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    texts = ["planet planet", "planet volcano", "planet", "planet"]
    assert rank("planet volcano", texts, limit=1)[0].place == 1


def test_a_title_counts_and_a_long_passage_is_cut_between_words() -> None:
    (found,) = choose("Plants", [passage("word " * 1_000)])
    assert len(found.text) <= 1_800
    assert found.text.endswith("word")


@given(_TEXTS, st.lists(_WORDS, max_size=5).map(" ".join))
def test_scores_are_never_negative_and_zero_without_a_shared_word(texts: list[str], question: str) -> None:
    found = scores(question, texts)
    assert len(found) == len(texts)
    for text, score in zip(texts, found, strict=True):
        assert (score > 0) is bool(set(content(text)) & set(content(question)))
        assert score >= 0


@given(_TEXTS, st.lists(_WORDS, max_size=5).map(" ".join), st.integers(1, 5))
def test_the_ranking_is_sorted_bounded_and_repeatable(texts: list[str], question: str, limit: int) -> None:
    ranked = rank(question, texts, limit=limit)
    assert ranked == rank(question, texts, limit=limit)
    assert len(ranked) <= limit
    assert [one.score for one in ranked] == sorted((one.score for one in ranked), reverse=True)


@given(_TEXTS, st.lists(_WORDS, max_size=5).map(" ".join))
def test_the_order_of_candidates_does_not_change_their_scores(texts: list[str], question: str) -> None:
    assert scores(question, texts) == pytest.approx(scores(question, texts[::-1])[::-1])


def test_words_are_compared_without_their_dress() -> None:
    assert words("Zellen, ZÉLLEN\u200b & x1") == ["zellen", "zellen", "x1"]
    assert stem("planets") == stem("planet")
    assert content("What is the planet?") == ["planet"]


def test_sentences_are_cut_where_they_end() -> None:
    assert sentences("One here. Two is 3.5 long! - not a list\n- three\n\n# Four") == [
        "One here.",
        "Two is 3.5 long! - not a list",
        "- three",
        "# Four",
    ]


def test_the_language_is_that_of_the_small_words() -> None:
    assert language_of("Was ist das für ein Planet?") == "de"
    assert language_of("What is this?") == "en"
    assert language_of("Jupiter") == "en"
