"""The formats by name: how each is read and written, and how its files are called."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from eduverse.quizzes.formats.aiken import read_aiken, write_aiken
from eduverse.quizzes.formats.gift import read_gift, write_gift
from eduverse.quizzes.formats.moodle import read_moodle, write_moodle
from eduverse.quizzes.formats.report import Entry, Exported, Imported, NewId
from eduverse.quizzes.formats.table import read_csv, write_csv

__all__ = ["FORMATS", "Format"]


class Format(NamedTuple):
    read: Callable[[bytes | str, NewId], Imported]
    """Raises a `Problem` when the file as a whole cannot be read; then nothing of it is."""
    write: Callable[[Sequence[Entry]], Exported]
    media_type: str
    ending: str


FORMATS = {
    "gift": Format(read_gift, write_gift, "text/plain", ".gift"),
    "aiken": Format(read_aiken, write_aiken, "text/plain", ".txt"),
    "csv": Format(read_csv, write_csv, "text/csv", ".csv"),
    "moodleXml": Format(read_moodle, write_moodle, "application/xml", ".xml"),
}
