"""The data folder: readable by nobody else, and open in one process at a time."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from eduverse.kernel.documents import StorageUnavailable

__all__ = ["DATABASE", "LOCK", "claimed"]

DATABASE = "eduverse.db"
LOCK = "eduverse.lock"


@contextmanager
def claimed(folder: Path) -> Iterator[Path]:
    """The path of the database in a data folder that is ours until the context ends.

    A folder that is missing is made for its owner alone; one that exists keeps its mode, and the files in it are
    the owner's alone either way. Raises `StorageUnavailable` when another process has the folder.
    """
    try:
        _make(folder)
        lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StorageUnavailable(f"The data folder {folder} cannot be used: {error.strerror}") from error
    try:
        _lock(lock, folder)
        os.close(os.open(folder / DATABASE, os.O_RDWR | os.O_CREAT, 0o600))  # SQLite gives its other files this mode
        yield folder / DATABASE
    finally:
        os.close(lock)  # which also gives the lock back, as the end of the process would


def _make(folder: Path) -> None:
    """Makes the folder so that it is still there after a power cut: its name is synced in the folder above it."""
    if folder.is_dir():
        return
    _make(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    _sync(folder.parent)


def _sync(folder: Path) -> None:
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _lock(lock: int, folder: Path) -> None:
    try:
        _lock_now(lock)
    except OSError:
        holder = os.pread(lock, 20, 1).decode(errors="replace") if sys.platform != "win32" else ""
        raise StorageUnavailable(
            f"The data folder {folder} is in use by another EduVerse process {holder and f'({holder})'}: "
            "stop that one first, or start this one with another data folder"
        ) from None
    os.ftruncate(lock, 0)
    os.lseek(lock, 0, os.SEEK_SET)
    os.write(lock, f"\npid {os.getpid()}".encode())


def _lock_now(lock: int) -> None:
    """Takes the lock or raises OSError. The first byte is the lock, the rest says whose it is."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
