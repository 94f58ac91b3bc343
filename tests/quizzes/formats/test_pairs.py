"""Matching questions as files have them."""

from eduverse.quizzes.formats.pairs import pairs_of
from eduverse.quizzes.questions.kinds import Choice, Matching, Pair


def test_pairs_come_first_and_what_belongs_nowhere_last() -> None:
    choices = (Choice(id="x", text="none"), Choice(id="y", text="red"))
    pairs = (Pair(id="p", prompt="Mars", choice_id="y"), Pair(id="r", prompt="rust", choice_id="y"))
    question = Matching(id="q", text="?", points=1.0, pairs=pairs, choices=choices)
    assert list(pairs_of(question)) == [("Mars", "red"), ("rust", "red"), ("", "none")]
