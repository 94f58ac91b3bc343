"""What can go wrong around a gradebook."""

from eduverse.kernel.errors import Problem

__all__ = [
    "BookChanged",
    "ColumnNotFound",
    "ImportChanged",
    "InvalidBook",
    "InvalidMark",
    "MarkChanged",
    "StudentNotFound",
    "UnreadableTable",
]


class ColumnNotFound(Problem):
    status = 404
    slug = "grade-column-not-found"
    title = "There is no such column in this gradebook"


class StudentNotFound(Problem):
    status = 404
    slug = "grade-student-not-found"
    title = "This person is not a student of this class"


class BookChanged(Problem):
    status = 409
    slug = "gradebook-changed"
    title = "The gradebook was changed in another tab or by somebody else"


class MarkChanged(Problem):
    status = 409
    slug = "mark-changed"
    title = "This mark was changed in another tab or by somebody else"


class InvalidBook(Problem):
    status = 422
    slug = "invalid-gradebook"
    title = "The gradebook cannot be set up like this"


class InvalidMark(Problem):
    status = 422
    slug = "invalid-mark"
    title = "This mark cannot stand in this column"


class UnreadableTable(Problem):
    status = 422
    slug = "unreadable-table"
    title = "This file cannot be read as a table of marks"


class ImportChanged(Problem):
    status = 409
    slug = "import-changed"
    title = "The gradebook has changed since this import was shown; look at it again"
