"""Texts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.files import MARKDOWN

from eduverse.materials.ports import Length, Part, Unreadable
from eduverse.reading.words import read_markdown, tidy


def test_markdown_is_cut_at_its_headings(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"\xef\xbb\xbfFirst.\n" + MARKDOWN)
    length, *parts = read_markdown(tmp_path / "file")
    assert length == Length(pages=0)
    assert parts == [
        Part(page=0, heading="", text="First."),
        Part(page=0, heading="Planets", text="They go round the sun."),
        Part(page=0, heading="Saturn", text="It has rings.\n\n```\n# not a heading\n```"),
    ]


def test_what_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"\xff\xfe")
    with pytest.raises(Unreadable):
        list(read_markdown(tmp_path / "file"))


@given(st.text(max_size=200))
def test_a_tidy_text_stays_as_it_is(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert "\0" not in once
    assert "\n\n\n" not in once
    once.encode()


def test_tidying() -> None:
    assert tidy("  a\r\nb \r\n\r\n\r\n\r\nc\x07\u200b ") == "a\nb\n\nc"
    assert tidy("Donau\u00addampf\u00ad\nschiff") == "Donaudampfschiff"
