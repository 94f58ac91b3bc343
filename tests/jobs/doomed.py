"""A process that does jobs until it is killed: `python -m tests.jobs.doomed FOLDER`. Each job mints a token once."""

import asyncio
import sys
from datetime import timedelta
from pathlib import Path

import structlog

from eduverse.jobs.model import Patience
from eduverse.jobs.queue import Queue
from eduverse.jobs.runner import Runner, RunnerSettings
from eduverse.kernel.clock import SystemClock
from eduverse.kernel.documents import AlreadyExists, Collection, equals
from eduverse.kernel.ids import SystemEntropy
from eduverse.kernel.structs import Document
from eduverse.storage.sqlite import open_sqlite

__all__ = ["MINT", "ROOMS", "TOKENS", "Room", "Token"]

MINT = "mint"
SETTINGS = RunnerSettings(
    patience=Patience(first=timedelta(milliseconds=10), longest=timedelta(milliseconds=50), lapses=1_000),
    lease=timedelta(milliseconds=300),
    look=0.05,
)


class Room(Document, frozen=True, kw_only=True):
    wants_token: bool = True


class Token(Document, frozen=True, kw_only=True):
    """Its id is the order's number: the chain that pays a reference once."""

    room: str


ROOMS = Collection(name="rooms", type=Room, indexed=("wants_token",))
TOKENS = Collection(name="tokens", type=Token, indexed=("room",))


async def main(folder: Path) -> None:
    """Ends by itself when there is nothing left to do."""
    clock = SystemClock()
    async with open_sqlite(folder) as storage:
        rooms, tokens, queue = storage.collection(ROOMS), storage.collection(TOKENS), Queue(storage, clock)

        async def mint(subject: str) -> None:
            try:
                await tokens.insert(Token(id=f"order:{subject}", room=subject))
            except AlreadyExists:
                print("again", flush=True)  # noqa: T201
            room = await rooms.get(subject)
            if room and room.wants_token:
                await rooms.replace(Room(id=room.id, version=room.version, wants_token=False))

        async with Runner(storage, queue, {MINT: mint}, clock=clock, entropy=SystemEntropy(), settings=SETTINGS):
            print("working", flush=True)  # noqa: T201
            while await queue.sweep(rooms, MINT, equals("wants_token", True)):  # noqa: ASYNC110 - as a chore does
                await asyncio.sleep(0.02)


if __name__ == "__main__":
    structlog.configure(logger_factory=structlog.ReturnLoggerFactory())
    asyncio.run(main(Path(sys.argv[1])))
