"""Content identifiers: CIDv1 with sha2-256, in lower-case base32 (multiformats' `cid`, `multihash`, `multibase`)."""

import base64
import binascii
import hashlib
from typing import NamedTuple, Self

from eduverse.content.varint import read_varint, varint

__all__ = ["DAG_PB", "RAW", "Cid"]

RAW = 0x55
DAG_PB = 0x70
_SHA2_256 = b"\x12\x20"
"""The hash's code and the length of its digest."""
_DIGEST = 32
_TEXT_LENGTH = 59
"""Of every CID here: the codes are one byte each."""


class Cid(NamedTuple):
    codec: int
    digest: bytes

    @classmethod
    def of(cls, codec: int, block: bytes) -> Self:
        return cls(codec, hashlib.sha256(block).digest())

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Raises `ValueError` for every CID that this store does not make: other versions, codecs and hashes."""
        if not data or data[0] != 1:
            raise ValueError("a CID of another version")
        codec, at = read_varint(data, 1)
        if codec not in (RAW, DAG_PB) or data[at : at + 2] != _SHA2_256 or len(data) != at + 2 + _DIGEST:
            raise ValueError("a CID of another kind")
        return cls(codec, data[at + 2 :])

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises `ValueError` for what is none, or is not written in the one way that counts."""
        if len(text) != _TEXT_LENGTH or not text.startswith("b") or not text.isascii():
            raise ValueError("a CID in another base")
        digits = text[1:].upper()
        try:
            cid = cls.read(base64.b32decode(digits + "=" * (-len(digits) % 8)))
        except binascii.Error:
            raise ValueError("a CID in another base") from None
        if str(cid) != text:
            raise ValueError("a CID that is not written canonically")
        return cid

    def names(self, block: bytes) -> bool:
        """Whether this is the very block."""
        return hashlib.sha256(block).digest() == self.digest

    @property
    def raw(self) -> bytes:
        return b"\x01" + varint(self.codec) + _SHA2_256 + self.digest

    def __str__(self) -> str:
        return "b" + base64.b32encode(self.raw).decode().lower().rstrip("=")
