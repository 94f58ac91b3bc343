"""A chain to act on: its port, and what a test does to it that nobody else may."""

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from tests.support.clock import FakeClock

from eduverse.chain.jsonrpc import Transport
from eduverse.chain.rpc.chain import GWEI, RpcChain, open_chain
from eduverse.chain.rpc.records import OUTGOING, SENDERS, Records
from eduverse.chain.transactions import Signer
from eduverse.storage.memory import MemoryStorage

__all__ = ["CEILING", "Staged", "records_in", "staged"]

CEILING = 500 * GWEI


class Staged(NamedTuple):
    chain: RpcChain
    transport: Transport
    records: Records
    clock: FakeClock
    signer: Signer
    mine: Callable[[], Awaitable[Any]]
    """One more block."""


def records_in(storage: MemoryStorage) -> Records:
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
