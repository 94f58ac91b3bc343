"""The content port: files of any size, and directories of them, each named by what is in it.

A file's name is its CID (`unixfs-v1-2025`: pieces of 1 MiB, at most 1024 links in a node, raw leaves, sha2-256), so
every store gives the same file the same name, and whoever reads it can check that it is that file. A directory is a
block that names what is in it, or, above 256 KiB, a tree of such blocks; its name follows from theirs.

What nobody has pinned may be collected a day after it was last put or pinned: a slice puts a file, commits the
document that names it, and pins it then. A kill between any two of these leaves nothing behind for good.
"""

from collections.abc import AsyncIterable, AsyncIterator, Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from eduverse.kernel.errors import Problem
from eduverse.kernel.structs import Struct

__all__ = [
    "Archive",
    "ArchiveInvalid",
    "Content",
    "ContentDamaged",
    "ContentMissing",
    "ContentUnavailable",
    "Entry",
    "Found",
    "Kind",
    "NoSuchPath",
    "NotAFile",
    "Reference",
    "Scope",
]


class Reference(Struct, frozen=True, kw_only=True):
    """A file: its CID as base32 text, and its size in bytes."""

    cid: str
    size: int


class Kind(StrEnum):
    FILE = "file"
    DIRECTORY = "directory"


class Entry(Struct, frozen=True, kw_only=True):
    """What a directory says of one thing in it."""

    name: str
    cid: str
    total: int
    """Bytes of all its blocks, each counted as often as it is linked."""


class Found(Struct, frozen=True, kw_only=True):
    """What stands at a path."""

    cid: str
    kind: Kind
    size: int
    """Of a file: its bytes. Of a directory: 0."""
    trail: tuple[str, ...]
    """The CIDs that the path led through, its root first and `cid` last."""


class Scope(StrEnum):
    """How much of what stands at a path is put into an archive."""

    BLOCK = "block"
    """Its first block."""
    ENTITY = "entity"
    """The blocks of the file, or of the directory without what is in it."""
    ALL = "all"


class Archive(Struct, frozen=True, kw_only=True):
    """What was taken in."""

    roots: tuple[str, ...]
    blocks: int
    """How many stood in the archive."""
    missing: tuple[str, ...]
    """Blocks that are needed below the roots and are not there: some of them, sorted. Empty when all are there."""


class Content(Protocol):
    """Every call may raise `ContentUnavailable`. A CID that is none raises `ValueError`: callers name what they put."""

    async def put(self, chunks: AsyncIterable[bytes], /) -> Reference:
        """Stores a file, however its bytes are cut; it has reached the disk when this returns.

        What `chunks` raises goes to the caller, and what was stored until then is collected later.
        """
        ...

    def read(self, cid: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """The bytes from `start` to before `end` (or the end of the file), every piece checked against its name.

        Raises `NotAFile` for a directory, and `ContentMissing` or `ContentDamaged` where a piece is; what came until
        then is right.
        """
        ...

    async def size(self, cid: str) -> int | None:
        """The file's size in bytes; None when the store does not have it. Raises `NotAFile` for a directory."""
        ...

    async def put_directory(self, entries: Mapping[str, str], /) -> Reference:
        """Stores a directory of files and directories that are there, each by its CID under its name. Nothing of it
        is pinned; a pin of the directory keeps all that is in it. Its size is that of all its blocks (`Entry.total`).

        Raises `ValueError` for a name that is empty, `.` or `..`, or has a slash or a NUL in it, and `ContentMissing`.
        """
        ...

    async def find(self, cid: str, path: Sequence[str] = ()) -> Found:
        """What stands at a path (the names on it) under a file or directory.

        Raises `NoSuchPath`, and `ContentMissing` or `ContentDamaged` where a block on the way is.
        """
        ...

    def entries(self, cid: str) -> AsyncIterator[Entry]:
        """What is in a directory: by name where it is one block, else in an order of its own. Raises `NoSuchPath` when
        it is none, `ContentMissing` or `ContentDamaged` where a block of it is."""
        ...

    async def block(self, cid: str) -> bytes:
        """One block, checked against its name. Raises `ContentMissing` or `ContentDamaged`."""
        ...

    def export(self, cid: str, path: Sequence[str] = (), scope: Scope = Scope.ALL) -> AsyncIterator[bytes]:
        """What stands at a path as an archive (CARv1) whose root is `cid`: the blocks on the way, then those of what
        is there, depth first, each once, each checked.

        Raises as `find` does before the first bytes; where a block is missing or damaged later, it is cut off.
        """
        ...

    async def take_in(self, archive: AsyncIterable[bytes], /) -> Archive:
        """Stores the blocks of an archive (CARv1), each checked against its name. Nothing of it is pinned: whoever
        wants it kept pins a root, which needs all of it to be there.

        Raises `ArchiveInvalid`, and what `archive` raises; what was stored until then is collected later.
        """
        ...

    async def pin(self, cid: str, owner: str) -> None:
        """Keeps a file or directory for as long as `owner` (an `Id`) wants it; pinning twice is pinning once.

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


class NoSuchPath(Problem):
    status = 404
    slug = "content-no-such-path"
    title = "There is nothing at this path"


class NotAFile(Problem):
    status = 422
    slug = "content-not-a-file"
    title = "This is a directory"


class ArchiveInvalid(Problem):
    """`detail` says what is wrong, and where."""

    status = 422
    slug = "archive-invalid"
    title = "This is not a CAR archive of version 1 that can be taken in"
