"""Questions in the files of other systems: read and written, with a report of what did not go through. Pure."""

from eduverse.quizzes.formats.errors import FileTooLarge, TooManyQuestions, UnreadableFile, UnsupportedEncoding
from eduverse.quizzes.formats.registry import FORMATS, Format
from eduverse.quizzes.formats.report import Entry, Exported, Finding, Imported, NewId, Report

__all__ = [
    "FORMATS",
    "Entry",
    "Exported",
    "FileTooLarge",
    "Finding",
    "Format",
    "Imported",
    "NewId",
    "Report",
    "TooManyQuestions",
    "UnreadableFile",
    "UnsupportedEncoding",
]
