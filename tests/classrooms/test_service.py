"""Classrooms with a store, and with everybody who wants in at the same time."""

import asyncio
from typing import Literal

import pytest
from tests.support.classes import ClassCampus
from tests.support.faults import Crash, FaultyStorage
from tests.support.people import ADMIN, EDUCATOR, STRANGER, STUDENT, person, students

from eduverse.classrooms.errors import (
    Banned,
    CapacityTooSmall,
    ClassroomArchivedAlready,
    ClassroomFull,
    ClassroomNotFound,
    CodeThrottled,
    OwnerCannotBeBanned,
    OwnerCannotLeave,
    PersonNotFound,
    WrongJoinCode,
)
from eduverse.classrooms.model import Classroom, Status, Visibility
from eduverse.classrooms.service import Changes, ClassroomFilter
from eduverse.kernel.documents import BadCursor
from eduverse.kernel.ids import _CROCKFORD
from eduverse.vocabulary.events import ClassroomArchived, MemberBanned, MemberRemoved, StudentEnrolled
from eduverse.vocabulary.permissions import Forbidden
from eduverse.vocabulary.principal import Principal, Role, Standing

NO_CHANGES = Changes(None, None, None, None, None)
OTHER_TEACHER = person("grace", Role.EDUCATOR)


@pytest.fixture
def campus() -> ClassCampus:
    return ClassCampus()


# --- opening


async def test_educators_open_classrooms(campus: ClassCampus) -> None:
    room = await campus.opened(title="Planets")
    assert (room.owner, room.owner_name, room.created_at) == (EDUCATOR.user_id, EDUCATOR.name, campus.clock.now())
    assert await campus.classrooms.get(room.id) == room
    with pytest.raises(Forbidden):
        await campus.opened(STUDENT)


async def test_a_private_classroom_has_a_code_that_is_not_stored(campus: ClassCampus) -> None:
    opened = await campus.private()
    assert opened.join_code is not None
    assert len(opened.join_code) == 8
    assert set(opened.join_code) <= set(_CROCKFORD)
    assert opened.join_code not in repr(await campus.classrooms.get(opened.classroom.id))
    assert (await campus.private(visibility=Visibility.PUBLIC)).join_code is None


async def test_a_classroom_that_is_not_there(campus: ClassCampus) -> None:
    for step in (campus.classrooms.leave, campus.classrooms.archive, campus.classrooms.standing):
        with pytest.raises(ClassroomNotFound):
            await step(EDUCATOR, "nothing")
    with pytest.raises(ClassroomNotFound):
        await campus.classrooms.join(STUDENT, "nothing", None)


# --- joining


async def test_capacity_is_exact_whoever_comes_at_once(campus: ClassCampus) -> None:
    room = await campus.opened(capacity=50)
    joins = (campus.classrooms.join(who, room.id, None) for who in students(200))
    results = await asyncio.gather(*joins, return_exceptions=True)
    assert sum(isinstance(result, Classroom) for result in results) == 50
    assert sum(isinstance(result, ClassroomFull) for result in results) == 150
    assert len(await campus.enrolled(room.id)) == 50
    await campus.assert_agreed(room.id)
    assert len(campus.events.of(StudentEnrolled)) == 50


async def test_joining_twice_is_joining_once(campus: ClassCampus) -> None:
    room = await campus.opened(capacity=1)
    for _ in range(3):
        assert (await campus.classrooms.join(STUDENT, room.id, None)).students == (STUDENT.user_id,)
    assert campus.events.of(StudentEnrolled) == [
        StudentEnrolled(classroom_id=room.id, user_id=STUDENT.user_id, name=STUDENT.name)
    ]
    await campus.assert_agreed(room.id)


@pytest.mark.parametrize("who", [EDUCATOR, ADMIN], ids=["owner", "admin"])
async def test_who_teaches_takes_no_seat(campus: ClassCampus, who: Principal) -> None:
    room = await campus.opened()
    assert (await campus.classrooms.join(who, room.id, None)).students == ()


async def test_a_code_opens_a_private_classroom_as_people_type_it(campus: ClassCampus) -> None:
    opened = await campus.private()
    assert opened.join_code
    for who, code in zip(
        students(3), (opened.join_code, opened.join_code.upper(), f" {opened.join_code}\n"), strict=True
    ):
        assert who.user_id in (await campus.classrooms.join(who, opened.classroom.id, code)).students
    assert (await campus.classrooms.join(students(1)[0], opened.classroom.id, None)).id == opened.classroom.id


