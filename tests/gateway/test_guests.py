"""Whom a socket belongs to."""

from tests.support.people import EDUCATOR, STUDENT

from eduverse.gateway.guests import Card, Guest
from eduverse.vocabulary.principal import Standing
from eduverse.vocabulary.sockets import Place

HERE = Place(classroom_id="room", standing=Standing.TEACHER)


def test_a_guest_is_a_caller_from_where_it_is() -> None:
    guest = Guest(STUDENT, "tab")
    assert (guest.caller.principal, guest.caller.socket_id, guest.caller.place) == (STUDENT, "tab", None)
    guest.place = HERE
    assert guest.caller.room() == "room"


def test_a_card_says_who_somebody_is_and_nothing_of_their_session() -> None:
    card = Card.of(EDUCATOR, Standing.TEACHER)
    assert Card.decode(card.encode()) == card
    assert (card.name, card.standing, card.avatar_data) == (EDUCATOR.name, Standing.TEACHER, EDUCATOR.avatar_data)
    assert EDUCATOR.session_id.encode() not in card.encode()
