"""Quizzes with windows, passwords, draws and accommodations, through the services."""

from datetime import timedelta

import pytest
from tests.support.clock import NOON
from tests.support.faults import Crash, FaultyStorage
from tests.support.people import EDUCATOR, STUDENT, students
from tests.support.quizzes import QUESTIONS, RIGHT, ROOM, WRONG, QuizCampus, new_quiz_wish

from eduverse.quizzes.errors import (
    AttemptClosed,
    AttemptNotFound,
    BankItemNotFound,
    InvalidQuestion,
    NoAttemptsLeft,
    QuizInUse,
    QuizNotFound,
    QuizNotOpen,
    QuizPasswordThrottled,
    TooFewQuestions,
    WrongQuizPassword,
)
from eduverse.quizzes.model import Accommodation, AttemptState, Draw, GradeMethod, QuizState
from eduverse.quizzes.questions import Essay
from eduverse.quizzes.service import BankPick
from eduverse.vocabulary.events import AttemptMarked, QuizSubmitted
from eduverse.vocabulary.messages import LiveQuiz, QuizClosed, QuizDeadlineMoved
from eduverse.vocabulary.permissions import Forbidden

ESSAY = Essay(id="e", text="Why?", points=5.0)


@pytest.fixture
def campus() -> QuizCampus:
    return QuizCampus()


# --- the window


async def test_a_quiz_opens_and_closes_on_time(campus: QuizCampus) -> None:
    quiz = await campus.draft(
        opens_at=NOON + timedelta(seconds=60), closes_at=NOON + timedelta(seconds=120), grace_seconds=5
    )
    assert await campus.quizzes.run_schedule() == 0
    with pytest.raises(QuizNotOpen):
        await campus.attempts.start(STUDENT, quiz.id)
    campus.clock.advance(60)
    assert [await campus.quizzes.run_schedule() for _ in range(2)] == [1, 0]
    assert len(campus.broadcaster.messages(LiveQuiz)) == 1
    attempt = (await campus.attempts.start(STUDENT, quiz.id)).attempt
    assert attempt.deadline == NOON + timedelta(seconds=120)
    campus.clock.advance(60)
    assert await campus.quizzes.run_schedule() == 0
    with pytest.raises(QuizNotOpen):
        await campus.attempts.start(students(1)[0], quiz.id)
    submitted = await campus.attempts.submit(STUDENT, quiz.id, RIGHT)
    assert (submitted.attempt.points, submitted.attempt.submitted_by) == (5, "student")
    campus.clock.advance(5)
    assert [await campus.quizzes.run_schedule() for _ in range(2)] == [1, 0]
    assert (await campus.quizzes.get(STUDENT, quiz.id)).state is QuizState.CLOSED
    assert len(campus.broadcaster.messages(QuizClosed)) == 1


async def test_students_see_what_will_open_by_itself(campus: QuizCampus) -> None:
    hidden, planned = await campus.draft(), await campus.draft(opens_at=NOON + timedelta(days=1))
    page = await campus.quizzes.of_classroom(STUDENT, ROOM, after=None, limit=9)
    assert [quiz.id for quiz in page.items] == [planned.id]
    assert (await campus.quizzes.get(STUDENT, planned.id)).id == planned.id
    with pytest.raises(QuizNotFound):
        await campus.quizzes.get(STUDENT, hidden.id)


async def test_the_teacher_may_be_earlier_than_the_clock(campus: QuizCampus) -> None:
    quiz = await campus.opened(opens_at=NOON + timedelta(days=1))
    assert (await campus.attempts.start(STUDENT, quiz.id)).attempt.number == 1
    campus.clock.advance(25 * 3600)
    assert await campus.quizzes.run_schedule() == 0


