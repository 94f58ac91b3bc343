"""What follows when tokens move."""

from contextlib import suppress

import pytest
from tests.support.classes import ClassCampus
from tests.support.faults import Crash, FaultyStorage, When
from tests.support.people import EDUCATOR, STUDENT, students
from tests.support.tokens import GONE, OURS, THEIRS

from eduverse.classrooms.errors import TokenNeeded
from eduverse.classrooms.model import Classroom, Visibility
from eduverse.classrooms.service import Changes, GateWish
from eduverse.kernel.chain import ChainUnavailable
from eduverse.vocabulary.events import ClassroomPassedOn, SeatLapsed
from eduverse.vocabulary.principal import Principal, Standing

ELSE = "0x" + "e1" * 20
NO_CHANGES = Changes(None, None, None, None, None)


@pytest.fixture
def campus() -> ClassCampus:
    return ClassCampus()


async def seated(campus: ClassCampus, room: Classroom, *people: Principal) -> None:
    """People with a token of the gate's, in a class that is followed."""
    for who in people:
        campus.tokens.give(campus.wallets.link(who.user_id))
        await campus.classrooms.join(who, room.id, None)
    await campus.watch.follow()


async def sitting(campus: ClassCampus, room: Classroom) -> tuple[str, ...]:
    return (await campus.classrooms.get(room.id)).students


# --- seats


async def test_who_gives_the_token_away_loses_the_seat_and_gets_it_back(campus: ClassCampus) -> None:
    room = await campus.gated(contract=THEIRS)
    tom, mira = students(2)
    await seated(campus, room, tom, mira)
    campus.tokens.move(campus.wallets.link(tom.user_id), ELSE)
    assert await campus.watch.follow() == 1
    assert await sitting(campus, room) == (mira.user_id,)
    assert campus.events.of(SeatLapsed) == [SeatLapsed(classroom_id=room.id, user_id=tom.user_id)]
    with pytest.raises(TokenNeeded):
        await campus.classrooms.join(tom, room.id, None)
    campus.tokens.move(ELSE, campus.wallets.link(tom.user_id))
    await campus.watch.follow()
    await campus.classrooms.join(tom, room.id, None)
    await campus.classrooms.settle_pending()
    await campus.assert_agreed(room.id)


async def test_who_has_another_one_keeps_the_seat(campus: ClassCampus) -> None:
    room = await campus.gated(contract=THEIRS)
    await seated(campus, room, STUDENT)
    wallet = campus.wallets.link(STUDENT.user_id)
    campus.tokens.give(wallet)
    campus.tokens.move(wallet, ELSE)
    await campus.watch.follow()
    assert await sitting(campus, room) == (STUDENT.user_id,)


async def test_a_token_that_is_back_before_we_look(campus: ClassCampus) -> None:
    """A transfer is a hint; what counts is what is."""
    room = await campus.gated(contract=THEIRS)
    await seated(campus, room, STUDENT)
    wallet = campus.wallets.link(STUDENT.user_id)
    campus.tokens.move(wallet, ELSE)
    campus.tokens.move(ELSE, wallet)
    assert await campus.watch.follow() == 2
    assert await sitting(campus, room) == (STUDENT.user_id,)


async def test_new_blocks_are_read_until_they_are_settled(campus: ClassCampus) -> None:
    """A transfer that a reorganisation put into another block is not missed."""
    campus.tokens.depth = 5
    room = await campus.gated(contract=THEIRS)
    await seated(campus, room, STUDENT)
    campus.tokens.newest += 1
    await campus.watch.follow()
    campus.tokens.newest -= 1
    campus.tokens.move(campus.wallets.link(STUDENT.user_id), ELSE)
    await campus.watch.follow()
    assert await sitting(campus, room) == ()
    assert await campus.watch.follow() == 1
    campus.tokens.newest += 5
    await campus.watch.follow()
    assert await campus.watch.follow() == 0


async def test_after_a_long_stop_it_goes_on_where_it_was(campus: ClassCampus) -> None:
    room = await campus.gated(contract=THEIRS)
    await seated(campus, room, STUDENT)
    campus.tokens.move(campus.wallets.link(STUDENT.user_id), ELSE)
    campus.tokens.newest += 5_000
    campus.restarted()
    read = [await campus.watch.follow() for _ in range(3)]
    assert (read, await sitting(campus, room)) == ([1, 0, 0], ())


async def test_a_silent_chain_costs_nobody_the_seat(campus: ClassCampus) -> None:
    room = await campus.gated(contract=THEIRS)
    await seated(campus, room, STUDENT)
    campus.tokens.move(campus.wallets.link(STUDENT.user_id), ELSE)
    campus.tokens.trouble = GONE
    with pytest.raises(ChainUnavailable):
        await campus.watch.follow()
    assert await sitting(campus, room) == (STUDENT.user_id,)
    campus.tokens.trouble = None
    assert await campus.watch.follow() == 1
    assert await sitting(campus, room) == ()


async def test_a_campus_without_tokens_asks_nothing_of_its_chain(campus: ClassCampus) -> None:
    await campus.opened()
    for chore in (campus.watch.follow, campus.watch.check_seats, campus.watch.check_everything):
        assert await chore() == 0
    assert (await campus.watch.find_owners(), await campus.pending(), campus.tokens.asked) == (0, [], 0)


