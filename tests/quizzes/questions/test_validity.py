"""What keeps a question from being graded."""

from typing import Any

import pytest
from msgspec import structs
from tests.quizzes.questions.test_arranging import MATCHING, S, ordering
from tests.quizzes.questions.test_choosing import MULTIPLE
from tests.quizzes.questions.test_gaps import CLOZE
from tests.quizzes.questions.test_numbers import UNITS, numeric
from tests.quizzes.questions.test_writing import short

from eduverse.quizzes.questions import (
    AcceptedText,
    Criterion,
    Essay,
    Level,
    Option,
    Question,
    Single,
    Unit,
    faults_of,
)

ESSAY = Essay(id="q", text="?", points=1.0)


def options(*weights: float) -> tuple[Option, ...]:
    return tuple(Option(id=f"o{place}", text="?", weight=weight) for place, weight in enumerate(weights))


def rubric(*points: float) -> tuple[Criterion, ...]:
    return (Criterion(id="r", text="?", levels=tuple(Level(points=one, text="?") for one in points)),)


def single(*weights: float) -> Single:
    return Single(id="q", text="?", points=1.0, options=options(*weights))


@pytest.mark.parametrize(
    "question", [MATCHING, MULTIPLE, CLOZE, ordering(S.LONGEST_RUN, 3), numeric(1.0, units=UNITS), short("a"), ESSAY]
)
def test_what_can_be_graded(question: Question) -> None:
    assert faults_of(question) == []


@pytest.mark.parametrize(
    ("question", "changes", "field"),
    [
        (single(0.5, 0.0), {}, "options"),
        (single(1.0, 2.0), {}, "options[1].weight"),
        (single(1.0, 0.0), {"options": (*options(1.0), *options(0.0))}, "options"),
        (MULTIPLE, {"options": options(0.5, 0.4)}, "options"),
        (MULTIPLE, {"options": options(0.0, -1.0)}, "options"),
        (MULTIPLE, {"options": options(1.0, 1.0)}, "options"),
        (short("a"), {"accepted": (AcceptedText(text="a", weight=0.5),)}, "accepted"),
        (short("a", " \u3000"), {}, "accepted[1].text"),
        (numeric(1.0, tolerance=-1.0), {}, "accepted[0]"),
        (numeric(float("nan")), {}, "accepted[0]"),
        (numeric(1.0), {"units": (Unit(name="m", factor=0.0),)}, "units[0].factor"),
        (numeric(1.0), {"units": (Unit(name="10 m"),)}, "units[0].name"),
        (numeric(1.0), {"unit_penalty": 1.5}, "unitPenalty"),
        (ESSAY, {"min_words": 10, "max_words": 9}, "maxWords"),
        (ESSAY, {"rubric": rubric(2, 1)}, "rubric[0].levels"),
        (ESSAY, {"rubric": rubric(0)}, "rubric[0].levels"),
        (ESSAY, {"rubric": rubric(0, 0)}, "rubric[0].levels"),
        (MATCHING, {"choices": MATCHING.choices[:1]}, "choices"),
        (MATCHING, {"choices": MATCHING.choices[1:]}, "pairs[0]"),
        (MATCHING, {"pairs": ()}, "pairs"),
        (MATCHING, {"pairs": MATCHING.pairs * 2}, "pairs"),
        (ordering(S.LONGEST_RUN, 1), {}, "items"),
        (CLOZE, {"text": "{{c}} {{t}}"}, "gaps[2]"),
        (CLOZE, {"text": "{{c}} {{t}} {{n}} {{n}}"}, "gaps[2]"),
        (CLOZE, {"gaps": ()}, "gaps"),
    ],
)
def test_what_cannot(question: Question, changes: dict[str, Any], field: str) -> None:
    assert field in [fault.field for fault in faults_of(structs.replace(question, **changes))]
