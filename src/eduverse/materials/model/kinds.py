"""What a file is, told by its first bytes."""

import enum
import re
from typing import NamedTuple

__all__ = ["HEAD", "INLINE", "OFFICE", "Kind", "Sniffed", "is_readable", "safe_name", "sniff"]

HEAD = 4096
"""Bytes that tell what a file is, if it has so many."""


class Kind(enum.StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    PPTX = "pptx"
    MARKDOWN = "markdown"
    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    GIF = "gif"
    MP3 = "mp3"
    OGG = "ogg"
    M4A = "m4a"
    WAV = "wav"
    MP4 = "mp4"
    WEBM = "webm"
    GLB = "glb"

    @property
    def media_type(self) -> str:
        return _FORMS[self].media_type

    @property
    def suffix(self) -> str:
        return _FORMS[self].suffix


class _Form(NamedTuple):
    media_type: str
    suffix: str


_OFFICE_XML = "application/vnd.openxmlformats-officedocument"
_FORMS = {
    Kind.PDF: _Form("application/pdf", ".pdf"),
    Kind.DOCX: _Form(f"{_OFFICE_XML}.wordprocessingml.document", ".docx"),
    Kind.PPTX: _Form(f"{_OFFICE_XML}.presentationml.presentation", ".pptx"),
    Kind.MARKDOWN: _Form("text/markdown", ".md"),
    Kind.PNG: _Form("image/png", ".png"),
    Kind.JPEG: _Form("image/jpeg", ".jpg"),
    Kind.WEBP: _Form("image/webp", ".webp"),
    Kind.GIF: _Form("image/gif", ".gif"),
    Kind.MP3: _Form("audio/mpeg", ".mp3"),
    Kind.OGG: _Form("audio/ogg", ".ogg"),
    Kind.M4A: _Form("audio/mp4", ".m4a"),
    Kind.WAV: _Form("audio/wav", ".wav"),
    Kind.MP4: _Form("video/mp4", ".mp4"),
    Kind.WEBM: _Form("video/webm", ".webm"),
    Kind.GLB: _Form("model/gltf-binary", ".glb"),
}

INLINE = frozenset(
    {
        *(Kind.PNG, Kind.JPEG, Kind.WEBP, Kind.GIF),
        *(Kind.MP3, Kind.OGG, Kind.M4A, Kind.WAV),
        *(Kind.MP4, Kind.WEBM),
    }
)
"""What a browser shows without running anything in it; all others are only ever downloaded."""

OFFICE = "office"
"""An archive, of which only its contents tell what it is."""

Sniffed = Kind | str | None
_READABLE = frozenset({Kind.PDF, Kind.DOCX, Kind.PPTX, Kind.MARKDOWN, Kind.PNG, Kind.JPEG, Kind.WEBP, Kind.GIF})
_VIDEO_BRANDS = frozenset({b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"dash"})
_AUDIO_BRANDS = frozenset({b"M4A ", b"M4B "})
_MARKUP = re.compile(rb"\s*<[!?/a-z]", re.IGNORECASE)


def is_readable(kind: Kind) -> bool:
    """Whether there are words or pages in it that can be taken out."""
    return kind in _READABLE


def sniff(head: bytes) -> Sniffed:
    """What a file that begins like this is; `OFFICE` when its contents have to be looked at; None for all others.

    What looks like a text is Markdown, but for one that begins with a tag: HTML and SVG run in a browser.
    """
    known = next((kind for start, kind in _STARTS if head.startswith(start)), None) or _boxed(head)
    if known is None and _is_mpeg_frame(head):
        return Kind.MP3
    return known or (Kind.MARKDOWN if _is_text(head) else None)


def _boxed(head: bytes) -> Kind | None:
    """What says what it is a little later: RIFF, the ISO base media format, and Matroska as WebM has it."""
    match head[:4], head[4:8], head[8:12]:
        case b"RIFF", _, form:
            return {b"WEBP": Kind.WEBP, b"WAVE": Kind.WAV}.get(form)
        case _, b"ftyp", brand:
            return Kind.M4A if brand in _AUDIO_BRANDS else Kind.MP4 if brand in _VIDEO_BRANDS else None
        case b"\x1a\x45\xdf\xa3", _, _:
            return Kind.WEBM if b"\x42\x82\x84webm" in head else None
    return None


_STARTS: tuple[tuple[bytes, Sniffed], ...] = (
    (b"%PDF-", Kind.PDF),
    (b"PK\x03\x04", OFFICE),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
    (b"OggS\0", Kind.OGG),
    (b"ID3", Kind.MP3),
    (b"glTF\x02\0\0\0", Kind.GLB),
)


def _is_mpeg_frame(head: bytes) -> bool:
    """The header of an MPEG audio frame of layer III: eleven set bits, then version, layer, rates that are defined."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    version, layer, bits, rate = head[1] >> 3 & 3, head[1] >> 1 & 3, head[2] >> 4, head[2] >> 2 & 3
    return version != 1 and layer == 1 and bits not in (0, 15) and rate != 3


def _is_text(head: bytes) -> bool:
    """UTF-8 as far as it goes, without what no text has, and with something in it."""
    start = head.removeprefix(b"\xef\xbb\xbf")
    if not start.strip() or _MARKUP.match(start) or re.search(rb"[\x00-\x08\x0e-\x1f\x7f]", start):
        return False
    try:
        start.decode()
    except UnicodeDecodeError as error:
        return error.end == len(start) >= HEAD - 3 and error.reason == "unexpected end of data"
    return True


_UNWANTED = re.compile(r'[\x00-\x1f\x7f-\x9f"*/:<>?\\|\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+')


def safe_name(name: str, kind: Kind) -> str:
    """A file name that no system trips over, with the ending of what the file is."""
    last = re.split(r"[/\\]", name)[-1]
    stem = _UNWANTED.sub(" ", last.rpartition(".")[0] or last).strip(" .")
    return (stem[:100].strip(" .") or "material") + kind.suffix
