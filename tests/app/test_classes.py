"""A whole campus with its chain: a class becomes a token, a gate opens and closes with tokens, a class passes on."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from msgspec import structs
from tests.support.campus import MemoryCampus, memory_campus, problem
from tests.support.chains import OwnChain

from eduverse.auth.model import IDENTITIES, USERS, Identity, wallet_identity
from eduverse.chain.abi import contract
from eduverse.chain.rewards import EduTokens
from eduverse.kernel.chain import Chain, Intent
from eduverse.rewards.model import Mint
from eduverse.vocabulary.principal import Role

ELSEWHERE, GRACES = "0x" + "e1" * 20, "0x" + "9a" * 20
NFT, EDU = contract("ClassroomNFT"), contract("EduToken")


class School:
    """Ada and Mira have the campus's own wallet in turn: the only one whose key is here to send something."""

    def __init__(self, campus: MemoryCampus, chain: OwnChain) -> None:
        self.campus = campus
        self.node = chain

    async def open(self) -> None:
        self.ada = await self.campus.signed_in("ada", Role.EDUCATOR)
        self.grace = await self.campus.signed_in("grace", Role.EDUCATOR)
        self.mira = await self.campus.signed_in("mira")
        await self.chain.chain_id()
        self.wallet = self.chain.account.lower()

    @property
    def chain(self) -> Chain:
        assert self.campus.machine.chain
        return self.campus.machine.chain

    async def link(self, name: str, wallet: str) -> None:
        users = self.campus.storage.collection(USERS)
        user = await users.get(name)
        assert user
        await users.replace(structs.replace(user, wallet_address=wallet))
        await self.campus.storage.collection(IDENTITIES).insert(Identity(id=wallet_identity(wallet), user_id=name))

    async def create(self, **wish: Any) -> dict[str, Any]:
        made = await self.ada.post("/api/classrooms/create", json={"title": "Stars", **wish})
        assert made.status_code == 201, made.text
        view: dict[str, Any] = made.json()["classroom"]
        return view

    async def seen_by(self, who: httpx.AsyncClient, room: str) -> dict[str, Any]:
        answer = await who.get(f"/api/classrooms/{room}")
        assert answer.status_code == 200, answer.text
        view: dict[str, Any] = answer.json()
        return view

    async def goes_on(self) -> None:
        """What the campus does by itself: every chore, and the jobs they have put."""
        for _ in range(3):
            for chore in self.campus.campus.chores._chores:
                if "class" in chore.name or "token" in chore.name or "gates" in chore.name:
                    await chore.run()
            await self.campus.campus.runner.round()
            self.campus.clock.advance(20)

    async def do(self, reference: str, name: Any, data: bytes) -> None:
        on_chain = self.campus.campus.services.on_chain
        assert on_chain
        to = await on_chain.contracts.address(name)
        await self.chain.send(Intent(reference=reference, to=to, data=data))


@pytest.fixture
async def school() -> AsyncIterator[School]:
    chain = OwnChain()
    async with memory_campus(chain=chain) as campus:
        school = School(campus, chain)
        await school.open()
        yield school


async def test_a_class_becomes_a_token_and_passes_on_with_it(school: School) -> None:
    assert problem(await school.ada.post("/api/classrooms/create", json={"title": "x", "mint": True}))["code"] == (
        "wallet-needed"
    )
    await school.link("ada", school.wallet)
    room = (await school.create(mint=True, transferable=True))["id"]
    assert (await school.seen_by(school.ada, room))["nftId"] is None
    await school.goes_on()
    seen = await school.seen_by(school.ada, room)
    assert (seen["token"]["state"], seen["token"]["settled"], seen["token"]["holder"]) == (
        "minted",
        True,
        school.wallet,
    )
    described = await school.campus.client().get(seen["token"]["uri"].replace("ipfs://", "/ipfs/"))
    assert (described.json()["name"], "ada" in described.text.lower()) == ("Stars", False)

    await school.do("sold", "ClassroomNFT", NFT.encode("transferFrom", school.wallet, GRACES, int(seen["nftId"])))
    await school.goes_on()
    assert (await school.seen_by(school.ada, room))["owner"]["id"] == "ada"  # nobody has linked that wallet
    await school.link("grace", GRACES)
    await school.goes_on()
    assert (await school.seen_by(school.grace, room))["standing"] == "teacher"
    assert (await school.seen_by(school.ada, room))["standing"] == "outsider"


async def test_a_gate_opens_and_closes_with_the_token(school: School) -> None:
    room = (await school.create(visibility="nft-gated", gate={"contract": "EduToken", "minimum": 5}))["id"]
    joining = f"/api/classrooms/{room}/join"
    assert problem(await school.mira.post(joining, json={}))["code"] == "wallet-needed"
    await school.link("mira", school.wallet)
    assert problem(await school.mira.post(joining, json={}))["code"] == "token-needed"

    on_chain = school.campus.campus.services.on_chain
    assert on_chain
    paid = Mint(user_id="mira", reference="0a" * 32, to=school.wallet, amount=5)
    await EduTokens(on_chain.chain, on_chain.contracts).mint("mint:a:1", [paid])
    assert (await school.mira.post(joining, json={})).status_code == 200
    await school.goes_on()
    assert (await school.seen_by(school.mira, room))["standing"] == "student"

    await school.do("spent", "EduToken", EDU.encode("transfer", bytes.fromhex(ELSEWHERE[2:]), 10**18))
    await school.goes_on()
    assert (await school.seen_by(school.mira, room))["standing"] == "outsider"
    assert problem(await school.mira.post(joining, json={}))["code"] == "token-needed"


async def test_while_the_chain_is_silent_nobody_comes_in_and_nobody_loses_a_seat(school: School) -> None:
    await school.link("mira", school.wallet)
    on_chain = school.campus.campus.services.on_chain
    assert on_chain
    paid = Mint(user_id="mira", reference="0a" * 32, to=school.wallet, amount=5)
    await EduTokens(on_chain.chain, on_chain.contracts).mint("mint:a:1", [paid])
    room = (await school.create(visibility="nft-gated", gate={"contract": "EduToken"}))["id"]
    assert (await school.mira.post(f"/api/classrooms/{room}/join", json={})).status_code == 200
    await school.link("grace", GRACES)
    school.node.down = True
    school.campus.clock.advance(60)
    refused = await school.grace.post(f"/api/classrooms/{room}/join", json={})
    assert (refused.status_code, problem(refused)["code"]) == (503, "chain-unavailable")
    for chore in school.campus.campus.chores._chores:
        if chore.name == "follow tokens":
            with pytest.raises(Exception, match="does not answer"):
                await chore.run()
    assert (await school.seen_by(school.mira, room))["standing"] == "student"
