"""What a question must be, and when two are the same."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.quizzes.formats.samples import clozes, matchings, multiples, singles

from eduverse.quizzes.formats.checks import anonymous, sound
from eduverse.quizzes.formats.report import Draft, Place, Skip
from eduverse.quizzes.questions import faults_of
from eduverse.quizzes.questions.kinds import (
    AcceptedNumber,
    AcceptedText,
    Cloze,
    Essay,
    GapText,
    Item,
    Numeric,
    Option,
    Ordering,
    Question,
    ShortAnswer,
    Single,
    TrueFalse,
    Unit,
)

CLOZE = Cloze(id="q", text="{{g}}", points=1.0, gaps=(GapText(id="g", accepted=(AcceptedText(text="a"),)),))
ESSAY = Essay(id="q", text="?", points=1.0)


def single(*options: Option) -> Single:
    return Single(id="q", text="?", points=1.0, options=options)


def option(number: int = 0, **fields: Any) -> Option:
    return Option(**{"id": f"o{number}", "text": "a", "weight": float(number == 0), **fields})


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (replace(ESSAY, text="  "), "noText"),
        (replace(ESSAY, points=0.0), "notPoints"),
        (replace(ESSAY, points=100.5), "notPoints"),
        (replace(ESSAY, max_words=10_001), "notGradable"),
        (replace(CLOZE, gaps=(replace(CLOZE.gaps[0], weight=101.0),)), "notPoints"),
        (
            ShortAnswer(id="q", text="?", points=1.0, accepted=(AcceptedText(text="a"),), max_edits=4),
            "settingUnknown",
        ),
        (replace(ESSAY, text="a" * 10_001), "tooLong"),
        (replace(ESSAY, explanation="a" * 5_001), "tooLong"),
        (replace(ESSAY, min_words=10, max_words=5), "notGradable"),
        (single(option()), "tooFewOptions"),
        (single(*(option(number) for number in range(21))), "tooManyParts"),
        (single(option(), option(1, text=" ")), "emptyAnswer"),
        (single(option(), option(1, text="a" * 1_001)), "tooLong"),
        (single(option(), option(1, feedback="a" * 2_001)), "tooLong"),
        (single(option(1), option(2)), "noRightAnswer"),
        (TrueFalse(id="q", text="?", points=1.0, correct=True, feedback_true="a" * 2_001), "tooLong"),
        (ShortAnswer(id="q", text="?", points=1.0, accepted=()), "noRightAnswer"),
        (Ordering(id="q", text="?", points=1.0, items=(Item(id="a", text="a"),)), "tooFewOptions"),
        (replace(CLOZE, gaps=()), "noGaps"),
        (replace(CLOZE, text="no gap"), "notGradable"),
        (
            Numeric(id="q", text="?", points=1.0, accepted=(AcceptedNumber(value=1.0),), units=(Unit(name="1 m"),)),
            "notGradable",
        ),
    ],
)
def test_what_is_refused(question: Question, code: str) -> None:
    with pytest.raises(Skip) as caught:
        sound(question, Draft(Place()))
    assert caught.value.reason.code == code


@given(st.one_of(singles, multiples, matchings(), clozes()))
def test_what_is_sound_can_be_graded(question: Question) -> None:
    checked = sound(question, Draft(Place()))
    assert faults_of(checked) == []
    assert sound(checked, Draft(Place())) == checked


def test_ids_do_not_count_and_texts_do() -> None:
    one, other = single(option(), option(1)), single(option(3, weight=1.0), option(4))
    assert anonymous(one) == anonymous(replace(other, id="r"))
    assert anonymous(one) != anonymous(single(option(), option(1, text="b")))
    renamed = replace(CLOZE, text="{{h}}", gaps=(replace(CLOZE.gaps[0], id="h"),))
    assert anonymous(renamed) == anonymous(CLOZE)
