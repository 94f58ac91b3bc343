"""Clients that write, what they were promised, and whether it was kept."""

import asyncio
from collections.abc import Callable
from random import Random

import msgspec

from eduverse.kernel.documents import Collection, Documents, Storage, StorageUnavailable
from eduverse.kernel.structs import Document

__all__ = ["Promises", "broken_promises", "write_until_the_end"]

Promises = dict[str, int]
"""The last version that each document was acknowledged to have; 0 when it was acknowledged to be gone."""


class Entry(Document, frozen=True, kw_only=True):
    writer: int
    text: str


ENTRIES = Collection(name="entries", type=Entry, indexed=("writer",), text=("text",))


def entry(doc_id: str, version: int) -> Entry:
    """A document whose content follows from its id and version, so a reader can tell that all of it is there."""
    random = Random(f"{doc_id} {version}")
    text = f"{doc_id}x{version} " + "filler " * random.randint(0, 600)
    return Entry(id=doc_id, version=version, writer=random.randint(0, 9), text=text)


async def write_until_the_end(
    storage: Storage, run: str, acknowledged: Callable[[str, int], None], *, clients: int = 8, writes: int = 10_000
) -> None:
    """Clients insert, replace and delete until the disk fails or they have done their writes."""
    entries = storage.collection(ENTRIES)
    await asyncio.gather(*(_client(entries, f"{run}c{number}", acknowledged, writes) for number in range(clients)))


async def _client(entries: Documents[Entry], name: str, acknowledged: Callable[[str, int], None], writes: int) -> None:
    random = Random(name)
    try:
        for number in range(writes // 3):
            doc_id = f"{name}n{number}"
            stored = await entries.insert(entry(doc_id, 0))
            if random.random() < 0.2:
                await entries.delete(doc_id, 1)
                acknowledged(doc_id, 0)
                continue
            acknowledged(doc_id, 1)
            for _ in range(random.randint(0, 4)):
                stored = await entries.replace(entry(doc_id, stored.version))
                acknowledged(doc_id, stored.version)
    except StorageUnavailable:
        return


async def broken_promises(storage: Storage, promises: Promises) -> list[str]:
    """What was acknowledged and is not there, or is not whole."""
    entries = storage.collection(ENTRIES)
    return [doc_id for doc_id, version in promises.items() if not await _kept(entries, doc_id, version)]


async def _kept(entries: Documents[Entry], doc_id: str, version: int) -> bool:
    found = await entries.get(doc_id)
    if found is None or version == 0:
        return found is None and version == 0
    written = msgspec.structs.replace(entry(doc_id, found.version - 1), version=found.version)
    if found.version < version or found != written:
        return False
    return await entries.search(f"{doc_id}x{found.version - 1}") == [found]
