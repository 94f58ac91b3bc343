"""Baked badges: a PNG that carries its certificate (Open Badges 3.0, 5.3.1: the iTXt chunk `openbadgecredential`)."""

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["bake", "unbake"]

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEYWORD = b"openbadgecredential"


class _Chunk(NamedTuple):
    kind: bytes
    data: bytes


def bake(png: bytes, credential: str) -> bytes:
    """The picture with the credential in it, in the place of one that it had. Raises `ValueError` for no PNG."""
    kept = [chunk for chunk in _chunks(png) if not _is_ours(chunk)]
    text = _Chunk(b"iTXt", _KEYWORD + b"\0\0\0\0\0" + credential.encode())
    return _SIGNATURE + b"".join(map(_packed, [kept[0], text, *kept[1:]]))


def unbake(png: bytes) -> str | None:
    """The credential in a picture, if there is one. Raises `ValueError` for no PNG."""
    found = next((chunk.data for chunk in _chunks(png) if _is_ours(chunk)), None)
    return found[len(_KEYWORD) + 5 :].decode() if found else None


def _is_ours(chunk: _Chunk) -> bool:
    return chunk.kind == b"iTXt" and chunk.data.startswith(_KEYWORD + b"\0")


def _chunks(png: bytes) -> Iterator[_Chunk]:
    if not png.startswith(_SIGNATURE):
        raise ValueError("not a PNG")
    place = len(_SIGNATURE)
    while place < len(png):
        if place + 12 > len(png):
            raise ValueError("a PNG that ends too soon")
        (length,) = struct.unpack_from(">I", png, place)
        end = place + 12 + length
        chunk = _Chunk(png[place + 4 : place + 8], png[place + 8 : end - 4])
        if png[place:end] != _packed(chunk):
            raise ValueError("a damaged PNG")
        yield chunk
        place = end


def _packed(chunk: _Chunk) -> bytes:
    body = chunk.kind + chunk.data
    return struct.pack(">I", len(chunk.data)) + body + struct.pack(">I", zlib.crc32(body))
