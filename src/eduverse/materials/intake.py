"""Taking a file in: a stream that is bounded, looked at, and stored while it comes."""

import asyncio
import codecs
from collections.abc import AsyncIterable, AsyncIterator
from typing import NamedTuple

from eduverse.kernel.content import Content, Reference
from eduverse.materials.errors import QuotaExceeded, TooLarge, UnsupportedKind, UploadStalled
from eduverse.materials.model.kinds import HEAD, OFFICE, Kind, sniff
from eduverse.materials.ports import Reader

__all__ = ["Intake", "Limits", "Taken"]

_PATIENCE = 30.0
"""Seconds without a byte, after which nobody is sending any more."""
_MAX_TEXT = 2_000_000
"""Bytes of a text."""


class Limits(NamedTuple):
    """Bytes."""

    per_file: int
    per_class: int


class Taken(NamedTuple):
    kind: Kind
    reference: Reference


class Intake:
    def __init__(self, content: Content, reader: Reader, limits: Limits) -> None:
        self._content = content
        self._reader = reader
        self._limits = limits

    async def take(self, body: AsyncIterable[bytes], announced: int | None, used: int) -> Taken:
        """Stores a file that the class has room for; `announced` is how long its sender says it is.

        Raises a problem of the slice, also half-way; what was stored until then is collected some day.
        """
        room = self._limits.per_class - used
        self._demand_room(announced or 1, room)
        head, rest = await _headed(aiter(self._bounded(body, room)))
        sniffed = sniff(head)
        if sniffed is None:
            raise UnsupportedKind
        reference = await self._content.put(_checked_text(rest) if sniffed is Kind.MARKDOWN else rest)
        kind = await self._reader.office(self._content.read(reference.cid)) if sniffed == OFFICE else Kind(sniffed)
        if kind is None:
            raise UnsupportedKind
        return Taken(kind, reference)

    async def _bounded(self, body: AsyncIterable[bytes], room: int) -> AsyncIterator[bytes]:
        total, chunks = 0, aiter(body)
        while True:
            try:
                async with asyncio.timeout(_PATIENCE):
                    chunk = await anext(chunks)
            except StopAsyncIteration:
                return
            except TimeoutError:
                raise UploadStalled from None
            total += len(chunk)
            self._demand_room(total, room)
            yield chunk

    def _demand_room(self, size: int, room: int) -> None:
        if size > self._limits.per_file:
            raise TooLarge(f"A file may have {self._limits.per_file // 1_000_000} MB.", bytes=self._limits.per_file)
        if size > room:
            raise QuotaExceeded(bytes=max(0, room))


async def _headed(chunks: AsyncIterator[bytes]) -> tuple[bytes, AsyncIterator[bytes]]:
    """The first bytes, and all of them."""
    first = bytearray()
    async for chunk in chunks:
        first += chunk
        if len(first) >= HEAD:
            break
    head = bytes(first)

    async def whole() -> AsyncIterator[bytes]:
        yield head
        async for chunk in chunks:
            yield chunk

    return head[:HEAD], whole()


async def _checked_text(chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Passes on what is UTF-8 to its end, and not too long for a text."""
    decoder, total = codecs.getincrementaldecoder("utf-8")(), 0
    async for chunk in chunks:
        _demand_text(decoder, chunk)
        total += len(chunk)
        if total > _MAX_TEXT:
            raise TooLarge(f"A text may have {_MAX_TEXT // 1_000_000} MB.", bytes=_MAX_TEXT)
        yield chunk
    _demand_text(decoder, b"", final=True)


def _demand_text(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> None:
    try:
        text = decoder.decode(chunk, final)
    except UnicodeDecodeError:
        raise UnsupportedKind from None
    if "\0" in text:
        raise UnsupportedKind
