"""Moodle XML: all that Moodle knows of a question, in and out.

Source of the rules: the format's page in Moodle's documentation and the files that Moodle itself exports.
"""

from eduverse.quizzes.formats.moodle.reader import read_moodle
from eduverse.quizzes.formats.moodle.writer import write_moodle

__all__ = ["read_moodle", "write_moodle"]
