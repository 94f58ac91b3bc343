"""The roster that all servers come to."""

from hypothesis import given
from hypothesis import strategies as st

from eduverse.realtime.declarations import Absent, NodeGone, Present, Spot
from eduverse.realtime.rooms import Entered, Left
from eduverse.realtime.roster import Roster

SPOT = Spot((0.0, 0.0, 0.0), 0.0)


def present(node: str, user: str, room: str = "r", handle: int = 1) -> Present:
    return Present(node=node, room=room, user=user, handle=handle, spot=SPOT, card=f"{user} of {node}".encode())


def absent(node: str, user: str, room: str = "r") -> Absent:
    return Absent(node=node, room=room, user=user, reason="left")


def test_one_server() -> None:
    roster = Roster()
    assert roster.apply(present("a", "ann")) == [Entered("r", "ann")]
    assert roster.apply(present("a", "ann")) == []
    assert roster.users("r") == ["ann"]
    assert roster.apply(absent("a", "ann")) == [Left("r", "ann", "left")]
    assert roster.apply(absent("a", "ann")) == []
    assert (roster.users("r"), roster.count("r"), roster.get("r", "ann")) == ([], 0, None)


def test_who_is_there_through_two_servers_leaves_with_the_last() -> None:
    roster = Roster()
    roster.apply(present("a", "ann", handle=1))
    assert roster.apply(present("b", "ann", handle=2)) == []
    assert roster.apply(absent("a", "ann")) == []
    known = roster.get("r", "ann")
    assert known is not None
    assert (known.handle, known.card, known.nodes) == (1, b"ann of b", {"b"})
    assert roster.apply(absent("b", "ann")) == [Left("r", "ann", "left")]


def test_a_server_that_is_gone_takes_along_those_who_are_nowhere_else() -> None:
    roster = Roster()
    for declared in (present("a", "ann"), present("b", "ann"), present("a", "bob"), present("b", "cat")):
        roster.apply(declared)
    assert roster.apply(NodeGone(node="a", by="b")) == [Left("r", "bob", "disconnected")]
    assert roster.users("r") == ["ann", "cat"]
    assert roster.apply(NodeGone(node="a", by="c")) == []


names = st.sampled_from("abc")
declarations = st.one_of(
    st.builds(present, names, names, names),
    st.builds(absent, names, names, names),
    st.builds(lambda node, by: NodeGone(node=node, by=by), names, names),
)


@given(st.lists(declarations, max_size=60))
def test_changes_add_up_to_what_the_roster_says(declared: list[Present | Absent | NodeGone]) -> None:
    roster = Roster()
    held: set[tuple[str, str, str]] = set()
    people: set[tuple[str, str]] = set()
    for one in declared:
        match one:
            case Present(node=node, room=room, user=user):
                held.add((node, room, user))
            case Absent(node=node, room=room, user=user):
                held.discard((node, room, user))
            case NodeGone(node=node):
                held = {(where, room, user) for where, room, user in held if where != node}
        for change in roster.apply(one):
            place = (change.room, change.user)
            assert (place in people) is isinstance(change, Left)
            people ^= {place}
        assert people == {(room, user) for _, room, user in held}
        assert all(sorted(roster.users(room)) == sorted(u for r, u in people if r == room) for room in "abc")
