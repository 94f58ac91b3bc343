"""One way in for texts, whatever they are written in."""

import pytest
from hypothesis import given
from tests.quizzes.formats.samples import texts

from eduverse.quizzes.formats.report import Draft, Place, Skip
from eduverse.quizzes.formats.texts import MAX_TEXT, markdown_of, plain_of


@given(texts)
def test_what_can_go_without_a_format_is_read_as_it_was(text: str) -> None:
    plain = plain_of(text)
    if plain is not None:
        draft = Draft(Place())
        assert markdown_of(plain, "moodle", draft) == text
        assert draft.notes == []


@pytest.mark.parametrize("text", ["**b**", "[a](https://a.org)", "`c`", "a &amp; b", "- a"])
def test_markup_cannot(text: str) -> None:
    assert plain_of(text) is None


def test_an_unknown_format_is_noted_and_the_text_kept() -> None:
    draft = Draft(Place())
    assert markdown_of(" a *b* ", "wiki", draft) == r"a \*b\*"
    assert [note.code for note in draft.notes] == ["formatUnknown"]


def test_texts_are_bounded() -> None:
    with pytest.raises(Skip):
        markdown_of("a" * (MAX_TEXT + 1), "plain", Draft(Place()))
