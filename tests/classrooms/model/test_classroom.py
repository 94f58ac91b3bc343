"""Seats, standings and capacity as functions from one classroom to the next."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from tests.support.clock import NOON
from tests.support.people import ADMIN, EDUCATOR, STRANGER, STUDENT

from eduverse.classrooms.errors import (
    AlreadyMinted,
    BanListFull,
    Banned,
    CapacityTooSmall,
    ClassroomArchivedAlready,
    ClassroomFull,
    NotMinted,
    OwnerCannotBeBanned,
    OwnerCannotLeave,
)
from eduverse.classrooms.model import (
    MAX_BANNED,
    Classroom,
    Gate,
    Place,
    Stage,
    Status,
    Visibility,
    archive,
    ban,
    enrol,
    enrolment_id,
    is_banned,
    let_pass,
    pass_on,
    settle,
    standing_of,
    token_moved,
    unban,
    want_deed,
    with_access,
    with_capacity,
    with_deed,
    with_token,
    withdraw,
)
from eduverse.kernel.errors import Problem
from eduverse.vocabulary.principal import Standing


def room(*students: str, **fields: Any) -> Classroom:
    values: dict[str, Any] = {
        "id": "room",
        "title": "Planets",
        "description": "",
        "subject": "",
        "owner": EDUCATOR.user_id,
        "owner_name": EDUCATOR.name,
        "visibility": Visibility.PUBLIC,
        "capacity": 2,
        "students": students,
        "created_at": NOON,
        **fields,
    }
    return Classroom(**values)


def test_standings() -> None:
    inside = room("mira")
    people = (EDUCATOR, ADMIN, STUDENT, STRANGER)
    assert [standing_of(inside, who) for who in people] == [
        *(Standing.TEACHER, Standing.TEACHER, Standing.STUDENT, Standing.OUTSIDER)
    ]


def test_a_seat_is_taken_once_and_is_pending_until_settled() -> None:
    joined = enrol(room(), "mira")
    assert (joined.students, joined.pending, joined.unsettled) == (("mira",), ("mira",), True)
    assert enrol(joined, "mira") is joined
    assert enrol(joined, EDUCATOR.user_id) is joined
    done = settle(joined, "mira", enrolled=True)
    assert (done.students, done.pending, done.unsettled) == (("mira",), (), False)


def test_the_last_seat() -> None:
    full = enrol(room("tom"), "mira")
    with pytest.raises(ClassroomFull):
        enrol(full, "sam")
    assert enrol(full, "mira") is full
    assert enrol(withdraw(full, "tom"), "sam").students == ("mira", "sam")


def test_an_archived_classroom_takes_nobody() -> None:
    archived = archive(room("mira"))
    assert archived.status is Status.ARCHIVED
    for who in ("mira", "sam", EDUCATOR.user_id):
        with pytest.raises(ClassroomArchivedAlready):
            enrol(archived, who)


def test_leaving() -> None:
    left = withdraw(room("tom", "mira"), "tom")
    assert (left.students, left.pending, left.unsettled) == (("mira",), ("tom",), True)
    assert withdraw(left, "tom") is left
    with pytest.raises(OwnerCannotLeave):
        withdraw(left, EDUCATOR.user_id)


def test_who_is_banned_loses_the_seat_and_gets_none() -> None:
    banned = ban(room("tom", "mira"), "mira")
    assert (banned.students, banned.banned, banned.pending) == (("tom",), ("mira",), ("mira",))
    assert ban(banned, "mira") is banned
    with pytest.raises(Banned):
        enrol(banned, "mira")
    lifted = unban(banned, "mira")
    assert (lifted.students, lifted.banned) == (("tom",), ())
    assert unban(lifted, "mira") is lifted
    assert enrol(lifted, "mira").students == ("tom", "mira")


def test_who_was_never_there_can_be_banned_too() -> None:
    banned = ban(room("tom"), "mira")
    assert (banned.students, banned.banned, banned.unsettled) == (("tom",), ("mira",), False)


def test_teachers_are_not_banned() -> None:
    with pytest.raises(OwnerCannotBeBanned):
        ban(room(), EDUCATOR.user_id)
    everybody = ban(ban(room("mira"), "mira"), ADMIN.user_id)
    assert [is_banned(everybody, who) for who in (STUDENT, STRANGER, EDUCATOR, ADMIN)] == [True, False, False, False]


def test_a_list_of_bans_has_an_end() -> None:
    full = room(banned=tuple(f"user-{number}" for number in range(MAX_BANNED)))
    with pytest.raises(BanListFull):
        ban(full, "mira")
    assert ban(full, "user-1") is full
    assert ban(unban(full, "user-1"), "mira").banned[-1] == "mira"


def test_capacity_is_never_below_those_who_are_in() -> None:
    assert with_capacity(room("tom", "mira", capacity=9), 2).capacity == 2
    with pytest.raises(CapacityTooSmall) as caught:
        with_capacity(room("tom", "mira", capacity=9), 1)
    assert caught.value.extra == {"enrolled": 2}


def test_nothing_is_ticked_off_that_changed_meanwhile() -> None:
    """The enrolment was written for somebody who has left since: it has to be written again."""
    left = withdraw(enrol(room(), "mira"), "mira")
    assert settle(left, "mira", enrolled=True).pending == ("mira",)
    ticked_off_too_early = settle(left, "mira", enrolled=False)
    assert ticked_off_too_early.pending == ()
    again = settle(ticked_off_too_early, "mira", enrolled=True)
    assert (again.pending, again.unsettled) == (("mira",), True)


def test_settling_one_leaves_the_others() -> None:
    both = enrol(enrol(room(), "mira"), "tom")
    one = settle(both, "mira", enrolled=True)
    assert (one.pending, one.unsettled) == (("tom",), True)


def test_an_enrolment_is_one_per_classroom_and_person() -> None:
    assert enrolment_id("room", "mira") == "room:mira"


_steps = st.lists(st.tuples(st.booleans(), st.sampled_from("abcdef")), max_size=30)


@settings(deadline=None)
@given(_steps, st.integers(1, 4))
def test_whoever_comes_and_goes(steps: list[tuple[bool, str]], capacity: int) -> None:
    """Never more than there are seats, nobody twice, and everybody who changed is pending."""
    now, changed = room(capacity=capacity), set()
    for joins, who in steps:
        before = now
        try:
            now = (enrol if joins else withdraw)(now, who)
        except Problem:
            continue
        if now is not before:
            changed.add(who)
        assert len(now.students) <= capacity
        assert len(set(now.students)) == len(now.students)
        assert set(now.pending) == changed
        assert now.unsettled is bool(changed)


# --- tokens

WALLET, OTHER = "0x" + "a1" * 20, "0x" + "b2" * 20
GATE = Gate(chain_id=137, contract="0x" + "7e" * 20, standard="erc721", name="Pass", symbol="PASS")


def minted(*students: str, holder: str = WALLET, **fields: Any) -> Classroom:
    asked = want_deed(room(*students, **fields), WALLET, transferable=False)
    assert asked.deed is not None
    sent = with_deed(asked, structs.replace(asked.deed, stage=Stage.SUBMITTED))
    return with_token(sent, nft_id="7", holder=holder, transaction="0xaa", place=Place(5, 0))


def test_a_token_is_asked_for_once() -> None:
    asked = want_deed(room(), WALLET, transferable=True)
    assert (asked.deed_open, asked.nft_id) == (True, None)
    with pytest.raises(AlreadyMinted):
        want_deed(asked, WALLET, transferable=True)
    assert asked.deed is not None
    broken = with_deed(asked, structs.replace(asked.deed, stage=Stage.FAILED, trouble="no"))
    assert not broken.deed_open
    again = want_deed(broken, OTHER, transferable=False)
    assert again.deed is not None
    assert (again.deed_open, again.deed.wallet, again.deed.attempt, again.deed.transferable) == (True, OTHER, 2, False)


def test_the_token_is_known_when_the_chain_has_told_of_it() -> None:
    known = minted()
    assert (known.nft_id, known.holder, known.unclaimed, known.deed_open) == ("7", WALLET, False, False)
    assert with_token(known, nft_id="8", holder=OTHER, transaction="0xbb", place=Place(6, 0)) is known
    assert minted(holder=OTHER).unclaimed


def test_there_is_nothing_to_pass_on_without_a_token() -> None:
    with pytest.raises(NotMinted):
        let_pass(room(), on=True)
    assert let_pass(minted(), on=True).deed_open


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 2))))
@settings(max_examples=50, deadline=None)
def test_transfers_may_be_told_again_and_in_any_order(places: list[tuple[int, int]]) -> None:
    """What is known is what the newest says."""
    now = minted()
    for place in [*places, *places]:
        now = token_moved(now, f"0x{place[0]}{place[1]}", Place(*place))
    newest = max(places, default=(0, 0))
    assert now.holder == (f"0x{newest[0]}{newest[1]}" if newest > (5, 0) else WALLET)
    assert now.unclaimed is (newest > (5, 0))


def test_a_class_goes_with_its_token() -> None:
    """Who had it is nothing in it any more; who gets it needs no seat, and is banned from it no longer."""
    moved = token_moved(minted("grace", banned=("tom",), join_code_hash="h"), OTHER, Place(6, 0))
    passed = pass_on(moved, holder=OTHER, to="grace", name="Grace")
    assert (passed.owner, passed.owner_name, passed.students, passed.unclaimed) == ("grace", "Grace", (), False)
    assert (passed.join_code_hash, passed.pending) == (None, ("grace",))
    assert standing_of(passed, EDUCATOR) is Standing.OUTSIDER
    assert pass_on(moved, holder=OTHER, to="tom", name="Tom").banned == ()


def test_a_class_does_not_follow_a_token_that_has_gone_on() -> None:
    moved = token_moved(minted(), OTHER, Place(6, 0))
    assert pass_on(moved, holder=WALLET, to="grace", name="Grace") is moved
    back = pass_on(moved, holder=OTHER, to=EDUCATOR.user_id, name=EDUCATOR.name)
    assert (back.owner, back.unclaimed) == (EDUCATOR.user_id, False)
    assert pass_on(back, holder=OTHER, to=EDUCATOR.user_id, name=EDUCATOR.name) is back


def test_seats_are_looked_at_again_when_the_gate_is_another_one() -> None:
    gated = with_access(room("mira"), Visibility.GATED, GATE)
    assert (gated.visibility, gated.gate_contract, gated.unchecked) == (Visibility.GATED, GATE.contract, True)
    looked_at = structs.replace(gated, unchecked=False)
    assert not with_access(looked_at, Visibility.GATED, GATE).unchecked
    assert with_access(looked_at, Visibility.GATED, structs.replace(GATE, token_id="7")).unchecked
    assert not with_access(room(), Visibility.GATED, GATE).unchecked
    opened = with_access(gated, Visibility.PUBLIC, None)
    assert (opened.gate, opened.gate_contract, opened.unchecked) == (None, None, False)