@pytest.mark.parametrize("code", [None, "", " ", "12345678", "x" * 40])
async def test_a_wrong_code(campus: ClassCampus, code: str | None) -> None:
    opened = await campus.private()
    with pytest.raises(WrongJoinCode):
        await campus.classrooms.join(STUDENT, opened.classroom.id, code)


async def test_a_code_opens_one_classroom(campus: ClassCampus) -> None:
    opened, other = await campus.private(), await campus.private()
    with pytest.raises(WrongJoinCode):
        await campus.classrooms.join(STUDENT, other.classroom.id, opened.join_code)


async def test_codes_cannot_be_tried_out(campus: ClassCampus) -> None:
    opened = await campus.private()
    for _ in range(10):
        with pytest.raises(WrongJoinCode):
            await campus.classrooms.join(STUDENT, opened.classroom.id, "wrong")
    with pytest.raises(CodeThrottled) as caught:
        await campus.classrooms.join(STUDENT, opened.classroom.id, opened.join_code)
    assert caught.value.extra == {"retry_after": 31}
    await campus.classrooms.join(students(1)[0], opened.classroom.id, opened.join_code)
    campus.clock.advance(30)
    await campus.classrooms.join(STUDENT, opened.classroom.id, opened.join_code)


async def test_the_right_code_costs_nothing(campus: ClassCampus) -> None:
    opened = await campus.private()
    for _ in range(12):
        await campus.classrooms.join(STUDENT, opened.classroom.id, opened.join_code)
        await campus.classrooms.leave(STUDENT, opened.classroom.id)
    await campus.assert_agreed(opened.classroom.id)


async def test_a_new_code_ends_the_old_one(campus: ClassCampus) -> None:
    opened = await campus.private()
    code = await campus.classrooms.rotate_code(EDUCATOR, opened.classroom.id)
    with pytest.raises(WrongJoinCode):
        await campus.classrooms.join(STUDENT, opened.classroom.id, opened.join_code)
    await campus.classrooms.join(STUDENT, opened.classroom.id, code)
    for who in (STUDENT, OTHER_TEACHER):
        with pytest.raises(Forbidden):
            await campus.classrooms.rotate_code(who, opened.classroom.id)


async def test_a_classroom_that_became_private_opens_to_nobody_before_it_has_a_code(campus: ClassCampus) -> None:
    room = await campus.opened()
    await campus.classrooms.change(EDUCATOR, room.id, NO_CHANGES._replace(visibility=Visibility.PRIVATE))
    for code in (None, "", "None"):
        with pytest.raises(WrongJoinCode):
            await campus.classrooms.join(STUDENT, room.id, code)
    code = await campus.classrooms.rotate_code(EDUCATOR, room.id)
    await campus.classrooms.join(STUDENT, room.id, code)


# --- leaving


async def test_a_seat_that_is_given_back_is_free(campus: ClassCampus) -> None:
    room = await campus.opened(capacity=1)
    await campus.classrooms.join(STUDENT, room.id, None)
    assert (await campus.classrooms.leave(STUDENT, room.id)).students == ()
    assert campus.events.of(MemberRemoved) == [MemberRemoved(classroom_id=room.id, user_id=STUDENT.user_id)]
    await campus.classrooms.join(STRANGER, room.id, None)
    await campus.assert_agreed(room.id)


async def test_the_teacher_does_not_leave(campus: ClassCampus) -> None:
    room = await campus.opened()
    with pytest.raises(OwnerCannotLeave):
        await campus.classrooms.leave(EDUCATOR, room.id)


@pytest.mark.parametrize("who", [STRANGER, ADMIN], ids=["stranger", "admin"])
async def test_who_is_not_in_a_classroom_leaves_it_without_news(campus: ClassCampus, who: Principal) -> None:
    """The room's people would be told, and an administrator put out of it."""
    room = await campus.opened()
    assert (await campus.classrooms.leave(who, room.id)).version == room.version
    assert campus.events.of(MemberRemoved) == []


