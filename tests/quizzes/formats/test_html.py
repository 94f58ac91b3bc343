"""From HTML to Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.quizzes.formats.html import html_to_markdown, looks_like_html
from eduverse.quizzes.formats.reasons import Reason


def convert(source: str, *, keep_lines: bool = False) -> tuple[str, list[tuple[Reason, str]]]:
    notes: list[tuple[Reason, str]] = []
    return html_to_markdown(source, lambda reason, what: notes.append((reason, what)), keep_lines=keep_lines), notes


@pytest.mark.parametrize(
    ("source", "markdown"),
    [
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("a<br>b<br/>c", "a  \nb  \nc"),
        ("<p><b>a</b> <strong>b </strong>c <i>d</i>, <em> </em></p>", "**a** **b** c *d*,"),
        ("<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>", "- a\n\n- b\n  1. c"),
        ("<ol><li>a</li></ol>", "1. a"),
        ("H<sub>2</sub>O, x<sup>n</sup>, x<sub>max</sub>", "H₂O, xⁿ, x$_{max}$"),
        ("<code>a*b</code> <pre><code>c\n d</code></pre>", "`a*b`\n\n```\nc\n d\n```"),
        ('<a href="https://a.org/b?c=1&amp;d=2">e</a>', "[e](https://a.org/b?c=1&d=2)"),
        ('<a href="javascript:alert(1)">e</a>', "e"),
        ("5 &lt; 6 &amp; 2*3 * 4 &nbsp;x", r"5 < 6 & 2\*3 * 4 x"),
        (r"\(a &lt; b_1\) and $$c$$", "$a < b_1$ and $$c$$"),
        ("a <!-- <b> --> c<!-- d", "a  c\\<!-- d"),
        ("<b>a", "**a**"),
        ("a</b></p>c", "ac"),
        ('<p title="x">a\n  b</p>', "a b"),
        ("<H2>Title</H2>text", "Title\n\ntext"),
    ],
)
def test_what_has_a_counterpart(source: str, markdown: str) -> None:
    converted, notes = convert(source)
    assert converted == markdown
    assert notes == []


@pytest.mark.parametrize(
    ("source", "markdown", "note"),
    [
        ("<blink>a</blink>", "a", (Reason.TAG_DROPPED, "blink")),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b", (Reason.TAG_DROPPED, "table")),
        ("a<script>alert('<b>')</script>b", "ab", (Reason.CONTENT_DROPPED, "script")),
        (
            '<img src="@@PLUGINFILE@@/cell.png" alt="a plant cell">',
            r"\[a plant cell]",
            (Reason.IMAGE_LEFT, "a plant cell"),
        ),
        ('<img src="x/cell.png">', r"\[cell.png]", (Reason.IMAGE_LEFT, "cell.png")),
    ],
)
def test_what_has_none_is_noted(source: str, markdown: str, note: tuple[Reason, str]) -> None:
    assert convert(source) == (markdown, [note])


def test_lines_are_kept_where_they_count() -> None:
    assert convert("a\nb <b>c</b>", keep_lines=True)[0] == "a\nb **c**"


@pytest.mark.parametrize(
    ("text", "is_html"),
    [("a <b>c</b>", True), ("&auml;", True), ("a < b > c", False), ("<foo> & bar", False), ("x <br/> y", True)],
)
def test_recognising(text: str, is_html: bool) -> None:
    assert looks_like_html(text) is is_html


PIECES = [
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<",
    ">",
    "<!--",
    "-->",
    "<ul>",
    "<li>",
    "</ul>",
    "<pre>",
    "<script>",
    "</script>",
    "<a href='x'>",
    "a",
    " ",
    "\n",
    "&amp;",
    "<img alt='x'",
    "\\(",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_whatever_comes_in_something_tidy_comes_out(source: str) -> None:
    markdown, _ = convert(source)
    assert markdown == markdown.strip()
    assert "\n\n\n" not in markdown
    assert "<b>" not in markdown.replace("\\<b>", "")
