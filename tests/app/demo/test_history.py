"""What a class has done so far, as the services tell it."""

from datetime import timedelta

import pytest
from tests.support.clock import NOON
from tests.support.staging import Seeding

from eduverse.achievements.model import AWARDS
from eduverse.app.course import read_course
from eduverse.attendance.model.measure import ATTENDED, AttendanceStatus
from eduverse.attendance.model.presence import INTERVALS
from eduverse.attendance.model.record import RECORDS
from eduverse.attendance.model.session import SESSIONS, SessionKind, SessionState
from eduverse.classrooms.model import CLASSROOMS, Classroom
from eduverse.kernel.documents import equals
from eduverse.materials.model.material import MATERIALS, Reading
from eduverse.materials.model.passages import PASSAGES
from eduverse.quizzes.model import ATTEMPTS, BANK, QUIZZES, Attempt, AttemptState, Quiz, QuizState
from eduverse.rewards.model import POSTINGS
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.principal import Principal, Role


@pytest.fixture
async def seeded(seeding: Seeding) -> Seeding:
    await seeding.seed()
    return seeding


async def rooms_of(seeded: Seeding) -> list[Classroom]:
    rooms = (await seeded.machine.storage.collection(CLASSROOMS).find()).items
    return sorted((room for room in rooms if room.students), key=lambda room: room.created_at)


async def past_of(seeded: Seeding, room: Classroom) -> tuple[Quiz, list[Attempt]]:
    where = equals("classroom_id", room.id), equals("state", QuizState.CLOSED)
    (quiz,) = (await seeded.machine.storage.collection(QUIZZES).find(*where)).items
    attempts = await seeded.machine.storage.collection(ATTEMPTS).find(equals("quiz_id", quiz.id))
    return quiz, attempts.items


async def test_everybody_is_in_every_class_of_the_course(seeded: Seeding) -> None:
    rooms = await rooms_of(seeded)
    assert [room.title for room in rooms] == [course.about.title for course in reversed(read_course())]
    assert {len(room.students) for room in rooms} == {12}
    assert all(room.created_at < NOON - timedelta(weeks=3) for room in rooms)


async def test_every_class_has_its_material_to_read(seeded: Seeding) -> None:
    materials = seeded.services.materials
    assert await materials.settling.settle() == 3
    for room, course in zip(reversed(await rooms_of(seeded)), read_course(), strict=True):
        of_room = equals("classroom_id", room.id)
        (handed_out,) = (await seeded.machine.storage.collection(MATERIALS).find(of_room)).items
        assert (handed_out.current.reading, handed_out.current.name) == (Reading.DONE, course.file_name)
        assert handed_out.release_at
        assert handed_out.release_at < NOON
        passages = (await seeded.machine.storage.collection(PASSAGES).find(limit=200)).items
        headings = {one.heading for one in passages if one.material_id == handed_out.id}
        assert headings >= {page.title for page in course.pages()}


async def test_every_question_is_in_the_bank_of_its_class(seeded: Seeding) -> None:
    for room in await rooms_of(seeded):
        bank = seeded.machine.storage.collection(BANK)
        items = (await bank.find(equals("classroom_id", room.id), limit=100)).items
        assert len(items) == 20
        assert len({tag for item in items for tag in item.tags}) == 7


async def test_everybody_has_taken_a_quiz_that_is_over(seeded: Seeding) -> None:
    for room in await rooms_of(seeded):
        quiz, attempts = await past_of(seeded, room)
        assert {attempt.user_id for attempt in attempts} == set(room.students)
        assert not quiz.draining
        assert quiz.opened_at
        for attempt in attempts:
            assert attempt.submitted_by == "student"
            assert attempt.submitted_at
            assert attempt.deadline
            assert quiz.opened_at < attempt.started_at < attempt.submitted_at < attempt.deadline < NOON


async def test_the_results_differ_as_those_of_a_class_do(seeded: Seeding) -> None:
    for room in await rooms_of(seeded):
        _, attempts = await past_of(seeded, room)
        shares = sorted((one.points or 0) / (one.max_points or 1) for one in attempts)
        assert shares[0] < 0.5 < shares[6] < 0.95
        assert len(set(shares)) >= 6


