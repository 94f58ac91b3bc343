"""What every `Chain` must do. An adapter's test-suite is this class with a `staged` fixture: confirmations are 3.

An adapter that cannot keep a clause overrides that test by name, with the reason.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

import pytest
from tests.support.chains import Staged

from eduverse.chain.abi import Event, contract
from eduverse.kernel.chain import Chain, Intent, Logs, Receipt, ReferenceTaken, Reverted

TOKEN = contract("EduToken")
CAP = 10**24
ALICE, BOB = "0x" + "a1" * 20, "0x" + "b0" * 20


def ref(text: str) -> bytes:
    return text.encode().ljust(32, b"\0")


def paying(name: str, to: str, *, token: str, amount: int = 5) -> Intent:
    data = TOKEN.encode("mintBatch", [ref(name)], [to], [amount])
    return Intent(reference=name, to=token, data=data)


async def balance(chain: Chain, token: str, holder: str) -> int:
    return int(TOKEN.decode("balanceOf", await chain.call(token, TOKEN.encode("balanceOf", holder))))


class ChainContract(ABC):
    @pytest.fixture
    @abstractmethod
    async def staged(self) -> AsyncIterator[Staged]:
        """A chain of its own, whose account has money."""
        yield  # type: ignore[misc]

    @pytest.fixture
    async def token(self, staged: Staged) -> str:
        """A token, deployed."""
        await staged.chain.send(Intent(reference="token", to=None, data=TOKEN.creation(CAP)))
        return str((await self.receipt(staged, "token")).contract)

    async def receipt(self, staged: Staged, reference: str) -> Receipt:
        where = await staged.chain.sent(reference)
        assert where is not None
        assert where.receipt is not None
        return where.receipt

    async def test_a_call_of_a_contract(self, staged: Staged, token: str) -> None:
        hashed = await staged.chain.send(paying("a", ALICE, token=token))
        receipt = await staged.chain.receipt(hashed)
        assert receipt is not None
        assert (receipt.succeeded, receipt.transaction, receipt.contract) == (True, hashed, None)
        assert receipt.gas_used > 21_000
        assert receipt == await self.receipt(staged, "a")
        assert await balance(staged.chain, token, ALICE) == 5

    async def test_a_question_has_only_so_much_gas(self, staged: Staged, token: str) -> None:
        asked = TOKEN.encode("balanceOf", ALICE)
        assert await staged.chain.call(token, asked, gas=100_000) == bytes(32)
        with pytest.raises(Reverted):
            await staged.chain.call(token, asked, gas=22_000)

    async def test_where_nothing_stands_nothing_answers(self, staged: Staged) -> None:
        assert await staged.chain.call(ALICE, TOKEN.encode("cap")) == b""

    async def test_where_a_contract_stands_is_known_at_once_and_for_good(self, staged: Staged, token: str) -> None:
        for _ in range(4):
            where = await staged.chain.sent("token")
            assert where is not None
            assert where.contract == token
            await staged.mine()
            await staged.chain.tend()

    async def test_asked_for_again_it_is_done_once(self, staged: Staged, token: str) -> None:
        wish = paying("a", ALICE, token=token)
        hashes = {await staged.chain.send(wish) for _ in range(3)}
        assert len(hashes) == 1
        assert await balance(staged.chain, token, ALICE) == 5
        with pytest.raises(ReferenceTaken):
            await staged.chain.send(paying("a", BOB, token=token))

    async def test_fifty_at_once_each_get_their_number(self, staged: Staged, token: str) -> None:
        wishes = [paying(f"w{at}", ALICE, token=token, amount=1) for at in range(50)]
        hashes = await asyncio.gather(*(staged.chain.send(wish) for wish in wishes))
        assert len(set(hashes)) == 50
        await staged.mine()
        stored = [await staged.records.outgoing.get(wish.reference) for wish in wishes]
        numbers = sorted(one.nonce for one in stored if one is not None and one.nonce is not None)
        assert numbers == list(range(numbers[0], numbers[0] + 50))
        assert await balance(staged.chain, token, ALICE) == 50

    async def test_it_is_done_when_it_is_deep(self, staged: Staged, token: str) -> None:
        await staged.chain.send(paying("a", ALICE, token=token))
        await self.in_state(staged, "a", "mined", 1)
        assert await staged.chain.tend() == 2
        await staged.mine()
        await self.in_state(staged, "a", "mined", 2)
        await staged.mine()
        await self.in_state(staged, "a", "done", 3)
        assert await staged.chain.tend() == 0
        await self.in_state(staged, "a", "done", 3)
        assert await staged.chain.send(paying("a", ALICE, token=token))
        assert await balance(staged.chain, token, ALICE) == 5

    async def in_state(self, staged: Staged, reference: str, state: str, confirmations: int) -> None:
        where = await staged.chain.sent(reference)
        assert where is not None
        assert (where.state, where.confirmations) == (state, confirmations)

    async def test_what_would_fail_is_not_sent(self, staged: Staged, token: str) -> None:
        with pytest.raises(Reverted) as refused:
            await staged.chain.send(paying("a", ALICE, token=token, amount=CAP + 1))
        assert refused.value.reason == "edu: over the cap"
        assert await staged.chain.sent("a") is None
        await staged.chain.send(paying("a", ALICE, token=token))

    async def test_what_fails_in_its_block_has_failed(self, staged: Staged, token: str) -> None:
        wish = paying("a", ALICE, token=token, amount=CAP + 1)
        forced = Intent(reference="a", to=token, data=wish.data, gas=200_000)
        await staged.chain.send(forced)
        await staged.mine()
        await staged.mine()
        where = await staged.chain.sent("a")
        assert where is not None
        assert where.state == "failed"
        await staged.chain.tend()
        assert await staged.chain.send(forced) == where.transaction
        assert await balance(staged.chain, token, ALICE) == 0

    async def test_gas_that_no_node_would_take(self, staged: Staged, token: str) -> None:
        wish = Intent(reference="a", to=token, data=b"1234", gas=21_063)
        with pytest.raises(ValueError, match="gas"):
            await staged.chain.send(wish)
        assert await staged.chain.sent("a") is None

    async def test_a_call_that_is_refused(self, staged: Staged, token: str) -> None:
        with pytest.raises(Reverted) as refused:
            await staged.chain.call(token, TOKEN.encode("transfer", ALICE, 1))
        assert refused.value.reason == "edu: balance too low"

    async def test_events_by_contract_topic_and_block(self, staged: Staged, token: str) -> None:
        for name, who in (("a", ALICE), ("b", BOB), ("c", ALICE)):
            await staged.chain.send(paying(name, who, token=token))
        rewarded = TOKEN.topic("Rewarded")
        all_of_them = await staged.chain.logs(Logs(address=token, topics=(rewarded,)))
        assert [TOKEN.event(log) for log in all_of_them] == [
            Event("Rewarded", {"reference": ref(name), "receiver": who, "value": 5})
            for name, who in (("a", ALICE), ("b", BOB), ("c", ALICE))
        ]
        to_bob = Logs(address=token, topics=(rewarded, None, "0x" + "00" * 12 + BOB[2:]))
        assert await staged.chain.logs(to_bob) == [all_of_them[1]]
        block = all_of_them[1].block
        assert await staged.chain.logs(Logs(address=token, topics=(rewarded,), first=block, last=block)) == [
            all_of_them[1]
        ]
        assert await staged.chain.logs(Logs(address=ALICE)) == []

    async def test_what_nobody_asked_for(self, staged: Staged) -> None:
        assert await staged.chain.sent("never") is None
        assert await staged.chain.receipt("0x" + "11" * 32) is None

    @pytest.mark.parametrize("to", ["", "0x12", "0x" + "g" * 40, "0x" + "1" * 40 + "\n"])
    async def test_what_is_no_address(self, staged: Staged, to: str) -> None:
        with pytest.raises(ValueError, match="address"):
            await staged.chain.call(to, b"")

    async def test_it_says_that_it_is_well(self, staged: Staged) -> None:
        await staged.chain.ping()
        assert await staged.chain.height() >= 0
        assert staged.chain.account == staged.signer.address
