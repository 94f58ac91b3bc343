"""A process that writes and says what was acknowledged, until somebody kills it."""

import argparse
import asyncio
import os
from itertools import count
from pathlib import Path
from unittest.mock import patch

from tests.storage.workload import write_until_the_end

from eduverse.storage.sqlite import open_sqlite, writer


class EagerWriter(writer.Writer):
    """The control: it lets callers know when their writes are made, and commits after twenty batches of them."""

    def _main(self) -> None:
        for number in count():
            batch = self._take()
            if number % 20 == 0:
                self._connection.execute("COMMIT; BEGIN" if number else "BEGIN")
            outcomes = [writer._attempt(self._connection, queued.job) for queued in batch]
            self._loop.call_soon_threadsafe(writer._settle, batch, outcomes)


def say(doc_id: str, version: int) -> None:
    os.write(1, f"{doc_id} {version}\n".encode())


async def write(folder: Path, run: str) -> None:
    async with open_sqlite(folder, checkpoint_pages=100) as opened:
        await write_until_the_end(opened, run, say, clients=16, writes=1_000_000)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("run")
    parser.add_argument("--eager", action="store_true")
    wanted = parser.parse_args()
    with patch("eduverse.storage.sqlite.storage.Writer", EagerWriter if wanted.eager else writer.Writer):
        asyncio.run(write(wanted.folder, wanted.run))
