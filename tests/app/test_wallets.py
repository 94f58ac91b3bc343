"""The wiring of wallets."""

import pytest
from tests.support.campus import memory_campus, problem
from tests.support.wallets import Wallet

from eduverse.app.settings import Settings, SettingsError, read_settings
from eduverse.app.wallets import NoChain

MINE = Wallet(1)


async def test_without_a_chain_no_contract_can_be_asked() -> None:
    assert await NoChain().is_valid_signature(MINE.address, bytes(32), b"") == "unavailable"


async def test_what_an_operator_can_set() -> None:
    settings = read_settings(
        {"EDUVERSE_CHAIN_ID": "80002", "EDUVERSE_OPEN_WALLETS": "false"}, public_url="https://c.example"
    )
    async with memory_campus(settings) as campus:
        client = campus.client()
        asked = (await client.post("/api/auth/wallet/nonce", json={"walletAddress": MINE.address})).json()
        assert "\nChain ID: 80002\n" in asked["message"]
        signed = {"message": asked["message"], "signature": MINE.sign_hex(asked["message"])}
        assert problem(await client.post("/api/auth/wallet/login", json=signed))["code"] == "wallet-unknown"
    for wrong in ("0", "-1", "polygon", str(10**18)):
        with pytest.raises(SettingsError, match="EDUVERSE_CHAIN_ID"):
            read_settings({"EDUVERSE_CHAIN_ID": wrong})


async def test_used_messages_are_swept() -> None:
    async with memory_campus(Settings(public_url="https://c.example")) as campus:
        chores = {chore.name: chore for chore in campus.campus.chores._chores}
        assert await chores["forget used wallet messages"].run() == 0
