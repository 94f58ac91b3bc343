"""Certificates' roots on the contract, whatever becomes of the transactions."""

import pytest
from tests.support.anvil import RICH, anvil
from tests.support.chains import Staged, staged

from eduverse.chain.abi import contract
from eduverse.chain.contracts import Contracts
from eduverse.chain.embedded.transport import EmbeddedTransport
from eduverse.chain.registry import Registry
from eduverse.chain.rpc.transport import HttpTransport
from eduverse.chain.transactions import Signer
from eduverse.credentials.model.merkle import inclusion, root
from eduverse.credentials.ports import Place
from eduverse.kernel.chain import ChainUnavailable, Intent

SIGNER = Signer(b"\x01" * 32)
LEAVES = [bytes([number]) * 32 for number in range(1, 6)]
ROOT = root(LEAVES)
PATH = inclusion(LEAVES, 2)
CODE = contract("CertificateRegistry")
ISSUER = CODE.encode("ISSUER_ROLE")


def registry_on(stage: Staged) -> Registry:
    return Registry(stage.chain, Contracts(stage.chain, deploys=True))


async def test_a_root_is_anchored_once_and_its_leaves_can_be_proven(stage: Staged) -> None:
    registry = registry_on(stage)
    await registry.submit(ROOT, 5)
    anchor = await registry.look_up(ROOT)
    assert anchor is not None
    receipt = await stage.chain.receipt(anchor.transaction)
    assert receipt is not None
    (event,) = map(CODE.event, receipt.logs)
    assert event is not None
    assert (event.name, event.arguments["root"], event.arguments["count"]) == ("Anchored", ROOT, 5)
    assert (anchor.block, anchor.place.contract) == (receipt.block, receipt.logs[0].address)
    assert await registry.holds(anchor.place, ROOT, LEAVES[2], PATH)
    assert not await registry.holds(anchor.place, ROOT, LEAVES[3], PATH)
    height = await stage.chain.height()
    await registry.submit(ROOT, 5)
    assert await registry.look_up(ROOT) == anchor
    assert await stage.chain.height() == height


async def test_a_leaf_that_was_recalled_holds_no_more(stage: Staged) -> None:
    registry = registry_on(stage)
    await registry.submit(ROOT, 5)
    anchor = await registry.look_up(ROOT)
    assert anchor is not None
    assert await registry.recall(anchor.place, ROOT, LEAVES[2])
    assert await registry.recall(anchor.place, ROOT, LEAVES[2])
    assert not await registry.holds(anchor.place, ROOT, LEAVES[2], PATH)
    assert await registry.holds(anchor.place, ROOT, LEAVES[0], inclusion(LEAVES, 0))


async def test_another_chain_is_not_asked_about_it(stage: Staged) -> None:
    registry = registry_on(stage)
    elsewhere = Place(1, "0x" + "a1" * 20)
    assert not await registry.recall(elsewhere, ROOT, LEAVES[0])
    with pytest.raises(ChainUnavailable):
        await registry.holds(elsewhere, ROOT, LEAVES[0], [])
    with pytest.raises(ChainUnavailable, match="no contract"):
        await registry.holds(Place(31_337, elsewhere.contract), ROOT, LEAVES[0], [])


async def test_it_counts_when_it_is_deep_enough(transport: EmbeddedTransport) -> None:
    stage = await staged(transport, SIGNER, transport.mine, confirmations=3)
    contracts = Contracts(stage.chain, deploys=False)
    await contracts.deploy("CertificateRegistry")
    for _ in range(2):
        await stage.mine()
    registry = Registry(stage.chain, contracts)
    assert await registry.look_up(ROOT) is None
    await registry.submit(ROOT, 5)
    assert await registry.look_up(ROOT) is None
    for _ in range(2):
        await stage.mine()
    anchor = await registry.look_up(ROOT)
    assert anchor is not None
    assert not await registry.recall(anchor.place, ROOT, LEAVES[0])
    for _ in range(2):
        await stage.mine()
    assert await registry.recall(anchor.place, ROOT, LEAVES[0])


async def test_what_reverted_is_sent_anew_once_it_can_work(stage: Staged) -> None:
    """The campus's account lost the role between the estimate and the block, and has it again."""
    contracts = Contracts(stage.chain, deploys=True)
    address = await contracts.address("CertificateRegistry")
    registry = Registry(stage.chain, contracts)
    stem = f"anchor:{address[2:]}:{ROOT.hex()[:40]}"
    data = CODE.encode("anchor", ROOT, 5)
    await stage.chain.send(Intent(reference=f"{stem}:0", to=address, data=data, gas=23_500))  # too little: it reverts
    sent = await stage.chain.sent(f"{stem}:0")
    assert sent is not None
    assert sent.state == "failed"
    assert await registry.look_up(ROOT) is None
    await registry.submit(ROOT, 5)
    assert await registry.look_up(ROOT) is not None


async def test_a_root_whose_block_was_taken_back_is_put_there_again() -> None:
    with anvil("--hardfork", "cancun", "--no-mining") as url:
        node = HttpTransport(url)
        stage = await staged(node, Signer(RICH), lambda: node.request("evm_mine"), confirmations=3)
        contracts = Contracts(stage.chain, deploys=False)
        await contracts.deploy("CertificateRegistry")
        for _ in range(4):
            await stage.mine()
        registry = Registry(stage.chain, contracts)
        await registry.submit(ROOT, 5)
        await stage.mine()
        await stage.mine()
        await node.request("anvil_reorg", 2, [])
        await node.request("anvil_dropAllTransactions")
        for _ in range(3):
            await stage.mine()
        assert await registry.look_up(ROOT) is None
        await registry.submit(ROOT, 5)
        for _ in range(4):
            await stage.mine()
        anchor = await registry.look_up(ROOT)
        assert anchor is not None
        assert await registry.holds(anchor.place, ROOT, LEAVES[2], PATH)
        await node.close()