@pytest.mark.parametrize("seed", range(20))
async def test_joining_and_leaving_at_once_ends_in_agreement(campus: ClassCampus, seed: int) -> None:
    room = await campus.opened(capacity=3)

    async def act(who: Principal, delay: int, *, joins: bool) -> None:
        for _ in range(delay):
            await asyncio.sleep(0)
        try:
            await (campus.classrooms.join(who, room.id, None) if joins else campus.classrooms.leave(who, room.id))
        except ClassroomFull:
            return

    steps = [(who, (seed * 7 + place * 5) % 13, place) for place, who in enumerate(students(4) * 6)]
    await asyncio.gather(*(act(who, delay, joins=(place + seed) % 3 != 0) for who, delay, place in steps))
    await campus.assert_agreed(room.id)


@pytest.mark.parametrize("slow", ["insert", "delete"])
async def test_an_enrolment_that_is_written_late_is_written_again(slow: Literal["insert", "delete"]) -> None:
    """One process is slow to write what another has overtaken."""
    storage = FaultyStorage()
    campus = ClassCampus(storage)
    room = await campus.opened()
    if slow == "delete":
        await campus.classrooms.join(STUDENT, room.id, None)

    async def join() -> None:
        await campus.classrooms.join(STUDENT, room.id, None)

    async def leave() -> None:
        await campus.classrooms.leave(STUDENT, room.id)

    first, then = (join, leave) if slow == "insert" else (leave, join)
    held = storage.hold("enrolments", slow)
    overtaken = asyncio.create_task(first())
    await held.reached()
    await then()
    held.release()
    await overtaken
    await campus.assert_agreed(room.id)


# --- bans


async def test_a_banned_person_is_out_and_is_shown_nothing(campus: ClassCampus) -> None:
    room = await campus.opened(title="Planets")
    await campus.classrooms.join(STUDENT, room.id, None)
    await campus.classrooms.ban(EDUCATOR, room.id, STUDENT.user_id)
    assert campus.events.of(MemberBanned) == [MemberBanned(classroom_id=room.id, user_id=STUDENT.user_id)]
    assert campus.events.of(MemberRemoved) == []
    await campus.assert_agreed(room.id)
    assert await campus.classrooms.standing(STUDENT, room.id) is Standing.OUTSIDER
    for refused in (
        campus.classrooms.join(STUDENT, room.id, None),
        campus.classrooms.demand_entry(STUDENT, room.id),
        campus.classrooms.see(STUDENT, room.id),
    ):
        with pytest.raises(Banned):
            await refused
    for wish in ({}, {"search": "planets"}, {"mine": "enrolled"}):
        assert await campus.found(STUDENT, **wish) == []
    assert await campus.found(STRANGER) == ["Planets"]


async def test_a_banned_person_does_not_try_codes(campus: ClassCampus) -> None:
    opened = await campus.private()
    await campus.classrooms.ban(EDUCATOR, opened.classroom.id, STUDENT.user_id)
    for code in (opened.join_code, "wrong"):
        with pytest.raises(Banned):
            await campus.classrooms.join(STUDENT, opened.classroom.id, code)


async def test_a_lifted_ban_gives_no_seat_back(campus: ClassCampus) -> None:
    room = await campus.opened()
    await campus.classrooms.join(STUDENT, room.id, None)
    await campus.classrooms.ban(EDUCATOR, room.id, STUDENT.user_id)
    assert [one.user_id for one in await campus.classrooms.banned(EDUCATOR, room.id)] == [STUDENT.user_id]
    for _ in range(2):
        await campus.classrooms.unban(EDUCATOR, room.id, STUDENT.user_id)
    assert await campus.classrooms.banned(EDUCATOR, room.id) == []
    assert await campus.classrooms.standing(STUDENT, room.id) is Standing.OUTSIDER
    await campus.classrooms.join(STUDENT, room.id, None)


async def test_who_bans_and_who_is_banned(campus: ClassCampus) -> None:
    room = await campus.opened()
    campus.people.gone.add("nobody")
    for who in (STUDENT, STRANGER, OTHER_TEACHER):
        for refused in (
            campus.classrooms.ban(who, room.id, "tom"),
            campus.classrooms.unban(who, room.id, "tom"),
            campus.classrooms.banned(who, room.id),
        ):
            with pytest.raises(Forbidden):
                await refused
    with pytest.raises(PersonNotFound):
        await campus.classrooms.ban(EDUCATOR, room.id, "nobody")
    with pytest.raises(OwnerCannotBeBanned):
        await campus.classrooms.ban(ADMIN, room.id, EDUCATOR.user_id)
    assert campus.events.of(MemberBanned) == []


