"""What a block store must offer, and the one in memory. All of it is called from threads."""

import threading
from collections.abc import Iterator
from typing import Protocol

from eduverse.content.cid import Cid

__all__ = ["Blocks", "MemoryBlocks", "Pins"]


class Blocks(Protocol):
    """Blocks under their names, each with the moment (seconds since the epoch) at which somebody last wanted it kept.

    Nothing here is locked against other processes on the same blocks, and nothing needs to be.
    """

    def write(self, cid: Cid, block: bytes, now: float) -> None:
        """Keeps a block, also where a damaged one is. It is on disk when this returns."""
        ...

    def read(self, cid: Cid) -> bytes | None:
        """The block as it is stored, damaged or not."""
        ...

    def size(self, cid: Cid) -> int | None: ...

    def touch(self, cid: Cid, now: float) -> bool:
        """Makes the block wanted now; False when it is not there."""
        ...

    def older_than(self, moment: float) -> list[Cid]: ...

    def discard(self, cid: Cid, moment: float) -> bool:
        """Removes a block unless somebody wanted it since `moment`; whether it did."""
        ...

    def ping(self) -> None:
        """Raises `OSError` when nothing can be written."""
        ...


class Pins(Protocol):
    def add(self, cid: Cid, owner: str) -> None: ...

    def remove(self, cid: Cid, owner: str) -> None: ...

    def roots(self) -> Iterator[Cid]:
        """Everything that somebody has pinned."""
        ...


class MemoryBlocks:
    """Blocks and pins for tests and for what is gone with the process."""

    def __init__(self) -> None:
        self._kept: dict[Cid, tuple[bytes, float]] = {}
        self._pins: set[tuple[Cid, str]] = set()
        self._lock = threading.Lock()

    def write(self, cid: Cid, block: bytes, now: float) -> None:
        with self._lock:
            self._kept[cid] = (block, now)

    def read(self, cid: Cid) -> bytes | None:
        kept = self._kept.get(cid)
        return kept and kept[0]

    def size(self, cid: Cid) -> int | None:
        block = self.read(cid)
        return None if block is None else len(block)

    def touch(self, cid: Cid, now: float) -> bool:
        with self._lock:
            block = self.read(cid)
            if block is not None:
                self._kept[cid] = (block, now)
            return block is not None

    def older_than(self, moment: float) -> list[Cid]:
        with self._lock:
            return [cid for cid, (_, wanted) in self._kept.items() if wanted < moment]

    def discard(self, cid: Cid, moment: float) -> bool:
        with self._lock:
            kept = self._kept.get(cid)
            if kept is None or kept[1] >= moment:
                return False
            del self._kept[cid]
            return True

    def ping(self) -> None:
        """Memory takes everything."""

    def add(self, cid: Cid, owner: str) -> None:
        with self._lock:
            self._pins.add((cid, owner))

    def remove(self, cid: Cid, owner: str) -> None:
        with self._lock:
            self._pins.discard((cid, owner))

    def roots(self) -> Iterator[Cid]:
        with self._lock:
            return iter({cid for cid, _ in self._pins})
