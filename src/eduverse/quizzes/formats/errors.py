"""Why a whole file is refused. What is wrong with one question in it is a `Finding` of the report."""

from eduverse.kernel.errors import Problem

__all__ = ["FileTooLarge", "TooManyQuestions", "UnreadableFile", "UnsupportedEncoding"]


class UnreadableFile(Problem):
    """`line` and `column` say where reading ended, both from 1, where that is known."""

    status = 422
    slug = "unreadable-file"
    title = "This file is not in the format that was chosen"


class UnsupportedEncoding(Problem):
    status = 422
    slug = "unsupported-encoding"
    title = "The text of this file is neither UTF-8 nor UTF-16 with a byte order mark; save it as UTF-8"


class FileTooLarge(Problem):
    status = 413
    slug = "file-too-large"
    title = "A file of questions may hold 2 MB"


class TooManyQuestions(Problem):
    status = 422
    slug = "too-many-questions"
    title = "A file may hold 1,000 questions; split it"
