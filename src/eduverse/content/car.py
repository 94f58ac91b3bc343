"""Archives of blocks: CAR, version 1 (IPLD's `car/carv1`), written and read as streams.

An archive is a header and then sections, each behind its length as a varint: a CID and the block that it names. The
header is DAG-CBOR, `{"roots": [links], "version": 1}`, which has one way of being written; a link is tag 42 on the
bytes of a CID behind a zero.
"""

from collections.abc import AsyncIterable, AsyncIterator, Sequence

from eduverse.content.cid import Cid
from eduverse.content.varint import MAX_BYTES, read_varint, varint
from eduverse.kernel.content import ArchiveInvalid

__all__ = ["MAX_BLOCK", "MAX_ROOTS", "CarReader", "header", "section"]

MAX_BLOCK = 2 << 20
"""Bytes; IPFS nodes exchange no larger ones."""
MAX_ROOTS = 255
_RAW_CID = 36
_ROOTS, _VERSION = b"\xa2\x65roots", b"\x67version\x01"
_LINK = b"\xd8\x2a\x58" + bytes([_RAW_CID + 1]) + b"\0"
_MAX_HEADER = len(_ROOTS) + 2 + MAX_ROOTS * (len(_LINK) + _RAW_CID) + len(_VERSION)


def header(roots: Sequence[Cid]) -> bytes:
    """`roots` are not more than `MAX_ROOTS`."""
    body = _ROOTS + _array(len(roots)) + b"".join(_LINK + root.raw for root in roots) + _VERSION
    return varint(len(body)) + body


def section(cid: Cid, block: bytes) -> bytes:
    return varint(_RAW_CID + len(block)) + cid.raw + block


class CarReader:
    """Reads an archive once, holding one section of it. Every call raises `ArchiveInvalid`, and what `chunks` raises.

    Whether a block is what its name says is for the caller to check: that is work for a thread.
    """

    def __init__(self, chunks: AsyncIterable[bytes]) -> None:
        self._chunks = aiter(chunks)
        self._waiting = bytearray()
        self._at = 0
        """Bytes of the archive that have been taken."""

    async def roots(self) -> tuple[Cid, ...]:
        """Called once, and first."""
        length = await self._length()
        if length is None:
            raise ArchiveInvalid("The archive is empty.")
        if length > _MAX_HEADER:
            raise self._invalid(f"a header of more than {_MAX_HEADER} bytes")
        return self._header(await self._take(length))

    async def blocks(self) -> AsyncIterator[tuple[Cid, bytes]]:
        """Called once, after `roots`."""
        while (length := await self._length()) is not None:
            if not _RAW_CID <= length <= _RAW_CID + MAX_BLOCK:
                raise self._invalid(f"a section of {length} bytes, where {_RAW_CID} to {_RAW_CID + MAX_BLOCK} may be")
            name = await self._take(_RAW_CID)
            yield self._cid(name), await self._take(length - _RAW_CID)

    def _header(self, body: bytes) -> tuple[Cid, ...]:
        prefix = len(_ROOTS) + (2 if body[len(_ROOTS) : len(_ROOTS) + 1] == b"\x98" else 1)
        links = body[prefix : len(body) - len(_VERSION)]
        each = len(_LINK) + _RAW_CID
        roots = tuple(self._cid(links[at + len(_LINK) : at + each]) for at in range(0, len(links) - each + 1, each))
        if header(roots[:MAX_ROOTS]) != varint(len(body)) + body:
            raise self._invalid("no header of a CAR of version 1 whose roots are CIDs of version 1")
        return roots

    def _cid(self, raw: bytes) -> Cid:
        try:
            return Cid.read(raw)
        except ValueError as error:
            raise self._invalid(str(error)) from None

    async def _length(self) -> int | None:
        """The varint that stands here; None at the archive's end."""
        digits = bytearray()
        while len(digits) < MAX_BYTES and await self._have(1):
            digits += self._cut(1)
            if digits[-1] < 0x80:
                break
        if not digits:
            return None
        try:
            number, _ = read_varint(digits, 0)
        except ValueError as error:
            raise self._invalid(str(error)) from None
        if varint(number) != digits:
            raise self._invalid("a varint that is longer than it must be")
        return number

    async def _take(self, count: int) -> bytes:
        if not await self._have(count):
            raise self._invalid("it is cut off")
        return self._cut(count)

    async def _have(self, count: int) -> bool:
        while len(self._waiting) < count:
            chunk = await anext(self._chunks, None)
            if chunk is None:
                return False
            self._waiting += chunk
        return True

    def _cut(self, count: int) -> bytes:
        taken = bytes(self._waiting[:count])
        del self._waiting[:count]
        self._at += count
        return taken

    def _invalid(self, what: str) -> ArchiveInvalid:
        return ArchiveInvalid(f"Around byte {self._at}: {what}.")


def _array(length: int) -> bytes:
    return bytes([0x80 + length]) if length < 24 else bytes([0x98, length])
