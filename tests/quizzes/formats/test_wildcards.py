"""The star of a short answer."""

import pytest

from eduverse.quizzes.formats.wildcards import with_wildcards, without_wildcards
from eduverse.quizzes.questions.kinds import AcceptedText, ShortAnswer


def short(text: str, *, wildcards: bool) -> ShortAnswer:
    return ShortAnswer(id="q", text="?", points=1.0, accepted=(AcceptedText(text=text),), wildcards=wildcards)


@pytest.mark.parametrize("text", ["a", "a*b", "\\*", "a\\*\\b", "**", "\\"])
def test_a_question_without_wildcards_comes_back(text: str) -> None:
    question = short(text, wildcards=False)
    assert without_wildcards(with_wildcards(question)) == question


def test_a_star_alone_stays_a_wildcard() -> None:
    question = short("a*\\*", wildcards=True)
    assert without_wildcards(question) == with_wildcards(question) == question
