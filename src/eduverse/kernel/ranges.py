"""A part of a file, as a browser asks for it (RFC 9110, 14)."""

import re
from typing import NamedTuple

from eduverse.kernel.errors import Problem

__all__ = ["Range", "RangeNotSatisfiable", "part_of"]

_ONE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})", re.IGNORECASE)


class RangeNotSatisfiable(Problem):
    status = 416
    slug = "range-not-satisfiable"
    title = "The file has no such bytes"


class Range(NamedTuple):
    start: int
    end: int
    """The first byte that is not wanted."""


def part_of(header: str | None, size: int) -> Range | None:
    """The one range that is asked for; None where the whole file is the answer, as it is to several ranges at once.

    Raises `RangeNotSatisfiable`.
    """
    found = _ONE.fullmatch(header.strip()) if header else None
    if found is None or found[1] == found[2] == "":
        return None
    if found[1] == "":
        start, end = max(0, size - int(found[2])), size
    else:
        start, end = int(found[1]), min(size, int(found[2]) + 1) if found[2] else size
        if found[2] and int(found[2]) < start:
            return None
    if start >= size or start >= end:
        raise RangeNotSatisfiable(size=size)
    return Range(start, end)
