"""Aiken, in and out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.quizzes.formats.samples import counted_ids, lines

from eduverse.quizzes.formats.aiken import read_aiken, write_aiken
from eduverse.quizzes.formats.checks import anonymous
from eduverse.quizzes.formats.markup import from_plain
from eduverse.quizzes.formats.report import Entry
from eduverse.quizzes.questions.kinds import Essay, Option, Question, Single

PARIS = "What is the capital of France?\nA. Lyon\nB) Paris\nANSWER: B\n"


def test_a_question() -> None:
    imported = read_aiken(PARIS, counted_ids())
    question = imported.questions[0].question
    assert isinstance(question, Single)
    assert question.text == "What is the capital of France?"
    assert [(one.text, one.weight) for one in question.options] == [("Lyon", 0.0), ("Paris", 1.0)]


@pytest.mark.parametrize(
    ("source", "line", "code"),
    [
        ("Only a text.", 1, "noAnswers"),
        ("A text.\n\n" + PARIS, 1, "noAnswers"),
        ("?\nA. a\nB. b\n\n" + PARIS, 1, "keyMissing"),
        ("\n?\nA. a\nB. b\nANSWER: C", 2, "keyUnknown"),
        ("?\nA. a\nB. b\nANSWER: A, B", 1, "keyUnknown"),
        ("?\nA. a\nC. b\nANSWER: A", 1, "keyStray"),
        ("?\nA. a\nANSWER: A", 1, "tooFewOptions"),
        ("?\nA. a\nB.\nANSWER: A", 1, "emptyAnswer"),
        ("ANSWER: A", 1, "noAnswers"),
    ],
)
def test_what_is_no_question_is_listed(source: str, line: int, code: str) -> None:
    report = read_aiken(source, counted_ids()).report
    assert [(one.line, one.code) for one in report.skipped] == [(line, code)]
    assert report.elements == source.count(PARIS) + 1


@given(st.lists(st.sampled_from(["text", "A. a", "B. b", "B) c", "ANSWER: B", "ANSWER:", "", " "]), max_size=20))
def test_every_element_is_imported_or_listed(rows: list[str]) -> None:
    imported = read_aiken("\n".join(rows), counted_ids())
    assert imported.report.elements == len(imported.questions) + len(imported.report.skipped)
    assert imported.report.elements >= sum(row.startswith("ANSWER") for row in rows)


def single(text: str, options: list[str], key: int) -> Single:
    made = (Option(id=f"o{n}", text=one, weight=float(n == key)) for n, one in enumerate(options))
    return Single(id="q", text=text, points=1.0, options=tuple(made))


@given(lines.map(from_plain), st.lists(lines.map(from_plain), min_size=2, max_size=5), st.integers(0, 1))
def test_what_is_written_is_read_back_as_it_was(text: str, options: list[str], key: int) -> None:
    question = single(text, options, key)
    exported = write_aiken([Entry(question=question)])
    imported = read_aiken(exported.data, counted_ids())
    if not exported.report.notes and not exported.report.skipped:
        assert [anonymous(one.question) for one in imported.questions] == [anonymous(question)]
    assert len(imported.questions) + len(exported.report.skipped) == 1


def test_a_file_for_people() -> None:
    assert write_aiken([Entry(question=single("2 + 2?", ["3", "4"], 1))]).data == b"2 + 2?\nA. 3\nB. 4\nANSWER: B\n"


@pytest.mark.parametrize(
    ("question", "skipped", "notes"),
    [
        (single("ANSWER: A", ["a", "b"], 0), ["notExpressible"], []),
        (single("?", [str(n) for n in range(27)], 0), ["notExpressible"], []),
        (Essay(id="q", text="?", points=1.0), ["notExpressible"], []),
        (single("a\n**b**", ["a", "b"], 0), [], ["markupPlain", "linesJoined"]),
    ],
    ids=["looks like a key", "more options than letters", "essay", "markup"],
)
def test_what_aiken_cannot_say(question: Question, skipped: list[str], notes: list[str]) -> None:
    report = write_aiken([Entry(question=question)]).report
    assert [one.code for one in report.skipped] == skipped
    assert [one.code for one in report.notes] == notes


def test_what_has_no_place_is_noted() -> None:
    options = (Option(id="a", text="a", weight=1.0, feedback="yes"), Option(id="b", text="b", weight=0.0))
    question = Single(id="q", text="?", points=2.0, options=options, explanation="because")
    report = write_aiken([Entry(question=question, tags=("t",))]).report
    assert [one.code for one in report.notes] == ["pointsCut", "tagsLeft", "explanationLeft", "feedbackLeft"]
