"""Where the contracts stand: put there at first need on a chain of our own, by an owner on another."""

from collections.abc import AsyncIterator

import pytest
from tests.support.chains import Staged, records_in, staged

from eduverse.chain.contracts import CONTRACTS, Contracts
from eduverse.chain.embedded.transport import EmbeddedTransport, open_embedded
from eduverse.chain.transactions import Signer
from eduverse.kernel.chain import ChainUnavailable
from eduverse.storage.memory import MemoryStorage

SIGNER = Signer(b"\x01" * 32)


@pytest.fixture
async def transport() -> AsyncIterator[EmbeddedTransport]:
    transport = await open_embedded(None, funds={SIGNER.address: 10**24})
    yield transport
    await transport.close()


@pytest.fixture
async def stage(transport: EmbeddedTransport) -> Staged:
    return await staged(transport, SIGNER, transport.mine, confirmations=1)


async def test_our_own_chain_gets_a_contract_when_it_is_needed_and_once(stage: Staged) -> None:
    contracts = Contracts(stage.chain, deploys=True)
    where = [await contracts.address(name) for name in CONTRACTS]
    assert len(set(where)) == 3
    assert await stage.chain.height() == 3
    again = Contracts(stage.chain, deploys=True)
    assert [await again.address(name) for name in CONTRACTS] == where
    assert await stage.chain.height() == 3


async def test_where_deploying_costs_money_an_owner_does_it(stage: Staged) -> None:
    contracts = Contracts(stage.chain, deploys=False)
    with pytest.raises(ChainUnavailable, match="eduverse chain deploy"):
        await contracts.address("EduToken")
    assert await stage.chain.height() == 0
    await contracts.deploy("EduToken")
    assert (await contracts.address("EduToken")).startswith("0x")


async def test_a_contract_counts_once_it_stays(transport: EmbeddedTransport) -> None:
    stage = await staged(transport, SIGNER, transport.mine, confirmations=3)
    contracts = Contracts(stage.chain, deploys=True)
    with pytest.raises(ChainUnavailable, match="on its way"):
        await contracts.address("EduToken")
    await stage.mine()
    await stage.mine()
    assert await contracts.address("EduToken")


async def test_another_chain_of_the_same_number_is_noticed(stage: Staged) -> None:
    await Contracts(stage.chain, deploys=True).address("EduToken")
    await stage.chain.tend()
    fresh = await open_embedded(None, funds={SIGNER.address: 10**24})
    try:
        other = await staged(fresh, SIGNER, fresh.mine, confirmations=1, records=stage.records)
        with pytest.raises(ChainUnavailable, match="not the chain"):
            await Contracts(other.chain, deploys=True).address("EduToken")
    finally:
        await fresh.close()


async def test_what_another_account_has_under_way_is_left_to_it(transport: EmbeddedTransport) -> None:
    records = records_in(MemoryStorage())
    mine = await staged(transport, SIGNER, transport.mine, records=records)
    theirs = await staged(transport, Signer(b"\x02" * 32), transport.mine, records=records)
    await Contracts(mine.chain, deploys=False).deploy("EduToken")
    assert await theirs.chain.tend() == 0
    assert await mine.chain.tend() == 1
