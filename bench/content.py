"""Putting and reading a file, beside the plain SHA-256 of the same bytes.

    python bench/content.py [folder]

Both take turns and the median of the rounds counts. Wall time: what a teacher waits for. The file is new in each
round, so that every block is written and synced; it is read from the page cache, as one that was just uploaded is.
"""

import asyncio
import hashlib
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path

from eduverse.content.local import folder_content, memory_content
from eduverse.kernel.clock import SystemClock
from eduverse.kernel.content import Content

_MEBIBYTES = 256
_CHUNK = 65_536
"""Bytes that come from a socket at once."""
_ROUNDS = 5


async def _cut(data: bytes) -> AsyncIterator[bytes]:
    for at in range(0, len(data), _CHUNK):
        yield data[at : at + _CHUNK]


async def _put(content: Content, data: bytes) -> tuple[float, str]:
    start = time.perf_counter()
    cid = (await content.put(_cut(data))).cid
    return time.perf_counter() - start, cid


async def _read(content: Content, cid: str) -> float:
    start = time.perf_counter()
    async for _ in content.read(cid):
        pass
    return time.perf_counter() - start


def _plain(data: bytes) -> float:
    start = time.perf_counter()
    hashlib.sha256(data).digest()
    return time.perf_counter() - start


async def main(folder: Path) -> None:
    clock = SystemClock()
    took: dict[str, list[float]] = {}
    for number in range(_ROUNDS):
        data = os.urandom(_MEBIBYTES << 20)
        took.setdefault("sha256 alone", []).append(_plain(data))
        for name, content in (
            ("memory", memory_content(clock)),
            ("folder", folder_content(folder / str(number), clock)),
        ):
            seconds, cid = await _put(content, data)
            took.setdefault(f"put, {name}", []).append(seconds)
            took.setdefault(f"read, {name}", []).append(await _read(content, cid))
    for name, seconds_each in took.items():
        rates = sorted(_MEBIBYTES / seconds for seconds in seconds_each)
        print(f"{name:<14} {statistics.median(rates):7.0f} MiB/s   ({rates[0]:.0f} to {rates[-1]:.0f})")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as place:
        asyncio.run(main(Path(place)))
