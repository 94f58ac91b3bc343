"""The one loop that all readers share, and the one that all writers do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.quizzes.formats.errors import TooManyQuestions
from eduverse.quizzes.formats.reasons import Reason
from eduverse.quizzes.formats.report import Draft, Entry, Place, Skip, excerpt, read_elements, write_elements
from eduverse.quizzes.questions.kinds import Essay


def essay(text: str) -> Entry:
    return Entry(question=Essay(id="q", text=text, points=1.0))


def read(element: str, draft: Draft) -> Entry:
    draft.name = element
    if "note" in element:
        draft.note(Reason.HINTS_LEFT)
        draft.note(Reason.HINTS_LEFT)
    if "skip" in element:
        raise Skip(Reason.TYPE_UNKNOWN, "riddle")
    return essay(f"text of {element}")


@given(st.lists(st.sampled_from(["fine", "note", "skip", "note and skip"]), max_size=20))
def test_every_element_is_an_entry_or_has_a_reason(elements: list[str]) -> None:
    imported = read_elements(((Place(line=line), one) for line, one in enumerate(elements, start=1)), read)
    report = imported.report
    assert report.elements == len(elements) == len(imported.questions) + len(report.skipped)
    assert [one.line for one in report.skipped] == [line for line, one in enumerate(elements, start=1) if "skip" in one]
    assert len(report.notes) == elements.count("note")


def test_a_finding_says_what_where_and_why() -> None:
    report = read_elements([(Place(line=3), "skip"), (Place(path="quiz/question[2]"), "note")], read).report
    skipped, note = report.skipped[0], report.notes[0]
    assert (skipped.name, skipped.code, skipped.what, skipped.line) == ("skip", "typeUnknown", "riddle", 3)
    assert skipped.reason == "Questions of the kind “riddle” are not supported."
    assert (note.name, note.path, note.line) == ("text of note", "quiz/question[2]", None)


def test_a_thousand_elements_are_the_most() -> None:
    thousand = [(Place(), "skip")] * 1_000
    assert read_elements(thousand, read).report.elements == 1_000
    with pytest.raises(TooManyQuestions):
        read_elements([*thousand, (Place(line=7), "fine")], read)


def test_writing_lists_what_is_left_out() -> None:
    written, report = write_elements(
        [essay("a"), essay("skip"), essay("note")], lambda entry, draft: read(entry.question.text, draft)
    )
    assert [one.question.text for one in written] == ["text of a", "text of note"]
    assert (report.elements, len(report.skipped), len(report.notes)) == (3, 1, 1)


def test_excerpts_are_short_and_on_one_line() -> None:
    assert excerpt("a\n b") == "a b"
    assert len(excerpt("a" * 1_000_000)) == 60
