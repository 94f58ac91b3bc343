"""Moodle XML: what is written is read back as it was."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.quizzes.formats.samples import (
    clozes,
    counted_ids,
    entries,
    essays,
    matchings,
    multiples,
    numerics,
    orderings,
    short_answers,
    singles,
    true_falses,
)

from eduverse.quizzes.formats.checks import anonymous
from eduverse.quizzes.formats.moodle import read_moodle, write_moodle
from eduverse.quizzes.formats.report import Entry
from eduverse.quizzes.questions.kinds import (
    AcceptedNumber,
    AcceptedText,
    Cloze,
    Criterion,
    Essay,
    GapChoice,
    GapNumber,
    Level,
    Numeric,
    Option,
    Question,
    ShortAnswer,
    Tolerance,
    Unit,
)

MOODLE = st.one_of(
    singles,
    multiples,
    true_falses,
    short_answers(),
    numerics(ranges=False),
    essays,
    matchings(),
    orderings,
    clozes(),
)


def in_gaps(question: Question) -> Iterator[str]:
    """The texts that stand in the gaps of a cloze."""
    for gap in question.gaps if isinstance(question, Cloze) else ():
        for one in () if isinstance(gap, GapNumber) else gap.options if isinstance(gap, GapChoice) else gap.accepted:
            yield from (one.text, one.feedback or "")


def test_a_gap_that_the_format_cannot_say_is_left_out_and_told() -> None:
    options = (Option(id="a", text="\\}", weight=1.0), Option(id="b", text="x", weight=0.0))
    question = Cloze(id="q", text="What? {{g}}", points=1.0, gaps=(GapChoice(id="g", options=options),))
    exported = write_moodle([Entry(question=question)])
    assert [finding.code for finding in exported.report.skipped] == ["notExpressible"]


@given(st.lists(entries(MOODLE), max_size=3))
def test_what_moodle_knows_is_read_back_as_it_was(written: list[Entry]) -> None:
    assume(not any(re.search(r"\\[~#}]", text) for entry in written for text in in_gaps(entry.question)))
    exported = write_moodle(written)
    imported = read_moodle(exported.data, counted_ids())
    assert exported.report.notes == exported.report.skipped == ()
    assert imported.report.notes == imported.report.skipped == ()
    for before, after in zip(written, imported.questions, strict=True):
        assert anonymous(after.question) == anonymous(before.question)
        assert (after.name, after.category) == (before.name, before.category)
        assert (after.tags, after.id_number) == (before.tags, before.id_number)


@pytest.mark.parametrize(
    "question",
    [
        Essay(id="q", text="?", points=2.5, min_words=10, max_words=200, template="Dear", grader_notes="*strict*"),
        ShortAnswer(id="q", text="?", points=0.5, accepted=(AcceptedText(text="a"),), case_sensitive=True),
        Numeric(
            id="q",
            text="?",
            points=1.0,
            accepted=(AcceptedNumber(value=2.0, tolerance=0.05),),
            units=(Unit(name="m"), Unit(name="cm", factor=0.01), Unit(name="km", factor=1000.0)),
            unit_penalty=0.25,
        ),
    ],
    ids=["essay", "short answer", "numeric"],
)
def test_settings(question: Question) -> None:
    exported = write_moodle([Entry(question=question)])
    assert exported.report.notes == ()
    back = read_moodle(exported.data, counted_ids()).questions[0].question
    assert anonymous(back) == anonymous(question)


def number(value: float, high: float | None = None, tolerance: float = 0.0, kind: str = "absolute") -> AcceptedNumber:
    return AcceptedNumber(value=value, high=high, tolerance=tolerance, kind=Tolerance(kind))


@pytest.mark.parametrize(
    ("accepted", "back", "notes"),
    [
        (number(1, high=2), number(1.5, tolerance=0.5), ["rangeChanged"]),
        (number(-10, tolerance=0.1, kind="relative"), number(-10, tolerance=1.0), ["toleranceChanged"]),
        (
            number(-2, tolerance=1.0, kind="geometric"),
            number(-2.5, tolerance=1.5),
            ["toleranceChanged", "rangeChanged"],
        ),
    ],
)
def test_tolerances_become_distances(accepted: AcceptedNumber, back: AcceptedNumber, notes: list[str]) -> None:
    exported = write_moodle([Entry(question=Numeric(id="q", text="?", points=1.0, accepted=(accepted,)))])
    question = read_moodle(exported.data, counted_ids()).questions[0].question
    assert isinstance(question, Numeric)
    assert question.accepted == (back,)
    assert [one.code for one in exported.report.notes] == notes


def test_what_gets_lost_is_noted() -> None:
    rubric = (Criterion(id="c", text="Style", levels=(Level(points=0.0, text="none"),)),)
    slips = ShortAnswer(id="q", text="?", points=1.0, accepted=(AcceptedText(text="a"),), max_edits=2)
    essay = Essay(id="q", text="a\x00b", points=1.0, rubric=rubric)
    report = write_moodle([Entry(question=slips), Entry(question=essay)]).report
    assert [one.code for one in report.notes] == ["slipsLeft", "charactersLeft", "rubricLeft"]
    assert report.skipped == ()


def test_moodle_finds_what_it_looks_for() -> None:
    entry = Entry(question=Essay(id="q", text="**Why** is $x_1$?", points=2.0), category="A/B", tags=("t",))
    quiz = fromstring(write_moodle([entry]).data)
    category, question = quiz
    assert (category.get("type"), category.findtext("category/text")) == ("category", "$course$/top/A/B")
    text = question.find("questiontext")
    assert text is not None
    assert (text.get("format"), text.findtext("text")) == ("markdown", r"**Why** is \\(x\_1\\)?")
    assert question.findtext("defaultgrade") == "2.0"
    assert question.findtext("tags/tag/text") == "t"