async def test_essays_wait_to_be_graded_in_one_class(seeded: Seeding) -> None:
    waiting = [
        sum(one.state is AttemptState.NEEDS_GRADING for one in (await past_of(seeded, room))[1])
        for room in await rooms_of(seeded)
    ]
    assert sorted(waiting) == [0, 0, 10]


async def test_what_was_earned_was_earned_then(seeded: Seeding) -> None:
    postings = (await seeded.machine.storage.collection(POSTINGS).find(limit=200)).items
    awards = (await seeded.machine.storage.collection(AWARDS).find(limit=200)).items
    assert len(postings) >= 12
    assert len(awards) >= 6
    assert all(one.posted_at < NOON - timedelta(hours=1) for one in postings)
    assert all(one.earned_at < NOON - timedelta(hours=1) for one in awards)
    assert not await seeded.services.quizzing.attempts.unsettled()


async def test_what_people_answer_is_the_same_in_every_demo(seeded: Seeding, other: Seeding) -> None:
    await other.seed()
    for ours, theirs in zip(await rooms_of(seeded), await rooms_of(other), strict=True):
        points = [
            {one.name: one.points for one in (await past_of(campus, room))[1]}
            for campus, room in ((seeded, ours), (other, theirs))
        ]
        assert points[0] == points[1]


async def test_lessons_were_held_and_are_to_come(seeded: Seeding) -> None:
    for room in await rooms_of(seeded):
        sessions = (await seeded.machine.storage.collection(SESSIONS).find(equals("classroom_id", room.id))).items
        assert {session.state for session in sessions} == {SessionState.CLOSED}
        assert {session.kind for session in sessions} == {SessionKind.SCHEDULED}
        assert len(sessions) == 2
        for session in sessions:
            records = await seeded.machine.storage.collection(RECORDS).find(equals("session_id", session.id))
            assert {record.user_id for record in records.items} == set(room.students)
            assert sum(record.status in ATTENDED for record in records.items) >= 9
        coming = await seeded.services.lessons.schedule.between(room.id, NOON, NOON + timedelta(days=8))
        assert coming


async def test_attendance_is_measured_from_presence(seeded: Seeding) -> None:
    records = (await seeded.machine.storage.collection(RECORDS).find(limit=200)).items
    statuses = {record.status for record in records}
    assert statuses >= {AttendanceStatus.PRESENT, AttendanceStatus.LATE, AttendanceStatus.ABSENT}
    assert not (await seeded.machine.storage.collection(INTERVALS).find(equals("open", True))).items
    assert not [one for one in (await seeded.machine.storage.collection(INTERVALS).find(limit=500)).items if one.cut]


async def test_who_took_the_quiz_was_there(seeded: Seeding) -> None:
    for room in await rooms_of(seeded):
        _, attempts = await past_of(seeded, room)
        for attempt in attempts:
            of_person = equals("classroom_id", room.id), equals("user_id", attempt.user_id)
            stays = (await seeded.machine.storage.collection(INTERVALS).find(*of_person)).items
            begun, done = attempt.started_at, attempt.submitted_at or NOON
            assert any(one.check_in_time < begun < done < (one.check_out_time or begun) for one in stays)


async def test_the_gradebook_has_the_quiz_and_homework(seeded: Seeding) -> None:
    for room in await rooms_of(seeded):
        teacher = Principal(
            user_id=room.owner, session_id="s", name="Ada", role=Role.EDUCATOR, avatar_data=AvatarData()
        )
        book, rows, _ = await seeded.services.grades.book.read(teacher, room.id, after=None, limit=50)
        assert [category.title for category in book.categories] == ["Quizzes", "Homework"]
        homework, quiz = book.columns
        assert quiz.category_id == book.categories[0].id
        assert homework.category_id == book.categories[1].id
        assert len(rows) == 12
        marked = [row.cells[homework.id] for row in rows if homework.id in row.cells]
        assert len(marked) >= 9
        assert all(cell.mark and 0 <= (cell.mark.points or 0) <= homework.max_points for cell in marked)
        totals = [row.total(book).fraction for row in rows]
        assert len(set(totals)) >= 6
