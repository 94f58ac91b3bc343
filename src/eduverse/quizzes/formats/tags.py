"""Tags of questions."""

from collections.abc import Iterable

__all__ = ["LONGEST_TAG", "MAX_TAGS", "tags_of"]

MAX_TAGS = 20
LONGEST_TAG = 60


def tags_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Each once, on one line, none empty; no more of them, and none longer, than a question may carry."""
    tags = (" ".join(text[:1000].split())[:LONGEST_TAG].strip() for text in texts)
    return tuple(dict.fromkeys(tag for tag in tags if tag))[:MAX_TAGS]
