"""What holds for every format."""

import sys
from collections.abc import Callable
from itertools import count
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.quizzes.formats.samples import counted_ids

from eduverse.kernel.errors import Problem
from eduverse.quizzes.formats import FORMATS, Entry, FileTooLarge, TooManyQuestions, UnsupportedEncoding
from eduverse.quizzes.questions.kinds import Option, Single

ALL = pytest.mark.parametrize("name", FORMATS)


def question(number: int) -> Entry:
    options = (Option(id=f"a{number}", text="yes", weight=1.0), Option(id=f"b{number}", text="no", weight=0.0))
    return Entry(question=Single(id=f"q{number}", text=f"Is it {number}?", points=1.0, options=options))


def many(name: str, how_many: int) -> bytes:
    return FORMATS[name].write([question(number) for number in range(how_many)]).data


@ALL
def test_questions_go_out_and_come_back_in(name: str) -> None:
    imported = FORMATS[name].read(many(name, 3), counted_ids())
    assert [entry.question.text for entry in imported.questions] == ["Is it 0?", "Is it 1?", "Is it 2?"]
    assert imported.report.elements == 3


@ALL
def test_ids_are_those_that_were_given(name: str) -> None:
    given_ids = [f"x{number}" for number in range(100)]
    ids = iter(given_ids)
    for entry in FORMATS[name].read(many(name, 2), lambda: next(ids)).questions:
        assert isinstance(entry.question, Single)
        assert {entry.question.id, *(option.id for option in entry.question.options)} < set(given_ids)


@ALL
@given(data=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_bytes_of_any_kind_are_read_or_a_problem(name: str, data: bytes) -> None:
    try:
        imported = FORMATS[name].read(data, counted_ids())
    except Problem:
        return
    assert imported.report.elements == len(imported.questions) + len(imported.report.skipped)


@ALL
def test_size_and_encoding_are_bounded(name: str) -> None:
    with pytest.raises(FileTooLarge):
        FORMATS[name].read(b" " * 2_000_001, counted_ids())
    with pytest.raises(UnsupportedEncoding):
        FORMATS[name].read("Käse".encode("latin-1"), counted_ids())


@ALL
def test_the_number_of_questions_is_bounded(name: str) -> None:
    one = many(name, 1).decode("utf-8-sig").replace("\r\n", "\n")
    start, end = 0, len(one)
    if name == "moodleXml":
        start, end = one.index("  <question"), one.index("</quiz>")
    if name == "csv":
        start = one.index("\n") + 1
    block = one[start:end] + "\n"

    def file(how_many: int) -> str:
        return one[:start] + block * how_many + one[end:]

    assert len(FORMATS[name].read(file(1_000), counted_ids()).questions) == 1_000
    with pytest.raises(TooManyQuestions):
        FORMATS[name].read(file(1_001), counted_ids())


def calls(work: Callable[[], Any]) -> int:
    """How many functions are called while `work` is done."""
    counter = count()

    def counted(_: FrameType, event: str, __: Any) -> None:
        if event in {"call", "c_call"}:
            next(counter)

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return next(counter)


HOSTILE = {
    "gift": ["{", "}", "::", "~", "$$", r"\(", "<b>", "<!--", "%5%", "=a->b", "\\", "// [tag:", "{1:SA:", "_"],
    "aiken": ["A. a\n", "ANSWER: A\n", "a\n\n", "<b>", "$$"],
    "csv": [";", '"",', "essay,?\n", "'", "=", "single,{1:SA:,\n"],
    "moodleXml": ["<b>", "<question/>", "&amp;", "<question type='cloze'><text>{1:SA:</text></question>", "<!-- -->"],
}


@pytest.mark.parametrize(("name", "piece"), [(name, piece) for name, pieces in HOSTILE.items() for piece in pieces])
def test_the_work_grows_with_the_input_and_no_faster(name: str, piece: str) -> None:
    start, end = {"moodleXml": ("<quiz>", "</quiz>"), "csv": ("type,text,tags\n", "")}.get(name, ("", ""))

    def read(times: int) -> None:
        try:
            FORMATS[name].read(start + piece * times + end, counted_ids())
        except Problem:
            return

    read(1)
    few, many_times = calls(lambda: read(100)), calls(lambda: read(400))
    assert many_times <= 4.4 * few + 100
