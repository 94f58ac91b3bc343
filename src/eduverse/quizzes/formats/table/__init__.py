"""Questions in a table: a row for each, in CSV as spreadsheets have it. The columns are in `docs/questions.md`."""

from eduverse.quizzes.formats.table.reader import read_csv
from eduverse.quizzes.formats.table.writer import write_csv

__all__ = ["read_csv", "write_csv"]
