"""GIFT: what is written is read back as it was; what cannot be said is in the report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.quizzes.formats.samples import (
    counted_ids,
    entries,
    essays,
    matchings,
    multiples,
    numerics,
    short_answers,
    singles,
    true_falses,
)

from eduverse.quizzes.formats.checks import anonymous
from eduverse.quizzes.formats.gift import read_gift, write_gift
from eduverse.quizzes.formats.report import Entry
from eduverse.quizzes.questions.kinds import (
    AcceptedNumber,
    AcceptedText,
    Choice,
    Essay,
    Item,
    Matching,
    Numeric,
    Option,
    Ordering,
    Pair,
    Question,
    ShortAnswer,
    Single,
    Tolerance,
    Unit,
)

GIFT = st.one_of(singles, multiples, true_falses, short_answers(), numerics(), essays, matchings())


@given(st.lists(entries(GIFT), max_size=3))
def test_what_gift_can_say_is_read_back_as_it_was(written: list[Entry]) -> None:
    exported = write_gift(written)
    imported = read_gift(exported.data, counted_ids())
    assert exported.report.notes == exported.report.skipped == ()
    assert imported.report.notes == imported.report.skipped == ()
    assert imported.report.elements == len(written)
    for before, after in zip(written, imported.questions, strict=True):
        assert anonymous(after.question) == anonymous(before.question)
        assert (after.name, after.category) == (before.name, before.category)
        assert (after.tags, after.id_number) == (before.tags, before.id_number)


def export(question: Question) -> tuple[str, list[str], list[str]]:
    exported = write_gift([Entry(question=question)])
    report = exported.report
    return exported.data.decode(), [one.code for one in report.skipped], [one.code for one in report.notes]


def single(text: str, *options: str) -> Single:
    weights = [1.0, *(0.0 for _ in options[1:])]
    made = (Option(id=one, text=one, weight=weight) for one, weight in zip(options, weights, strict=True))
    return Single(id="q", text=text, points=1.0, options=tuple(made))


def test_a_file_for_people() -> None:
    entry = Entry(
        question=single("What is 2 + 2?", "4", "5"), name="Sums", category="Maths/Year 1", tags=("easy",), id_number="7"
    )
    assert write_gift([entry]).data.decode() == (
        "$CATEGORY: Maths/Year 1\n\n// [id:7] [tag:easy]\n::Sums::What is 2 + 2? {\n=4\n~5\n}\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("costs 3 €", "costs 3 €"),
        ("a **bold** word", "[markdown]a **bold** word"),
        ("$x^2$ is", r"\\(x^2\\) is"),
        ("**$x_1$**", r"[markdown]**\\\\(x\\_1\\\\)**"),
        ("two\nlines", r"two\nlines"),
        ("[html] is a word", r"[markdown][html] is a word"),
        ("// is integer division", "[markdown]// is integer division"),
        ("a = {b}: c", r"a \= \{b\}\: c"),
    ],
)
def test_texts(text: str, written: str) -> None:
    assert export(single(text, "a", "b"))[0].partition(" {\n")[0] == written


def test_a_single_choice_in_which_all_is_right_stays_one() -> None:
    options = (Option(id="a", text="a", weight=1.0), Option(id="b", text="b", weight=1.0))
    text, skipped, _ = export(Single(id="q", text="?", points=1.0, options=options))
    assert text == "? {\n=a\n~%100%b\n}\n"
    assert not skipped


ACCEPTED = (AcceptedNumber(value=10.0, tolerance=0.1, kind=Tolerance.RELATIVE),)
ARROW = (Choice(id="c", text="x"), Choice(id="d", text="y"))


@pytest.mark.parametrize(
    "question",
    [
        Ordering(id="q", text="?", points=1.0, items=(Item(id="a", text="a"), Item(id="b", text="b"))),
        Numeric(id="q", text="?", points=1.0, accepted=ACCEPTED, units=(Unit(name="m"),)),
        ShortAnswer(id="q", text="?", points=1.0, accepted=(AcceptedText(text="a->b"),)),
        Matching(id="q", text="?", points=1.0, pairs=(Pair(id="p", prompt="p->x", choice_id="c"),), choices=ARROW),
    ],
    ids=["ordering", "units", "arrow in a short answer", "arrow in a prompt"],
)
def test_what_gift_cannot_say_is_left_out_and_listed(question: Question) -> None:
    text, skipped, notes = export(question)
    assert (text, skipped, notes) == ("", ["notExpressible"], [])


@pytest.mark.parametrize(
    ("question", "notes"),
    [
        (Essay(id="q", text="?", points=3.0, min_words=50), ["pointsCut", "essayLeft"]),
        (Numeric(id="q", text="?", points=1.0, accepted=ACCEPTED), ["toleranceChanged"]),
        (
            ShortAnswer(
                id="q", text="?", points=1.0, accepted=(AcceptedText(text="a"),), case_sensitive=True, max_edits=1
            ),
            ["caseLeft", "slipsLeft"],
        ),
    ],
    ids=["essay", "tolerance", "short answer"],
)
def test_what_gets_lost_is_noted(question: Question, notes: list[str]) -> None:
    text, skipped, noted = export(question)
    assert text
    assert (skipped, noted) == ([], notes)
