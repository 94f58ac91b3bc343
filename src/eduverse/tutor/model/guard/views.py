"""Ways to write one text as another, undone: what a text says when it is read backwards, decoded, by its initials, …

No list of disguises is complete, and the guard does not rest on this one: `confine` lets nothing through that is not
made of known words. These views see the disguises that *are* made of known words (first letters, spelling alphabets),
and tell an attempt at a leak from a sentence that merely went astray.
"""

import base64
import binascii
import html
import re
from collections.abc import Iterator
from string import ascii_lowercase
from urllib.parse import unquote

from eduverse.tutor.model.guard.canon import canonical, unleet
from eduverse.tutor.model.words import sentences, words

__all__ = ["decoded", "initials"]

_TOKEN = re.compile(r"[A-Za-z0-9+/=_-]{4,}")
_CODES = re.compile(r"(?:\b(?:0[xbo])?[0-9a-fA-F]{1,8}\b[\s,;:.-]*){3,}")
_BITS = re.compile(r"[01][01\s]{14,}[01]")
_MORSE = re.compile(r"[.\-–—−·•_/|\s]{6,}")
_ESCAPES = re.compile(r"\\u\{?([0-9a-fA-F]{2,6})\}?|\\x([0-9a-fA-F]{2})")
_SPACED = re.compile(r"(?:(?<=\s)|^)(?:\w[\s.,_*~|/·-]+){2,}\w(?=\s|$|[.,!?])", re.MULTILINE)
_DEPTH = 2
"""Encodings within encodings that are looked into."""

_MORSE_LETTERS = dict(
    zip(
        (
            ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- "
            "-. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.."
        ).split(),
        ascii_lowercase,
        strict=True,
    )
)


def decoded(text: str, depth: int = _DEPTH) -> Iterator[str]:
    """The text, and everything it may be a spelling of."""
    yield text
    yield unleet(text)
    yield text[::-1]
    yield " ".join(word[::-1] for word in text.split())
    yield from _rotated(text)
    yield _SPACED.sub(lambda found: re.sub(r"[^\w]+|_", "", found[0]), text)
    yield "".join(one for one in text if one.isupper())
    if depth:
        for inner in _inner(text):
            yield from decoded(inner, depth - 1)


def initials(text: str) -> Iterator[tuple[str, bool]]:
    """First and last letters of lines, sentences and words, joined; True where there are so many of them that only
    longer words mean anything."""
    lines = [found for line in text.splitlines() if (found := words(canonical(line)))]
    parts = [found for part in sentences(text) if (found := words(canonical(part)))]
    flat = words(canonical(text))
    for group in (lines, parts):
        yield "".join(one[0][0] for one in group), False
        yield "".join(one[-1][-1] for one in group), False
        yield "".join(one[0][0] for one in reversed(group)), False
    for step in (1, 2, 3):
        for start in range(step):
            yield "".join(one[0] for one in flat[start::step]), True
    yield "".join(one[-1] for one in flat), True
    yield "".join(one[0] for one in reversed(flat)), True


def _rotated(text: str) -> Iterator[str]:
    plain = canonical(text)
    for shift in range(1, 26):
        turned = ascii_lowercase[shift:] + ascii_lowercase[:shift]
        yield plain.translate(str.maketrans(ascii_lowercase, turned))
    yield plain.translate(str.maketrans(ascii_lowercase, ascii_lowercase[::-1]))


def _inner(text: str) -> Iterator[str]:
    """What is found by decoding parts of the text, where it decodes to something readable."""
    for whole in (html.unescape(text), unquote(text), _ESCAPES.sub(_escaped, text)):
        if whole != text:
            yield whole
    for match in _TOKEN.finditer(text):
        yield from _based(match[0])
    for match in _BITS.finditer(text):
        bits = "".join(match[0].split())
        yield from (_chars(bits, 8, 2), _chars(bits, 7, 2))
    for match in _CODES.finditer(text):
        yield from _numbered(match[0])
    for match in _MORSE.finditer(text):
        yield _morse(match[0])


def _escaped(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 else ""


def _based(token: str) -> Iterator[str]:
    stripped = token.rstrip("=")
    padded = stripped.replace("-", "+").replace("_", "/") + "=" * (-len(stripped) % 4)
    for decode, value in (
        (base64.b64decode, padded),
        (base64.b32decode, stripped.upper() + "=" * (-len(stripped) % 8)),
        (bytes.fromhex, token),
    ):
        try:
            yield decode(value).decode()
        except (ValueError, binascii.Error, UnicodeDecodeError):
            continue


def _chars(digits: str, width: int, base: int) -> str:
    codes = [int(digits[place : place + width], base) for place in range(0, len(digits) - width + 1, width)]
    return "".join(map(chr, codes))


def _numbered(text: str) -> Iterator[str]:
    """Numbers as letters: ASCII in decimal, hex, octal or binary, or places in the alphabet."""
    found = re.findall(r"\b(?:0[xbo])?([0-9a-fA-F]{1,8})\b", text)
    for base in (10, 16, 8, 2):
        try:
            codes = [int(one, base) for one in found]
        except ValueError:
            continue
        if all(32 <= one < 0x110000 for one in codes):
            yield "".join(map(chr, codes))
        if all(1 <= one <= 26 for one in codes):
            yield "".join(ascii_lowercase[one - 1] for one in codes)


def _morse(text: str) -> str:
    dotted = re.sub(r"[·•]", ".", re.sub(r"[–—−_]", "-", text))
    return "".join(_MORSE_LETTERS.get(sign, " ") for sign in re.split(r"[\s/|]+", dotted) if sign)
