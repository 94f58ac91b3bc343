"""Who is where, over the engine."""

from typing import Any, NamedTuple

import pytest
from tests.support.people import EDUCATOR, STUDENT

from eduverse.gateway.guests import Card
from eduverse.gateway.whereabouts import EngineWhereabouts
from eduverse.realtime.declarations import Absent, Present, Spot
from eduverse.realtime.roster import Roster
from eduverse.vocabulary.principal import Standing


class Stands(NamedTuple):
    position: tuple[float, float, float]
    rotation: float


class FakeSocket:
    def __init__(self, *rooms: str) -> None:
        self.rooms = list(rooms)


class FakeEngine:
    """The engine as far as it is asked here, itself being its hub and the world of its only room."""

    def __init__(self) -> None:
        self.hub = self
        self.roster = Roster()
        self.standing: dict[str, Stands] = {}
        self.sockets = {"tab": FakeSocket("room"), "other": FakeSocket()}

    def served(self) -> list[tuple[str, str]]:
        return [("room", user) for user in self.users_in("room")]

    def users_in(self, room: str) -> list[str]:
        return self.roster.users(room)

    def world(self, room: str) -> Any:
        return self if room == "room" else None

    def where(self, user: str) -> Stands | None:
        return self.standing.get(user)


class Room:
    def __init__(self) -> None:
        self.engine = FakeEngine()
        self.whereabouts = EngineWhereabouts()
        self.whereabouts.attach(self.engine)  # type: ignore[arg-type]
        for place, (who, standing) in enumerate(((EDUCATOR, Standing.TEACHER), (STUDENT, Standing.STUDENT))):
            card = Card.of(who, standing).encode()
            spot = Spot((9.0, 0.0, 9.0), 0.0)
            present = Present(node="n", room="room", user=who.user_id, handle=place + 1, spot=spot, card=card)
            self.engine.roster.apply(present)
            self.engine.standing[who.user_id] = Stands((float(place), 0.0, 0.0), 0.5)


@pytest.fixture
def room() -> Room:
    return Room()


def test_people_in_a_room(room: Room) -> None:
    where = room.whereabouts
    assert (where.present("room"), where.present("elsewhere")) == (["ada", "mira"], [])
    assert (where.standing_in("room", "ada"), where.standing_in("room", "mira")) == (Standing.TEACHER, Standing.STUDENT)
    assert where.position("room", "mira") == (1.0, 0.0, 0.0)
    for room_id, user_id in (("room", "tom"), ("elsewhere", "mira")):
        assert where.standing_in(room_id, user_id) is None
        assert where.position(room_id, user_id) is None


def test_members_are_drawn_as_they_stand(room: Room) -> None:
    ada, mira = room.whereabouts.members("room", {"mira"})
    assert (ada.user_id, ada.name, ada.standing, ada.hand_raised) == ("ada", "Ada", Standing.TEACHER, False)
    assert (mira.handle, mira.position, mira.rotation, mira.hand_raised) == (2, (1.0, 0.0, 0.0), 0.5, True)
    assert mira.avatar_data == STUDENT.avatar_data
    assert room.whereabouts.member("room", "tom", ()) is None


def test_who_has_not_been_seen_to_move_stands_where_they_came_in(room: Room) -> None:
    del room.engine.standing["mira"]
    mira = room.whereabouts.member("room", "mira", ())
    assert mira is not None
    assert mira.position == (9.0, 0.0, 9.0)


def test_who_has_left_is_no_longer_there(room: Room) -> None:
    room.engine.roster.apply(Absent(node="n", room="room", user="mira", reason="left"))
    assert room.whereabouts.standing_in("room", "mira") is None
    assert room.whereabouts.member("room", "mira", ()) is None


def test_whom_this_server_serves(room: Room) -> None:
    assert room.whereabouts.served() == [("room", "ada"), ("room", "mira")]


def test_which_room_a_tab_is_in(room: Room) -> None:
    holds = room.whereabouts.holds
    assert [holds("room", "tab"), holds("room", "other"), holds("elsewhere", "tab"), holds("room", "gone")] == [
        *(True, False, False, False)
    ]
