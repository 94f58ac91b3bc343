"""Classes as tokens on the contract, and what a gate is told of anybody's tokens."""

from typing import Any, cast

import pytest
from msgspec import structs
from tests.support.chains import Staged
from tests.support.smart_wallets import ENDLESS, creation

from eduverse.chain.abi import contract
from eduverse.chain.classes import ChainDeeds, number_of
from eduverse.chain.contracts import CONTRACTS, Contracts
from eduverse.chain.rewards import EduTokens
from eduverse.chain.tokens import TokensOnChain
from eduverse.classrooms.errors import NoSuchToken
from eduverse.classrooms.model import Ground
from eduverse.classrooms.ports import Minted, Minting, Refused
from eduverse.kernel.chain import Chain, Intent, Reverted, Sent
from eduverse.rewards.model import Mint

THEIRS = "0x" + "2" * 40
CODE = contract("ClassroomNFT")
NUMBER = number_of("r1")


class Stand:
    def __init__(self, stage: Staged) -> None:
        self.stage = stage
        self.contracts = Contracts(stage.chain, deploys=False)
        self.deeds = ChainDeeds(stage.chain, self.contracts)
        self.mine = stage.signer.address.lower()
        self.tokens = TokensOnChain(stage.chain, self.contracts, confirmations=1)

    async def minting(self, attempt: int = 1, wallet: str = "") -> Minting:
        return Minting("r1", attempt, await self.deeds.ground(), wallet or self.mine, "ipfs://bafy")

    async def minted(self) -> Minted:
        wanted = await self.minting()
        assert await self.deeds.mint(wanted) is None
        await self.stage.mine()
        outcome = await self.deeds.outcome(wanted)
        assert isinstance(outcome, Minted)
        return outcome

    async def pass_on(self, ground: Ground) -> None:
        data = CODE.encode("transferFrom", self.mine, THEIRS, NUMBER)
        await self.stage.chain.send(Intent(reference="pass-on", to=ground.contract, data=data))
        await self.stage.mine()

    async def unlock(self, ground: Ground) -> None:
        assert await self.deeds.set_lock(ground, "r1", 1, locked=False) is None
        await self.stage.mine()
        assert await self.deeds.lock_outcome(ground, "r1", 1) is True


@pytest.fixture
async def stand(any_stage: Staged) -> Stand:
    stand = Stand(any_stage)
    for name in CONTRACTS:
        await stand.contracts.deploy(name)
        await any_stage.mine()
    return stand


async def test_a_class_is_minted_once_and_its_number_is_from_the_receipt(stand: Stand) -> None:
    first = await stand.minted()
    assert (first.nft_id, first.holder) == (str(NUMBER), stand.mine)
    receipt = await stand.stage.chain.receipt(first.transaction)
    assert receipt
    assert first.place.block == receipt.block
    again = await stand.minting(attempt=2, wallet=THEIRS)  # asked for anew, for another wallet
    assert await stand.deeds.mint(again) is None
    await stand.stage.mine()
    outcome = await stand.deeds.outcome(again)
    assert isinstance(outcome, Minted)
    assert outcome.holder == stand.mine


async def test_it_stays_where_it_is_until_it_may_be_passed_on(stand: Stand) -> None:
    await stand.minted()
    ground = await stand.deeds.ground()
    with pytest.raises(Reverted, match="locked"):
        await stand.pass_on(ground)
    await stand.unlock(ground)
    before = (await stand.tokens.position()).newest
    await stand.pass_on(ground)
    (move,) = await stand.tokens.moves(ground.contract, before + 1, (await stand.tokens.position()).newest)
    assert (move.sender, move.receiver, move.nft_id) == (stand.mine, THEIRS, str(NUMBER))


class Failing:
    """A chain on which what was sent has come to nothing, for good."""

    def __init__(self, stage: Staged) -> None:
        self._chain = stage.chain

    def __getattr__(self, name: str) -> Any:
        return getattr(self._chain, name)

    async def sent(self, reference: str, /) -> Sent | None:
        sent = await self._chain.sent(reference)
        return structs.replace(sent, state="failed") if sent else None


async def test_what_the_chain_has_refused_in_its_block_is_refused(stand: Stand) -> None:
    await stand.minted()
    ground = await stand.deeds.ground()
    await stand.unlock(ground)
    failing = ChainDeeds(cast(Chain, Failing(stand.stage)), stand.contracts)
    wanted = Minting("r1", 1, ground, stand.mine, "ipfs://bafy")
    assert await failing.outcome(wanted) == Refused("reverted")
    assert await failing.lock_outcome(ground, "r1", 1) == Refused("reverted")


async def test_an_order_for_a_class_that_is_no_token_is_refused(stand: Stand) -> None:
    assert isinstance(await stand.deeds.set_lock(await stand.deeds.ground(), "r9", 1, locked=False), Refused)


async def test_a_gate_asks_the_chain_as_it_is(stand: Stand) -> None:
    await stand.minted()
    any_class = await stand.tokens.describe("ClassroomNFT")
    assert (any_class.standard, any_class.symbol) == ("erc721", "EDUROOM")
    for gate in (any_class, structs.replace(any_class, token_id=str(NUMBER))):
        assert [await stand.tokens.holds(gate, wallet) for wallet in (stand.mine, THEIRS)] == [True, False]
    ground = await stand.deeds.ground()
    await stand.unlock(ground)
    await stand.pass_on(ground)
    assert [await stand.tokens.holds(any_class, wallet) for wallet in (stand.mine, THEIRS)] == [False, True]


async def test_a_gate_of_a_currency_counts_whole_tokens(stand: Stand) -> None:
    mints = [Mint(user_id="mira", reference="0a" * 32, to=THEIRS, amount=20)]
    await EduTokens(stand.stage.chain, stand.contracts).mint("mint:a:1", mints)
    await stand.stage.mine()
    edu = await stand.tokens.describe("EduToken")
    assert (edu.standard, edu.decimals) == ("erc20", 18)
    for minimum, opens in ((20, True), (21, False)):
        gate = structs.replace(edu, minimum=minimum)
        assert await stand.tokens.holds(gate, THEIRS) is opens


async def test_a_contract_that_never_comes_to_an_end_opens_nothing(stand: Stand) -> None:
    await stand.stage.chain.send(Intent(reference="endless", to=None, data=creation(ENDLESS)))
    await stand.stage.mine()
    sent = await stand.stage.chain.sent("endless")
    assert sent
    assert sent.contract
    with pytest.raises(NoSuchToken):
        await stand.tokens.describe(sent.contract)


@pytest.mark.parametrize("place", [THEIRS, "CertificateRegistry"])
async def test_what_is_no_token_opens_nothing(stand: Stand, place: str) -> None:
    with pytest.raises(NoSuchToken):
        await stand.tokens.describe(place)
