"""Reading what Moodle exports."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.quizzes.formats.samples import counted_ids

from eduverse.quizzes.formats.errors import UnreadableFile
from eduverse.quizzes.formats.moodle import read_moodle
from eduverse.quizzes.formats.report import Imported
from eduverse.quizzes.questions.kinds import (
    Cloze,
    Essay,
    Matching,
    Multiple,
    Numeric,
    Ordering,
    OrderingStrategy,
    ShortAnswer,
    Single,
    TrueFalse,
    Unit,
)

TEXT = '<questiontext format="html"><text><![CDATA[<p>Why <b>so</b>?</p>]]></text></questiontext>'


def read(*questions: str) -> Imported:
    return read_moodle(f"<?xml version='1.0'?><quiz>{''.join(questions)}</quiz>", counted_ids())


def xml(kind: str, inner: str, text: str = TEXT) -> str:
    return f'<question type="{kind}"><name><text>N</text></name>{text}{inner}</question>'


def only(kind: str, inner: str, text: str = TEXT) -> tuple[Any, list[str]]:
    imported = read(xml(kind, inner, text))
    assert imported.report.skipped == ()
    entry = imported.questions[0]
    assert entry.name == "N"
    return entry.question, [note.code for note in imported.report.notes]


def answer(fraction: str, text: str, feedback: str = "", more: str = "") -> str:
    said = f'<feedback format="html"><text>{feedback}</text></feedback>'
    return f'<answer fraction="{fraction}" format="html"><text>{text}</text>{said}{more}</answer>'


def test_single_and_multiple_choice() -> None:
    question, notes = only(
        "multichoice",
        "<single>true</single><defaultgrade>2.0000000</defaultgrade>"
        "<generalfeedback><text>because</text></generalfeedback>"
        f"{answer('100', '&lt;i&gt;a&lt;/i&gt;', 'yes')}{answer('-33.33333', 'b')}",
    )
    assert isinstance(question, Single)
    assert (question.text, question.points, question.explanation) == ("Why **so**?", 2.0, "because")
    assert [(one.text, one.weight, one.feedback) for one in question.options] == [
        ("*a*", 1.0, "yes"),
        ("b", -1 / 3, None),
    ]
    assert notes == []
    several, _ = only("multichoice", f"<single>false</single>{answer('50', 'a')}{answer('50', 'b')}{answer('0', 'c')}")
    assert isinstance(several, Multiple)


def test_true_and_false() -> None:
    question, _ = only("truefalse", answer("0", "true", "no") + answer("100", "false", "yes"))
    assert isinstance(question, TrueFalse)
    assert (question.correct, question.feedback_true, question.feedback_false) == (False, "no", "yes")


def test_short_answer() -> None:
    question, _ = only("shortanswer", "<usecase>1</usecase>" + answer("100", "gr?y*") + answer("50", "a"))
    assert isinstance(question, ShortAnswer)
    assert (question.case_sensitive, question.wildcards) == (True, True)
    assert [(one.text, one.weight) for one in question.accepted] == [("gr?y*", 1.0), ("a", 0.5)]


UNITS = (
    "<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit>"
    "<unit><multiplier>100</multiplier><unit_name>cm</unit_name></unit></units>"
)


def test_numbers_with_units() -> None:
    graded = f"<unitgradingtype>1</unitgradingtype><unitpenalty>0.1000000</unitpenalty>{UNITS}"
    inner = answer("100", "5.1", "", "<tolerance>0.01</tolerance>") + answer("0", "*", "no") + graded
    question, notes = only("numerical", inner)
    assert isinstance(question, Numeric)
    assert (question.accepted[0].value, question.accepted[0].tolerance) == (5.1, 0.01)
    assert question.units == (Unit(name="m"), Unit(name="cm", factor=0.01))
    assert question.unit_penalty == 0.1
    assert notes == ["anyOtherLeft"]


def test_units_that_are_not_asked_for_are_left_out() -> None:
    question, notes = only("numerical", answer("100", "5") + UNITS + "<showunits>3</showunits>")
    assert (question.units, notes) == ((), ["unitsLeft"])


def test_essay() -> None:
    inner = (
        "<minwordlimit>10</minwordlimit><maxwordlimit>0</maxwordlimit><attachments>2</attachments>"
        '<graderinfo format="html"><text>be &lt;b&gt;kind&lt;/b&gt;</text></graderinfo>'
        '<responsetemplate format="html"><text>Dear</text></responsetemplate>'
    )
    question, notes = only("essay", inner)
    assert isinstance(question, Essay)
    assert (question.min_words, question.max_words) == (10, None)
    assert (question.grader_notes, question.template) == ("be **kind**", "Dear")
    assert notes == ["attachmentsLeft"]


def test_matching() -> None:
    pair = '<subquestion format="html"><text>{}</text><answer><text>{}</text></answer></subquestion>'
    question, _ = only("matching", pair.format("&lt;b&gt;I&lt;/b&gt;", "2*3*4") + pair.format("", "Cairo"))
    assert isinstance(question, Matching)
    assert [pair.prompt for pair in question.pairs] == ["**I**"]
    assert [choice.text for choice in question.choices] == [r"2\*3\*4", "Cairo"]


@pytest.mark.parametrize(
    ("named", "strategy", "notes"),
    [
        ("LONGEST_ORDERED_SUBSET", OrderingStrategy.LONGEST_SUBSET, []),
        ("-1", OrderingStrategy.ALL_OR_NOTHING, []),
        ("RELATIVE_TO_CORRECT", OrderingStrategy.ABSOLUTE_POSITION, ["gradingChanged"]),
    ],
)
def test_ordering(named: str, strategy: OrderingStrategy, notes: list[str]) -> None:
    inner = f"<gradingtype>{named}</gradingtype>{answer('100', 'a')}{answer('100', 'b')}"
    question, noted = only("ordering", inner)
    assert isinstance(question, Ordering)
    assert [item.text for item in question.items] == ["a", "b"]
    assert (question.strategy, noted) == (strategy, notes)


def test_gaps_give_the_points() -> None:
    text = '<questiontext format="html"><text>&lt;p&gt;A {2:SA:=b} {1:NM:=3}&lt;/p&gt;</text></questiontext>'
    question, _ = only("cloze", "", text)
    assert isinstance(question, Cloze)
    assert question.points == 3.0
    assert len(question.gaps) == 2


def test_categories_tags_and_ids() -> None:
    imported = read(
        '<question type="category"><category><text>$course$/top/Maths/Sums</text></category></question>',
        xml("essay", "<idnumber>7</idnumber><tags><tag><text>a</text></tag><tag><text> b </text></tag></tags>"),
    )
    entry = imported.questions[0]
    assert (entry.category, entry.tags, entry.id_number) == ("Maths/Sums", ("a", "b"), "7")
    assert imported.report.elements == 1


def test_what_has_no_place_is_noted() -> None:
    text = (
        '<questiontext format="html"><text>&lt;img src="@@PLUGINFILE@@/x.png" alt="a cell"&gt;</text>'
        '<file name="x.png">AAAA</file><file name="y.pdf" encoding="base64">AAAA</file></questiontext>'
    )
    inner = "<correctfeedback><text>Well done</text></correctfeedback><hint><text>Think</text></hint>"
    question, notes = only("essay", inner, text)
    assert question.text == r"\[a cell]"
    assert notes == ["imageLeft", "fileLeft", "imageLeft", "feedbackLeft", "hintsLeft"]


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (xml("description", ""), "noAnswers"),
        (xml("calculated", ""), "typeUnknown"),
        ("<questions/>", "typeUnknown"),
        ("<question/>", "typeUnknown"),
        (xml("essay", "", ""), "noText"),
        (xml("cloze", "", ""), "noText"),
        (xml("cloze", ""), "noGaps"),
        (xml("essay", "<defaultgrade>lots</defaultgrade>"), "notPoints"),
        (xml("essay", "<minwordlimit>few</minwordlimit>"), "notANumber"),
        (xml("multichoice", answer("0", "a") + answer("0", "b")), "noRightAnswer"),
        (xml("multichoice", answer("100", "a")), "tooFewOptions"),
        (xml("multichoice", answer("some", "a") + answer("0", "b")), "notAWeight"),
        (xml("truefalse", answer("100", "maybe")), "notTrueOrFalse"),
        (xml("truefalse", answer("0", "true")), "noRightAnswer"),
        (xml("shortanswer", answer("100", "")), "emptyAnswer"),
        (xml("numerical", answer("100", "x")), "notANumber"),
        (xml("numerical", answer("100", "1") + "<units><unit><unit_name>m</unit_name></unit></units>"), "notANumber"),
        (
            xml(
                "numerical",
                answer("100", "1") + UNITS + "<unitgradingtype>1</unitgradingtype><unitpenalty>2</unitpenalty>",
            ),
            "notAWeight",
        ),
    ],
)
def test_what_is_no_question_is_listed_with_its_path(question: str, code: str) -> None:
    report = read(xml("essay", ""), question).report
    assert report.elements == 2
    assert [one.code for one in report.skipped] == [code]
    expected = "quiz/questions[1]" if question == "<questions/>" else "quiz/question[2]"
    assert report.skipped[0].path == expected


@pytest.mark.parametrize("source", ["<html/>", "<quiz>", ""])
def test_another_file_is_refused_as_a_whole(source: str) -> None:
    with pytest.raises(UnreadableFile):
        read_moodle(source, counted_ids())


TAGS = ["answer", "questiontext", "name", "text", "subquestion", "units", "unit", "file", "single", "tolerance"]
KINDS = [
    "multichoice",
    "truefalse",
    "shortanswer",
    "numerical",
    "essay",
    "matching",
    "cloze",
    "ordering",
    "category",
    "",
]


def _trees() -> st.SearchStrategy[str]:
    leaf = st.sampled_from(["", "a", "1", "true", "100", "{1:SA:=b}", "*"])
    return st.recursive(
        leaf,
        lambda inner: st.tuples(st.sampled_from(TAGS), st.lists(inner, max_size=3)).map(
            lambda found: f"<{found[0]}>{''.join(found[1])}</{found[0]}>"
        ),
        max_leaves=8,
    )


@given(st.lists(st.tuples(st.sampled_from(KINDS), _trees()), max_size=4))
def test_whatever_comes_in_every_element_is_imported_or_listed(found: list[tuple[str, str]]) -> None:
    imported = read(*(f'<question type="{kind}">{inner}</question>' for kind, inner in found))
    assert imported.report.elements == len(imported.questions) + len(imported.report.skipped)
    assert imported.report.elements == sum(kind != "category" for kind, _ in found)
