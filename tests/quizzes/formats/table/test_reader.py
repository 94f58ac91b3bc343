"""Reading tables as teachers type them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.quizzes.formats.samples import counted_ids

from eduverse.quizzes.formats.errors import UnreadableFile
from eduverse.quizzes.formats.report import Imported
from eduverse.quizzes.formats.table import read_csv

HEADER = "Type;Text;Points;Tags;Correct;Settings;Units;Option 1;Option 2;Option 3;Weight 3;Feedback 1"


def read(*rows: str) -> Imported:
    return read_csv("\n".join([HEADER, *rows]), counted_ids())


def only(row: str) -> Any:
    imported = read(row)
    assert imported.report.skipped == ()
    return imported.questions[0].question


def test_a_single_choice() -> None:
    question = only('single;2 + 2?;2,5;"maths, easy";2;;;3;4;5;;too few')
    assert question.points == 2.5
    assert [(one.text, one.weight, one.feedback) for one in question.options] == [
        ("3", 0.0, "too few"),
        ("4", 1.0, None),
        ("5", 0.0, None),
    ]
    assert read("single;?;;a,b,a;1;;;x;y").questions[0].tags == ("a", "b")


def test_wrong_options_of_a_multiple_choice_cost_what_right_ones_earn() -> None:
    assert [one.weight for one in only("multiple;?;;;1, 3;;;a;b;c").options] == [0.5, -0.5, 0.5]
    assert [one.weight for one in only("Multiple;?;;;1;;;a;b;c;100%").options] == [0.0, 0.0, 1.0]


@pytest.mark.parametrize(("key", "correct"), [("true", True), ("Falsch", False), ("ja", True), ("0", False)])
def test_true_and_false(key: str, correct: bool) -> None:
    assert only(f"truefalse;?;;;{key}").correct is correct


def test_other_kinds() -> None:
    assert only("shortAnswer;?;;;;caseSensitive maxEdits=1;;a;b").max_edits == 1
    assert only("numeric;?;;;;unitPenalty=50%;m,cm:0.01;3:5%;1..2").units[1].factor == 0.01
    assert only("essay;?;;;;minWords=5;").min_words == 5
    assert len(only("matching;?;;;;;;a -> b;-> c").pairs) == 1
    assert only("ordering;?;;;;strategy=longestRun;;a;b").strategy.value == "longestRun"
    assert only("cloze;A {1:SA:=b}").gaps[0].accepted[0].text == "b"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("riddle;?", "typeUnknown"),
        ("single;;;;1;;;a;b", "noText"),
        ("single;?;;;;;;a;b", "noRightAnswer"),
        ("single;?;;;4;;;a;b", "keyUnknown"),
        ("single;?;;;x;;;a;b", "keyUnknown"),
        ("single;?;;;1;;;a", "tooFewOptions"),
        ("single;?;many;;1;;;a;b", "notPoints"),
        ("single;?;;;1;;;a;b;c;200", "notAWeight"),
        ("trueFalse;?;;;maybe", "notTrueOrFalse"),
        ("shortAnswer;?;;;;colour=red;;a", "settingUnknown"),
        ("shortAnswer;?;;;;wildcards=perhaps;;a", "notTrueOrFalse"),
        ("shortAnswer;?;;;;maxEdits=0.5;;a", "notANumber"),
        ("numeric;?;;;;;;three", "notANumber"),
        ("numeric;?;;;;;cm:x;3", "notANumber"),
        ("matching;?;;;;;;a;b", "pairIncomplete"),
        ("ordering;?;;;;strategy=best;;a;b", "settingUnknown"),
        ("cloze;no gaps", "noGaps"),
        ("single;" + "a" * 20_001 + ";;;1;;;a;b", "tooLong"),
    ],
)
def test_what_is_no_question_is_listed(row: str, code: str) -> None:
    report = read("essay;fine", row).report
    assert [(one.line, one.code) for one in report.skipped] == [(3, code)]
    assert report.elements == 2


def test_an_unknown_column_is_noted() -> None:
    imported = read_csv("type,text,mood\nessay,?,good\n", counted_ids())
    assert [(one.code, one.what) for one in imported.report.notes] == [("columnUnknown", "mood")]
    assert len(imported.questions) == 1


@pytest.mark.parametrize("source", ["", "question,answer\na,b\n", "text\na\n"])
def test_the_header_must_name_what_is_needed(source: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_csv(source, counted_ids())
    assert caught.value.extra == {"line": 1, "column": 1}


@given(st.lists(st.sampled_from(["single", "essay", ";", "1", "\n", "a", "->", "=", "option1"]), max_size=40))
def test_every_row_is_imported_or_listed(pieces: list[str]) -> None:
    rows = [row for row in "".join(pieces).split("\n") if row.replace(";", "").strip()]
    imported = read(*rows)
    assert imported.report.elements == len(imported.questions) + len(imported.report.skipped) == len(rows)
