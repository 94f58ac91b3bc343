"""Reading GIFT: the examples of its documentation in our words, and everything that can be wrong with a block."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.quizzes.formats.samples import counted_ids

from eduverse.quizzes.formats.gift import read_gift
from eduverse.quizzes.formats.report import Finding, Imported
from eduverse.quizzes.questions.kinds import (
    Essay,
    Matching,
    Multiple,
    Numeric,
    ShortAnswer,
    Single,
    TrueFalse,
)


def read(source: str) -> Imported:
    return read_gift(source, counted_ids())


def only(source: str) -> Any:
    imported = read(source)
    assert imported.report.skipped == ()
    assert len(imported.questions) == 1
    return imported.questions[0].question


def refused(source: str) -> Finding:
    report = read(source).report
    assert report.elements == 1
    return report.skipped[0]


def test_single_choice_with_feedback_and_partial_credit() -> None:
    question = only("Who's buried here? {~%50%nobody#nearly =Grant#yes ~Grant's father####Think\nabout it}")
    assert isinstance(question, Single)
    assert [(one.text, one.weight, one.feedback) for one in question.options] == [
        ("nobody", 0.5, "nearly"),
        ("Grant", 1.0, "yes"),
        ("Grant's father", 0.0, None),
    ]
    assert question.explanation == "Think\nabout it"


def test_multiple_choice() -> None:
    question = only("Which? {\n~%-100%none\n~%50%two\n~%50%two more\n~%-100%one}")
    assert isinstance(question, Multiple)
    assert [one.weight for one in question.options] == [-1.0, 0.5, 0.5, -1.0]


def test_weights_in_thirds_are_thirds() -> None:
    question = only("Which? {~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-33.33333%d}")
    assert [one.weight for one in question.options] == [1 / 3, 1 / 3, 1 / 3, -1 / 3]


def test_weights_that_do_not_add_up_are_scaled_and_noted() -> None:
    imported = read("Which? {~%100%a ~%100%b ~c}")
    question = imported.questions[0].question
    assert isinstance(question, Multiple)
    assert [one.weight for one in question.options] == [0.5, 0.5, 0.0]
    assert [one.code for one in imported.report.notes] == ["weightsScaled"]


@pytest.mark.parametrize(
    ("body", "correct", "if_true", "if_false"),
    [
        ("T", True, None, None),
        ("FALSE", False, None, None),
        ("true#no#yes", True, "yes", "no"),
        ("F#no#yes", False, "no", "yes"),
        ("T##yes", True, "yes", None),
        ("F#no", False, "no", None),
    ],
)
def test_true_and_false(body: str, correct: bool, if_true: str | None, if_false: str | None) -> None:
    question = only(f"Is it? {{{body}####because}}")
    assert isinstance(question, TrueFalse)
    assert (question.correct, question.feedback_true, question.feedback_false) == (correct, if_true, if_false)
    assert question.explanation == "because"


def test_short_answer() -> None:
    question = only("Two plus two? {=four =%50%fuor#nearly =4}")
    assert isinstance(question, ShortAnswer)
    assert [(one.text, one.weight, one.feedback) for one in question.accepted] == [
        ("four", 1.0, None),
        ("fuor", 0.5, "nearly"),
        ("4", 1.0, None),
    ]
    assert not question.wildcards


def test_a_short_answer_without_an_equals_sign() -> None:
    assert only("Two plus two? {four}").accepted[0].text == "four"


@pytest.mark.parametrize(
    ("body", "wildcards", "text"), [("=ab*", True, "ab*"), (r"=a\*b", False, "a*b"), (r"=a\**", True, r"a\**")]
)
def test_stars(body: str, wildcards: bool, text: str) -> None:
    question = only(f"? {{{body}}}")
    assert (question.wildcards, question.accepted[0].text) == (wildcards, text)


def test_matching_with_a_match_that_belongs_nowhere() -> None:
    question = only("Match. {\n=Canada -> Ottawa\n=Italy -> Rome\n=Also Italy -> Rome\n= -> Cairo\n}")
    assert isinstance(question, Matching)
    texts = {choice.id: choice.text for choice in question.choices}
    assert list(texts.values()) == ["Ottawa", "Rome", "Cairo"]
    assert [(pair.prompt, texts[pair.choice_id]) for pair in question.pairs] == [
        ("Canada", "Ottawa"),
        ("Italy", "Rome"),
        ("Also Italy", "Rome"),
    ]


def test_numbers() -> None:
    question = only("When? {#\n=1822:0#exactly\n=%50%1822:2#nearly\n=%25%1800..1900\n=%10%1,5}")
    assert isinstance(question, Numeric)
    assert [(one.value, one.high, one.tolerance, one.weight, one.feedback) for one in question.accepted] == [
        (1822.0, None, 0.0, 1.0, "exactly"),
        (1822.0, None, 2.0, 0.5, "nearly"),
        (1800.0, 1900.0, 0.0, 0.25, None),
        (1.5, None, 0.0, 0.1, None),
    ]


def test_one_number_needs_no_mark() -> None:
    assert only("Pi? {#3.14159:0.0005}").accepted[0].tolerance == 0.0005
    assert only("Pi? {#3..4}").accepted[0].high == 4.0


def test_a_feedback_for_any_other_number_is_noted() -> None:
    imported = read("When? {#=1822 ~#wrong}")
    assert [one.code for one in imported.report.notes] == ["anyOtherLeft"]


def test_essay() -> None:
    question = only("Write. {####what we look for}")
    assert isinstance(question, Essay)
    assert question.explanation == "what we look for"


def test_a_missing_word() -> None:
    question = only("The sky is {=blue ~green} today.")
    assert question.text == r"The sky is \_\_\_\_\_ today."


def test_names_categories_tags_and_ids() -> None:
    imported = read(
        "$CATEGORY: $course$/Biology\n\n// question: 1 [id:b\\]7] [tag:cell] [tag:plant]\n::A \\:: name::What? {T}"
    )
    entry = imported.questions[0]
    assert (entry.name, entry.category) == ("A :: name", "Biology")
    assert (entry.tags, entry.id_number) == (("cell", "plant"), "b]7")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("[html]<p>a <b>b</b></p> {T}", "a **b**"),
        ("[markdown]a *b* {T}", "a *b*"),
        ("[plain]a *b* {T}", r"a \*b\*"),
        ("[moodle]a <i>b</i>\nc {T}", "a *b*\nc"),
        ("a < b and $$x^2$$ {T}", "a < b and $$x^2$$"),
        (r"\(a \{b\}\) {T}", "$a {b}$"),
    ],
)
def test_formats(source: str, text: str) -> None:
    assert only(source).text == text


def test_the_format_of_the_text_holds_for_the_answers() -> None:
    question = only("[html]Which? {=<b>a</b>#<i>c</i> ~[plain]<b>}")
    assert [one.text for one in question.options] == ["**a**", r"\<b>"]
    assert question.options[0].feedback == "*c*"


def test_an_unknown_format_is_noted() -> None:
    imported = read("[wiki]a {T}")
    assert [(one.code, one.what, one.line) for one in imported.report.notes] == [("formatUnknown", "wiki", 1)]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("Just a text.", "noAnswers"),
        ("Not closed {=a", "bracesOpen"),
        ("Stray } here", "bracesStray"),
        ("Stray {T} }", "bracesStray"),
        ("Two {=a} and {=b}", "bracesTwice"),
        ("In {=a {b} ~c}", "braceInside"),
        ("{=a ~b}", "noText"),
        ("None? {~a ~b}", "noRightAnswer"),
        ("One? {~%100%a}", "tooFewOptions"),
        ("Empty? {=a ~}", "emptyAnswer"),
        ("Weight? {=a ~%150%b}", "notAWeight"),
        ("Weight? {=a ~%x%b}", "notAWeight"),
        ("Number? {#three}", "notANumber"),
        ("Number? {#3:-1}", "notANumber"),
        ("Match? {=a -> b =c}", "pairIncomplete"),
        ("Nothing? {#=%0%3}", "noRightAnswer"),
        ("? {=" + "a ~" * 201 + "b}", "tooManyParts"),
        ("a" * 20_001 + "{T}", "tooLong"),
    ],
)
def test_what_is_no_question_is_listed_with_its_line_and_reason(source: str, code: str) -> None:
    finding = refused("\n\n" + source)
    assert (finding.code, finding.line) == (code, 3)
    assert finding.reason
    assert finding.name


def test_one_bad_block_hinders_no_other() -> None:
    imported = read("One {T}\n\nTwo {\n\nThree {F}\n\n")
    assert [entry.question.text for entry in imported.questions] == ["One", "Three"]
    assert [(one.line, one.code) for one in imported.report.skipped] == [(3, "bracesOpen")]


PIECES = [
    "::t::",
    "{",
    "}",
    "=",
    "~",
    "#",
    "####",
    "->",
    "%50%",
    "\\",
    "T",
    "3:1",
    "1..2",
    "[html]",
    "<b>",
    "//",
    "$CATEGORY:",
    " a ",
    "\n",
    "\n\n",
    "*",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join))
def test_whatever_comes_in_every_element_is_imported_or_listed(source: str) -> None:
    imported = read(source)
    assert imported.report.elements == len(imported.questions) + len(imported.report.skipped)
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert all(1 <= (one.line or 0) <= len(lines) for one in imported.report.skipped)


@given(st.lists(st.sampled_from(["Q {T}", "Q {=a ~b}", "Q {", "Q }", "Q", "Q {#x}", "Q {=a->b =c}"]), max_size=12))
def test_as_many_elements_as_there_are_blocks(found: list[str]) -> None:
    imported = read("\n\n// nothing\n\n".join(found))
    assert imported.report.elements == len(found)
    assert len(imported.questions) == sum(one in {"Q {T}", "Q {=a ~b}"} for one in found)
