"""The ledger's tokens on the contract, whatever becomes of the transactions."""

import pytest
from tests.support.chains import Staged, staged
from tests.support.ledger import KEYS, FakeWallets, Office, goes_on

from eduverse.chain.abi import contract
from eduverse.chain.contracts import Contracts
from eduverse.chain.embedded.transport import EmbeddedTransport
from eduverse.chain.rewards import EduTokens
from eduverse.chain.transactions import Signer
from eduverse.kernel.chain import Intent, Reverted
from eduverse.rewards.mirroring import Mirrored, Mirroring, Parties
from eduverse.rewards.model import Mint

SIGNER = Signer(b"\x01" * 32)
CODE = contract("EduToken")
ONE, TWO = "0x" + "1" * 40, "0x" + "2" * 40
MINTS = [
    Mint(user_id="mira", reference="0a" * 32, to=ONE, amount=20),
    Mint(user_id="tom", reference="0b" * 32, to=TWO, amount=5),
]


def tokens_on(stage: Staged) -> EduTokens:
    return EduTokens(stage.chain, Contracts(stage.chain, deploys=True))


async def held(stage: Staged, address: str) -> int:
    """In the token's smallest unit."""
    place = await Contracts(stage.chain, deploys=True).address("EduToken")
    answer = await stage.chain.call(place, CODE.encode("balanceOf", bytes.fromhex(address[2:])))
    return int(CODE.decode("balanceOf", answer))


async def test_a_batch_is_minted_once_whole_tokens_each(stage: Staged) -> None:
    tokens = tokens_on(stage)
    for _ in range(2):
        await tokens.mint("mint:a:1", MINTS)
    assert await tokens.look_up("mint:a:1") == "minted"
    await tokens.mint("mint:b:1", MINTS[:1])  # the same reference in another batch
    assert (await held(stage, ONE), await held(stage, TWO)) == (20 * 10**18, 5 * 10**18)


async def test_what_was_never_sent_or_is_not_deep_enough(transport: EmbeddedTransport) -> None:
    stage = await staged(transport, SIGNER, transport.mine, confirmations=3)
    contracts = Contracts(stage.chain, deploys=False)
    await contracts.deploy("EduToken")
    for _ in range(3):
        await transport.mine()
    tokens = EduTokens(stage.chain, contracts)
    assert await tokens.look_up("mint:a:1") == "refused"
    await tokens.mint("mint:a:1", MINTS)
    assert await tokens.look_up("mint:a:1") == "under way"
    for _ in range(3):
        await transport.mine()
    assert await tokens.look_up("mint:a:1") == "minted"


async def test_a_chain_and_contract_is_a_home_of_its_own(stage: Staged) -> None:
    home = await tokens_on(stage).home()
    assert home == await tokens_on(stage).home()
    chain_id, address = home.split("-")
    assert int(chain_id) == await stage.chain.chain_id()
    assert len(address) == 42


async def test_the_whole_way_from_the_ledger_to_the_wallet_and_when_the_contract_refuses(stage: Staged) -> None:
    office, wallets, tokens = Office(), FakeWallets(), tokens_on(stage)
    wallets.linked["mira"] = ONE
    mirroring = Mirroring(office.storage, Parties(office.ledger, wallets, tokens, KEYS))
    await office.earn("mira", 20)
    await office.sealing.run()
    assert await goes_on(mirroring, office.storage) == 1
    assert (await held(stage, ONE), await mirroring.mirrored("mira")) == (20 * 10**18, Mirrored(20, 0))
    place = await Contracts(stage.chain, deploys=True).address("EduToken")
    role = CODE.decode("MINTER_ROLE", await stage.chain.call(place, CODE.encode("MINTER_ROLE")))
    own = bytes.fromhex(stage.chain.account[2:])
    await stage.chain.send(Intent(reference="revoke", to=place, data=CODE.encode("revokeRole", role, own)))
    await office.earn("mira", 5, "more")
    await office.sealing.run()
    with pytest.raises(Reverted, match="roles: not allowed"):
        await goes_on(mirroring, office.storage)
    await stage.chain.send(Intent(reference="grant", to=place, data=CODE.encode("grantRole", role, own)))
    assert await goes_on(mirroring, office.storage) == 1
    assert await held(stage, ONE) == 25 * 10**18
