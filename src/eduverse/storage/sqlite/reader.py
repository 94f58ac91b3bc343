"""Reading connections: one for the event loop, one for a thread. Both see every commit that was acknowledged."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import apsw

from eduverse.storage.sqlite.errors import disk_answers
from eduverse.storage.sqlite.statements import Rows, SqlValue

__all__ = ["Reader"]

R = TypeVar("R")


class Reader:
    """Short reads run where they are asked for; long ones in one thread, so the event loop never waits for them."""

    def __init__(self, connect: Callable[[], apsw.Connection]) -> None:
        self._near = connect()
        self._far = connect()
        self._thread = ThreadPoolExecutor(1, "eduverse-sqlite-reader")

    def rows(self, sql: str, values: Sequence[SqlValue]) -> Rows:
        """All rows at once: a statement left half read would hold on to old pages."""
        with disk_answers("be read"):
            return self._near.execute(sql, values).fetchall()

    async def far_rows(self, sql: str, values: Sequence[SqlValue], use: Callable[[Rows], R]) -> R:
        """The same in the thread, where `use` makes something of the rows."""

        def read() -> R:
            with disk_answers("be read"):
                return use(self._far.execute(sql, values).fetchall())

        return await asyncio.get_running_loop().run_in_executor(self._thread, read)

    async def close(self) -> None:
        """Waits for the read that is under way, then closes."""
        await asyncio.to_thread(self._thread.shutdown)
        self._near.close(True)
        self._far.close(True)
