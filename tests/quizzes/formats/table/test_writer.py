"""Tables: what is written is read back as it was."""

import csv
import io

import pytest
from hypothesis import given
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
from eduverse.quizzes.formats.report import Entry
from eduverse.quizzes.formats.table import read_csv, write_csv
from eduverse.quizzes.questions.kinds import (
    AcceptedNumber,
    AcceptedText,
    Choice,
    Essay,
    Matching,
    Numeric,
    Pair,
    Question,
    ShortAnswer,
    Tolerance,
    Unit,
)

TABLE = st.one_of(
    singles, multiples, true_falses, short_answers(), numerics(), essays, matchings(), orderings, clozes()
)


@given(st.lists(entries(TABLE), max_size=3))
def test_what_a_table_can_say_is_read_back_as_it_was(written: list[Entry]) -> None:
    exported = write_csv(written)
    imported = read_csv(exported.data, counted_ids())
    assert exported.report.notes == exported.report.skipped == ()
    assert imported.report.notes == imported.report.skipped == ()
    for before, after in zip(written, imported.questions, strict=True):
        assert anonymous(after.question) == anonymous(before.question)
        assert (after.name, after.category) == (before.name, before.category)
        assert (after.tags, after.id_number) == (before.tags, before.id_number)


@given(st.lists(entries(TABLE), max_size=3))
def test_no_cell_begins_a_formula(written: list[Entry]) -> None:
    rows = csv.reader(io.StringIO(write_csv(written).data.decode("utf-8-sig"), newline=""))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize(
    "question",
    [
        Essay(id="q", text="?", points=2.5, min_words=10, max_words=200),
        ShortAnswer(id="q", text="?", points=1.0, accepted=(AcceptedText(text="a"),), case_sensitive=True, max_edits=2),
        Numeric(
            id="q",
            text="?",
            points=1.0,
            accepted=(
                AcceptedNumber(value=2.0, tolerance=0.05, kind=Tolerance.RELATIVE),
                AcceptedNumber(value=3.0, tolerance=0.1, kind=Tolerance.GEOMETRIC, weight=0.5),
            ),
            units=(Unit(name="m"), Unit(name="cm,x", factor=0.01)),
            unit_penalty=0.25,
        ),
    ],
    ids=["essay", "short answer", "numeric"],
)
def test_settings(question: Question) -> None:
    exported = write_csv([Entry(question=question)])
    assert exported.report.notes == ()
    back = read_csv(exported.data, counted_ids()).questions[0].question
    assert anonymous(back) == anonymous(question)


def test_what_a_table_cannot_say_is_listed() -> None:
    choices = (Choice(id="c", text="x"), Choice(id="d", text="y"))
    arrow = Matching(id="q", text="?", points=1.0, pairs=(Pair(id="p", prompt="a->b", choice_id="c"),), choices=choices)
    essay = Essay(id="q", text="?", points=1.0, template="Dear")
    report = write_csv([Entry(question=arrow), Entry(question=essay)]).report
    assert [one.code for one in report.skipped] == ["notExpressible"]
    assert [one.code for one in report.notes] == ["essayTextsLeft"]
