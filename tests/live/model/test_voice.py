"""Who is in the voice of which room, and who hears whom."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eduverse.live.model.voice import EARSHOT, MESH_LIMIT, Join, Joined, Peer, Voice, Voices, in_earshot
from eduverse.vocabulary.messages import VoicePeer


def peer(tab: str, user_id: str = "") -> Peer:
    return Peer(tab, user_id or f"user of {tab}", "Somebody", teaches=False)


def join(voices: Voices, tab: str, room: str = "room", *, may_be_served: bool = False) -> Joined | None:
    return voices.join(Join(classroom_id=room, peer=peer(tab), may_be_served=may_be_served))


def full() -> Voices:
    """A mesh without a place."""
    voices = Voices()
    for number in range(MESH_LIMIT):
        join(voices, f"p{number}")
    return voices


def tabs(peers: list[Peer]) -> list[str]:
    return [one.peer_id for one in peers]


def test_peers_come_and_go() -> None:
    voices = Voices()
    assert join(voices, "a") == Joined(new=True, served=False, goes_over=False, others=[])
    assert join(voices, "b") == Joined(new=True, served=False, goes_over=False, others=[peer("a")])
    assert join(voices, "a") == Joined(new=False, served=False, goes_over=False, others=[peer("b")])
    join(voices, "c", "other")
    assert tabs(voices.peers("room")) == ["a", "b"]
    assert voices.get("room", "a") == peer("a")
    assert voices.get("room", "c") is None
    assert voices.leave("a") == ("room", peer("a"), False)
    assert voices.leave("a") is None
    assert tabs(voices.peers("room")) == ["b"]


def test_a_mesh_has_places_for_few() -> None:
    voices = full()
    assert not voices.has_place_in_mesh("room", "one more")
    assert join(voices, "one more") is None
    assert len(voices.peers("room")) == MESH_LIMIT
    assert voices.has_place_in_mesh("room", "p0"), "who is in it asks again"
    assert voices.has_place_in_mesh("other", "one more")


def test_a_place_in_the_mesh_is_taken_before_one_at_the_media_server() -> None:
    joined = join(Voices(), "a", may_be_served=True)
    assert joined is not None
    assert not joined.served


def test_a_room_goes_over_once_and_comes_back_when_it_is_empty() -> None:
    voices = full()
    everybody = voices.peers("room")
    assert join(voices, "x", may_be_served=True) == Joined(new=True, served=True, goes_over=True, others=everybody)
    again = join(voices, "p0", may_be_served=True)
    assert again is not None
    assert (again.new, again.served, again.goes_over) == (False, True, False)
    for one in [*everybody[1:], peer("x")]:
        voices.leave(one.peer_id)
    assert join(voices, "y") is None, "it stays there while anybody is left"
    voices.leave("p0")
    assert voices.has_place_in_mesh("room", "y")


joins = st.builds(
    Join,
    classroom_id=st.sampled_from(["r", "s"]),
    peer=st.sampled_from([peer(tab) for tab in "abcdefg"]),
    may_be_served=st.booleans(),
)


def do(voices: Voices, step: Join | str) -> Any:
    """A tab has left its room, and with it the voice, before it joins that of another."""
    if isinstance(step, str):
        return voices.leave(step)
    if voices.get(step.classroom_id, step.peer.peer_id) is None:
        voices.leave(step.peer.peer_id)
    return voices.join(step)


@given(st.lists(joins | st.sampled_from("abcdefg"), max_size=40), st.integers(0, 40))
def test_who_takes_over_in_the_middle_comes_to_the_same(steps: list[Join | str], at: int) -> None:
    voices = Voices()
    for step in steps[:at]:
        do(voices, step)
    told = Voices(msgspec.msgpack.decode(msgspec.msgpack.encode(voices.all()), type=list[Voice]))
    for step in steps[at:]:
        assert do(voices, step) == do(told, step)
    assert voices.all() == told.all()
    for room in voices.all():
        assert room.peers
        assert room.served or len(room.peers) <= MESH_LIMIT


@pytest.mark.parametrize(
    ("one", "other", "hears"),
    [
        ((0.0, 0.0, 0.0), (EARSHOT, 0.0, 0.0), True),
        ((0.0, 0.0, 0.0), (EARSHOT + 0.01, 0.0, 0.0), False),
        ((-3.0, 0.0, -3.0), (3.0, 0.0, 3.0), False),
        ((0.0, 0.0, 0.0), None, False),
        (None, None, False),
    ],
)
def test_earshot(one: tuple[float, float, float] | None, other: tuple[float, float, float] | None, hears: bool) -> None:
    assert in_earshot(one, other) is in_earshot(other, one) is hears


def test_what_others_may_know_of_a_peer() -> None:
    assert Peer("a", "mira", "Mira", teaches=True).public == VoicePeer(peer_id="a", user_id="mira", name="Mira")
