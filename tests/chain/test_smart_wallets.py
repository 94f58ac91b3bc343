"""Wallets that are contracts: each says itself what it signed, on our own EVM and on a real node."""

import asyncio

import pytest
from tests.support.anvil import RICH
from tests.support.chains import Staged, staged
from tests.support.smart_wallets import ECHO, ENDLESS, HALF_A_WORD, REFUSING, creation, owned_by
from tests.support.wallets import Wallet

from eduverse.auth.ethereum import message_digest
from eduverse.chain.smart_wallets import SmartWallets
from eduverse.chain.transactions import Signer
from eduverse.kernel.chain import Intent

OWNER, STRANGER = Wallet(7), Wallet(8)
TEXT = "Sign in to this campus."
DIGEST = message_digest(TEXT)
NOBODY = "0x" + "a1" * 20


async def put(stage: Staged, code: bytes) -> str:
    """The address of a contract of this code."""
    reference = f"wallet-{code.hex()[:20]}"
    await stage.chain.send(Intent(reference=reference, to=None, data=creation(code)))
    await stage.mine()
    sent = await stage.chain.sent(reference)
    assert sent is not None
    assert sent.contract is not None
    return sent.contract


async def test_a_contract_answers_for_its_owner(any_stage: Staged) -> None:
    wallets = SmartWallets(any_stage.chain, chain_id=await any_stage.chain.chain_id())
    address = await put(any_stage, owned_by(OWNER.address))
    assert await wallets.is_valid_signature(address, DIGEST, OWNER.sign(TEXT)) == "good"
    assert await wallets.is_valid_signature(address, DIGEST, STRANGER.sign(TEXT)) == "bad"
    assert await wallets.is_valid_signature(address, bytes(32), OWNER.sign(TEXT)) == "bad"
    assert await wallets.is_valid_signature(address, DIGEST, b"") == "bad"
    assert await wallets.is_valid_signature(NOBODY, DIGEST, OWNER.sign(TEXT)) == "bad"


@pytest.mark.parametrize("code", [HALF_A_WORD, ECHO, REFUSING, ENDLESS])
async def test_nothing_but_a_whole_yes_is_one(stage: Staged, code: bytes) -> None:
    wallets = SmartWallets(stage.chain, chain_id=await stage.chain.chain_id())
    assert await wallets.is_valid_signature(await put(stage, code), DIGEST, OWNER.sign(TEXT)) == "bad"


async def test_on_another_chain_nobody_can_be_asked(any_stage: Staged) -> None:
    address = await put(any_stage, owned_by(OWNER.address))
    assert await SmartWallets(any_stage.chain, chain_id=137).is_valid_signature(address, DIGEST, b"") == "unavailable"


class Silent:
    """A node that takes the question and never answers."""

    async def request(self, method: str, *params: object) -> str:
        if method == "eth_call":
            await asyncio.Event().wait()
        return "0x1"

    async def close(self) -> None: ...


async def test_a_chain_that_is_silent_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eduverse.chain.smart_wallets._PATIENCE", 0.01)
    stage = await staged(Silent(), Signer(RICH), lambda: asyncio.sleep(0))
    assert await SmartWallets(stage.chain, chain_id=1).is_valid_signature(NOBODY, DIGEST, b"") == "unavailable"
