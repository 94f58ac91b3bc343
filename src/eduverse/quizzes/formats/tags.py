"""Tags of questions."""

from collections.abc import Iterable

__all__ = ["tags_of"]

MAX_TAGS = 20
_LONGEST = 50


def tags_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Each once, on one line, none empty; no more of them, and none longer, than a question may carry."""
    tags = (" ".join(text[:1000].split())[:_LONGEST].strip() for text in texts)
    return tuple(dict.fromkeys(tag for tag in tags if tag))[:MAX_TAGS]
