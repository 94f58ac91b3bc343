"""GIFT's surface."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.quizzes.formats.gift.scan import blocks, escape, split_at, split_once, unescape


@given(st.text())
def test_an_escaped_text_holds_no_mark_and_comes_back(text: str) -> None:
    raw = escape(text)
    assert "\n" not in raw
    assert split_at(raw, "[=~#{}:]") == [("", raw)]
    assert unescape(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [(r"\(x\)", r"\(x\)"), (r"\~\=\#\{\}\:", "~=#{}:"), (r"a\nb", "a\nb"), (r"a\\nb", r"a\nb"), ("end\\", "end\\")],
)
def test_backslashes(raw: str, text: str) -> None:
    assert unescape(raw) == text


def test_splitting() -> None:
    assert split_at(r"a=b\=c~d", "[=~]") == [("", "a"), ("=", r"b\=c"), ("~", "d")]
    assert split_once(r"a\#b#c#d", "#") == (r"a\#b", "c#d")
    assert split_once("abc", "#") == ("abc", None)


def test_blocks_have_their_line_comments_and_category() -> None:
    source = (
        "\n// about nothing\n\n$CATEGORY: $course$/top/A / B\n\n// [tag:x]\none\n  two\n\n"
        "$CATEGORY: C\nthree\n// in it\nfour"
    )
    found = list(blocks(source))
    assert [place.line for place, _ in found] == [7, 11]
    assert [block.text for _, block in found] == ["one\n  two", "three\nfour"]
    assert [block.comments for _, block in found] == [("// [tag:x]",), ("// in it",)]
    assert [block.category for _, block in found] == ["A/B", "C"]
