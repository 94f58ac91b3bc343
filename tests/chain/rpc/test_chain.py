"""The port on a real node, and what only a node can do: keep us waiting, forget, and change its mind."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from tests.ports.chain_contract import CAP, TOKEN, ChainContract, paying
from tests.support.anvil import RICH, anvil
from tests.support.chains import Staged, staged

from eduverse.chain.abi import contract
from eduverse.chain.embedded.transport import open_embedded
from eduverse.chain.rpc.sender import STUCK_AFTER
from eduverse.chain.rpc.transport import HttpTransport
from eduverse.chain.transactions import Signer, address_of_contract
from eduverse.kernel.chain import ChainUnavailable, FeesTooHigh, Intent

RECEIVER = "0x" + "a1" * 20


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with anvil("--hardfork", "cancun") as url:
        yield url


class AnvilTransport(HttpTransport):
    """Anvil makes its blocks a moment after it has answered: this waits for them, unless told that there are none."""

    automine = True

    async def request(self, method: str, *params: Any) -> Any:
        result = await super().request(method, *params)
        if method == "evm_setAutomine":
            self.automine = params[0]
        if method == "eth_sendRawTransaction" and self.automine:
            async with asyncio.timeout(5):
                while await super().request("eth_getTransactionReceipt", result) is None:  # noqa: ASYNC110 (of another process)
                    await asyncio.sleep(0.002)
        return result


@pytest.fixture
async def transport(url: str) -> AsyncIterator[HttpTransport]:
    """A chain as it was at the start of anvil."""
    transport = AnvilTransport(url)
    snapshot = await transport.request("evm_snapshot")
    yield transport
    await transport.request("evm_setAutomine", True)
    await transport.request("evm_revert", snapshot)
    await transport.close()


class TestChainOverRpc(ChainContract):
    @pytest.fixture
    async def staged(self, transport: HttpTransport) -> Staged:
        return await staged(transport, Signer(RICH), lambda: transport.request("evm_mine"))


@pytest.fixture
async def stage(transport: HttpTransport) -> Staged:
    return await staged(transport, Signer(RICH), lambda: transport.request("evm_mine"))


@pytest.fixture
async def token(stage: Staged) -> str:
    await stage.chain.send(Intent(reference="token", to=None, data=TOKEN.creation(CAP)))
    where = await stage.chain.sent("token")
    assert where is not None
    assert where.receipt is not None
    return str(where.receipt.contract)


async def state(stage: Staged, reference: str) -> str:
    where = await stage.chain.sent(reference)
    assert where is not None
    return where.state


async def test_a_stuck_transaction_is_replaced_by_one_that_offers_more(stage: Staged, token: str) -> None:
    await stage.transport.request("evm_setAutomine", False)
    first = await stage.chain.send(paying("a", RECEIVER, token=token))
    assert await stage.chain.tend() == 2
    assert await stage.chain.send(paying("a", RECEIVER, token=token)) == first
    stage.clock.advance(STUCK_AFTER.total_seconds() + 1)
    await stage.chain.tend()
    stored = await stage.records.outgoing.get("a")
    assert stored is not None
    before, after = stored.versions
    assert before.hash == first
    assert after.fee * 8 > before.fee * 9
    assert after.tip * 8 > before.tip * 9
    await stage.mine()
    where = await stage.chain.sent("a")
    assert where is not None
    assert (where.state, where.transaction) == ("mined", after.hash)
    assert await stage.transport.request("eth_getTransactionReceipt", first) is None


async def test_a_replacement_never_offers_more_than_the_ceiling(stage: Staged, token: str) -> None:
    await stage.transport.request("evm_setAutomine", False)
    low = await staged(stage.transport, stage.signer, stage.mine, ceiling=4 * 10**9, records=stage.records)
    await low.chain.send(paying("a", RECEIVER, token=token))
    low.clock.advance(STUCK_AFTER.total_seconds() + 1)
    for _ in range(5):
        await low.chain.tend()
        low.clock.advance(STUCK_AFTER.total_seconds() + 1)
    stored = await stage.records.outgoing.get("a")
    assert stored is not None
    assert max(version.fee for version in stored.versions) <= 4 * 10**9


async def test_above_the_ceiling_nothing_is_sent(stage: Staged, token: str) -> None:
    low = await staged(stage.transport, stage.signer, stage.mine, ceiling=1000, records=stage.records)
    with pytest.raises(FeesTooHigh):
        await low.chain.send(paying("a", RECEIVER, token=token))
    assert await stage.chain.sent("a") is None


async def test_what_a_node_forgot_is_sent_again(stage: Staged, token: str) -> None:
    await stage.transport.request("evm_setAutomine", False)
    hashed = await stage.chain.send(paying("a", RECEIVER, token=token))
    await stage.transport.request("anvil_dropTransaction", hashed)
    await stage.mine()
    assert await state(stage, "a") == "pending"
    await stage.chain.tend()
    await stage.mine()
    where = await stage.chain.sent("a")
    assert where is not None
    assert (where.state, where.transaction) == ("mined", hashed)


async def test_a_block_that_is_taken_back_is_made_up_for(stage: Staged, token: str) -> None:
    hashed = await stage.chain.send(paying("a", RECEIVER, token=token))
    assert await state(stage, "a") == "mined"
    await stage.transport.request("anvil_reorg", 1, [])
    await stage.transport.request("anvil_dropAllTransactions")
    assert await state(stage, "a") == "pending"
    await stage.chain.tend()
    where = await stage.chain.sent("a")
    assert where is not None
    assert (where.state, where.transaction) == ("mined", hashed)


async def test_a_kill_between_signing_and_sending(stage: Staged, token: str) -> None:
    """The signed bytes are stored before they are sent: whoever comes next sends the very same."""

    class Cut(HttpTransport):
        async def request(self, method: str, *params: object) -> object:
            if method == "eth_sendRawTransaction":
                raise ChainUnavailable
            return await stage.transport.request(method, *params)

    cut = await staged(Cut("http://127.0.0.1:1"), stage.signer, stage.mine, records=stage.records)
    with pytest.raises(ChainUnavailable):
        await cut.chain.send(paying("a", RECEIVER, token=token))
    stored = await stage.records.outgoing.get("a")
    assert stored is not None
    assert await stage.chain.receipt(stored.versions[0].hash) is None
    await stage.chain.tend()
    assert await state(stage, "a") == "mined"
    assert await stage.chain.send(paying("a", RECEIVER, token=token)) == stored.versions[0].hash


async def test_an_account_that_somebody_else_used_too(stage: Staged, token: str) -> None:
    other = await staged(stage.transport, stage.signer, stage.mine)
    await other.chain.send(paying("theirs", RECEIVER, token=token))
    for _ in range(2):
        try:
            await stage.chain.send(paying("a", RECEIVER, token=token))
        except Exception:
            continue
    assert await state(stage, "a") == "mined"


async def test_our_own_chain_charges_the_same_gas_and_tells_the_same_events(stage: Staged) -> None:
    """Of everything the campus does, with the same account on both."""
    ours = await open_embedded(None, funds={stage.signer.address: 10**24})
    here = await staged(ours, stage.signer, ours.mine)
    steps: list[tuple[str, str | None, bytes]] = [("deploy", None, TOKEN.creation(CAP))]
    token = address_of_contract(stage.signer.address, 0)
    for name, amount in (("first", 5), ("more", 6), ("nothing", 0), ("first", 5)):
        data = TOKEN.encode("mintBatch", [name.encode().ljust(32, b"\0")], [RECEIVER], [amount])
        steps.append((f"{name}{len(steps)}", token, data))
    steps += [(name, token, TOKEN.encode(name, RECEIVER, 0)) for name in ("transfer", "approve")]
    for name, contract_name in (("rooms", "ClassroomNFT"), ("registry", "CertificateRegistry")):
        steps.append((name, None, contract(contract_name).creation()))
    for name, to, data in steps:
        wish = Intent(reference=name, to=to, data=data, gas=3_000_000)
        both = [await each.chain.receipt(await each.chain.send(wish)) for each in (stage, here)]
        seen = [
            one and (one.succeeded, one.gas_used, one.contract, [(log.topics, log.data) for log in one.logs])
            for one in both
        ]
        assert seen[0] == seen[1], name
        assert seen[0] is not None
    await ours.close()


async def test_a_node_that_is_not_there() -> None:
    transport = HttpTransport("http://127.0.0.1:1/secret-key")
    with pytest.raises(ChainUnavailable) as refused:
        await transport.request("eth_chainId")
    assert "secret" not in refused.value.detail
    await transport.close()
