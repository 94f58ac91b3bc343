"""What reading a file may cost; the process that reads sets these on itself before it opens anything."""

import os
import sys

__all__ = [
    "COVER_SIDE",
    "MAX_PICTURES",
    "MAX_TEXT",
    "PICTURE_SIDE",
    "SECONDS",
    "is_safe_archive",
    "limit_this_process",
]

SECONDS = 120.0
"""From the start of a reading to its end, whatever else the machine does."""
MAX_TEXT = 2_000_000
"""Characters of a file that are kept."""
MAX_PICTURES = 100
"""Pages of which a picture is made: as many slides as a presentation has."""
PICTURE_SIDE = 1600
"""Pixels of a picture's longer side."""
COVER_SIDE = 360
"""The same, of the small picture that stands for the whole in a list."""

_MEMORY = 1024 * 1024 * 1024
_CPU_SECONDS = 90
_MAX_ENTRIES = 10_000
_MAX_UNPACKED = 400 * 1024 * 1024
_MAX_RATIO = 200
"""Of an entry's size unpacked and packed, for those that are large at all."""
_LARGE = 4 * 1024 * 1024


def limit_this_process() -> None:
    """No more memory, time and files than reading needs, nothing written, and everybody else goes first."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, _CPU_SECONDS),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    os.nice(10)


def is_safe_archive(sizes: list[tuple[int, int]]) -> bool:
    """Whether an archive whose entries have these sizes, packed and unpacked, may be unpacked."""
    return (
        len(sizes) <= _MAX_ENTRIES
        and sum(unpacked for _, unpacked in sizes) <= _MAX_UNPACKED
        and all(unpacked <= max(_LARGE, packed * _MAX_RATIO) for packed, unpacked in sizes)
    )
