"""A quiz was graded: who was not there is told, and everybody gets what they earned."""

from tests.support.learning import LearningCampus
from tests.support.people import EDUCATOR, STUDENT
from tests.support.quizzes import RIGHT

from eduverse.achievements.records import AwardRecords
from eduverse.notifications.model import QuizGradedTold
from eduverse.quizzes.questions import Essay
from eduverse.vocabulary.events import AttemptMarked, QuizSubmitted

EARNED = ["first-quiz", "perfect-score"]


async def held(campus: LearningCampus) -> list[str]:
    return [award.rule for award in await AwardRecords(campus.storage).held(STUDENT.user_id)]


async def test_who_hands_in_gets_their_badge_and_needs_no_telling() -> None:
    campus = LearningCampus()
    await campus.class_made()
    campus.events.on(QuizSubmitted, campus.graded.on_submitted)
    await campus.taken(await campus.opened(), STUDENT, RIGHT)
    assert await held(campus) == EARNED
    assert await campus.kinds() == []


async def test_who_was_handed_in_by_the_clock_is_told() -> None:
    campus = LearningCampus()
    await campus.class_made()
    campus.events.on(QuizSubmitted, campus.graded.on_submitted)
    quiz = await campus.opened()
    await campus.attempts.start(STUDENT, quiz.id)
    await campus.quizzes.close(EDUCATOR, quiz.id)
    (told,) = await campus.notices.told()
    assert isinstance(told.about, QuizGradedTold)
    assert (told.about.title, told.about.score, told.about.passed) == ("Planets", 0.0, False)


async def test_who_was_graded_by_a_person_is_told_when_that_is_done() -> None:
    campus = LearningCampus()
    await campus.class_made()
    campus.events.on(QuizSubmitted, campus.graded.on_submitted)
    campus.events.on(AttemptMarked, campus.graded.on_marked)
    quiz = await campus.opened(questions=(Essay(id="q1", text="Why?", points=2.0),))
    attempt = await campus.taken(quiz, STUDENT, {"q1": "Because."})
    campus.clock.advance(3600)
    assert (await campus.kinds(), await held(campus)) == ([], [])
    await campus.attempts.mark(EDUCATOR, quiz.id, attempt.id, {"q1": 1.0})
    assert await campus.kinds() == ["QuizGradedTold"]
    assert await held(campus) == EARNED


async def test_what_a_crash_left_undone_is_done_however_late() -> None:
    campus = LearningCampus()
    await campus.class_made()
    assert await campus.graded.catch_up() == 0
    quiz = await campus.opened()
    await campus.taken(quiz, STUDENT, RIGHT)
    campus.clock.advance(7 * 24 * 3600)
    again = LearningCampus(campus.storage)
    again.clock.advance(7 * 24 * 3600)
    assert await again.graded.catch_up() == 1
    assert await held(again) == EARNED
    again.clock.advance(600)
    assert await again.graded.catch_up() == 0
