"""A storage that can be interfered with: stopped before or after any call, or made to wait there."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from eduverse.kernel.documents import BY_ID, Collection, Documents, Order, Page, Storage, T, Where
from eduverse.storage.memory import MemoryStorage

__all__ = ["Call", "Crash", "FaultyStorage", "Hold", "When"]

R = TypeVar("R")
When = Literal["before", "after"]
_WRITES = ("insert", "replace", "delete")


class Crash(BaseException):
    """The process is gone at this point: nothing in the program catches it."""


class Call(NamedTuple):
    collection: str
    operation: str


class Hold:
    """One call that waits: `reached` once it has come, going on after `release`."""

    def __init__(self) -> None:
        self._reached = asyncio.Event()
        self._released = asyncio.Event()

    async def reached(self) -> None:
        async with asyncio.timeout(5):
            await self._reached.wait()

    def release(self) -> None:
        self._released.set()

    async def wait(self) -> None:
        self._reached.set()
        await self._released.wait()


class FaultyStorage:
    """The documents are those of another storage, which outlives every crash."""

    def __init__(self, inner: Storage | None = None) -> None:
        self.inner = inner or MemoryStorage()
        self.calls: list[Call] = []
        self._opened: dict[str, Any] = {}
        self._crash: tuple[int, When] | None = None
        self._writes = 0
        self._holds: dict[tuple[Call, When], Hold] = {}
        self._failures: dict[Call, list[Exception]] = {}

    def collection(self, spec: Collection[T], /) -> Documents[T]:
        if spec.name not in self._opened:
            self._opened[spec.name] = _FaultyDocuments(self.inner.collection(spec), spec.name, self)
        documents: Documents[T] = self._opened[spec.name]
        return documents

    async def ping(self) -> None:
        await self.carry_out(Call("", "ping"), self.inner.ping)

    def crash_at_write(self, number: int, when: When) -> None:
        """Raises `Crash` before or after the write with this number from now on, counted from 1."""
        self._writes, self._crash = 0, (number, when)

    def hold(self, collection: str, operation: str, when: When = "before") -> Hold:
        """The next such call waits."""
        hold = self._holds[Call(collection, operation), when] = Hold()
        return hold

    def fail(self, collection: str, operation: str, *errors: Exception) -> None:
        """The next such calls raise these errors and do nothing."""
        self._failures[Call(collection, operation)] = list(errors)

    async def carry_out(self, call: Call, work: Callable[[], Awaitable[R]]) -> R:
        self.calls.append(call)
        if failures := self._failures.get(call):
            raise failures.pop(0)
        self._writes += call.operation in _WRITES
        number = self._writes
        await self._pass(call, number, "before")
        done = await work()
        await self._pass(call, number, "after")
        return done

    async def _pass(self, call: Call, number: int, when: When) -> None:
        """`number` is the writes so far, this one included: others may come while it is under way."""
        if self._crash == (number, when) and call.operation in _WRITES:
            self._crash = None
            raise Crash
        if hold := self._holds.pop((call, when), None):
            await hold.wait()


class _FaultyDocuments(Generic[T]):
    def __init__(self, inner: Documents[T], name: str, storage: FaultyStorage) -> None:
        self._inner = inner
        self._name = name
        self._storage = storage

    async def insert(self, doc: T) -> T:
        return await self._call("insert", lambda: self._inner.insert(doc))

    async def get(self, doc_id: str, /) -> T | None:
        return await self._call("get", lambda: self._inner.get(doc_id))

    async def find(self, *where: Where, order: Order = BY_ID, after: str | None = None, limit: int = 50) -> Page[T]:
        return await self._call("find", lambda: self._inner.find(*where, order=order, after=after, limit=limit))

    async def search(self, text: str, *where: Where, limit: int = 20) -> list[T]:
        return await self._call("search", lambda: self._inner.search(text, *where, limit=limit))

    async def count(self, *where: Where, up_to: int = 1000) -> int:
        return await self._call("count", lambda: self._inner.count(*where, up_to=up_to))

    async def replace(self, doc: T) -> T:
        return await self._call("replace", lambda: self._inner.replace(doc))

    async def delete(self, doc_id: str, version: int, /) -> None:
        await self._call("delete", lambda: self._inner.delete(doc_id, version))

    async def _call(self, operation: str, work: Callable[[], Awaitable[R]]) -> R:
        return await self._storage.carry_out(Call(self._name, operation), work)
