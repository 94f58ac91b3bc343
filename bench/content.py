"""Putting, reading and verifying files of 0 B to 1 GiB, beside a plain write of the same bytes.

    uv run --all-groups python -m bench.content [folder]

The peer writes the same pieces into one file, takes their SHA-256 on the way and syncs once; it reads that file back
and takes the SHA-256 again. All take turns, and the median of the rounds counts. Wall time: what a teacher waits for.
Files are new in each round, so that every block is written and synced, and read from the page cache, as what was just
uploaded is. `export` is a whole archive, every block checked; `take in` is that archive put into another store.
"""

import asyncio
import hashlib
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from pathlib import Path

from eduverse.content.local import folder_content
from eduverse.kernel.clock import SystemClock
from eduverse.kernel.content import Content

_MEBIBYTE = 1 << 20
_SIZES = {"0 B": 0, "1 MiB": 1, "16 MiB": 16, "256 MiB": 256, "1 GiB": 1024}
"""In MiB."""
_ROUNDS = {0: 9, 1: 9, 16: 9, 256: 3, 1024: 3}
_SEED = os.urandom(_MEBIBYTE)


async def _pieces(mebibytes: int, number: int) -> AsyncIterator[bytes]:
    """No two alike, and cheaper than random ones."""
    for piece in range(mebibytes):
        yield b"%8d%8d" % (number, piece) + _SEED[16:]


async def _drained(chunks: AsyncIterable[bytes]) -> int:
    return sum([len(chunk) async for chunk in chunks])


async def _plain_write(path: Path, mebibytes: int, number: int) -> bytes:
    digest = hashlib.sha256()
    with path.open("wb") as file:
        async for piece in _pieces(mebibytes, number):
            digest.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    return digest.digest()


def _plain_read(path: Path) -> bytes:
    """And removes it."""
    with path.open("rb") as file:
        path.unlink()
        return hashlib.file_digest(file, "sha256").digest()


Times = dict[str, list[float]]


async def _timed(times: Times, name: str, work: Callable[[], Awaitable[object]]) -> object:
    start = time.perf_counter()
    done = await work()
    times.setdefault(name, []).append(time.perf_counter() - start)
    return done


async def _round(times: Times, stores: tuple[Content, Content], path: Path, mebibytes: int, number: int) -> None:
    content, other = stores

    async def put() -> str:
        return (await content.put(_pieces(mebibytes, number))).cid

    written = await _timed(times, "plain write", lambda: _plain_write(path, mebibytes, number))
    assert await _timed(times, "plain read", lambda: asyncio.to_thread(_plain_read, path)) == written
    cid = str(await _timed(times, "put", put))
    assert await _timed(times, "read", lambda: _drained(content.read(cid))) == mebibytes * _MEBIBYTE
    await _timed(times, "export", lambda: _drained(content.export(cid)))
    await _timed(times, "take in", lambda: other.take_in(content.export(cid)))


async def main(folder: Path) -> None:
    clock = SystemClock()
    stores = folder_content(folder / "one", clock), folder_content(folder / "other", clock)
    before = _peak()
    print(f"{'':>8}  {'':<12} {'ms':>9} {'MiB/s':>8}   (slowest to fastest)")
    for label, mebibytes in _SIZES.items():
        times: Times = {}
        for number in range(_ROUNDS[mebibytes]):
            await _round(times, stores, folder / "plain", mebibytes, number)
        for name, seconds in times.items():
            rates = sorted(mebibytes / one for one in seconds)
            spread = f"{statistics.median(rates):8.0f}   ({rates[0]:.0f} to {rates[-1]:.0f})" if mebibytes else ""
            print(f"{label:>8}  {name:<12} {statistics.median(seconds) * 1000:9.1f} {spread}")
        print(f"{label:>8}  peak memory {_peak() - before:+9.0f} MiB since the start")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as place:
        asyncio.run(main(Path(place)))
