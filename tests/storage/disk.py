"""A disk that forgets what was not synced, as a SQLite VFS, and a power cut to make it forget."""

from pathlib import Path
from random import Random
from typing import NamedTuple

import apsw

__all__ = ["ForgetfulDisk"]

_SECTOR = 512


class _Write(NamedTuple):
    offset: int
    data: bytes

    def on(self, image: bytearray) -> None:
        image.extend(bytes(max(0, self.offset - len(image))))
        image[self.offset : self.offset + len(self.data)] = self.data

    def pieces(self) -> "list[_Write]":
        """The parts that reach the disk or do not, each on its own: a write tears between sectors."""
        ends = range(self.offset - self.offset % _SECTOR, self.offset + len(self.data), _SECTOR)
        starts = [max(self.offset, end) for end in ends]
        return [
            _Write(start, self.data[start - self.offset : stop - self.offset])
            for start, stop in zip(starts, [*starts[1:], self.offset + len(self.data)], strict=True)
        ]


class _Truncate(NamedTuple):
    size: int

    def on(self, image: bytearray) -> None:
        del image[self.size :]
        image.extend(bytes(self.size - len(image)))

    def pieces(self) -> "list[_Truncate]":
        return [self]


class _Image:
    """One file: what is on the disk for certain, and what was done since the last sync."""

    def __init__(self, path: Path) -> None:
        self.synced = bytearray(path.read_bytes() if path.exists() else b"")
        self.pending: list[_Write | _Truncate] = []

    def sync(self) -> None:
        for operation in self.pending:
            operation.on(self.synced)
        self.pending.clear()

    def after_cut(self, random: Random) -> bytes:
        """What a power cut leaves: any part of what was pending, in any order."""
        image = bytearray(self.synced)
        share = random.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        kept = [piece for operation in self.pending for piece in operation.pieces() if random.random() < share]
        random.shuffle(kept)
        for piece in kept:
            piece.on(image)
        return bytes(image)


class ForgetfulDisk(apsw.VFS):
    """A disk with a limited life: after `operations` writes and syncs the power is cut in the middle of the next.

    With `lying`, a sync says that it is done and does nothing. `full` makes it refuse to write, for as long as it is
    set, and `broken` to do anything.
    """

    def __init__(self, name: str, *, operations: int | None = None, lying: bool = False) -> None:
        self.operations = operations
        self.lying = lying
        self.full = self.broken = False
        self.images: dict[str, _Image] = {}
        super().__init__(name, "")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        path = name.filename() if isinstance(name, apsw.URIFilename) else name or ""
        image = self.images.setdefault(path, _Image(Path(path)))
        return _ForgetfulFile(self, image, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        self.images.pop(filename, None)
        super().xDelete(filename, syncdir)

    def work(self) -> None:
        """Counts an operation; the power fails at the last one."""
        if self.operations is not None:
            self.operations -= 1
            self.broken = self.broken or self.operations <= 0
        if self.broken:
            raise apsw.IOError("the disk does not answer")

    def after_cut(self, random: Random, folder: Path) -> None:
        """Writes into a new folder what a power cut leaves of the files."""
        folder.mkdir()
        for path, image in self.images.items():
            if path and not path.endswith("-shm"):
                (folder / Path(path).name).write_bytes(image.after_cut(random))


class _ForgetfulFile(apsw.VFSFile):
    def __init__(
        self, disk: ForgetfulDisk, image: _Image, name: str | apsw.URIFilename | None, flags: list[int]
    ) -> None:
        self._disk = disk
        self._image = image
        super().__init__("", name, flags)

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        if self._disk.broken:
            raise apsw.IOError("the disk does not answer")
        return super().xRead(amount, offset)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        if self._disk.full:
            raise apsw.FullError("the disk is full")
        self._image.pending.append(_Write(offset, bytes(data)))
        self._disk.work()
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self._image.pending.append(_Truncate(newsize))
        self._disk.work()
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802
        """Remembers; the real disk below is not troubled."""
        self._disk.work()
        if not self._disk.lying:
            self._image.sync()