async def test_what_cannot_open_on_time_is_left_to_the_teacher(campus: QuizCampus) -> None:
    quiz = await campus.draft(opens_at=NOON, questions=(Draw(at=0, tags=("none",), count=1, points=1.0),))
    assert [await campus.quizzes.run_schedule() for _ in range(2)] == [1, 0]
    assert (await campus.quizzes.get(EDUCATOR, quiz.id)).state is QuizState.DRAFT


# --- changing and deleting


async def test_closing_sooner_reaches_who_is_at_it(campus: QuizCampus) -> None:
    quiz = await campus.opened()
    await campus.attempts.start(STUDENT, quiz.id)
    changed = await campus.quizzes.change(EDUCATOR, quiz.id, {"closes_at": NOON + timedelta(seconds=30)})
    assert not changed.retiming
    told = campus.broadcaster.messages(QuizDeadlineMoved, f"user:{STUDENT.user_id}")
    assert [one.deadline for one in told] == [NOON + timedelta(seconds=30)]
    campus.clock.advance(30)
    with pytest.raises(AttemptClosed):
        await campus.attempts.save(STUDENT, quiz.id, "q1", "mars", 0)


async def test_deleting(campus: QuizCampus) -> None:
    draft, opened = await campus.draft(), await campus.opened()
    with pytest.raises(Forbidden):
        await campus.quizzes.delete(STUDENT, draft.id)
    await campus.quizzes.delete(EDUCATOR, draft.id)
    with pytest.raises(QuizNotFound):
        await campus.quizzes.get(EDUCATOR, draft.id)
    with pytest.raises(QuizInUse):
        await campus.quizzes.delete(EDUCATOR, opened.id)


# --- the password


async def test_a_password(campus: QuizCampus) -> None:
    quiz = await campus.opened(password="Jupiter 7", max_attempts=2)
    assert "Jupiter" not in (quiz.password_hash or "Jupiter")
    for wrong in (None, "jupiter 7", ""):
        with pytest.raises(WrongQuizPassword):
            await campus.attempts.start(STUDENT, quiz.id, password=wrong)
    assert (await campus.attempts.start(STUDENT, quiz.id, "key", password=" Jupiter 7 ")).attempt.number == 1
    assert (await campus.attempts.start(STUDENT, quiz.id, "key")).attempt.number == 1


async def test_passwords_cannot_be_tried_without_end(campus: QuizCampus) -> None:
    quiz = await campus.opened(password="x")
    for _ in range(10):
        with pytest.raises(WrongQuizPassword):
            await campus.attempts.start(STUDENT, quiz.id, password="y")
    with pytest.raises(QuizPasswordThrottled):
        await campus.attempts.start(STUDENT, quiz.id, password="x")
    assert (await campus.attempts.start(students(1)[0], quiz.id, password="x")).paper
    campus.clock.advance(30)
    assert (await campus.attempts.start(STUDENT, quiz.id, password="x")).paper


# --- draws and picks


async def bank_of(campus: QuizCampus, count: int) -> list[str]:
    items = await campus.bank.add(EDUCATOR, ROOM, [(QUESTIONS[2], ["venus"])] * count)
    return [item.id for item in items]


async def test_each_attempt_draws_its_own(campus: QuizCampus) -> None:
    ids = await bank_of(campus, 12)
    quiz = await campus.opened(questions=(QUESTIONS[0], Draw(at=0, tags=("Venus",), count=3, points=2.0)))
    drawn = set()
    for who in students(10):
        sitting = await campus.attempts.start(who, quiz.id)
        mine = [one for one in sitting.paper if one != "q1"]
        assert len(set(mine) & set(ids)) == 3
        assert (await campus.attempts.open_attempt(who, quiz.id)).paper == sitting.paper
        drawn.add(frozenset(mine))
        assert (await campus.attempts.save(who, quiz.id, mine[0], True, 0)).answers
    assert len(drawn) > 5


