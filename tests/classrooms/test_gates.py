"""Gates: who is let through, and what happens while the chain says nothing."""

import asyncio
from typing import Any

import pytest
from tests.support.classes import ClassCampus
from tests.support.people import ADMIN, EDUCATOR, STUDENT
from tests.support.tokens import GONE, OURS, THEIRS

from eduverse.classrooms import gates
from eduverse.classrooms.errors import NoSuchToken, TokenNeeded, WalletNeeded
from eduverse.kernel.chain import ChainUnavailable


@pytest.fixture
def campus() -> ClassCampus:
    return ClassCampus()


async def test_a_gate_is_of_a_contract_that_is_there(campus: ClassCampus) -> None:
    assert (await campus.gates.build("ClassroomNFT", None, 2)).contract == OURS
    numbered = await campus.gates.build(THEIRS.upper().replace("X", "x"), "7", 5)
    assert (numbered.contract, numbered.token_id, numbered.minimum) == (THEIRS, "7", 1)
    coins = await campus.gates.build("EduToken", "7", 5)
    assert (coins.token_id, coins.least) == (None, 500)
    with pytest.raises(NoSuchToken):
        await campus.gates.build("0x" + "00" * 20, None, 1)


async def test_it_opens_for_who_holds_enough(campus: ClassCampus) -> None:
    gate = await campus.gates.build("EduToken", None, 5)
    with pytest.raises(WalletNeeded):
        await campus.gates.demand(gate, "mira")
    wallet = campus.wallets.link("mira")
    campus.tokens.give(wallet, gate.contract, 499)
    with pytest.raises(TokenNeeded):
        await campus.gates.demand(gate, "mira")
    campus.tokens.give(wallet, gate.contract, 1)
    await campus.gates.demand(gate, "mira")


async def test_any_wallet_of_theirs_will_do(campus: ClassCampus) -> None:
    gate = await campus.gates.build(THEIRS, "7", 1)
    campus.wallets.link("mira")
    campus.wallets.linked["0xsecond"] = "mira"
    campus.tokens.owners[THEIRS, "7"] = "0xsecond"
    await campus.gates.demand(gate, "mira")
    assert await campus.gates.opens(gate, "mira")


async def test_a_yes_is_remembered_for_a_moment_and_a_no_is_not(campus: ClassCampus) -> None:
    gate = await campus.gates.build(THEIRS, None, 1)
    wallet = campus.wallets.link("mira")
    for _ in range(2):
        with pytest.raises(TokenNeeded):
            await campus.gates.demand(gate, "mira")
    campus.tokens.give(wallet)
    await campus.gates.demand(gate, "mira")
    campus.tokens.move(wallet, "0xelse")
    await campus.gates.demand(gate, "mira")
    assert not await campus.gates.opens(gate, "mira")
    campus.gates.forget()
    with pytest.raises(TokenNeeded):
        await campus.gates.demand(gate, "mira")
    campus.tokens.give(wallet)
    await campus.gates.demand(gate, "mira")
    campus.tokens.move(wallet, "0xelse")
    campus.clock.advance(16)
    with pytest.raises(TokenNeeded):
        await campus.gates.demand(gate, "mira")


async def test_a_wallet_that_is_unlinked_is_remembered_no_longer(campus: ClassCampus) -> None:
    gate = await campus.gates.build(THEIRS, None, 1)
    campus.tokens.give(campus.wallets.link("mira"))
    await campus.gates.demand(gate, "mira")
    campus.wallets.linked.clear()
    with pytest.raises(WalletNeeded):
        await campus.gates.demand(gate, "mira")


async def test_a_chain_that_does_not_answer_in_time(campus: ClassCampus, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = await campus.gates.build(THEIRS, None, 1)
    campus.wallets.link("mira")
    monkeypatch.setattr(gates, "_PATIENCE", 0.001)

    async def silent(*_: Any) -> bool:
        await asyncio.Event().wait()
        return True

    campus.tokens.holds = silent  # type: ignore[method-assign, assignment]
    with pytest.raises(ChainUnavailable):
        await campus.gates.demand(gate, "mira")


# --- at the door


async def test_joining_takes_the_token(campus: ClassCampus) -> None:
    room = await campus.gated(contract=THEIRS)
    for error in (WalletNeeded, TokenNeeded):
        with pytest.raises(error):
            await campus.classrooms.join(STUDENT, room.id, None)
        wallet = campus.wallets.link("mira")
    campus.tokens.give(wallet)
    assert (await campus.classrooms.join(STUDENT, room.id, None)).students == ("mira",)


async def test_coming_in_takes_it_too_but_not_of_who_teaches(campus: ClassCampus) -> None:
    room = await campus.gated(contract=THEIRS)
    wallet = campus.wallets.link("mira")
    campus.tokens.give(wallet)
    await campus.classrooms.join(STUDENT, room.id, None)
    await campus.classrooms.demand_entry(STUDENT, room.id)
    campus.tokens.move(wallet, "0xelse")
    campus.gates.forget()
    with pytest.raises(TokenNeeded):
        await campus.classrooms.demand_entry(STUDENT, room.id, inside=True)
    for teacher in (EDUCATOR, ADMIN):
        await campus.classrooms.demand_entry(teacher, room.id)


async def test_while_the_chain_is_silent_nobody_comes_in_and_nobody_is_put_out(campus: ClassCampus) -> None:
    room = await campus.gated(contract=THEIRS)
    campus.tokens.give(campus.wallets.link("mira"))
    await campus.classrooms.join(STUDENT, room.id, None)
    campus.gates.forget()
    campus.tokens.trouble = GONE
    with pytest.raises(ChainUnavailable):
        await campus.classrooms.demand_entry(STUDENT, room.id)
    await campus.classrooms.demand_entry(STUDENT, room.id, inside=True)
    with pytest.raises(ChainUnavailable):
        await campus.watch.check_everything() and await campus.watch.check_seats()
    assert (await campus.classrooms.get(room.id)).students == ("mira",)
    await campus.classrooms.demand_entry(EDUCATOR, room.id)
