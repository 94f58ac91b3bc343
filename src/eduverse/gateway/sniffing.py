"""What a file is that says nothing of itself, told by its first bytes: only what is safe to show, or nothing at all."""

import codecs

__all__ = ["SHOWN", "media_type_of"]

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
)
_TEXT, _JSON = "text/plain; charset=utf-8", "application/json"
_SVG, _UNKNOWN = "image/svg+xml", "application/octet-stream"
SHOWN = frozenset({_TEXT, _JSON, _SVG, "image/webp", "image/png", "image/jpeg", "image/gif"})
"""Everything else is saved; so is a PDF, which browsers do not show in a sandbox."""


def media_type_of(head: bytes) -> str:
    """By its first bytes; HTML is a text like any other."""
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    return _text(head) if _is_text(head) else _UNKNOWN


def _text(head: bytes) -> str:
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if start.startswith(b"{"):
        return _JSON
    return _SVG if start.startswith(b"<svg") or (start.startswith(b"<?xml") and b"<svg" in start) else _TEXT


def _is_text(head: bytes) -> bool:
    """UTF-8 without control characters; its last letter may be cut."""
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return not any(letter < " " and letter not in "\t\n\r\f" for letter in text)
