"""The star of a short answer: it stands for anything, unless a backslash stands before it."""

import re

from msgspec import structs

from eduverse.quizzes.questions.kinds import ShortAnswer

__all__ = ["with_wildcards", "without_wildcards"]

_WILD = re.compile(r"(?<!\\)\*")


def without_wildcards(question: ShortAnswer) -> ShortAnswer:
    """The same question without the wish for wildcards, if its texts have none."""
    if any(_WILD.search(one.text) for one in question.accepted):
        return question
    texts = tuple(structs.replace(one, text=one.text.replace("\\*", "*")) for one in question.accepted)
    return structs.replace(question, accepted=texts, wildcards=False)


def with_wildcards(question: ShortAnswer) -> ShortAnswer:
    """The same question for a format in which every star is a wildcard."""
    if question.wildcards:
        return question
    texts = tuple(structs.replace(one, text=one.text.replace("*", "\\*")) for one in question.accepted)
    return structs.replace(question, accepted=texts, wildcards=True)
