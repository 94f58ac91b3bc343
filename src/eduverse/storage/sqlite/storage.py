"""Opening the database file: who may, how it is set up, and in what order it closes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Literal

import apsw

from eduverse.kernel.clock import Clock, SystemClock, to_millis
from eduverse.kernel.documents import Collection, Documents
from eduverse.storage.layout import Layout, T
from eduverse.storage.sqlite.documents import SqliteDocuments
from eduverse.storage.sqlite.errors import disk_answers
from eduverse.storage.sqlite.folder import claimed
from eduverse.storage.sqlite.reader import Reader
from eduverse.storage.sqlite.schema import check_format, prepare
from eduverse.storage.sqlite.statements import Statements
from eduverse.storage.sqlite.writer import Writer

__all__ = ["SqliteStorage", "open_sqlite"]

_LARGEST_WAL = 64 << 20


@asynccontextmanager
async def open_sqlite(
    folder: Path,
    clock: Clock | None = None,
    *,
    vfs: str | None = None,
    synchronous: Literal["FULL", "NORMAL"] = "FULL",
    checkpoint_pages: int = 1000,
) -> AsyncIterator["SqliteStorage"]:
    """Opens `eduverse.db` in a data folder, which is made when missing, and closes it in the end.

    Raises `StorageUnavailable` when the folder is another process's or cannot be used. `vfs` names a registered
    SQLite VFS. Anything but `synchronous="FULL"` breaks the promise that a write that returned is on the disk: it
    is there for the tests that show what the promise costs.
    """
    with claimed(folder) as path, disk_answers(f"be opened in {folder}"):
        connection = _connect(path, vfs, apsw.SQLITE_OPEN_READWRITE)
        _set_up(connection, synchronous)
        writer = Writer(connection, checkpoint_pages=checkpoint_pages)
        try:
            writer.run_now(check_format)
            reader = Reader(lambda: _connect(path, vfs, apsw.SQLITE_OPEN_READONLY))
            try:
                yield SqliteStorage(clock or SystemClock(), writer, reader)
            finally:
                await reader.close()
        finally:
            await writer.close()


class SqliteStorage:
    """A `Storage` in one file. Made by `open_sqlite`."""

    def __init__(self, clock: Clock, writer: Writer, reader: Reader) -> None:
        self._clock = clock
        self._writer = writer
        self._reader = reader
        self._collections: dict[str, SqliteDocuments[Any]] = {}

    def collection(self, spec: Collection[T], /) -> Documents[T]:
        """Opens a collection. Blocks until its tables fit the declaration, so collections are opened at start."""
        known = self._collections.get(spec.name)
        if known is None:
            known = self._collections[spec.name] = self._open(Layout(spec))
        if known.layout.spec != spec:
            raise ValueError(f"the collection {spec.name} is already open with another declaration")
        return known

    async def ping(self) -> None:
        now = to_millis(self._clock.now())
        sql = "INSERT OR REPLACE INTO _ping VALUES (1, ?)"
        await self._writer.run(lambda connection: connection.execute(sql, (now,)))

    def _open(self, layout: Layout[T]) -> SqliteDocuments[T]:
        statements = Statements(layout)
        self._writer.run_now(lambda connection: prepare(connection, layout, statements))
        return SqliteDocuments(layout, statements, self._writer, self._reader)


def _connect(path: Path, vfs: str | None, flags: int) -> apsw.Connection:
    connection = apsw.Connection(str(path), flags=flags, vfs=vfs, statementcachesize=256)
    connection.set_busy_timeout(2000)
    connection.pragma("cache_size", -8192)  # KiB
    return connection


def _set_up(connection: apsw.Connection, synchronous: str) -> None:
    connection.pragma("journal_mode", "wal")
    connection.pragma("synchronous", synchronous)
    connection.pragma("temp_store", "memory")
    connection.pragma("journal_size_limit", _LARGEST_WAL)
    connection.wal_autocheckpoint(0)
