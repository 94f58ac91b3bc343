"""A kill between any two steps, two processes with one account, and a node that no longer has receipts."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from tests.ports.chain_contract import CAP, TOKEN, paying
from tests.support.chains import Staged, records_in, staged

from eduverse.chain.embedded.transport import EmbeddedTransport, open_embedded
from eduverse.chain.jsonrpc import RpcError
from eduverse.chain.rpc.fees import Fees, offered, raised
from eduverse.chain.transactions import Signer
from eduverse.kernel.chain import ChainUnavailable, FeesTooHigh, Intent
from eduverse.storage.memory import MemoryStorage

ME = Signer(b"\x01" * 32)
RECEIVER = "0x" + "a1" * 20


class Killed(BaseException):
    """The process ends here."""


class Cut:
    """A node until `calls` calls were made: then the process is gone, before the call or (`after`) right behind it."""

    def __init__(self, node: EmbeddedTransport, calls: int, *, after: bool) -> None:
        self._node = node
        self._left = calls
        self._after = after

    async def request(self, method: str, *params: Any) -> Any:
        self._left -= 1
        if self._left < 0 and not self._after:
            raise Killed
        result = await self._node.request(method, *params)
        if self._left < 0:
            raise Killed
        return result

    async def close(self) -> None: ...


@pytest.fixture
async def node() -> AsyncIterator[EmbeddedTransport]:
    node = await open_embedded(None, funds={ME.address: 10**24})
    yield node
    await node.close()


@pytest.fixture
async def stage(node: EmbeddedTransport) -> Staged:
    return await staged(node, ME, node.mine)


@pytest.fixture
async def token(stage: Staged) -> str:
    await stage.chain.send(Intent(reference="token", to=None, data=TOKEN.creation(CAP)))
    where = await stage.chain.sent("token")
    assert where is not None
    assert where.receipt is not None
    return str(where.receipt.contract)


async def paid(stage: Staged, token: str) -> int:
    return int(TOKEN.decode("balanceOf", await stage.chain.call(token, TOKEN.encode("balanceOf", RECEIVER))))


@pytest.mark.parametrize("after", [False, True])
async def test_a_kill_anywhere_and_once_is_once(
    stage: Staged, node: EmbeddedTransport, token: str, after: bool
) -> None:
    """Whoever asks again after the kill, or the chore, brings it to its end: each payment happens once."""
    kills = 0
    for calls in range(1, 12):
        wish = paying(f"w{calls}", RECEIVER, token=token)
        try:
            killed = await staged(Cut(node, calls, after=after), ME, node.mine, records=stage.records)
            await killed.chain.send(wish)
        except Killed:
            kills += 1
        await stage.chain.tend()
        await stage.chain.send(wish)
        assert await paid(stage, token) == 5 * calls
    assert kills > 6
    height = await stage.chain.height()
    assert height == 12
    assert int(await node.request("eth_getTransactionCount", ME.address, "latest"), 16) == height


async def test_two_processes_with_one_account(stage: Staged, node: EmbeddedTransport, token: str) -> None:
    other = await staged(node, ME, node.mine, records=stage.records)
    wishes = [paying(f"w{at}", RECEIVER, token=token) for at in range(20)]
    await asyncio.gather(*(each.chain.send(wish) for wish in wishes for each in (stage, other)))
    for each in (stage, other):
        await each.chain.tend()
    assert await paid(stage, token) == 100
    assert await stage.chain.height() == 21


async def test_a_settled_intent_needs_no_receipt(stage: Staged, node: EmbeddedTransport, token: str) -> None:
    for _ in range(2):
        await stage.chain.send(paying("a", RECEIVER, token=token))
        await node.mine()
        await node.mine()
        await stage.chain.tend()

    class Forgetful(Cut):
        async def request(self, method: str, *params: Any) -> Any:
            return None if method == "eth_getTransactionReceipt" else await node.request(method, *params)

    forgetful = await staged(Forgetful(node, 0, after=False), ME, node.mine, records=stage.records)
    where = await forgetful.chain.sent("a")
    assert where is not None
    assert (where.state, where.receipt) == ("done", None)


async def test_a_refusal_of_one_stops_nobody_else(stage: Staged, node: EmbeddedTransport, token: str) -> None:
    class Picky(Cut):
        async def request(self, method: str, *params: Any) -> Any:
            if method == "eth_sendRawTransaction" and not self._after:
                self._after = True
                raise RpcError(-32_000, "moon is in the wrong phase")
            return await node.request(method, *params)

    picky = await staged(Picky(node, 0, after=False), ME, node.mine, records=stage.records)
    with pytest.raises(ChainUnavailable, match="wrong phase"):
        await picky.chain.send(paying("a", RECEIVER, token=token))
    await picky.chain.send(paying("b", RECEIVER, token=token))
    assert await paid(stage, token) == 0  # it waits for the number before its own
    await picky.chain.tend()
    assert await paid(stage, token) == 10


async def test_numbers_of_another_chain_are_others(node: EmbeddedTransport, stage: Staged, token: str) -> None:
    elsewhere = await open_embedded(None, funds={ME.address: 10**24}, chain_id=5)
    records = records_in(MemoryStorage())
    there = await staged(elsewhere, ME, elsewhere.mine, records=records)
    await there.chain.send(Intent(reference="token", to=None, data=TOKEN.creation(CAP)))
    assert (await there.chain.height(), await there.chain.chain_id()) == (1, 5)
    await elsewhere.close()


async def test_what_is_offered(node: EmbeddedTransport) -> None:
    fees = await offered(node, ceiling=10**12)
    assert fees == Fees(fee=3 * 10**9 - 2 * 125_000_000, tip=10**9)
    assert (await offered(node, ceiling=2 * 10**9)).fee == 2 * 10**9
    with pytest.raises(FeesTooHigh):
        await offered(node, ceiling=10**9)


def test_what_is_offered_instead() -> None:
    before, calm, wild = Fees(fee=800, tip=80), Fees(fee=100, tip=10), Fees(fee=5_000, tip=500)
    assert raised(before, calm, ceiling=1_000) == Fees(fee=901, tip=91)
    assert raised(before, calm, ceiling=900) is None
    assert raised(before, wild, ceiling=5_000) == wild
    assert raised(before, wild, ceiling=4_999) is None
