"""Sessions without a connection."""

from typing import Any

import pytest

from eduverse.realtime.log import Position
from eduverse.realtime.parking import Parked, Parking, Seat, Ticket


def session(pid: str = "p", user: str = "ann", until: float = 10, room: str = "r") -> Parked:
    return Parked(pid, f"socket-{pid}", user, "/", (Seat(room, "json"),), Position(1, 5), None, until)


def test_a_session_is_given_out_once() -> None:
    parking = Parking(10)
    parking.park(session(), 0)
    assert parking.claim("p", "ann", "/", 9.9) == session()
    assert parking.claim("p", "ann", "/", 9.9) is None


def test_it_is_nobody_elses() -> None:
    parking = Parking(10)
    parking.park(session(), 0)
    assert parking.claim("p", "bob", "/", 1) is None
    assert parking.claim("p", "ann", "/other", 1) is None
    assert parking.claim("p", "ann", "/", 1) is not None


def test_it_ends() -> None:
    parking = Parking(10)
    parking.park(session(), 0)
    assert parking.claim("p", "ann", "/", 10) is None
    assert len(parking) == 0


def test_the_first_parked_give_way() -> None:
    parking = Parking(10, capacity=2)
    for number in range(3):
        parking.park(session(str(number)), 0)
    assert parking.claim("0", "ann", "/", 1) is None
    assert parking.claim("2", "ann", "/", 1) is not None


def test_who_is_taken_out_of_a_room_does_not_come_back_into_it() -> None:
    parking = Parking(10)
    for pid, user, room in (("1", "ann", "r"), ("2", "ann", "other"), ("3", "bob", "r")):
        parking.park(session(pid, user, room=room), 0)
    parking.forget("r", "ann")
    assert parking.claim("1", "ann", "/", 1) is None
    assert parking.claim("2", "ann", "/", 1) is not None
    assert parking.claim("3", "bob", "/", 1) is not None


@pytest.mark.parametrize(
    ("offset", "position"),
    [(None, (1, 5)), (Position(0, 99), (1, 5)), (Position(1, 4), (1, 5)), (Position(1, 6), (1, 6))],
)
def test_an_offset_counts_from_the_session_on(offset: Position | None, position: tuple[int, int]) -> None:
    assert session().position(offset) == position


@pytest.mark.parametrize(
    ("auth", "ticket"),
    [
        ({"token": "t"}, None),
        ({"pid": 1}, None),
        ({"pid": "x" * 65}, None),
        ({"pid": "p"}, Ticket("p", None)),
        ({"pid": "p", "offset": {}}, Ticket("p", None)),
        ({"pid": "p", "offset": "nonsense"}, Ticket("p", None)),
        ({"pid": "p", "offset": "1-2"}, Ticket("p", Position(1, 2))),
    ],
)
def test_a_ticket(auth: dict[str, Any], ticket: Ticket | None) -> None:
    token = auth.get("token")
    assert Ticket.take_from(auth) == ticket
    assert auth == ({"token": token} if token else {})
