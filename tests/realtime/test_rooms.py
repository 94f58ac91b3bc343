"""Membership of rooms, without a clock."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from eduverse.realtime.rooms import Entered, Left, Rooms, Wait


def rooms() -> Rooms:
    return Rooms(grace=10)


def test_entering_and_leaving() -> None:
    under_test = rooms()
    assert under_test.enter("r", "ann", "s1") == Entered("r", "ann")
    assert under_test.users("r") == ["ann"]
    assert under_test.leave("r", "s1") == Left("r", "ann", "left")
    assert under_test.users("r") == []
    assert "r" not in under_test


def test_two_tabs_are_one_person() -> None:
    under_test = rooms()
    under_test.enter("r", "ann", "s1")
    assert under_test.enter("r", "ann", "s2") is None
    assert under_test.leave("r", "s1") is None
    assert under_test.lose("s1", 0) == []
    assert under_test.leave("r", "s2") == Left("r", "ann", "left")


def test_a_lost_transport_leaves_after_the_grace() -> None:
    under_test = rooms()
    under_test.enter("r", "ann", "s1")
    under_test.enter("q", "ann", "s1")
    first, second = under_test.lose("s1", 100)
    assert (first.room, first.until) == ("r", 110)
    assert under_test.users("r") == ["ann"]
    assert under_test.expire(first) == Left("r", "ann", "disconnected")
    assert under_test.expire(first) is None
    assert under_test.expire(second) == Left("q", "ann", "disconnected")


def test_coming_back_in_time_is_not_noticed() -> None:
    under_test = rooms()
    under_test.enter("r", "ann", "s1")
    (wait,) = under_test.lose("s1", 0)
    assert under_test.enter("r", "ann", "s2") is None
    assert under_test.expire(wait) is None
    assert under_test.users("r") == ["ann"]


def test_an_old_wait_does_not_end_a_new_one() -> None:
    under_test = rooms()
    under_test.enter("r", "ann", "s1")
    (old,) = under_test.lose("s1", 0)
    under_test.enter("r", "ann", "s2")
    (new,) = under_test.lose("s2", 5)
    assert under_test.expire(old) is None
    assert under_test.expire(new) == Left("r", "ann", "disconnected")


def test_an_old_wait_does_not_end_a_later_visit() -> None:
    under_test = rooms()
    under_test.enter("r", "ann", "s1")
    (old,) = under_test.lose("s1", 0)
    assert under_test.remove("r", "ann") == Left("r", "ann", "removed")
    under_test.enter("r", "ann", "s2")
    (new,) = under_test.lose("s2", 5)
    assert old != new
    assert under_test.expire(old) is None
    assert under_test.users("r") == ["ann"]


def test_removing_takes_every_tab() -> None:
    under_test = rooms()
    under_test.enter("r", "ann", "s1")
    under_test.enter("r", "ann", "s2")
    assert under_test.remove("r", "ann") == Left("r", "ann", "removed")
    assert under_test.rooms_of("s1") == under_test.rooms_of("s2") == []
    assert under_test.remove("r", "ann") is None
    assert under_test.leave("r", "s1") is None


class Story(RuleBasedStateMachine):
    """Whatever happens, people enter and leave in turn, and nobody stays whom nothing holds."""

    def __init__(self) -> None:
        super().__init__()
        self.rooms = rooms()
        self.sockets: dict[str, dict[str, str]] = {}
        self.waits: list[Wait] = []
        self.present: set[tuple[str, str]] = set()

    def hear(self, change: Entered | Left | None) -> None:
        match change:
            case Entered(room, user):
                assert (room, user) not in self.present
                self.present.add((room, user))
            case Left(room, user):
                self.present.remove((room, user))

    @rule(room=st.sampled_from("qr"), number=st.integers(0, 5))
    def enter(self, room: str, number: int) -> None:
        user = "abc"[number % 3]
        self.hear(self.rooms.enter(room, user, f"s{number}"))
        self.sockets.setdefault(f"s{number}", {})[room] = user

    @rule(room=st.sampled_from("qr"), number=st.integers(0, 5))
    def leave(self, room: str, number: int) -> None:
        self.hear(self.rooms.leave(room, f"s{number}"))
        self.sockets.get(f"s{number}", {}).pop(room, None)

    @rule(number=st.integers(0, 5))
    def lose(self, number: int) -> None:
        self.waits += self.rooms.lose(f"s{number}", 0)
        self.sockets.pop(f"s{number}", None)

    @rule(data=st.data())
    def expire(self, data: st.DataObject) -> None:
        if self.waits:
            self.hear(self.rooms.expire(self.waits.pop(data.draw(st.integers(0, len(self.waits) - 1)))))

    @rule(room=st.sampled_from("qr"), user=st.sampled_from("abc"))
    def remove(self, room: str, user: str) -> None:
        self.hear(self.rooms.remove(room, user))
        for places in self.sockets.values():
            if places.get(room) == user:
                del places[room]

    @invariant()
    def everybody_present_is_known(self) -> None:
        assert self.present == {(room, user) for room in "qr" for user in self.rooms.users(room)}

    @invariant()
    def nobody_is_a_ghost(self) -> None:
        held = {(room, user) for places in self.sockets.values() for room, user in places.items()}
        assert held <= self.present
        assert self.present - held <= {(wait.room, wait.user) for wait in self.waits}


TestStory = Story.TestCase
