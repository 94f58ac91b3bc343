"""Moodle's language for gaps."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.quizzes.formats.samples import clozes, counted_ids

from eduverse.quizzes.formats.checks import anonymous
from eduverse.quizzes.formats.cloze import read_cloze, write_cloze
from eduverse.quizzes.formats.report import Draft, Place, Skip
from eduverse.quizzes.questions.kinds import (
    AcceptedNumber,
    AcceptedText,
    Cloze,
    GapChoice,
    GapNumber,
    GapText,
)


def read(source: str, text_format: str = "html") -> tuple[Any, list[str]]:
    draft = Draft(Place())
    question = read_cloze(source, text_format, draft, new_id=counted_ids(), id="q", points=1.0)
    return question, [note.code for note in draft.notes]


def test_a_gap_for_a_text() -> None:
    question, notes = read("<p>Berlin lies on the {2:SHORTANSWER:=Spree#yes~%50%Havel~*#no}.</p>")
    assert question.text == "Berlin lies on the {{id0}}."
    assert question.gaps == (
        GapText(
            id="id0",
            weight=2.0,
            accepted=(
                AcceptedText(text="Spree", feedback="yes"),
                AcceptedText(text="Havel", weight=0.5),
            ),
        ),
    )
    assert notes == ["anyOtherLeft"]


@pytest.mark.parametrize(
    ("code", "cased"), [("SA", False), ("mw", False), ("SHORTANSWER_C", True), ("SAC", True), ("MWC", True)]
)
def test_names_of_gaps_for_texts(code: str, cased: bool) -> None:
    gap = read(f"a {{1:{code}:=b}}")[0].gaps[0]
    assert isinstance(gap, GapText)
    assert gap.case_sensitive is cased


@pytest.mark.parametrize(
    ("code", "layout"),
    [
        ("MC", "menu"),
        ("MULTICHOICE", "menu"),
        ("MCS", "menu"),
        ("MCH", "row"),
        ("MULTICHOICE_V", "column"),
        ("MCVS", "column"),
    ],
)
def test_names_of_gaps_with_choices(code: str, layout: str) -> None:
    gap = read(f"a {{:{code}:b~=c &amp; d~%25%<b>e</b>}}")[0].gaps[0]
    assert isinstance(gap, GapChoice)
    assert gap.layout == layout
    assert [(one.text, one.weight) for one in gap.options] == [("b", 0.0), ("c & d", 1.0), ("**e**", 0.25)]


def test_a_gap_for_a_number() -> None:
    gap = read("a {1:NM:=23.8:0.1#yes~%50%23.8:2}")[0].gaps[0]
    assert isinstance(gap, GapNumber)
    assert gap.accepted == (
        AcceptedNumber(value=23.8, tolerance=0.1, feedback="yes"),
        AcceptedNumber(value=23.8, tolerance=2.0, weight=0.5),
    )


def test_backslashes_make_marks_ordinary() -> None:
    gap = read(r"a {1:SA:=b\~c\#d\}e\*#f\#g}")[0].gaps[0]
    assert gap.accepted == (AcceptedText(text="b~c#d}e*", feedback="f#g"),)


def test_a_star_inside_a_text_is_noted() -> None:
    assert read("a {1:SA:=b*}")[1] == ["starPlain"]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("a {1:MULTIRESPONSE:=b~c}", "gapUnknown"),
        ("a {1:SA:=}", "emptyAnswer"),
        ("a {1:NM:=b}", "notANumber"),
        ("a {1:SA:%500%b}", "notAWeight"),
    ],
)
def test_what_is_refused(source: str, code: str) -> None:
    with pytest.raises(Skip) as caught:
        read(source)
    assert caught.value.reason.code == code


@given(clozes())
def test_what_is_written_is_read_back_as_it_was(question: Cloze) -> None:
    draft = Draft(Place())
    source = write_cloze(question, draft)
    assert draft.notes == []
    back = read_cloze(
        source, "markdown", draft, new_id=counted_ids(), id="q", points=1.0, explanation=question.explanation
    )
    assert draft.notes == []
    assert anonymous(back) == anonymous(question)


def test_a_gap_must_be_in_the_text_once() -> None:
    gap = GapText(id="g", accepted=(AcceptedText(text="a"),))
    for text in ("no gap", "{{g}} and {{g}}"):
        with pytest.raises(Skip):
            write_cloze(Cloze(id="q", text=text, points=1.0, gaps=(gap,)), Draft(Place()))


def test_weights_become_whole_numbers() -> None:
    gaps = (
        GapText(id="g", weight=0.5, accepted=(AcceptedText(text="a"),)),
        GapText(id="h", weight=0.75, accepted=(AcceptedText(text="b"),)),
    )
    written = write_cloze(Cloze(id="q", text="{{g}} {{h}}", points=1.0, gaps=gaps), Draft(Place()))
    assert written == "{2:SHORTANSWER:=a} {3:SHORTANSWER:=b}"


@given(st.lists(st.sampled_from(["{1:", "SA:", "MC:", "=", "~", "#", "}", "\\", "a", "%50%", "{", ":"])).map("".join))
def test_whatever_comes_in_is_read_or_refused(source: str) -> None:
    try:
        question, _ = read(source)
    except Skip:
        return
    assert all(f"{{{{{gap.id}}}}}" in question.text for gap in question.gaps)
