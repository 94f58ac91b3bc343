"""A class becomes a token: once, whatever is cut off, and only as far as the chain has told."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from tests.support.classes import ClassCampus
from tests.support.faults import Crash, FaultyStorage, When
from tests.support.people import ADMIN, EDUCATOR, STUDENT
from tests.support.tokens import GONE, OURS, number

from eduverse.classrooms.errors import AlreadyMinted, ClassroomNotFound, NotMinted, WalletNeeded
from eduverse.classrooms.model import Classroom, Deed, Stage
from eduverse.kernel.chain import FeesTooHigh, NoFunds
from eduverse.kernel.content import ContentMissing
from eduverse.vocabulary.permissions import Forbidden


@pytest.fixture
def campus() -> ClassCampus:
    return ClassCampus()


async def asked(campus: ClassCampus, **fields: Any) -> Classroom:
    campus.wallets.link(EDUCATOR.user_id, teaches=True)
    return await campus.opened(mint=True, **fields)


async def deed_of(campus: ClassCampus, room: Classroom) -> Deed:
    deed = (await campus.classrooms.get(room.id)).deed
    assert deed is not None
    return deed


async def test_from_the_wish_to_the_token(campus: ClassCampus) -> None:
    room = await asked(campus, title="Planets", description="Where they are")
    assert (room.nft_id, room.deed and room.deed.stage) == (None, Stage.WANTED)
    assert await campus.pending() == [room.id]
    assert await campus.minter.step(room.id) is None
    now = await campus.classrooms.get(room.id)
    deed = await deed_of(campus, room)
    assert (now.nft_id, now.holder, now.unclaimed) == (number(room.id), deed.wallet, False)
    assert (deed.stage, deed.ground and deed.ground.contract, deed.unlocked) == (Stage.MINTED, OURS, False)
    assert await campus.pending() == []
    assert await campus.minter.step(room.id) is None


async def test_its_description_is_kept_and_names_nobody(campus: ClassCampus) -> None:
    room = await asked(campus, title="Planets", description="Where they are")
    with pytest.raises(NotMinted):
        await campus.minter.description(room.id)
    await campus.minter.step(room.id)
    data = await campus.minter.description(room.id)
    assert msgspec.json.decode(data) == {
        "name": "Planets",
        "description": "Where they are",
        "external_url": f"https://campus.example/classrooms/{room.id}",
        "attributes": [{"trait_type": "Subject", "value": "Astronomy"}],
    }
    assert EDUCATOR.name.encode() not in data
    campus.clock.advance(3 * 86_400)
    await campus.content.collect()
    assert await campus.minter.description(room.id) == data


async def test_who_has_no_wallet_gets_no_token(campus: ClassCampus) -> None:
    with pytest.raises(WalletNeeded):
        await campus.opened(mint=True)
    room = await campus.opened()
    with pytest.raises(WalletNeeded):
        await campus.minter.mint(EDUCATOR, room.id, transferable=False)
    assert campus.tokens.asked == 0


async def test_a_class_that_is_there_already(campus: ClassCampus) -> None:
    """The token is its owner's, also when an administrator asks for it."""
    room = await campus.opened()
    wallet = campus.wallets.link(EDUCATOR.user_id)
    campus.wallets.link(ADMIN.user_id)
    with pytest.raises(Forbidden):
        await campus.minter.mint(STUDENT, room.id, transferable=False)
    with pytest.raises(ClassroomNotFound):
        await campus.minter.mint(EDUCATOR, "nothing", transferable=False)
    await campus.minter.mint(ADMIN, room.id, transferable=False)
    with pytest.raises(AlreadyMinted):
        await campus.minter.mint(EDUCATOR, room.id, transferable=False)
    await campus.minter.step(room.id)
    assert (await campus.classrooms.get(room.id)).holder == wallet
    with pytest.raises(AlreadyMinted):
        await campus.minter.mint(EDUCATOR, room.id, transferable=False)


async def test_nothing_is_known_before_it_is_deep_in_the_chain(campus: ClassCampus) -> None:
    campus.tokens.depth = 3
    room = await asked(campus)
    for _ in range(2):
        assert await campus.minter.step(room.id) == timedelta(seconds=5)
        assert (await campus.classrooms.get(room.id)).nft_id is None
    campus.tokens.depth = 1
    assert await campus.minter.step(room.id) is None
    assert (await campus.classrooms.get(room.id)).nft_id == number(room.id)


@pytest.mark.parametrize("trouble", [GONE, FeesTooHigh(), NoFunds()], ids=lambda one: one.slug)
async def test_it_waits_and_says_for_what(campus: ClassCampus, trouble: Exception) -> None:
    room = await asked(campus)
    campus.tokens.trouble = trouble
    assert await campus.minter.step(room.id) == timedelta(minutes=1)
    assert (await deed_of(campus, room)).trouble == getattr(trouble, "slug", "")
    campus.tokens.trouble = None
    assert await campus.minter.step(room.id) is None
    assert (await deed_of(campus, room)).trouble is None


