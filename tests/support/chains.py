"""A chain to act on: its port, and what a test does to it that nobody else may."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

from tests.support.clock import FakeClock

from eduverse.chain.embedded.transport import EmbeddedTransport, open_embedded
from eduverse.chain.jsonrpc import Transport
from eduverse.chain.lazy import LazyChain
from eduverse.chain.rpc.chain import GWEI, RpcChain, open_chain
from eduverse.chain.rpc.records import OUTGOING, SENDERS, Records
from eduverse.chain.transactions import Signer
from eduverse.kernel.chain import ChainUnavailable
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage
from eduverse.storage.memory import MemoryStorage

__all__ = ["CEILING", "OwnChain", "Staged", "records_in", "staged"]

CEILING = 500 * GWEI


class Staged(NamedTuple):
    chain: RpcChain
    transport: Transport
    records: Records
    clock: FakeClock
    signer: Signer
    mine: Callable[[], Awaitable[Any]]
    """One more block."""


class OwnChain:
    """A campus's own chain, in memory; `down` is whether its node has stopped to answer."""

    def __init__(self) -> None:
        self.down = False
        self.transport: EmbeddedTransport | None = None

    def on(self, storage: Storage, clock: Clock) -> LazyChain:
        records = records_in(storage)
        return LazyChain(lambda: self._open(records, clock), records)

    async def request(self, method: str, *params: Any) -> Any:
        if self.down or self.transport is None:
            raise ChainUnavailable("The node does not answer")
        return await self.transport.request(method, *params)

    async def close(self) -> None: ...

    @asynccontextmanager
    async def _open(self, records: Records, clock: Clock) -> AsyncIterator[RpcChain]:
        signer = Signer(b"\x01" * 32)
        self.transport = await open_embedded(None, funds={signer.address: 10**24}, clock=clock)
        try:
            yield await open_chain(self, signer, records, clock, ceiling=CEILING, confirmations=1)
        finally:
            await self.transport.close()


def records_in(storage: Storage) -> Records:
    return Records(storage.collection(OUTGOING), storage.collection(SENDERS))


async def staged(
    transport: Transport,
    signer: Signer,
    mine: Callable[[], Awaitable[Any]],
    *,
    confirmations: int = 3,
    ceiling: int = CEILING,
    records: Records | None = None,
) -> Staged:
    clock = FakeClock()
    records = records or records_in(MemoryStorage())
    chain = await open_chain(transport, signer, records, clock, ceiling=ceiling, confirmations=confirmations)
    return Staged(chain, transport, records, clock, signer, mine)