async def test_what_was_drawn_stays_what_it_was(campus: QuizCampus) -> None:
    item = (await bank_of(campus, 1))[0]
    quiz = await campus.opened(questions=(Draw(at=0, tags=("venus",), count=1, points=4.0),))
    await campus.bank.change(EDUCATOR, item, QUESTIONS[0], ["mars"], seen=1)
    await campus.bank.archive(EDUCATOR, item, archived=True)
    campus.restarted()
    sitting = await campus.attempts.start(STUDENT, quiz.id)
    assert sitting.paper[item].text == QUESTIONS[2].text
    graded = (await campus.attempts.submit(STUDENT, quiz.id, {item: True})).attempt
    assert (graded.points, graded.max_points) == (4.0, 4.0)


async def test_a_picked_question_is_kept_as_it_is(campus: QuizCampus) -> None:
    item = (await bank_of(campus, 1))[0]
    quiz = await campus.draft(questions=(QUESTIONS[0], BankPick(item, points=3.0)))
    await campus.bank.change(EDUCATOR, item, QUESTIONS[3], [], seen=1)
    stored = await campus.quizzes.get(EDUCATOR, quiz.id)
    assert [(one.id, one.text, one.points) for one in stored.questions] == [
        ("q1", QUESTIONS[0].text, 1.0),
        ("q2", QUESTIONS[2].text, 3.0),
    ]
    assert (stored.sources["q2"].item_id, stored.sources["q2"].revision) == (item, 1)
    assert (await campus.draft(questions=(BankPick(item, 1),))).questions[0].text == QUESTIONS[2].text


async def test_what_cannot_be_picked_or_drawn(campus: QuizCampus) -> None:
    item = (await bank_of(campus, 1))[0]
    with pytest.raises(InvalidQuestion):
        await campus.draft(questions=(BankPick(item), BankPick(item)))
    with pytest.raises(InvalidQuestion):
        await campus.draft(questions=(QUESTIONS[0], *(Draw(at=0, tags=(), count=100, points=1.0) for _ in range(2))))
    with pytest.raises(BankItemNotFound):
        await campus.draft(questions=(BankPick("nothing"),))
    with pytest.raises(BankItemNotFound):
        await campus.draft(classroom_id="another", questions=(BankPick(item),))
    quiz = await campus.draft(questions=(BankPick(item), Draw(at=0, tags=("venus",), count=1, points=1.0)))
    with pytest.raises(TooFewQuestions):
        await campus.quizzes.open(EDUCATOR, quiz.id)
    assert (await campus.quizzes.get(EDUCATOR, quiz.id)).state is QuizState.DRAFT


# --- accommodations


async def test_more_time_reaches_a_running_attempt(campus: QuizCampus) -> None:
    quiz = await campus.opened(time_limit_seconds=60)
    for who in (STUDENT, students(1)[0]):
        await campus.attempts.start(who, quiz.id)
    await campus.quizzes.accommodate(EDUCATOR, quiz.id, STUDENT.user_id, Accommodation(time_multiplier=2))
    told = campus.broadcaster.messages(QuizDeadlineMoved)
    assert told == campus.broadcaster.messages(QuizDeadlineMoved, f"user:{STUDENT.user_id}")
    assert [one.deadline for one in told] == [NOON + timedelta(seconds=120)]
    campus.clock.advance(90)
    assert await campus.attempts.submit_overdue() == 1
    assert (await campus.attempts.save(STUDENT, quiz.id, "q1", "mars", 0)).answers
    await campus.quizzes.accommodate(EDUCATOR, quiz.id, STUDENT.user_id, None)
    assert await campus.attempts.submit_overdue() == 1


async def test_more_attempts(campus: QuizCampus) -> None:
    quiz = await campus.opened()
    await campus.quizzes.accommodate(EDUCATOR, quiz.id, STUDENT.user_id, Accommodation(extra_attempts=1))
    for who, most in ((STUDENT, 2), (students(1)[0], 1)):
        for _ in range(most):
            await campus.taken(quiz, who, WRONG)
        with pytest.raises(NoAttemptsLeft):
            await campus.attempts.start(who, quiz.id)


