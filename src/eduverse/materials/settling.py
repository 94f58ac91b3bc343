"""What follows from a material's document: its files are pinned and read, or, once it is removed, given up.

Every step may be cut off and run again, and by two processes at once: what is written has ids that follow from the
file, and the document is ticked off last.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, suppress
from functools import partial

import structlog

from eduverse.kernel.content import Content, ContentDamaged, ContentMissing
from eduverse.kernel.documents import AlreadyExists, Documents, Missing, Storage, T, VersionConflict, equals
from eduverse.kernel.modify import modify
from eduverse.materials.model.kinds import is_readable
from eduverse.materials.model.material import MATERIALS, Material, Reading, Version, finish_reading, source_of
from eduverse.materials.model.passages import PAGES, PASSAGES, Page, Passage, cut, page_id, passage_id
from eduverse.materials.ports import Length, Part, Picture, Reader, Unreadable

__all__ = ["Settling"]

_AT_ONCE = 20
_log = structlog.get_logger(__name__)


class Settling:
    def __init__(self, storage: Storage, *, content: Content, reader: Reader) -> None:
        self._materials = storage.collection(MATERIALS)
        self._passages = storage.collection(PASSAGES)
        self._pages = storage.collection(PAGES)
        self._content = content
        self._reader = reader

    async def settle(self) -> int:
        """Looks after what is unsettled; returns how many versions were read or materials cleared away."""
        page = await self._materials.find(equals("unsettled", True), limit=_AT_ONCE)
        done = await asyncio.gather(*map(self._settle, page.items), return_exceptions=True)
        for outcome in done:
            if isinstance(outcome, BaseException):  # one that fails has kept none of the others waiting
                raise outcome
        return sum(count for count in done if isinstance(count, int))

    async def collect(self) -> int:
        """Removes from the store what nobody has pinned for a day."""
        return await self._content.collect()

    async def _settle(self, material: Material) -> int:
        if material.removed:
            await self._clear(material)
            with suppress(VersionConflict):
                await self._materials.delete(material.id, material.version)
            return 1
        waiting = [version for version in material.versions if version.reading is Reading.WAITING]
        for version in waiting:
            reading, pages = await self._read(material, version)
            finish = partial(finish_reading, number=version.number, reading=reading, pages=pages)
            try:
                await modify(self._materials, material.id, finish)
            except Missing:  # removed and cleared away by another process while we read
                await self._clear(material)
        return len(waiting)

    async def _read(self, material: Material, version: Version) -> tuple[Reading, int]:
        source, pages = source_of(material.id, version.number), 0
        try:
            await self._content.pin(version.cid, source)
            if not is_readable(version.kind):
                return Reading.DONE, 0
            ordinal = 0
            async with aclosing(self._reader.read(version.kind, self._content.read(version.cid))) as reading:
                async for found in reading:
                    match found:
                        case Length():
                            pages = found.pages
                        case Part():
                            ordinal += await self._keep_part(material, version, found, ordinal)
                        case Picture():
                            await self._keep_picture(source, found)
        except (Unreadable, ContentMissing, ContentDamaged) as error:
            _log.info("material_not_read", source=source, kind=version.kind, why=str(error))
            return Reading.FAILED, pages
        return Reading.DONE, pages

    async def _keep_part(self, material: Material, version: Version, part: Part, first: int) -> int:
        """Returns how many passages it was."""
        source, texts = source_of(material.id, version.number), list(cut(part.text))
        for ordinal, text in enumerate(texts or ([""] if part.heading else []), start=first):
            await _insert(
                self._passages,
                Passage(
                    id=passage_id(source, ordinal),
                    source=source,
                    classroom_id=material.classroom_id,
                    material_id=material.id,
                    material_version=version.number,
                    page=part.page,
                    heading=part.heading,
                    ordinal=ordinal,
                    text=text,
                ),
            )
        return max(len(texts), bool(part.heading))

    async def _keep_picture(self, source: str, picture: Picture) -> None:
        stored = await self._content.put(_once(picture.body))
        await self._content.pin(stored.cid, source)
        page = Page(
            id=page_id(source, picture.page),
            source=source,
            number=picture.page,
            cid=stored.cid,
            size=stored.size,
            width=picture.width,
            height=picture.height,
        )
        await _insert(self._pages, page)

    async def _clear(self, material: Material) -> None:
        for version in material.versions:
            source = source_of(material.id, version.number)
            async for page in _all(self._pages, source):
                await self._content.unpin(page.cid, source)
                await _delete(self._pages, page)
            async for passage in _all(self._passages, source):
                await _delete(self._passages, passage)
            await self._content.unpin(version.cid, source)


async def _insert(docs: Documents[T], doc: T) -> None:
    """What is there already was read from the same file before."""
    with suppress(AlreadyExists):
        await docs.insert(doc)


async def _delete(docs: Documents[T], doc: T) -> None:
    with suppress(VersionConflict):
        await docs.delete(doc.id, doc.version)


async def _all(docs: Documents[T], source: str) -> AsyncIterator[T]:
    """Until there are none left: whoever asks deletes what they are given."""
    while page := (await docs.find(equals("source", source), limit=200)).items:
        for doc in page:
            yield doc


async def _once(body: bytes) -> AsyncIterator[bytes]:
    yield body
