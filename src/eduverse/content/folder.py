"""Blocks and pins as files: `blocks/<two letters>/<cid>`, `pins/<cid>/<owner>`, drafts in `drafts/`.

A block's modification time is when somebody last wanted it kept. Several processes may work in one folder: a write
is a rename, a removal looks again after it has taken the block out of its place.
"""

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote, unquote

from eduverse.content.cid import Cid

__all__ = ["FolderBlocks", "FolderPins"]

_NANO = 1_000_000_000


class FolderBlocks:
    def __init__(self, folder: Path) -> None:
        self._blocks = folder / "blocks"
        self._drafts = folder / "drafts"
        for path in (folder, self._blocks, self._drafts):
            _make(path)

    def write(self, cid: Cid, block: bytes, now: float) -> None:
        path = self._path(cid)
        if self.touch(cid, now) and self.read(cid) == block:
            return
        _make(path.parent)
        draft = self._draft()
        with draft.open("xb") as file:
            file.write(block)
            file.flush()
            os.utime(draft, ns=_stamp(now))
            os.fsync(file.fileno())
        draft.replace(path)
        _sync(path.parent)

    def read(self, cid: Cid) -> bytes | None:
        with suppress(FileNotFoundError):
            return self._path(cid).read_bytes()
        return None

    def size(self, cid: Cid) -> int | None:
        with suppress(FileNotFoundError):
            return self._path(cid).stat().st_size
        return None

    def touch(self, cid: Cid, now: float) -> bool:
        with suppress(FileNotFoundError):
            os.utime(self._path(cid), ns=_stamp(now))
            return True
        return False

    def older_than(self, moment: float) -> list[Cid]:
        """The names of old blocks; old drafts, which only a crash leaves behind, are removed on the way."""
        for draft in self._drafts.iterdir():
            if _is_older(draft, moment):
                draft.unlink(missing_ok=True)
        folders = [path for path in sorted(self._blocks.iterdir()) if path.is_dir()]
        return [cid for folder in folders for cid, path in _named(folder) if _is_older(path, moment)]

    def discard(self, cid: Cid, moment: float) -> bool:
        """Takes the block out of its place, and puts it back if it was touched meanwhile: from then on, who wants it
        finds that it is not there, and writes it again."""
        path, draft = self._path(cid), self._draft()
        try:
            path.rename(draft)
        except FileNotFoundError:
            return False
        if not _is_older(draft, moment):
            draft.replace(path)
            return False
        draft.unlink()
        return True

    def ping(self) -> None:
        draft = self._draft()
        draft.touch()
        draft.unlink()

    def _path(self, cid: Cid) -> Path:
        """The last letter has only three bits to say: the two before it spread the blocks over 1024 folders."""
        name = str(cid)
        return self._blocks / name[-3:-1] / name

    def _draft(self) -> Path:
        return self._drafts / secrets.token_hex(12)


class FolderPins:
    """A pin is an empty file, so that a copy of the folder is a copy of everything in it."""

    def __init__(self, folder: Path) -> None:
        self._pins = folder / "pins"
        _make(self._pins)

    def add(self, cid: Cid, owner: str) -> None:
        folder = self._pins / str(cid)
        while True:
            _make(folder)
            with suppress(FileNotFoundError):  # somebody has just removed the last pin, and the folder with it
                self._path(cid, owner).touch()
                break
        _sync(folder)

    def remove(self, cid: Cid, owner: str) -> None:
        folder = self._pins / str(cid)
        with suppress(FileNotFoundError):
            self._path(cid, owner).unlink()
            _sync(folder)
        with suppress(OSError):
            folder.rmdir()

    def roots(self) -> Iterator[Cid]:
        for cid, folder in _named(self._pins):
            with suppress(FileNotFoundError):
                if any(folder.iterdir()):
                    yield cid

    def owners(self, cid: Cid) -> list[str]:
        with suppress(FileNotFoundError):
            return sorted(unquote(path.name) for path in (self._pins / str(cid)).iterdir())
        return []

    def _path(self, cid: Cid, owner: str) -> Path:
        return self._pins / str(cid) / quote(owner, safe="")


def _named(folder: Path) -> list[tuple[Cid, Path]]:
    """What is in a folder under the name of a CID; what else an operating system leaves there is not ours."""
    found = []
    for path in sorted(folder.iterdir()):
        with suppress(ValueError):
            found.append((Cid.parse(path.name), path))
    return found


def _make(folder: Path) -> None:
    """Makes a folder so that it is still there after a power cut."""
    if folder.is_dir():
        return
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700, parents=True)
    _sync(folder.parent)


def _sync(folder: Path) -> None:
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _stamp(now: float) -> tuple[int, int]:
    at = int(now * _NANO)
    return at, at


def _is_older(path: Path, moment: float) -> bool:
    with suppress(FileNotFoundError):
        return path.stat().st_mtime < moment
    return False