@pytest.mark.parametrize("write", [2, 3])
async def test_moving_deadlines_is_finished_after_a_crash(write: int) -> None:
    storage = FaultyStorage()
    campus = QuizCampus(storage)
    quiz = await campus.opened(time_limit_seconds=60)
    attempt = (await campus.attempts.start(STUDENT, quiz.id)).attempt
    storage.crash_at_write(write, "before")
    with pytest.raises(Crash):
        await campus.quizzes.accommodate(EDUCATOR, quiz.id, STUDENT.user_id, Accommodation(time_multiplier=2))
    campus.restarted()
    campus.clock.advance(90)
    assert await campus.attempts.submit_overdue() == 0
    assert await campus.quizzes.retime_changed() == 1
    assert await campus.quizzes.retime_changed() == 0
    assert (await campus.stored(attempt)).deadline == NOON + timedelta(seconds=120)


# --- creating twice, essays, grades


async def test_creating_may_be_repeated_under_its_key(campus: QuizCampus) -> None:
    wish = new_quiz_wish()
    first = await campus.quizzes.create(EDUCATOR, wish, "key")
    assert await campus.quizzes.create(EDUCATOR, wish, "key") == first
    assert (await campus.quizzes.create(EDUCATOR, wish, "other")).id != first.id
    assert (await campus.quizzes.create(EDUCATOR, wish)).id != first.id


async def test_an_essay_earns_its_tokens_when_it_is_graded(campus: QuizCampus) -> None:
    quiz = await campus.opened(questions=(ESSAY,))
    waiting = await campus.taken(quiz, STUDENT, {"q1": "Because."})
    assert (waiting.state, waiting.score) == (AttemptState.NEEDS_GRADING, None)
    assert await campus.attempts.unsettled() == []
    assert (await campus.attempts.grade_of(quiz.id, STUDENT.user_id)).waiting == 1
    with pytest.raises(Forbidden):
        await campus.attempts.mark(STUDENT, quiz.id, waiting.id, {"q1": 1.0})
    with pytest.raises(AttemptNotFound):
        await campus.attempts.mark(EDUCATOR, quiz.id, "nothing", {"q1": 1.0})
    graded = (await campus.attempts.mark(EDUCATOR, quiz.id, waiting.id, {"q1": 0.8})).attempt
    assert (graded.state, graded.tokens) == (AttemptState.GRADED, 16)
    assert await campus.attempts.unsettled() == [graded]
    assert (len(campus.events.of(QuizSubmitted)), len(campus.events.of(AttemptMarked))) == (1, 1)


async def test_tokens_are_given_once_whichever_attempt_is_graded_first(campus: QuizCampus) -> None:
    quiz = await campus.opened(questions=(ESSAY,), max_attempts=2)
    first = await campus.taken(quiz, STUDENT, {"q1": "Because."})
    second = await campus.taken(quiz, STUDENT, {"q1": "Therefore."})
    assert (await campus.attempts.mark(EDUCATOR, quiz.id, second.id, {"q1": 1.0})).attempt.tokens == 20
    assert (await campus.attempts.mark(EDUCATOR, quiz.id, first.id, {"q1": 1.0})).attempt.tokens == 0


async def test_what_a_gradebook_asks_for(campus: QuizCampus) -> None:
    quiz = await campus.opened(max_attempts=2, grade_method=GradeMethod.AVERAGE)
    one, other = students(2)
    for answers in (RIGHT, WRONG):
        await campus.taken(quiz, one, answers)
    await campus.attempts.start(other, quiz.id)
    grades = await campus.attempts.grades(quiz.id)
    assert [(each.user_id, each.score, each.attempts) for each in grades] == [
        (one.user_id, 0.5, 2),
        (other.user_id, None, 0),
    ]
    assert await campus.attempts.grade_of(quiz.id, one.user_id) == grades[0]
