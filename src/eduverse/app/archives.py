"""What an administrator does with the file store from the command line.

The store in the data folder may be worked in beside the running server; one on an IPFS node is found through the
documents, which a data folder's server has for itself.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from eduverse.app.content import open_content
from eduverse.app.serve import open_storage
from eduverse.app.settings import Settings, SettingsError
from eduverse.content.cid import Cid
from eduverse.content.folder import FolderPins
from eduverse.content.local import folder_content
from eduverse.kernel.clock import SystemClock
from eduverse.kernel.content import Archive, Content, ContentDamaged, ContentMissing

__all__ = ["Finding", "collect", "export", "move", "release", "take_in", "verify"]

_OWNER = "operator"
"""Who has pinned what was imported."""
_CHUNK = 1 << 20


class Finding(NamedTuple):
    cid: str
    trouble: str
    """Empty when all of it is there and undamaged."""


async def export(settings: Settings, cid: str, path: Path) -> None:
    """Leaves no half of an archive behind. Raises `SettingsError` for what is no CID, as all of these do."""
    draft = path.with_name(f"{path.name}.part")
    async with _opened(settings) as content:
        chunks = content.export(_named(cid))
        try:
            with await asyncio.to_thread(draft.open, "wb") as file:
                async for chunk in chunks:
                    await asyncio.to_thread(file.write, chunk)
            await asyncio.to_thread(draft.replace, path)
        finally:
            await asyncio.to_thread(draft.unlink, missing_ok=True)


async def take_in(settings: Settings, path: Path) -> Archive:
    """Keeps what is under the archive's roots, when all of it is there."""
    async with _opened(settings) as content:
        taken = await content.take_in(_chunks(path))
        if not taken.missing:
            for root in taken.roots:
                await content.pin(root, _OWNER)
        return taken


async def release(settings: Settings, cid: str) -> None:
    async with _opened(settings) as content:
        await content.unpin(_named(cid), _OWNER)


async def collect(settings: Settings) -> int:
    async with _opened(settings) as content:
        return await content.collect()


async def verify(settings: Settings, cids: Sequence[str]) -> AsyncIterator[Finding]:
    """Of these, or of all that is kept in the data folder."""
    if not cids and settings.ipfs_url:
        raise SettingsError("What an IPFS node keeps is verified there (`ipfs repo verify`); name the CIDs to be read.")
    async with _opened(settings) as content:
        for cid in cids or map(str, FolderPins(settings.content_folder).roots()):
            yield Finding(cid, await _trouble(content, _named(cid)))


async def move(settings: Settings) -> AsyncIterator[Finding]:
    """Puts what is kept in the data folder on the IPFS node that is set, and keeps it there for the same owners; it
    stays in the data folder, too. Cut off, it is begun again."""
    if settings.ipfs_url is None:
        raise SettingsError("EDUVERSE_IPFS_URL must be set: files are moved to the node there.")
    folder, pins = folder_content(settings.content_folder, SystemClock()), FolderPins(settings.content_folder)
    async with _opened(settings) as node:
        for root in pins.roots():
            trouble, cid = await _trouble(folder, str(root)), str(root)
            if not trouble:
                await node.take_in(folder.export(cid))
                for owner in pins.owners(root):
                    await node.pin(cid, owner)
            yield Finding(cid, trouble)


async def _trouble(content: Content, cid: str) -> str:
    try:
        async for _ in content.export(cid):
            pass
    except (ContentMissing, ContentDamaged) as problem:
        return problem.slug.removeprefix("content-")
    return ""


async def _chunks(path: Path) -> AsyncIterator[bytes]:
    with await asyncio.to_thread(path.open, "rb") as file:
        while chunk := await asyncio.to_thread(file.read, _CHUNK):
            yield chunk


def _named(cid: str) -> str:
    try:
        return str(Cid.parse(cid))
    except ValueError as error:
        raise SettingsError(f"“{cid}” is not a CID of this store: {error}.") from None


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[Content]:
    clock = SystemClock()
    if settings.ipfs_url is None:
        yield folder_content(settings.content_folder, clock)
        return
    async with open_storage(settings, clock) as storage, open_content(settings, storage, clock) as content:
        yield content
