"""How fast a backlog drains after an outage, in the data folder's own store, each job done once.

    python -m bench.jobs [--count 10000]

Two processes' runners share it. Beside it stands what the same number of writes takes that are no jobs: a job is put,
leased and finished, and its handler writes one document, so four.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from eduverse.jobs.model import JobState
from eduverse.jobs.queue import Queue
from eduverse.jobs.runner import Runner
from eduverse.kernel.clock import SystemClock
from eduverse.kernel.documents import Collection, Storage
from eduverse.kernel.ids import SystemEntropy
from eduverse.kernel.structs import Document
from eduverse.storage.sqlite import open_sqlite

AT_ONCE = 64


class Token(Document, frozen=True, kw_only=True):
    pass


TOKENS = Collection(name="tokens", type=Token)


async def drain(storage: Storage, count: int) -> None:
    clock, tokens = SystemClock(), storage.collection(TOKENS)
    queue, minted = Queue(storage, clock), 0

    async def mint(subject: str) -> None:
        nonlocal minted
        await tokens.insert(Token(id=subject))  # a second time, it would raise
        minted += 1

    began = time.perf_counter()
    await in_parallel(count, lambda number: queue.put("mint", f"{number}"))
    put = time.perf_counter()
    runners = [Runner(storage, queue, {"mint": mint}, clock=clock, entropy=SystemEntropy()) for _ in range(2)]
    async with runners[0], runners[1]:
        while (await queue.counts(up_to=count))[JobState.DONE] < count:  # noqa: ASYNC110 - as an operator would look
            await asyncio.sleep(0.05)
    done = time.perf_counter()
    assert minted == count
    print(f"{count} jobs put in {put - began:.2f} s, drained in {done - put:.2f} s ({count / (done - put):,.0f}/s)")


async def plain_writes(storage: Storage, count: int) -> None:
    tokens = storage.collection(TOKENS)
    began = time.perf_counter()
    for part in range(3):
        await in_parallel(count, lambda number, part=part: tokens.insert(Token(id=f"p{part}-{number}")))  # type: ignore[misc]
    took = time.perf_counter() - began
    print(f"three times as many documents written in {took:.2f} s ({3 * count / took:,.0f}/s)")


async def in_parallel(count: int, work: Callable[[int], Awaitable[object]]) -> None:
    numbers = iter(range(count))

    async def some() -> None:
        for number in numbers:
            await work(number)

    await asyncio.gather(*(some() for _ in range(AT_ONCE)))


async def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with open_sqlite(Path(folder), SystemClock()) as storage:
            await drain(storage, count)
            await plain_writes(storage, count)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    asyncio.run(main(parser.parse_args().count))
