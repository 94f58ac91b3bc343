"""What can go wrong around reports."""

from eduverse.kernel.errors import Problem

__all__ = ["NotInThisClass"]


class NotInThisClass(Problem):
    status = 404
    slug = "not-in-this-class"
    title = "There is no such student in this classroom"
