"""Who is in the voice of which room, and who hears whom."""

import pytest

from eduverse.live.model.voice import EARSHOT, MESH_LIMIT, Peer, Voices, in_earshot
from eduverse.vocabulary.messages import VoicePeer


def peer(tab: str, user_id: str = "") -> Peer:
    return Peer(tab, user_id or f"user of {tab}", "Somebody", teaches=False)


def test_peers_come_and_go() -> None:
    voices = Voices()
    assert voices.join("room", peer("a"), served=False)
    assert not voices.join("room", peer("a"), served=False)
    assert voices.join("room", peer("b"), served=False)
    assert voices.join("other", peer("c"), served=False)
    assert [one.peer_id for one in voices.peers("room")] == ["a", "b"]
    assert voices.get("room", "a") == peer("a")
    assert voices.get("room", "c") is None
    assert voices.leave("a") == ("room", peer("a"))
    assert voices.leave("a") is None
    assert [one.peer_id for one in voices.peers("room")] == ["b"]


def test_a_person_leaves_with_all_tabs_and_from_this_room_alone() -> None:
    voices = Voices()
    for room, tab, user in (("room", "a", "mira"), ("room", "b", "mira"), ("room", "c", "tom"), ("other", "d", "mira")):
        voices.join(room, peer(tab, user), served=False)
    assert [one.peer_id for one in voices.leave_all("room", "mira")] == ["a", "b"]
    assert [one.peer_id for one in voices.peers("room")] == ["c"]
    assert [one.peer_id for one in voices.peers("other")] == ["d"]
    assert voices.leave_all("room", "nobody") == []


def test_a_mesh_has_places_for_few() -> None:
    voices = Voices()
    for number in range(MESH_LIMIT):
        assert voices.has_place_in_mesh("room", f"p{number}")
        voices.join("room", peer(f"p{number}"), served=False)
    assert not voices.has_place_in_mesh("room", "one more")
    assert voices.has_place_in_mesh("room", "p0"), "who is in it asks again"
    assert voices.has_place_in_mesh("other", "one more")


def test_a_served_room_stays_served_until_it_is_empty() -> None:
    voices = Voices()
    voices.join("room", peer("a"), served=True)
    assert (voices.is_served("room"), voices.has_place_in_mesh("room", "b")) == (True, False)
    voices.leave("a")
    assert (voices.is_served("room"), voices.has_place_in_mesh("room", "b")) == (False, True)


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
