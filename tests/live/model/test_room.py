"""The room: its door, its hands, its microphones and its spotlight, as functions from one state to the next."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.clock import NOON

from eduverse.kernel.errors import Problem
from eduverse.live.errors import InLobby, MuteHeld, RoomLocked
from eduverse.live.model.room import (
    MAX_ADMITTED,
    LiveRoom,
    admit,
    demand_entry,
    end,
    expel,
    hold_mute,
    lock,
    lower_hand,
    mute,
    raise_hand,
    rules_of,
    set_lobby,
    spotlight,
    unmute,
)

EMPTY = LiveRoom(id="room")


def may_enter(room: LiveRoom, user_id: str) -> bool:
    try:
        demand_entry(room, user_id)
    except Problem:
        return False
    return True


def test_an_open_room_is_open_to_everybody() -> None:
    demand_entry(EMPTY, "anybody")


def test_a_lock_is_behind_those_who_are_inside() -> None:
    locked = lock(EMPTY, ["mira", "tom"], on=True)
    assert [may_enter(locked, one) for one in ("mira", "tom", "sam")] == [True, True, False]
    with pytest.raises(RoomLocked):
        demand_entry(locked, "sam")
    unlocked = lock(locked, ["mira"], on=False)
    assert (unlocked.locked, unlocked.admitted) == (False, ())
    assert may_enter(unlocked, "sam")


def test_a_lobby_is_for_those_who_are_new() -> None:
    lobby = set_lobby(EMPTY, ["mira"], on=True)
    assert may_enter(lobby, "mira")
    with pytest.raises(InLobby):
        demand_entry(lobby, "sam")
    assert may_enter(admit(lobby, "sam"), "sam")


def test_those_who_are_let_in_are_remembered_up_to_a_number() -> None:
    lobby = set_lobby(EMPTY, [], on=True)
    for number in range(MAX_ADMITTED + 1):
        lobby = admit(lobby, f"user-{number}")
    assert (may_enter(lobby, "user-0"), may_enter(lobby, "user-1")) == (False, True)


def test_a_locked_lobby_says_that_it_is_locked() -> None:
    both = lock(set_lobby(EMPTY, [], on=True), [], on=True)
    with pytest.raises(RoomLocked):
        demand_entry(both, "sam")
    still = lock(admit(both, "sam"), [], on=False)
    assert (still.lobby, still.admitted) == (True, ("sam",))


def test_who_was_sent_out_is_in_front_of_the_door() -> None:
    inside = spotlight(raise_hand(lock(EMPTY, ["mira"], on=True), "mira", NOON), "mira")
    out = expel(inside, "mira")
    assert (out.admitted, out.hands, out.spotlight) == ((), (), None)
    assert not may_enter(out, "mira")
    assert expel(out, "mira") is out


def test_hands_are_in_the_order_in_which_they_were_raised() -> None:
    first = raise_hand(EMPTY, "tom", NOON)
    both = raise_hand(first, "mira", NOON + timedelta(seconds=1))
    assert raise_hand(both, "tom", NOON + timedelta(minutes=1)) is both
    assert [(hand.user_id, hand.raised_at) for hand in both.hands] == [
        ("tom", NOON),
        ("mira", NOON + timedelta(seconds=1)),
    ]
    assert [hand.user_id for hand in lower_hand(both, "tom").hands] == ["mira"]
    assert lower_hand(both, "sam") is both


def test_muting_is_done_once_and_undone_by_the_person() -> None:
    muted = mute(EMPTY, ["mira", "tom", "mira"])
    assert muted.muted == ("mira", "tom")
    assert mute(muted, ["tom"]) is muted
    assert unmute(muted, "mira", teaches=False).muted == ("tom",)
    assert unmute(EMPTY, "mira", teaches=False) is EMPTY


def test_a_room_that_is_held_muted_stays_muted() -> None:
    held = hold_mute(EMPTY, ["mira", "tom"], on=True)
    assert (held.mute_held, held.muted) == (True, ("mira", "tom"))
    with pytest.raises(MuteHeld):
        unmute(held, "mira", teaches=False)
    assert unmute(mute(held, ["ada"]), "ada", teaches=True).muted == ("mira", "tom")
    released = hold_mute(held, ["mira", "tom"], on=False)
    assert (released.mute_held, released.muted) == (False, ("mira", "tom"))
    assert unmute(released, "mira", teaches=False).muted == ("tom",)


def test_nothing_is_left_of_a_lesson_but_the_wish_for_a_lobby() -> None:
    busy = set_lobby(lock(hold_mute(raise_hand(EMPTY, "mira", NOON), ["mira"], on=True), [], on=True), [], on=True)
    assert end(busy) == LiveRoom(id="room", lobby=True)


def test_the_rules_carry_the_version_of_the_room() -> None:
    rules = rules_of(LiveRoom(id="room", version=7, locked=True, spotlight="mira"))
    assert (rules.locked, rules.lobby, rules.mute_held, rules.spotlight, rules.revision) == (
        *(True, False, False, "mira"),
        7,
    )


_USERS = st.sampled_from(["mira", "tom", "sam"])
_STEPS = st.one_of(
    st.tuples(st.just(lock), st.sets(_USERS), st.booleans()),
    st.tuples(st.just(set_lobby), st.sets(_USERS), st.booleans()),
    st.tuples(st.just(hold_mute), st.sets(_USERS), st.booleans()),
    st.tuples(st.sampled_from([admit, expel, lower_hand, spotlight]), _USERS),
    st.tuples(st.just(mute), st.sets(_USERS)),
    st.tuples(st.just(raise_hand), _USERS),
)


@given(st.lists(_STEPS, max_size=30))
def test_whatever_a_teacher_does(steps: list[tuple[object, ...]]) -> None:
    """Nobody is in a list twice, a step that changes nothing is known by it, and whatever is there will be ended."""
    room = EMPTY
    for rule, *arguments in steps:
        before = room
        match rule, arguments:
            case _, [people, bool() as on]:
                room = rule(room, people, on=on)  # type: ignore[operator]
            case _, [argument] if rule is raise_hand:
                room = raise_hand(room, str(argument), NOON)
            case _, [argument]:
                room = rule(room, argument)  # type: ignore[operator]
        assert (room is before) is (room == before)
        hands = [hand.user_id for hand in room.hands]
        for people in (room.admitted, room.muted, hands):
            assert len(set(people)) == len(people)
        assert room == EMPTY or room.under_way
