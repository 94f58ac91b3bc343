"""Classes as tokens on the contract, and what a gate is told of anybody's tokens."""

import pytest
from msgspec import structs
from tests.support.chains import Staged
from tests.support.smart_wallets import ENDLESS, creation

from eduverse.chain.abi import contract
from eduverse.chain.classes import ChainDeeds, number_of
from eduverse.chain.contracts import Contracts
from eduverse.chain.rewards import EduTokens
from eduverse.chain.tokens import TokensOnChain
from eduverse.classrooms.errors import NoSuchToken
from eduverse.classrooms.model import Ground
from eduverse.classrooms.ports import Minted, Minting, Refused
from eduverse.kernel.chain import Intent, Reverted
from eduverse.rewards.model import Mint

THEIRS = "0x" + "2" * 40
CODE = contract("ClassroomNFT")
NUMBER = number_of("r1")


class Stand:
    def __init__(self, stage: Staged) -> None:
        self.stage = stage
        self.contracts = Contracts(stage.chain, deploys=True)
        self.deeds = ChainDeeds(stage.chain, self.contracts)
        self.mine = stage.signer.address.lower()
        self.tokens = TokensOnChain(stage.chain, self.contracts, confirmations=1)

    async def minting(self, attempt: int = 1, wallet: str = "") -> Minting:
        return Minting("r1", attempt, await self.deeds.ground(), wallet or self.mine, "ipfs://bafy")

    async def minted(self) -> Minted:
        wanted = await self.minting()
        assert await self.deeds.mint(wanted) is None
        outcome = await self.deeds.outcome(wanted)
        assert isinstance(outcome, Minted)
        return outcome

    async def pass_on(self, ground: Ground) -> None:
        data = CODE.encode("transferFrom", self.mine, THEIRS, NUMBER)
        await self.stage.chain.send(Intent(reference="pass-on", to=ground.contract, data=data))


@pytest.fixture
def stand(any_stage: Staged) -> Stand:
    return Stand(any_stage)


async def test_a_class_is_minted_once_and_its_number_is_from_the_receipt(stand: Stand) -> None:
    first = await stand.minted()
    assert (first.nft_id, first.holder) == (str(NUMBER), stand.mine)
    receipt = await stand.stage.chain.receipt(first.transaction)
    assert receipt
    assert first.place.block == receipt.block
    again = await stand.minting(attempt=2, wallet=THEIRS)  # asked for anew, for another wallet
    assert await stand.deeds.mint(again) is None
    outcome = await stand.deeds.outcome(again)
    assert isinstance(outcome, Minted)
    assert outcome.holder == stand.mine


async def test_it_stays_where_it_is_until_it_may_be_passed_on(stand: Stand) -> None:
    await stand.minted()
    ground = await stand.deeds.ground()
    with pytest.raises(Reverted, match="locked"):
        await stand.pass_on(ground)
    assert await stand.deeds.set_lock(ground, "r1", 1, locked=False) is None
    assert await stand.deeds.lock_outcome(ground, "r1", 1) is True
    before = (await stand.tokens.position()).newest
    await stand.pass_on(ground)
    (move,) = await stand.tokens.moves(ground.contract, before + 1, (await stand.tokens.position()).newest)
    assert (move.sender, move.receiver, move.nft_id) == (stand.mine, THEIRS, str(NUMBER))


async def test_an_order_for_a_class_that_is_no_token_is_refused(stand: Stand) -> None:
    assert isinstance(await stand.deeds.set_lock(await stand.deeds.ground(), "r9", 1, locked=False), Refused)


async def test_a_gate_asks_the_chain_as_it_is(stand: Stand) -> None:
    await stand.minted()
    any_class = await stand.tokens.describe("ClassroomNFT")
    assert (any_class.standard, any_class.symbol) == ("erc721", "EDUROOM")
    for gate in (any_class, structs.replace(any_class, token_id=str(NUMBER))):
        assert [await stand.tokens.holds(gate, wallet) for wallet in (stand.mine, THEIRS)] == [True, False]
    ground = await stand.deeds.ground()
    await stand.deeds.set_lock(ground, "r1", 1, locked=False)
    await stand.pass_on(ground)
    assert [await stand.tokens.holds(any_class, wallet) for wallet in (stand.mine, THEIRS)] == [False, True]


async def test_a_gate_of_a_currency_counts_whole_tokens(stand: Stand) -> None:
    mints = [Mint(user_id="mira", reference="0a" * 32, to=THEIRS, amount=20)]
    await EduTokens(stand.stage.chain, stand.contracts).mint("mint:a:1", mints)
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
