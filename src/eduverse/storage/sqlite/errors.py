"""Which of SQLite's errors are the disk's and which are ours."""

from collections.abc import Iterator
from contextlib import contextmanager

import apsw

from eduverse.kernel.documents import StorageUnavailable

__all__ = ["DISK_ERRORS", "disk_answers"]

DISK_ERRORS = (
    apsw.BusyError,
    apsw.CantOpenError,
    apsw.ConnectionClosedError,
    apsw.CorruptError,
    apsw.FullError,
    apsw.IOError,
    apsw.LockedError,
    apsw.NoMemError,
    apsw.NotADBError,
    apsw.PermissionsError,
    apsw.ProtocolError,
    apsw.ReadOnlyError,
)
"""The file cannot be read or written now: not the fault of any one statement."""


@contextmanager
def disk_answers(doing: str) -> Iterator[None]:
    """Raises `StorageUnavailable`, saying what could not be done, when the disk fails."""
    try:
        yield
    except DISK_ERRORS as error:
        raise StorageUnavailable(f"The database cannot {doing}: {error}") from error
