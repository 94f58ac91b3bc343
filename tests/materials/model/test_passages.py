"""Cutting a text into passages."""

from hypothesis import given
from hypothesis import strategies as st

from eduverse.materials.model.passages import cut


@given(st.text(max_size=400), st.integers(5, 60))
def test_nothing_is_lost_and_nothing_is_too_long(text: str, limit: int) -> None:
    parts = list(cut(text, limit))
    assert all(0 < len(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_the_best_place_is_between_paragraphs() -> None:
    assert list(cut("One. Two.\n\nThree.\nFour.", 18)) == ["One. Two.", "Three.\nFour."]
    assert list(cut("One one. Two two two.", 15)) == ["One one.", "Two two two."]
    assert list(cut("abcdefghij", 4)) == ["abcd", "efgh", "ij"]
    assert list(cut(" \n ")) == []