async def test_a_new_gate_is_for_those_inside_too(campus: ClassCampus) -> None:
    room = await campus.opened()
    tom, mira = students(2)
    for who in (tom, mira):
        await campus.classrooms.join(who, room.id, None)
    campus.tokens.give(campus.wallets.link(mira.user_id))
    wish = NO_CHANGES._replace(visibility=Visibility.GATED, gate=GateWish(THEIRS))
    await campus.classrooms.change(EDUCATOR, room.id, wish)
    assert await campus.watch.check_seats() == 1
    assert await sitting(campus, room) == (mira.user_id,)
    assert await campus.watch.check_seats() == 0


async def test_a_wallet_that_is_unlinked_is_noticed_in_time(campus: ClassCampus) -> None:
    room = await campus.gated(contract=THEIRS)
    await seated(campus, room, STUDENT)
    campus.wallets.linked.clear()
    assert await campus.watch.check_everything() == 1
    assert await campus.watch.check_seats() == 1
    assert await sitting(campus, room) == ()


# --- owners


async def test_a_class_goes_with_its_token_to_who_may_teach(campus: ClassCampus) -> None:
    room = await campus.minted(transferable=True)
    await campus.watch.follow()
    grace = campus.wallets.link("grace", teaches=True)
    campus.tokens.move(str(room.holder), grace, OURS, room.nft_id)
    await campus.watch.follow()
    after = await campus.classrooms.get(room.id)
    assert (after.owner, after.owner_name, after.holder) == ("grace", "Grace", grace)
    assert campus.events.of(ClassroomPassedOn) == [
        ClassroomPassedOn(classroom_id=room.id, previous=EDUCATOR.user_id, owner="grace")
    ]
    assert await campus.classrooms.standing(EDUCATOR, room.id) is Standing.OUTSIDER


@pytest.mark.parametrize("teaches", [False, True], ids=["a student's wallet", "a wallet of nobody here"])
async def test_a_class_waits_for_an_owner_who_may_teach(
    campus: ClassCampus,
    teaches: bool,
) -> None:
    room = await campus.minted(transferable=True)
    await campus.watch.follow()
    wallet = ELSE if teaches else campus.wallets.link("lea")
    campus.tokens.move(str(room.holder), wallet, OURS, room.nft_id)
    await campus.watch.follow()
    assert await campus.watch.find_owners() == 0
    now = await campus.classrooms.get(room.id)
    assert (now.owner, now.holder, now.unclaimed) == (EDUCATOR.user_id, wallet, True)
    campus.wallets.linked[wallet] = "lea"
    campus.wallets.teachers.add("lea")
    assert await campus.watch.find_owners() == 1
    assert (await campus.classrooms.get(room.id)).owner == "lea"


async def test_a_transfer_counts_when_it_is_settled(campus: ClassCampus) -> None:
    room = await campus.minted(transferable=True)
    await campus.watch.follow()
    campus.tokens.depth = 3
    campus.tokens.move(str(room.holder), campus.wallets.link("grace", teaches=True), OURS, room.nft_id)
    await campus.watch.follow()
    assert (await campus.classrooms.get(room.id)).owner == EDUCATOR.user_id
    campus.tokens.pass_time()
    await campus.watch.follow()
    assert (await campus.classrooms.get(room.id)).owner == "grace"


async def test_a_token_that_went_through_many_hands(campus: ClassCampus) -> None:
    """Read from the day it was made, though nobody has read before."""
    room = await campus.minted(transferable=True)
    grace = campus.wallets.link("grace", teaches=True)
    campus.tokens.move(str(room.holder), ELSE, OURS, room.nft_id)
    campus.tokens.move(ELSE, grace, OURS, room.nft_id)
    assert await campus.watch.follow() == 2
    assert (await campus.classrooms.get(room.id)).owner == "grace"
    assert len(campus.events.of(ClassroomPassedOn)) == 1


async def test_a_class_of_this_campus_opens_another(campus: ClassCampus) -> None:
    """One contract, read once for both."""
    staff = await campus.gated()
    room = await campus.minted(transferable=True)
    campus.tokens.give(str(room.holder), OURS)
    grace = campus.wallets.link("grace", teaches=True)
    assert staff.gate is not None
    with pytest.raises(TokenNeeded):
        await campus.gates.demand(staff.gate, "grace")
    campus.tokens.move(str(room.holder), grace, OURS, room.nft_id)
    assert await campus.watch.follow() == 1
    await campus.gates.demand(staff.gate, "grace")


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("write", range(1, 5))
async def test_a_kill_while_reading_misses_nothing(write: int, when: When) -> None:
    storage = FaultyStorage()
    campus = ClassCampus(storage)
    gated, room = await campus.gated(contract=THEIRS), await campus.minted(transferable=True)
    await seated(campus, gated, STUDENT)
    campus.tokens.move(campus.wallets.link(STUDENT.user_id), ELSE)
    campus.tokens.move(str(room.holder), campus.wallets.link("grace", teaches=True), OURS, room.nft_id)
    storage.crash_at_write(write, when)
    with suppress(Crash):  # there may be fewer writes
        await campus.watch.follow()
    campus.restarted()
    await campus.watch.follow()
    assert await campus.watch.find_owners() == 0
    assert (await campus.classrooms.get(room.id)).owner == "grace"
    assert await sitting(campus, gated) == ()
