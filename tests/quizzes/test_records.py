"""What has been asked and answered."""

from tests.support.people import EDUCATOR, STUDENT, students
from tests.support.quizzes import RIGHT, ROOM, QuizCampus

from eduverse.quizzes.records import QuizRecords


async def test_drafts_are_shown_to_nobody_and_only_open_ones_are_open() -> None:
    campus = QuizCampus()
    records = QuizRecords(campus.storage)
    await campus.draft(title="Draft")
    closed = await campus.quizzes.close(EDUCATOR, (await campus.opened(title="Closed")).id)
    campus.clock.advance(1)
    opened = await campus.opened(title="Open")
    assert [quiz.id for quiz in await records.shown_quizzes(ROOM)] == [opened.id, closed.id]
    assert [quiz.id for quiz in await records.open_quizzes()] == [opened.id]
    assert await records.shown_quizzes("elsewhere") == []


async def test_only_what_was_handed_in_counts_and_no_more_than_asked_for() -> None:
    campus = QuizCampus()
    records = QuizRecords(campus.storage)
    quiz = await campus.opened()
    await campus.attempts.start(STUDENT, quiz.id)
    for who in students(5):
        await campus.taken(quiz, who, RIGHT)
    assert len(await records.graded(classroom_id=ROOM, most=100)) == 5
    assert len(await records.graded(classroom_id=ROOM, most=3)) == 3
    assert await records.graded(user_id=STUDENT.user_id, most=100) == []
    mine = await records.graded(classroom_id=ROOM, user_id=students(1)[0].user_id, most=100)
    assert [one.score for one in mine] == [1.0]


async def test_what_was_handed_in_since_a_moment() -> None:
    campus = QuizCampus()
    records = QuizRecords(campus.storage)
    quiz = await campus.opened()
    await campus.taken(quiz, STUDENT, RIGHT)
    campus.clock.advance(10)
    moment = campus.clock.now()
    late = await campus.taken(quiz, students(1)[0], RIGHT)
    assert [one.id for one in await records.graded_since(moment, most=10)] == [late.id]
