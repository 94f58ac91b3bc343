"""Who is in which room."""

from tests.support.people import EDUCATOR, STUDENT

from eduverse.gateway.guests import Guest, Guests
from eduverse.vocabulary.principal import Standing
from eduverse.vocabulary.sockets import Place

HERE = Place(classroom_id="room", standing=Standing.TEACHER)


def test_a_guest_is_a_caller_from_where_it_is() -> None:
    guest = Guest(STUDENT, "tab")
    assert (guest.caller.principal, guest.caller.socket_id, guest.caller.place) == (STUDENT, "tab", None)
    guest.place = HERE
    assert guest.caller.room() == "room"


def test_guests_by_room_and_person() -> None:
    guests = Guests()
    guests.add(EDUCATOR, HERE)
    assert guests.get("room", EDUCATOR.user_id) == (EDUCATOR, Standing.TEACHER)
    assert guests.get("room", STUDENT.user_id) is None
    assert guests.get("other", EDUCATOR.user_id) is None
    guests.remove("room", EDUCATOR.user_id)
    guests.remove("room", EDUCATOR.user_id)
    assert guests.get("room", EDUCATOR.user_id) is None
