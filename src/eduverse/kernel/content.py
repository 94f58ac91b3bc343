"""The content port: files of any size, each named by what is in it.

A file's name is its CID (`unixfs-v1-2025`: pieces of 1 MiB, at most 1024 links in a node, raw leaves, sha2-256), so
every store gives the same file the same name, and whoever reads it can check that it is that file.

What nobody has pinned may be collected a day after it was last put or pinned: a slice puts a file, commits the
document that names it, and pins it then. A kill between any two of these leaves nothing behind for good.
"""

from collections.abc import AsyncIterable, AsyncIterator
from typing import Protocol

from eduverse.kernel.errors import Problem
from eduverse.kernel.structs import Struct

__all__ = ["Content", "ContentDamaged", "ContentMissing", "ContentUnavailable", "Reference"]


class Reference(Struct, frozen=True, kw_only=True):
    """A file: its CID as base32 text, and its size in bytes."""

    cid: str
    size: int


class Content(Protocol):
    """Every call may raise `ContentUnavailable`. A CID that is none raises `ValueError`: callers name what they put."""

    async def put(self, chunks: AsyncIterable[bytes], /) -> Reference:
        """Stores a file, however its bytes are cut; it has reached the disk when this returns.

        What `chunks` raises goes to the caller, and what was stored until then is collected later.
        """
        ...

    def read(self, cid: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """The bytes from `start` to before `end` (or the end of the file), every piece checked against its name.

        Raises `ContentMissing` or `ContentDamaged` where a piece is; what came until then is right.
        """
        ...

    async def size(self, cid: str) -> int | None:
        """The file's size in bytes; None when the store does not have it."""
        ...

    async def pin(self, cid: str, owner: str) -> None:
        """Keeps a file for as long as `owner` (an `Id`) wants it; pinning twice is pinning once.

        Raises `ContentMissing` when any piece of it is not there.
        """
        ...

    async def unpin(self, cid: str, owner: str) -> None:
        """Gives it up. Others who have pinned it keep it; unpinning what one has not pinned does nothing."""
        ...

    async def collect(self) -> int:
        """Removes pieces that no pinned file needs and that are older than a day; returns how many."""
        ...

    async def ping(self) -> None:
        """Raises `ContentUnavailable` when no file can be put now."""
        ...


class ContentUnavailable(Problem):
    status = 503
    slug = "content-unavailable"
    title = "The file store does not answer; try again in a moment"


class ContentMissing(Problem):
    status = 404
    slug = "content-missing"
    title = "This file is not in the file store"


class ContentDamaged(Problem):
    status = 503
    slug = "content-damaged"
    title = "This file is damaged in the file store; uploading it again mends it"