async def test_a_ban_overtakes_a_join(campus: ClassCampus) -> None:
    room = await campus.opened()
    results = await asyncio.gather(
        *(campus.classrooms.join(STUDENT, room.id, None) for _ in range(3)),
        campus.classrooms.ban(EDUCATOR, room.id, STUDENT.user_id),
        *(campus.classrooms.join(STUDENT, room.id, None) for _ in range(3)),
        return_exceptions=True,
    )
    assert any(isinstance(result, Banned) for result in results)
    assert (await campus.classrooms.get(room.id)).students == ()
    await campus.assert_agreed(room.id)


# --- crashes


async def take(step: str, campus: ClassCampus, room_id: str) -> None:
    match step:
        case "join":
            await campus.classrooms.join(STUDENT, room_id, None)
        case "leave":
            await campus.classrooms.leave(STUDENT, room_id)
        case _:
            await campus.classrooms.ban(EDUCATOR, room_id, STUDENT.user_id)


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("write", [1, 2, 3])
@pytest.mark.parametrize("step", ["join", "leave", "ban"])
async def test_a_crash_between_the_writes_is_repaired(step: str, write: int, when: Literal["before", "after"]) -> None:
    """The writes are the classroom, the enrolment, and ticking it off."""
    storage = FaultyStorage()
    campus = ClassCampus(storage)
    room = await campus.opened()
    if step != "join":
        await campus.classrooms.join(STUDENT, room.id, None)
    storage.crash_at_write(write, when)
    with pytest.raises(Crash):
        await take(step, campus, room.id)
    half_done = (write, when) not in {(1, "before"), (3, "after")}
    assert await campus.restarted().settle_pending() == int(half_done)
    assert await campus.classrooms.settle_pending() == 0
    decided = (write, when) != (1, "before")
    assert (await campus.classrooms.get(room.id)).students == (
        (STUDENT.user_id,) if (step == "join") is decided else ()
    )
    await campus.assert_agreed(room.id)


async def test_joining_again_after_a_crash_finishes_the_first_time() -> None:
    storage = FaultyStorage()
    campus = ClassCampus(storage)
    room = await campus.opened()
    storage.crash_at_write(1, "after")
    with pytest.raises(Crash):
        await campus.classrooms.join(STUDENT, room.id, None)
    await campus.restarted().join(STUDENT, room.id, None)
    assert await campus.found(STUDENT, mine="enrolled") == []
    await campus.classrooms.settle_pending()
    assert await campus.found(STUDENT, mine="enrolled") == ["Planets"]


# --- changing and archiving


async def test_only_what_is_given_changes(campus: ClassCampus) -> None:
    room = await campus.opened(title="Planets", description="Eight of them.")
    changed = await campus.classrooms.change(EDUCATOR, room.id, NO_CHANGES._replace(title="Moons", description=""))
    assert (changed.title, changed.description, changed.subject) == ("Moons", "", room.subject)
    assert (await campus.classrooms.change(ADMIN, room.id, NO_CHANGES._replace(capacity=5))).capacity == 5
    for who in (STUDENT, OTHER_TEACHER):
        with pytest.raises(Forbidden):
            await campus.classrooms.change(who, room.id, NO_CHANGES)


async def test_nobody_loses_a_seat_to_a_smaller_capacity(campus: ClassCampus) -> None:
    room = await campus.opened()
    for who in students(3):
        await campus.classrooms.join(who, room.id, None)
    with pytest.raises(CapacityTooSmall):
        await campus.classrooms.change(EDUCATOR, room.id, NO_CHANGES._replace(capacity=2, title="New"))
    assert (await campus.classrooms.get(room.id)).title == "Planets"
    assert (await campus.classrooms.change(EDUCATOR, room.id, NO_CHANGES._replace(capacity=3))).capacity == 3


async def test_an_archived_classroom_is_over(campus: ClassCampus) -> None:
    room = await campus.opened()
    await campus.classrooms.join(STUDENT, room.id, None)
    with pytest.raises(Forbidden):
        await campus.classrooms.archive(STUDENT, room.id)
    assert (await campus.classrooms.archive(EDUCATOR, room.id)).status is Status.ARCHIVED
    assert campus.events.of(ClassroomArchived) == [ClassroomArchived(classroom_id=room.id)]
    for who in (STUDENT, STRANGER):
        with pytest.raises(ClassroomArchivedAlready):
            await campus.classrooms.join(who, room.id, None)
    with pytest.raises(ClassroomArchivedAlready):
        await campus.classrooms.demand_open(room.id)
    with pytest.raises(ClassroomArchivedAlready):
        await campus.classrooms.demand_entry(STUDENT, room.id)
    assert (await campus.classrooms.leave(STUDENT, room.id)).students == ()


