"""Citations: `[2]` in an answer names the second passage of this turn, and nothing else.

A model may write any number. What names no passage that it was given is taken out of the answer; no reader ever sees
a source that is none.
"""

import re
from typing import NamedTuple

__all__ = ["Checked", "check_citations"]


_CITATION = re.compile(r"\s?\[(\d{1,4}(?:\s*[,;–-]\s*\d{1,4})*)\](?!\()")
_NUMBER = re.compile(r"\d+")


class Checked(NamedTuple):
    text: str
    cited: tuple[int, ...]
    """The passages that are cited, 1-based, in the order of their first mention."""
    removed: int
    """How many numbers named nothing."""


def check_citations(text: str, count: int) -> Checked:
    """The answer with only those citations that name one of `count` passages, each in brackets of its own."""
    cited: dict[int, None] = {}
    removed = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal removed
        numbers = [int(one) for one in _NUMBER.findall(match[1])]
        good = [one for one in numbers if 1 <= one <= count]
        removed += len(numbers) - len(good)
        cited.update(dict.fromkeys(good))
        space = " " if match[0][0].isspace() and good else ""
        return space + "".join(f"[{one}]" for one in dict.fromkeys(good))

    checked = _CITATION.sub(keep, text)
    return Checked(checked, tuple(cited), removed)
