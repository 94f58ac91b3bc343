"""What the columns of a table are called, in lower case."""

import re

__all__ = ["ARROW", "COLUMNS", "HEADER", "PART", "SETTINGS", "TYPES"]

HEADER = (
    "type",
    "name",
    "text",
    "points",
    "category",
    "tags",
    "idNumber",
    "explanation",
    "correct",
    "units",
    "settings",
)
COLUMNS = frozenset(name.lower() for name in HEADER)

PART = re.compile(r"(option|weight|feedback)([1-9]\d{0,2})")
"""The columns of the answers, pairs or items, each kind counted from 1."""

TYPES = {
    name.lower(): name for name in "single multiple trueFalse shortAnswer numeric essay matching ordering cloze".split()
}
SETTINGS = frozenset("casesensitive wildcards maxedits unitpenalty minwords maxwords strategy".split())
ARROW = "->"
