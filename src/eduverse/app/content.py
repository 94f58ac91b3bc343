"""Where this campus keeps its files."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from eduverse.app.settings import Settings
from eduverse.content.local import folder_content
from eduverse.kernel.clock import Clock
from eduverse.kernel.content import Content
from eduverse.kernel.documents import Storage

__all__ = ["open_content"]


@asynccontextmanager
async def open_content(settings: Settings, storage: Storage, clock: Clock) -> AsyncIterator[Content]:
    """In the data folder, or on the IPFS node that is set. Raises `ContentUnavailable`, rather than keep them where
    nobody looks for them."""
    if settings.ipfs_url is None:
        yield folder_content(settings.content_folder, clock)
        return
    from eduverse.content.kubo.store import open_kubo

    async with open_kubo(
        settings.ipfs_url, settings.ipfs_auth, storage=storage, clock=clock, drafts=settings.drafts_folder
    ) as kubo:
        yield kubo
