"""From the bytes of a file to its text."""

import codecs

from eduverse.quizzes.formats.errors import FileTooLarge, UnsupportedEncoding

__all__ = ["MAX_BYTES", "decode"]

MAX_BYTES = 2_000_000


def decode(data: bytes | str) -> str:
    """The text, its lines ended by `\\n` alone. UTF-8 with or without a byte order mark, UTF-16 with one."""
    if len(data) > MAX_BYTES:
        raise FileTooLarge
    text = data if isinstance(data, str) else _decoded(data)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if wide else "utf-8")
    except UnicodeDecodeError:
        raise UnsupportedEncoding from None
    if "\0" in text:
        raise UnsupportedEncoding
    return text
