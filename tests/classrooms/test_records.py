"""Which classes there are and who belongs to them."""

from tests.support.classes import ClassCampus
from tests.support.people import EDUCATOR, STUDENT

from eduverse.classrooms.records import ClassRecords


async def test_what_one_teaches_and_attends_the_newest_first() -> None:
    campus = ClassCampus()
    rooms = []
    for title in ("One", "Two", "Three"):
        campus.clock.advance(1)
        rooms.append(await campus.opened(title=title))
    for room in rooms[:2]:
        await campus.classrooms.join(STUDENT, room.id, None)
    records = ClassRecords(campus.storage)
    assert [room.title for room in await records.taught_by(EDUCATOR.user_id, most=2)] == ["Three", "Two"]
    assert [room.title for room in await records.attended_by(STUDENT.user_id, most=9)] == ["Two", "One"]
    assert await records.attended_by(EDUCATOR.user_id, most=9) == []
    found = await records.classroom(rooms[0].id)
    assert found
    assert found.students == (STUDENT.user_id,)
