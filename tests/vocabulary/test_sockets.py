"""Who sends an event, and from where."""

import pytest
from tests.support.people import STUDENT

from eduverse.vocabulary.principal import Standing
from eduverse.vocabulary.sockets import Caller, NotInRoom, Place


def test_a_caller_is_in_a_room_or_told_to_enter_one() -> None:
    assert (
        Caller(principal=STUDENT, socket_id="tab", place=Place(classroom_id="r", standing=Standing.STUDENT)).room()
        == "r"
    )
    with pytest.raises(NotInRoom):
        Caller(principal=STUDENT, socket_id="tab").room()
