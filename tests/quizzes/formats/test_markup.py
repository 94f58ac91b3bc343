"""Plain texts and formulas, between Moodle's Markdown and ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.quizzes.formats.samples import texts

from eduverse.quizzes.formats.markup import (
    from_moodle,
    from_plain,
    math_segments,
    plain_with_math,
    to_moodle,
    to_plain,
    to_plain_with_math,
)


@given(st.text() | texts)
def test_a_plain_text_comes_back(text: str) -> None:
    assert to_plain(from_plain(text)) == text


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("2 * 3 - 4 < 5", "2 * 3 - 4 < 5"),
        ("*a* _b_ snake_case", r"\*a\* \_b\_ snake_case"),
        ("5 $ and 6 $", r"5 \$ and 6 \$"),
        ("<b> `c` [d] &amp; ~~e~~", r"\<b> \`c\` \[d] \&amp; \~~e\~~"),
        ("# a\n> b\n- c\n* d\n1. e\n12) f", "\\# a\n\\> b\n\\- c\n\\* d\n1\\. e\n12\\) f"),
        (r"\* \a", r"\\\* \a"),
    ],
)
def test_what_would_be_markup_stands_behind_a_backslash(text: str, markdown: str) -> None:
    assert from_plain(text) == markdown


@given(texts)
def test_moodles_markdown_comes_back(text: str) -> None:
    if r"\\(" not in text and r"\\[" not in text:  # two backslashes and a bracket are a formula there
        assert from_moodle(to_moodle(text)) == text


@pytest.mark.parametrize(
    ("ours", "moodles"),
    [
        ("$x$", r"\\(x\\)"),
        ("$$a_1$$", r"\\[a\_1\\]"),
        (r"$\frac{(a)}{2}$", r"\\(\\frac\{\(a\)\}\{2\}\\)"),
        ("`$x$` and $5 for $6", "`$x$` and $5 for $6"),
        (r"\$x\$", r"\$x\$"),
    ],
)
def test_formulas(ours: str, moodles: str) -> None:
    assert to_moodle(ours) == moodles
    assert from_moodle(moodles) == ours


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        (r"a \(x_1\) *b*", r"a $x_1$ \*b\*"),
        (r"\[x\] $$y$$", "$$x$$ $$y$$"),
        (r"\(x \[y\]", r"\\(x $$y$$"),
        ("$$$$ $$", r"\$\$\$\$ \$\$"),
    ],
)
def test_formulas_in_plain_texts(text: str, markdown: str) -> None:
    assert plain_with_math(text) == markdown


def test_formulas_without_markdown() -> None:
    assert to_plain_with_math(r"a\*b $x$ $$y$$") == r"a*b \(x\) $$y$$"


@given(st.lists(st.sampled_from(["\\(", "\\)", "\\[", "\\]", "$$", "a", " "]), max_size=20).map("".join))
def test_segments_lose_no_word(text: str) -> None:
    assert "".join(one.text for one in math_segments(text)).count("a") == text.count("a")
