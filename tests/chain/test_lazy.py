"""A chain that is opened when somebody needs it, and not before."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from tests.support.chains import CEILING, records_in
from tests.support.clock import FakeClock

from eduverse.chain.embedded.transport import open_embedded
from eduverse.chain.lazy import LazyChain
from eduverse.chain.rpc.chain import RpcChain, open_chain
from eduverse.chain.transactions import Signer
from eduverse.kernel.chain import ChainUnavailable, Intent, Logs
from eduverse.storage.memory import MemoryStorage

SIGNER = Signer(b"\x01" * 32)
CREATION = bytes.fromhex("5f5ff3")
"""A contract without code."""


class Door:
    """Counts how often a chain was opened and closed; the first openings may fail."""

    def __init__(self) -> None:
        self.records = records_in(MemoryStorage())
        self.opened = self.closed = self.fails = 0

    @asynccontextmanager
    async def open(self) -> AsyncIterator[RpcChain]:
        if self.fails:
            self.fails -= 1
            raise ChainUnavailable
        self.opened += 1
        transport = await open_embedded(None, funds={SIGNER.address: 10**24})
        try:
            yield await open_chain(transport, SIGNER, self.records, FakeClock(), ceiling=CEILING, confirmations=1)
        finally:
            await transport.close()
            self.closed += 1


async def test_it_is_the_chain_that_it_opens() -> None:
    door = Door()
    chain = LazyChain(door.open, door.records)
    with pytest.raises(ChainUnavailable):
        _ = chain.account
    await chain.ping()
    assert chain.account == SIGNER.address
    assert (await chain.chain_id(), await chain.height()) == (31_337, 0)
    hash_ = await chain.send(Intent(reference="one", to=None, data=CREATION))
    sent = await chain.sent("one")
    assert sent is not None
    assert (await chain.receipt(hash_)) == sent.receipt
    assert sent.contract is not None
    assert await chain.call(sent.contract, b"") == b""
    assert await chain.logs(Logs(address=sent.contract)) == []
    assert await chain.tend() == 0
    await chain.close()
    assert (door.opened, door.closed) == (1, 1)


async def test_with_nothing_under_way_it_stays_shut() -> None:
    door = Door()
    chain = LazyChain(door.open, door.records)
    assert await chain.tend() == 0
    await chain.close()
    assert door.opened == 0


async def test_what_could_not_be_opened_is_tried_again() -> None:
    door = Door()
    door.fails = 1
    chain = LazyChain(door.open, door.records)
    with pytest.raises(ChainUnavailable):
        await chain.ping()
    await chain.ping()
    await chain.close()
    assert (door.opened, door.closed) == (1, 1)
