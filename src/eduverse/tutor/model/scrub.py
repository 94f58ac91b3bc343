"""What a model need not know: addresses, numbers and the asker's own name are taken out of what is sent to it."""

import re

from eduverse.tutor.model.words import clean

__all__ = ["scrub"]

_EMAIL = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.\w+")
_HANDLE = re.compile(r"(?<!\w)@\w{2,}")
_PHONE = re.compile(r"(?<![\w.,])\+?\d[\d ()/-]{7,}\d(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_NAME = 3


def scrub(text: str, name: str) -> str:
    """The text with `[…]` for e-mail addresses, handles, telephone numbers and the parts of this name."""
    for pattern in (_EMAIL, _HANDLE, _PHONE):
        text = pattern.sub("[…]", text)
    parts = {clean(part) for part in _WORD.findall(name) if len(part) >= _SHORTEST_NAME}
    return _WORD.sub(lambda match: "[…]" if clean(match[0]) in parts else match[0], text)
