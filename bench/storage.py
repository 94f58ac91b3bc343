"""Durable writes and point reads of the SQLite store, beside the plainest way to do the same.

    python bench/storage.py [folder]

The peer has the same file, settings and indexes and commits every write by itself, on the event loop; its reads go
through a thread, as those of an asynchronous driver do. Both take turns on the same disk, and the median of the
rounds counts. Acknowledgements are in wall time, because a sync is waiting and not work; reads are in CPU time.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import apsw
import msgspec

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document
from eduverse.storage.sqlite import open_sqlite

_ROUNDS = 3
_READS = 20_000
_WRITES = {1: 400, 8: 3_000, 512: 12_000}

Insert = Callable[["Seat"], Awaitable[object]]


class Seat(Document, frozen=True, kw_only=True):
    room_id: str
    number: int
    name: str = "A student with a name of ordinary length"


SEATS = Collection(name="seats", type=Seat, indexed=("room_id", "number"))


class Plain:
    """One connection, one commit for each write."""

    def __init__(self, folder: Path) -> None:
        self.connection = apsw.Connection(str(folder / "plain.db"))
        for sql in (
            "PRAGMA journal_mode=wal",
            "PRAGMA synchronous=full",
            "CREATE TABLE seats (id TEXT PRIMARY KEY, version INTEGER, body TEXT, room TEXT, number INTEGER)",
            "CREATE INDEX by_room ON seats (room, id)",
            "CREATE INDEX by_number ON seats (number, id)",
        ):
            self.connection.execute(sql)
        self.decode = msgspec.json.Decoder(Seat).decode

    async def insert(self, seat: Seat) -> None:
        row = (seat.id, 1, msgspec.json.encode(seat).decode(), seat.room_id, seat.number)
        self.connection.execute("INSERT INTO seats VALUES (?, ?, ?, ?, ?)", row)

    async def get(self, seat_id: str) -> Seat:
        return self.decode(await asyncio.to_thread(self._body, seat_id))

    def _body(self, seat_id: str) -> str:
        rows = self.connection.execute("SELECT body FROM seats WHERE id = ?", (seat_id,)).fetchall()
        return str(rows[0][0])


async def acknowledgements(insert: Insert, clients: int, run: str) -> float:
    """Durable writes per second, by so many clients who each wait for one before they send the next."""
    each = _WRITES[clients] // clients

    async def client(number: int) -> None:
        for place in range(each):
            await insert(Seat(id=f"{run}-{number}-{place}", room_id=f"room{number % 50}", number=place))

    start = time.perf_counter()
    await asyncio.gather(*map(client, range(clients)))
    return clients * each / (time.perf_counter() - start)


async def cpu_per_read(get: Callable[[str], Awaitable[object]], seat_id: str) -> float:
    """Microseconds of CPU."""
    start = time.process_time()
    for _ in range(_READS):
        await get(seat_id)
    return (time.process_time() - start) / _READS * 1e6


def row(what: str, ours: list[float], peers: list[float], *, less_is_better: bool = False) -> str:
    mine, theirs = statistics.median(ours), statistics.median(peers)
    ratio = theirs / mine if less_is_better else mine / theirs
    spread = f"{min(ours):,.0f}-{max(ours):,.0f}"
    return f"{what:34}{mine:>12,.1f}{theirs:>12,.1f}{ratio:>9.1f}x   {spread}"


async def compare(folder: Path) -> None:
    print(f"{'':34}{'eduverse':>12}{'plain':>12}{'better by':>10}   spread of ours")
    async with open_sqlite(folder) as storage:
        seats, plain = storage.collection(SEATS), Plain(folder)
        for clients in _WRITES:
            ours, peers = [], []
            for number in range(_ROUNDS):
                ours.append(await acknowledgements(seats.insert, clients, f"{clients}x{number}"))
                peers.append(await acknowledgements(plain.insert, clients, f"{clients}x{number}"))
            print(row(f"durable acks/s, {clients} clients", ours, peers))
        ours = [await cpu_per_read(seats.get, "8x0-3-7") for _ in range(_ROUNDS)]
        peers = [await cpu_per_read(plain.get, "8x0-3-7") for _ in range(_ROUNDS)]
        print(row("µs of CPU per get", ours, peers, less_is_better=True))
        plain.connection.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as place:
        asyncio.run(compare(Path(place)))
