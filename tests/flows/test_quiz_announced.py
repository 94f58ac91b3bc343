"""A quiz was opened: its class is told, once."""

from tests.support.learning import LearningCampus
from tests.support.people import EDUCATOR, students

from eduverse.notifications.model import QuizOpenedTold
from eduverse.vocabulary.events import QuizOpened


async def test_everybody_in_the_class_is_told_once_also_by_the_sweeper() -> None:
    campus = LearningCampus()
    await campus.class_made()
    campus.events.on(QuizOpened, campus.announced.on_opened)
    quiz = await campus.opened(title="Orbits")
    for _ in range(2):
        assert await campus.announced.catch_up() == 1
    (told,) = await campus.notices.told()
    assert told.about == QuizOpenedTold(quiz_id=quiz.id, classroom_id="room-1", classroom="Astronomy", title="Orbits")
    assert [await campus.kinds(one.user_id) for one in students(5)] == [["QuizOpenedTold"]] * 5
    assert await campus.kinds(EDUCATOR.user_id) == []


async def test_what_a_crash_left_unannounced_is_announced() -> None:
    campus = LearningCampus()
    await campus.class_made()
    await campus.opened()
    assert await campus.kinds() == []
    await campus.announced.catch_up()
    assert await campus.kinds() == ["QuizOpenedTold"]


async def test_a_quiz_that_is_closed_or_in_no_class_is_nothing_to_tell() -> None:
    campus = LearningCampus()
    orphan = await campus.opened()
    await campus.announced.on_opened(QuizOpened(quiz_id=orphan.id))
    await campus.class_made()
    closed = await campus.quizzes.close(EDUCATOR, orphan.id)
    for quiz_id in (closed.id, "nothing"):
        await campus.announced.on_opened(QuizOpened(quiz_id=quiz_id))
    assert await campus.announced.catch_up() == 0
    assert await campus.kinds() == []


async def test_a_quiz_that_stays_open_for_good_is_not_news_for_good() -> None:
    campus = LearningCampus()
    await campus.class_made()
    await campus.opened()
    await campus.announced.catch_up()
    campus.clock.advance(100 * 24 * 3600)
    await campus.notices.notifications.prune()
    assert await campus.announced.catch_up() == 0
    assert await campus.kinds() == []