# --- finding


async def test_a_private_classroom_is_found_by_those_who_are_in_it(campus: ClassCampus) -> None:
    opened = await campus.private(title="Club")
    await campus.opened(title="Public")
    await campus.classrooms.join(STUDENT, opened.classroom.id, opened.join_code)
    assert await campus.found(STRANGER) == await campus.found(STUDENT) == ["Public"]
    assert await campus.found(STRANGER, search="club") == []
    assert await campus.found(STRANGER, mine="enrolled") == await campus.found(STRANGER, mine="teaching") == []
    assert await campus.found(STUDENT, mine="enrolled") == ["Club"]
    assert await campus.found(STUDENT, mine="enrolled", search="club") == ["Club"]
    assert set(await campus.found(EDUCATOR, mine="teaching")) == {"Club", "Public"}


async def test_filters(campus: ClassCampus) -> None:
    await campus.opened(title="Planets", subject="Astronomy")
    await campus.opened(title="Fractions", subject="Mathematics", description="For planets' sake")
    gone = await campus.opened(title="Old", subject="Astronomy")
    await campus.classrooms.archive(EDUCATOR, gone.id)
    assert await campus.found(STUDENT, subject="Astronomy") == ["Planets"]
    assert await campus.found(STUDENT, status=Status.ARCHIVED) == ["Old"]
    assert await campus.found(STUDENT, search="planet") == ["Planets", "Fractions"]
    assert await campus.found(STUDENT, search="planet", subject="Mathematics") == ["Fractions"]
    assert len(await campus.found(STUDENT, search="  ")) == 2
    assert await campus.found(STUDENT, search="nothing") == []


async def test_a_list_is_read_in_pages_newest_first(campus: ClassCampus) -> None:
    for number in range(7):
        campus.clock.advance(1)
        await campus.opened(title=f"Room {number}")
    titles: list[str] = []
    after = None
    for _ in range(3):
        page = await campus.classrooms.find(STUDENT, ClassroomFilter(), after=after, limit=3)
        titles += [room.title for room in page.items]
        after = page.next
    assert (titles, after) == ([f"Room {number}" for number in reversed(range(7))], None)
    with pytest.raises(BadCursor):
        await campus.classrooms.find(STUDENT, ClassroomFilter(), after="nonsense", limit=3)


# --- members


async def test_members_see_each_other_the_teacher_first(campus: ClassCampus) -> None:
    room = await campus.opened()
    for who in students(3):
        await campus.classrooms.join(who, room.id, None)
    campus.people.gone.add("student-001")
    members = await campus.classrooms.members(students(1)[0], room.id)
    assert [(one.user_id, standing) for one, standing in members] == [
        (EDUCATOR.user_id, Standing.TEACHER),
        ("student-000", Standing.STUDENT),
        ("student-002", Standing.STUDENT),
    ]
    with pytest.raises(Forbidden):
        await campus.classrooms.members(STRANGER, room.id)


async def test_who_may_enter_the_room(campus: ClassCampus) -> None:
    room = await campus.opened()
    await campus.classrooms.join(STUDENT, room.id, None)
    assert (await campus.classrooms.demand_entry(STUDENT, room.id))[1] is Standing.STUDENT
    assert (await campus.classrooms.demand_entry(EDUCATOR, room.id))[1] is Standing.TEACHER
    assert await campus.classrooms.standing(STRANGER, room.id) is Standing.OUTSIDER
    with pytest.raises(Forbidden):
        await campus.classrooms.demand_entry(STRANGER, room.id)


async def test_the_open_classrooms_of_a_person() -> None:
    campus = ClassCampus()
    taught, joined, left = [await campus.opened(title=title) for title in ("Taught", "Joined", "Left")]
    archived = await campus.opened(title="Archived")
    for room in (joined, left, archived):
        await campus.classrooms.join(STUDENT, room.id, None)
    await campus.classrooms.leave(STUDENT, left.id)
    await campus.classrooms.archive(EDUCATOR, archived.id)
    assert [room.title for room in await campus.classrooms.of_person("mira")] == ["Joined"]
    assert {room.id for room in await campus.classrooms.of_person("ada")} == {taught.id, joined.id, left.id}
    assert await campus.classrooms.of_person("sam") == []
