"""What of the stored files everybody may read: those that somebody has pinned as public.

Classes' material lies in the same store under names that anybody can compute who has the same file. So a name opens
nothing by itself: the campus hands out what one of its parts has declared public, and says of everything else that it
knows nothing of it.
"""

from msgspec.structs import replace

from eduverse.kernel.content import Content
from eduverse.kernel.documents import Collection, Missing, Storage
from eduverse.kernel.modify import modify
from eduverse.kernel.structs import Document

__all__ = ["PUBLISHED", "PublicPins", "PublishedContent"]


class PublicRoot(Document, frozen=True, kw_only=True):
    """A file or directory that everybody may read; its id is its CID. Without owners, nobody publishes it any more."""

    owners: tuple[str, ...] = ()


PUBLISHED = Collection(name="published_content", type=PublicRoot)


class PublicPins:
    def __init__(self, storage: Storage) -> None:
        self._roots = storage.collection(PUBLISHED)

    async def has(self, cid: str) -> bool:
        root = await self._roots.get(cid)
        return root is not None and bool(root.owners)

    async def add(self, cid: str, owner: str) -> None:
        def added(root: PublicRoot) -> PublicRoot:
            return root if owner in root.owners else replace(root, owners=tuple(sorted({*root.owners, owner})))

        await modify(self._roots, cid, added, blank=PublicRoot(id=cid))

    async def remove(self, cid: str, owner: str) -> None:
        def removed(root: PublicRoot) -> PublicRoot:
            return replace(root, owners=tuple(sorted({*root.owners} - {owner}))) if owner in root.owners else root

        try:
            await modify(self._roots, cid, removed)
        except Missing:
            return


class PublishedContent:
    """A `Content` for those whose files are public: what they pin is published, as long as it is pinned.

    It is pinned before it is published and unpublished before it is unpinned; who is cut off in between does it again.
    """

    def __init__(self, content: Content, public: PublicPins) -> None:
        self._content = content
        self._public = public
        self.put, self.read, self.size = content.put, content.read, content.size
        self.put_directory, self.find, self.entries = content.put_directory, content.find, content.entries
        self.block, self.export, self.take_in = content.block, content.export, content.take_in
        self.collect, self.ping = content.collect, content.ping

    async def pin(self, cid: str, owner: str) -> None:
        await self._content.pin(cid, owner)
        await self._public.add(cid, owner)

    async def unpin(self, cid: str, owner: str) -> None:
        await self._public.remove(cid, owner)
        await self._content.unpin(cid, owner)