@pytest.mark.parametrize("late", [False, True], ids=["at once", "in its block"])
async def test_a_contract_that_refuses(campus: ClassCampus, late: bool) -> None:
    room = await asked(campus)
    campus.tokens.fails, campus.tokens.refuses = late, None if late else "role: not allowed"
    assert await campus.minter.step(room.id) is None
    deed = await deed_of(campus, room)
    assert (deed.stage, deed.trouble) == (Stage.FAILED, "reverted" if late else "role: not allowed")
    assert await campus.pending() == []
    campus.tokens.fails, campus.tokens.refuses = False, None
    again = campus.wallets.link("second")
    campus.wallets.linked = {again: EDUCATOR.user_id}
    await campus.minter.mint(EDUCATOR, room.id, transferable=False)
    await campus.minter.step(room.id)
    assert (await campus.classrooms.get(room.id)).holder == again
    assert campus.tokens.mints == 1


async def test_the_description_that_was_collected_is_written_again(campus: ClassCampus) -> None:
    room = await asked(campus)
    pin, times = campus.content.pin, 0

    async def forgetful(cid: str, owner: str) -> None:
        nonlocal times
        times += 1
        if times == 1:
            raise ContentMissing
        await pin(cid, owner)

    campus.content.pin = forgetful  # type: ignore[method-assign]
    assert await campus.minter.step(room.id) is None
    assert ((await deed_of(campus, room)).attempt, campus.tokens.mints) == (2, 1)


async def test_a_campus_that_goes_to_another_chain(campus: ClassCampus) -> None:
    """What is under way is made there; what is made stays where it is, and can no longer be unlocked from here."""
    under_way, made = await asked(campus), await campus.minted()
    campus.tokens.depth = 2
    await campus.minter.step(under_way.id)
    campus.tokens.chain_id, campus.tokens.depth = 80002, 1
    await campus.minter.step(under_way.id)
    deed = await deed_of(campus, under_way)
    assert (deed.stage, deed.ground and deed.ground.chain_id, deed.attempt) == (Stage.MINTED, 80002, 2)
    await campus.minter.set_transferable(EDUCATOR, made.id, on=True)
    assert await campus.minter.step(made.id) is None
    deed = await deed_of(campus, made)
    assert (deed.transferable, deed.trouble, deed.ground and deed.ground.chain_id) == (False, "elsewhere", 137)


# --- passing it on


async def test_it_is_locked_unless_its_owner_wants_it_otherwise(campus: ClassCampus) -> None:
    room = await campus.minted()
    assert campus.tokens.unlocked == {}
    with pytest.raises(Forbidden):
        await campus.minter.set_transferable(STUDENT, room.id, on=True)
    for on in (True, False, True):
        await campus.minter.set_transferable(EDUCATOR, room.id, on=on)
        assert await campus.minter.step(room.id) is None
        assert campus.tokens.unlocked == {room.id: on}
    with pytest.raises(NotMinted):
        await campus.minter.set_transferable(EDUCATOR, (await campus.opened()).id, on=True)


async def test_it_is_unlocked_after_it_is_made(campus: ClassCampus) -> None:
    room = await campus.minted(transferable=True)
    assert campus.tokens.unlocked == {room.id: True}
    assert ((await deed_of(campus, room)).unlocked, room.deed_open) == (True, False)


async def test_a_change_of_mind_while_an_order_is_under_way(campus: ClassCampus) -> None:
    room = await campus.minted()
    await campus.minter.set_transferable(EDUCATOR, room.id, on=True)
    campus.tokens.depth = 2
    assert await campus.minter.step(room.id) is not None
    await campus.minter.set_transferable(EDUCATOR, room.id, on=False)
    assert await campus.minter.step(room.id) is not None
    campus.tokens.depth = 1
    assert await campus.minter.step(room.id) is None
    assert (campus.tokens.unlocked, (await deed_of(campus, room)).orders) == ({room.id: False}, 2)


@pytest.mark.parametrize("late", [False, True], ids=["at once", "in its block"])
async def test_an_order_that_is_refused_is_taken_back(campus: ClassCampus, late: bool) -> None:
    room = await campus.minted()
    campus.tokens.fails, campus.tokens.refuses = late, None if late else "no"
    await campus.minter.set_transferable(EDUCATOR, room.id, on=True)
    assert await campus.minter.step(room.id) is None
    deed = await deed_of(campus, room)
    assert (deed.transferable, deed.trouble) == (False, "reverted" if late else "no")


# --- cut off


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("write", range(1, 7))
async def test_a_kill_at_any_write_makes_nothing_twice(write: int, when: When) -> None:
    storage = FaultyStorage()
    campus = ClassCampus(storage)
    room = await asked(campus, transferable=True)
    storage.crash_at_write(write, when)
    with suppress(Crash):  # there may be fewer writes
        await campus.minter.step(room.id)
    campus.restarted()
    for one in await campus.pending():
        assert await campus.minter.step(one) is None
    assert await campus.pending() == []
    now = await campus.classrooms.get(room.id)
    assert (now.nft_id, campus.tokens.mints, campus.tokens.unlocked) == (number(room.id), 1, {room.id: True})


async def test_two_processes_at_once_make_one(campus: ClassCampus) -> None:
    room = await asked(campus, transferable=True)
    first = campus.minter
    campus.restarted()
    await asyncio.gather(*(one.step(room.id) for one in (first, campus.minter)))
    await campus.minter.step(room.id)
    assert (campus.tokens.mints, campus.tokens.unlocked) == (1, {room.id: True})
    assert await campus.pending() == []
