"""What blind guessing earns."""

import pytest

from eduverse.quizzes.guessing import guess_score
from eduverse.quizzes.questions.kinds import (
    AcceptedText,
    Choice,
    Cloze,
    GapChoice,
    GapText,
    Matching,
    Multiple,
    Option,
    Pair,
    Question,
    ShortAnswer,
    Single,
    TrueFalse,
)


def options(*weights: float) -> tuple[Option, ...]:
    return tuple(Option(id=str(place), text="?", weight=weight) for place, weight in enumerate(weights))


SINGLE = Single(id="q", text="?", points=1, options=options(1, 0, 0.5, -0.5))
MATCHING = Matching(
    id="q",
    text="?",
    points=1,
    pairs=(Pair(id="p", prompt="?", choice_id="a"),),
    choices=(Choice(id="a", text="a"), Choice(id="b", text="b"), Choice(id="c", text="c")),
)
CLOZE = Cloze(
    id="q",
    text="{{a}} {{b}}",
    points=1,
    gaps=(
        GapChoice(id="a", options=options(1, 0), weight=3),
        GapText(id="b", accepted=(AcceptedText(text="x"),), weight=1),
    ),
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (SINGLE, 1.5 / 4),
        (TrueFalse(id="q", text="?", points=1, correct=True), 0.5),
        (ShortAnswer(id="q", text="?", points=1, accepted=(AcceptedText(text="x"),)), 0),
        (MATCHING, 1 / 3),
        (CLOZE, 0.375),
        (Multiple(id="q", text="?", points=1, options=options(1, 0)), None),
    ],
)
def test_guessing_blindly(question: Question, expected: float | None) -> None:
    assert guess_score(question) == pytest.approx(expected)
