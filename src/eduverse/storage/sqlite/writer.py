"""One thread writes, and everybody who waits at the same time shares its transaction (group commit).

A commit costs one sync of the disk however many writes it carries. The thread takes all that is queued, runs each
job in a savepoint of its own, so that a refused write fails alone, commits, and only then lets every caller know.
It is also the one checkpointer: readers never move pages from the WAL into the database.
"""

import asyncio
import threading
from collections.abc import Callable, Sequence
from queue import SimpleQueue
from typing import Any, NamedTuple, TypeVar

import apsw
import structlog

from eduverse.kernel.documents import StorageUnavailable
from eduverse.storage.sqlite.errors import DISK_ERRORS

__all__ = ["Job", "Writer"]

R = TypeVar("R")
Job = Callable[[apsw.Connection], R]
"""Runs in the writer's thread, inside a transaction; what it raises undoes it and goes to its caller."""

_LARGEST_BATCH = 1000
_log = structlog.get_logger(__name__)


class _Queued(NamedTuple):
    job: Job[Any]
    future: asyncio.Future[Any]


class _Outcome(NamedTuple):
    result: Any = None
    error: Exception | None = None


class Writer:
    """Owns the writing connection, from the start of its thread until `close`."""

    def __init__(self, connection: apsw.Connection, *, checkpoint_pages: int) -> None:
        self._connection = connection
        self._loop = asyncio.get_running_loop()
        self._queue: SimpleQueue[_Queued | None] = SimpleQueue()
        self._turn = threading.Lock()
        self._closed = False
        self._checkpoint_pages = checkpoint_pages
        self._wal_pages = self._moved_pages = 0
        connection.set_wal_hook(self._note_wal_pages)
        self._thread = threading.Thread(target=self._main, name="eduverse-sqlite-writer", daemon=True)
        self._thread.start()

    async def run(self, job: Job[R]) -> R:
        """Runs a job and returns its result once it is on the disk.

        Raises what the job raises, and `StorageUnavailable` when the disk fails; then nothing was written. A caller
        that is cancelled stops waiting: its job is carried out all the same.
        """
        self._assert_open()
        future: asyncio.Future[R] = self._loop.create_future()
        self._queue.put(_Queued(job, future))
        return await future

    def run_now(self, job: Job[R]) -> R:
        """Runs a job in the calling thread, between two batches: for what must be done before the program serves."""
        self._assert_open()
        with self._turn:
            (outcome,) = self._transact([job])
        if outcome.error:
            raise outcome.error
        result: R = outcome.result
        return result

    async def close(self) -> None:
        """Carries out what is queued, moves the WAL into the database, and ends the thread."""
        if not self._closed:
            self._closed = True
            self._queue.put(None)
            await asyncio.to_thread(self._thread.join)

    def _assert_open(self) -> None:
        if self._closed:
            raise StorageUnavailable("The database is closed")

    def _main(self) -> None:
        while batch := self._take():
            with self._turn:
                outcomes = self._transact([queued.job for queued in batch])
            self._loop.call_soon_threadsafe(_settle, batch, outcomes)
            self._checkpoint_if_due()
        self._shut()

    def _take(self) -> list[_Queued]:
        """Waits for a job and takes whatever else is queued by then; an empty batch means the end."""
        batch: list[_Queued] = []
        while queued := self._queue.get():
            batch.append(queued)
            if len(batch) == _LARGEST_BATCH or self._queue.empty():
                return batch
        if batch:
            self._queue.put(None)
        return batch

    def _transact(self, jobs: Sequence[Job[Any]]) -> list[_Outcome]:
        """Runs jobs in one transaction. When it fails as a whole, that is the outcome of each of them."""
        try:
            return _commit(self._connection, jobs)
        except Exception as error:
            _log.exception("sqlite_commit_failed", writes=len(jobs))
            return [_Outcome(error=StorageUnavailable(f"The database cannot be written: {error}")) for _ in jobs]

    def _note_wal_pages(self, _connection: apsw.Connection, _name: str, pages: int) -> int:
        self._wal_pages = pages
        return apsw.SQLITE_OK

    def _checkpoint_if_due(self) -> None:
        """Moves pages when enough are new. A reader can hold some of them back; the next time takes them along."""
        if self._wal_pages < self._moved_pages:  # the WAL began anew
            self._moved_pages = 0
        if self._wal_pages - self._moved_pages >= self._checkpoint_pages:
            self._checkpoint(apsw.SQLITE_CHECKPOINT_PASSIVE)
            self._moved_pages = self._wal_pages

    def _checkpoint(self, mode: int) -> None:
        """A checkpoint that fails loses nothing: the WAL keeps what it could not move."""
        try:
            self._connection.wal_checkpoint(mode=mode)
        except apsw.Error:
            _log.warning("sqlite_checkpoint_failed", exc_info=True)

    def _shut(self) -> None:
        self._checkpoint(apsw.SQLITE_CHECKPOINT_TRUNCATE)
        try:
            self._connection.close(True)
        except apsw.Error:  # it is closed all the same, and the WAL keeps what is not in the database
            _log.warning("sqlite_close_failed", exc_info=True)


def _commit(connection: apsw.Connection, jobs: Sequence[Job[Any]]) -> list[_Outcome]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        outcomes = [_attempt(connection, job) for job in jobs]
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite ends it by itself when the disk is full
            connection.execute("ROLLBACK")
        raise
    return outcomes


def _attempt(connection: apsw.Connection, job: Job[Any]) -> _Outcome:
    """Runs one job in a savepoint. A failing disk is everybody's failure, any other error the job's own."""
    connection.execute("SAVEPOINT job")
    try:
        outcome = _Outcome(job(connection))
    except DISK_ERRORS:
        raise
    except Exception as error:
        connection.execute("ROLLBACK TO job")
        outcome = _Outcome(error=error)
    connection.execute("RELEASE job")
    return outcome


def _settle(batch: Sequence[_Queued], outcomes: Sequence[_Outcome]) -> None:
    """Lets the callers know, in one go on the event loop."""
    for (_, future), (result, error) in zip(batch, outcomes, strict=True):
        if future.done():
            continue  # its caller was cancelled
        if error is None:
            future.set_result(result)
        else:
            future.set_exception(error)
