"""What the classroom routes take, and what they never give."""

import msgspec
import pytest
from tests.support.classes import ClassCampus
from tests.support.people import EDUCATOR, STRANGER, STUDENT

from eduverse.classrooms.model import Visibility
from eduverse.classrooms.schemas import ClassroomView, CreateClassroom, JoinClassroom, UpdateClassroom


async def test_a_card_shows_no_code_and_no_names_of_students() -> None:
    campus = ClassCampus()
    opened = await campus.private()
    room = await campus.classrooms.join(STUDENT, opened.classroom.id, opened.join_code)
    body = msgspec.json.encode(ClassroomView.of(room, STRANGER, 3)).decode()
    view = msgspec.json.decode(body)
    assert (view["studentCount"], view["presentCount"], view["standing"]) == (1, 3, "outsider")
    assert view["owner"] == {"id": EDUCATOR.user_id, "name": EDUCATOR.name}
    assert room.join_code_hash
    for secret in (room.join_code_hash, opened.join_code or "?", STUDENT.user_id, "joinCode"):
        assert secret not in body


@pytest.mark.parametrize(
    "body",
    [
        b"{}",
        b'{"title": ""}',
        b'{"title": "  "}',
        b'{"title": "%s"}' % (b"x" * 121),
        b'{"title": "x", "capacity": 0}',
        b'{"title": "x", "capacity": 501}',
        b'{"title": "x", "capacity": 1.5}',
        b'{"title": "x", "capacity": "30"}',
        b'{"title": "x", "visibility": "secret"}',
        b'{"title": "x", "subject": "%s"}' % (b"x" * 61),
        b'{"title": "x", "owner": "me"}',
        b'{"title": null}',
    ],
)
def test_bounds_of_a_classroom(body: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(body, type=CreateClassroom)


def test_what_is_left_out() -> None:
    new = msgspec.json.decode(b'{"title": "x"}', type=CreateClassroom)
    assert (new.visibility, new.capacity, new.description, new.subject) == (Visibility.PUBLIC, 30, "", "")
    assert msgspec.json.decode(b"{}", type=UpdateClassroom) == UpdateClassroom()
    assert msgspec.json.decode(b"{}", type=JoinClassroom).code is None
