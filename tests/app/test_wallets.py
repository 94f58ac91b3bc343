"""The wiring of wallets."""

import pytest
from tests.support.campus import memory_campus, problem
from tests.support.chains import OwnChain
from tests.support.smart_wallets import creation, owned_by
from tests.support.wallets import Wallet

from eduverse.app.settings import Settings, SettingsError, read_settings
from eduverse.app.wallets import NoChain
from eduverse.auth.ethereum import checksum_address
from eduverse.kernel.chain import Intent

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


@pytest.mark.parametrize(("chain_id", "status"), [(31_337, 200), (137, 409)])
async def test_a_wallet_that_is_a_contract_signs_in_where_its_chain_is_the_campuss(chain_id: int, status: int) -> None:
    chain = OwnChain()
    async with memory_campus(Settings(public_url="https://c.example", chain_id=chain_id), chain=chain) as campus:
        port = campus.machine.chain
        assert port is not None
        await port.send(Intent(reference="safe", to=None, data=creation(owned_by(MINE.address))))
        sent = await port.sent("safe")
        assert sent is not None
        assert sent.contract is not None
        asking = {"walletAddress": checksum_address(sent.contract)}
        message = (await campus.client().post("/api/auth/wallet/nonce", json=asking)).json()["message"]
        signature = MINE.sign_hex(message) + "00"  # a contract takes what it likes
        answer = await campus.client().post("/api/auth/wallet/login", json={"message": message, "signature": signature})
        assert answer.status_code == status, answer.text
