"""Status lists: one bit for each certificate (W3C Bitstring Status List 1.0)."""

import base64
import gzip
import hashlib
import zlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

__all__ = ["LIST_BITS", "Slot", "decode_list", "encode_list", "is_set", "slots_for"]

LIST_BITS = 131_072
"""The least that a list may have (3.1): in a smaller crowd, looking one up would say whose it is."""

_TRIES = 8


class Slot(NamedTuple):
    list: int
    """From 1."""
    bit: int

    @property
    def id(self) -> str:
        return f"{self.list}:{self.bit}"


def slots_for(certificate_id: str) -> Iterator[Slot]:
    """The places a certificate tries, in order: eight of the first list, eight of the second, and so on for ever.

    They follow from its id, so that whoever was cut off finds the place it took; and they are scattered, so that
    neighbours are strangers.
    """
    attempt = 0
    while True:
        digest = hashlib.sha256(f"{certificate_id}|{attempt}".encode()).digest()
        yield Slot(attempt // _TRIES + 1, int.from_bytes(digest[:4]) % LIST_BITS)
        attempt += 1


def encode_list(indices: Iterable[int]) -> str:
    """Multibase of the compressed bits; the first bit is the highest of the first byte (3.1, 3.3)."""
    bits = bytearray(LIST_BITS // 8)
    for index in indices:
        bits[index >> 3] |= 0x80 >> (index & 7)
    return "u" + base64.urlsafe_b64encode(gzip.compress(bytes(bits), mtime=0)).rstrip(b"=").decode()


def decode_list(encoded: str) -> bytes:
    """The bits. Raises `ValueError` for what is no such list, however large it pretends to be."""
    if not encoded.startswith("u"):
        raise ValueError("not base64url")
    text = encoded[1:]
    packed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    unpacker = zlib.decompressobj(wbits=31)
    try:
        bits = unpacker.decompress(packed, LIST_BITS // 8 + 1)
    except zlib.error as error:
        raise ValueError("not compressed") from error
    if len(bits) != LIST_BITS // 8 or not unpacker.eof:
        raise ValueError("not a list of this size")
    return bits


def is_set(bits: bytes, index: int) -> bool:
    return bool(bits[index >> 3] & 0x80 >> (index & 7))
