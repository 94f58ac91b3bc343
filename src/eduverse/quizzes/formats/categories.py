"""Paths of categories, as Moodle writes them."""

import re

__all__ = ["category_of"]

_CONTEXT = re.compile(r"^\$(?:course|module|cat\d*|coursecat\d*|system)\d*\$/?")
_LONGEST = 200


def category_of(path: str) -> str | None:
    """The path without the part that says where in a Moodle it was; None for the top."""
    bare = _CONTEXT.sub("", " ".join(path[:1000].split()))
    parts = [part.strip() for part in bare.split("/")]
    if parts[0] == "top":
        del parts[0]
    return "/".join(part for part in parts if part)[:_LONGEST].strip("/ ") or None
