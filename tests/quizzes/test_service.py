"""Quizzes and attempts with a store, a clock, and others who do the same at the same time."""

import asyncio
from datetime import timedelta

import pytest
from tests.support.faults import Crash, FaultyStorage
from tests.support.people import EDUCATOR, STRANGER, STUDENT, students
from tests.support.quizzes import RIGHT, ROOM, WRONG, QuizCampus, paper_of

from eduverse.classrooms.errors import ClassroomArchivedAlready
from eduverse.quizzes.attempts import Sitting
from eduverse.quizzes.errors import (
    AnswerChanged,
    AnswerNotInAttempt,
    AttemptAlreadyOpen,
    AttemptClosed,
    InvalidAnswer,
    NoAttemptsLeft,
    NoOpenAttempt,
    QuizNotFound,
    QuizNotOpen,
    WrongQuizState,
)
from eduverse.quizzes.model import Attempt, AttemptState, QuizState
from eduverse.quizzes.schemas import AttemptResult
from eduverse.quizzes.service import QuizService
from eduverse.vocabulary.events import QuizSubmitted
from eduverse.vocabulary.messages import LiveQuiz, QuizClosed, UserProgress
from eduverse.vocabulary.permissions import Forbidden


@pytest.fixture
def campus() -> QuizCampus:
    campus = QuizCampus()
    campus.classes.strangers.add(STRANGER.user_id)
    return campus


# --- the teacher's side


async def test_a_quiz_begins_as_a_draft_that_only_its_teacher_sees(campus: QuizCampus) -> None:
    quiz = await campus.draft()
    assert quiz.state is QuizState.DRAFT
    assert await campus.quizzes.get(EDUCATOR, quiz.id) == quiz
    with pytest.raises(QuizNotFound):
        await campus.quizzes.get(STUDENT, quiz.id)
    with pytest.raises(Forbidden):
        await campus.quizzes.get(STRANGER, quiz.id)
    seen = [await campus.quizzes.of_classroom(who, ROOM, after=None, limit=10) for who in (EDUCATOR, STUDENT)]
    assert [len(page.items) for page in seen] == [1, 0]
    with pytest.raises(Forbidden):
        await campus.quizzes.of_classroom(STRANGER, ROOM, after=None, limit=10)


async def test_quizzes_of_a_classroom_come_newest_first_in_pages(campus: QuizCampus) -> None:
    for _ in range(5):
        campus.clock.advance(1)
        await campus.opened()
    first = await campus.quizzes.of_classroom(STUDENT, ROOM, after=None, limit=3)
    rest = await campus.quizzes.of_classroom(STUDENT, ROOM, after=first.next, limit=3)
    dates = [quiz.created_at for quiz in [*first.items, *rest.items]]
    assert (len(dates), dates) == (5, sorted(dates, reverse=True))
    assert rest.next is None


async def test_students_write_and_open_nothing(campus: QuizCampus) -> None:
    quiz = await campus.draft()
    for step in (campus.quizzes.open, campus.quizzes.close):
        with pytest.raises(Forbidden):
            await step(STUDENT, quiz.id)
    with pytest.raises(QuizNotFound):
        await campus.quizzes.open(EDUCATOR, "nothing")


async def test_the_room_is_told_that_a_quiz_opens_and_closes(campus: QuizCampus) -> None:
    quiz = await campus.opened()
    told = campus.broadcaster.messages(LiveQuiz, f"room:{ROOM}")
    assert told == await campus.quizzes.live_quizzes(ROOM)
    assert (told[0].quiz_id, told[0].question_count, told[0].opened_at) == (quiz.id, 4, campus.clock.now())
    await campus.quizzes.close(EDUCATOR, quiz.id)
    assert campus.broadcaster.messages(QuizClosed, f"room:{ROOM}") == [QuizClosed(quiz_id=quiz.id)]
    assert await campus.quizzes.live_quizzes(ROOM) == []


async def test_an_archived_classroom_has_no_new_quizzes(campus: QuizCampus) -> None:
    quiz = await campus.opened()
    campus.classes.archived.add(ROOM)
    with pytest.raises(ClassroomArchivedAlready):
        await campus.draft()
    with pytest.raises(ClassroomArchivedAlready):
        await campus.attempts.start(STUDENT, quiz.id)


async def test_illegal_steps(campus: QuizCampus) -> None:
    quiz = await campus.draft()
    with pytest.raises(WrongQuizState):
        await campus.quizzes.close(EDUCATOR, quiz.id)
    await campus.quizzes.open(EDUCATOR, quiz.id)
    with pytest.raises(WrongQuizState):
        await campus.quizzes.open(EDUCATOR, quiz.id)


# --- starting


async def test_the_server_sets_the_deadline(campus: QuizCampus) -> None:
    quiz = await campus.opened(time_limit_seconds=60)
    _, attempt, _ = await campus.attempts.start(STUDENT, quiz.id)
    assert attempt.deadline == attempt.started_at + timedelta(seconds=60)
    assert attempt.started_at == campus.clock.now()
    assert (await campus.attempts.open_attempt(STUDENT, quiz.id))[1] == attempt


@pytest.mark.parametrize("who", [EDUCATOR, STRANGER], ids=["teacher", "stranger"])
async def test_only_students_take_a_quiz(campus: QuizCampus, who: object) -> None:
    quiz = await campus.opened()
    with pytest.raises(Forbidden):
        await campus.attempts.start(EDUCATOR if who is EDUCATOR else STRANGER, quiz.id)


async def test_a_quiz_that_is_not_open_cannot_be_started(campus: QuizCampus) -> None:
    quiz = await campus.draft()
    with pytest.raises(QuizNotOpen):
        await campus.attempts.start(STUDENT, quiz.id)
    await campus.quizzes.open(EDUCATOR, quiz.id)
    await campus.quizzes.close(EDUCATOR, quiz.id)
    with pytest.raises(QuizNotOpen):
        await campus.attempts.start(STUDENT, quiz.id)


async def test_a_second_start_is_refused(campus: QuizCampus) -> None:
    quiz = await campus.opened(max_attempts=3)
    _, attempt, _ = await campus.attempts.start(STUDENT, quiz.id)
    with pytest.raises(AttemptAlreadyOpen) as caught:
        await campus.attempts.start(STUDENT, quiz.id)
    assert caught.value.extra == {"attemptId": attempt.id}


async def test_of_parallel_starts_one_opens_an_attempt(campus: QuizCampus) -> None:
    quiz = await campus.opened(max_attempts=5)
    starts = (campus.attempts.start(STUDENT, quiz.id) for _ in range(20))
    results = await asyncio.gather(*starts, return_exceptions=True)
    assert sum(isinstance(result, tuple) for result in results) == 1
    assert sum(isinstance(result, AttemptAlreadyOpen) for result in results) == 19
    assert len(await campus.attempts.attempts_of(quiz.id, STUDENT.user_id)) == 1


async def test_a_start_may_be_repeated_under_its_key(campus: QuizCampus) -> None:
    quiz = await campus.opened(max_attempts=2)
    _, attempt, _ = await campus.attempts.start(STUDENT, quiz.id, "key")
    assert (await campus.attempts.start(STUDENT, quiz.id, "key"))[1] == attempt
    with pytest.raises(AttemptAlreadyOpen):
        await campus.attempts.start(STUDENT, quiz.id, "another")
    await campus.attempts.submit(STUDENT, quiz.id, {})
    assert (await campus.attempts.start(STUDENT, quiz.id, "key"))[1].number == 1
    assert (await campus.attempts.start(STUDENT, quiz.id, "another"))[1].number == 2


async def test_parallel_starts_under_one_key_are_one_start(campus: QuizCampus) -> None:
    """A client that repeats a request before the first reply came gets the same attempt twice, not a refusal."""
    quiz = await campus.opened()
    results = await asyncio.gather(*(campus.attempts.start(STUDENT, quiz.id, "key") for _ in range(5)))
    assert len({sitting.attempt.id for sitting in results}) == 1


async def test_attempts_run_out(campus: QuizCampus) -> None:
    quiz = await campus.opened(max_attempts=2)
    for number in (1, 2):
        assert (await campus.taken(quiz, STUDENT, WRONG)).number == number
    with pytest.raises(NoAttemptsLeft):
        await campus.attempts.start(STUDENT, quiz.id)


async def test_more_than_nine_attempts_stay_in_order(campus: QuizCampus) -> None:
    quiz = await campus.opened(max_attempts=12)
    for _ in range(12):
        await campus.taken(quiz, STUDENT, WRONG)
    assert [one.number for one in await campus.attempts.attempts_of(quiz.id, STUDENT.user_id)] == list(range(1, 13))


async def test_every_attempt_has_its_own_seed(campus: QuizCampus) -> None:
    quiz = await campus.opened()
    seeds = {(await campus.attempts.start(who, quiz.id))[1].seed for who in students(20)}
    assert len(seeds) == 20


# --- saving


async def test_saved_answers_are_there_on_every_device(campus: QuizCampus) -> None:
    quiz = await campus.opened()
    await campus.attempts.start(STUDENT, quiz.id)
    await campus.attempts.save(STUDENT, quiz.id, "q1", "mars", 0)
    await campus.attempts.save(STUDENT, quiz.id, "q1", "jupiter", 1)
    await campus.attempts.save(STUDENT, quiz.id, "q2", ("s",), 0)
    campus.restarted()
    _, attempt, _ = await campus.attempts.open_attempt(STUDENT, quiz.id)
    assert {key: (one.value, one.revision) for key, one in attempt.answers.items()} == {
        "q1": ("jupiter", 2),
        "q2": (("s",), 1),
    }


async def test_of_two_tabs_that_saw_the_same_answer_one_wins(campus: QuizCampus) -> None:
    quiz = await campus.opened()
    await campus.attempts.start(STUDENT, quiz.id)
    saves = (campus.attempts.save(STUDENT, quiz.id, "q1", value, 0) for value in ("mars", "jupiter", "saturn"))
    results = await asyncio.gather(*saves, return_exceptions=True)
    assert sum(isinstance(result, Attempt) for result in results) == 1
    assert sum(isinstance(result, AnswerChanged) for result in results) == 2
    winner = next(result for result in results if isinstance(result, Attempt))
    assert (await campus.stored(winner)).answers["q1"] == winner.answers["q1"]


async def test_parallel_saves_of_different_questions_all_stay(campus: QuizCampus) -> None:
    quiz = await campus.opened()
    await campus.attempts.start(STUDENT, quiz.id)
    await asyncio.gather(*(campus.attempts.save(STUDENT, quiz.id, one, value, 0) for one, value in RIGHT.items()))
    _, attempt, _ = await campus.attempts.open_attempt(STUDENT, quiz.id)
    assert {key: one.value for key, one in attempt.answers.items()} == RIGHT


async def test_what_cannot_be_saved(campus: QuizCampus) -> None:
    quiz = await campus.opened()
    with pytest.raises(NoOpenAttempt):
        await campus.attempts.save(STUDENT, quiz.id, "q1", "mars", 0)
    await campus.attempts.start(STUDENT, quiz.id)
    with pytest.raises(AnswerNotInAttempt):
        await campus.attempts.save(STUDENT, quiz.id, "q9", "mars", 0)
    with pytest.raises(InvalidAnswer):
        await campus.attempts.save(STUDENT, quiz.id, "q1", "pluto", 0)
    with pytest.raises(NoOpenAttempt):
        await campus.attempts.save(students(1)[0], quiz.id, "q1", "mars", 0)
    with pytest.raises(QuizNotFound):
        await campus.attempts.save(STUDENT, "nothing", "q1", "mars", 0)


async def test_nothing_is_saved_after_the_deadline(campus: QuizCampus) -> None:
    quiz = await campus.opened(time_limit_seconds=60)
    await campus.attempts.start(STUDENT, quiz.id)
    await campus.attempts.save(STUDENT, quiz.id, "q1", "jupiter", 0)
    campus.clock.advance(60)
    with pytest.raises(AttemptClosed):
        await campus.attempts.save(STUDENT, quiz.id, "q1", "mars", 1)
    with pytest.raises(NoOpenAttempt):
        await campus.attempts.open_attempt(STUDENT, quiz.id)


async def test_teachers_alone_hear_how_far_somebody_is(campus: QuizCampus) -> None:
    quiz = await campus.opened()
    await campus.attempts.start(STUDENT, quiz.id)
    await campus.attempts.save(STUDENT, quiz.id, "q1", "mars", 0)
    await campus.attempts.submit(STUDENT, quiz.id, RIGHT)
    told = campus.broadcaster.messages(UserProgress)
    assert told == campus.broadcaster.messages(UserProgress, f"teachers:{ROOM}")
    assert [(one.answered, one.state, one.score) for one in told] == [
        *((0, "open", None), (1, "open", None), (4, "submitted", 1.0))
    ]
    assert (await campus.attempts.progress(STUDENT, quiz.id)).answered == 4


# --- submitting


async def test_submitting_twice_is_submitting_once(campus: QuizCampus) -> None:
    quiz = await campus.opened()
    first = await campus.taken(quiz, STUDENT, RIGHT)
    again = (await campus.attempts.submit(STUDENT, quiz.id, WRONG))[1]
    assert again == first == await campus.stored(first)
    assert len(campus.events.of(QuizSubmitted)) == 1


async def test_of_parallel_submissions_one_counts(campus: QuizCampus) -> None:
    quiz = await campus.opened()
    await campus.attempts.start(STUDENT, quiz.id)
    submissions = (campus.attempts.submit(STUDENT, quiz.id, answers) for answers in (RIGHT, WRONG, {}))
    results = [sitting.attempt for sitting in await asyncio.gather(*submissions)]
    assert results[0] == results[1] == results[2]
    assert results[0].score == 1.0


async def test_a_late_submission_counts_what_was_saved(campus: QuizCampus) -> None:
    quiz = await campus.opened(time_limit_seconds=60)
    await campus.attempts.start(STUDENT, quiz.id)
    await campus.attempts.save(STUDENT, quiz.id, "q1", "jupiter", 0)
    campus.clock.advance(3_600)
    _, attempt, _ = await campus.attempts.submit(STUDENT, quiz.id, RIGHT)
    assert (attempt.points, attempt.submitted_by, attempt.submitted_at) == (1.0, "clock", attempt.deadline)


async def test_a_submission_with_a_foreign_question_changes_nothing(campus: QuizCampus) -> None:
    quiz = await campus.opened()
    _, attempt, _ = await campus.attempts.start(STUDENT, quiz.id)
    with pytest.raises(AnswerNotInAttempt):
        await campus.attempts.submit(STUDENT, quiz.id, {**RIGHT, "q9": "x"})
    assert await campus.stored(attempt) == attempt


async def test_tokens_are_for_the_first_pass_only(campus: QuizCampus) -> None:
    quiz = await campus.opened(max_attempts=4)
    earned = []
    for answers in (WRONG, {**RIGHT, "q2": None}, RIGHT, RIGHT):
        attempt = await campus.taken(quiz, STUDENT, answers)
        earned.append((attempt.passed, attempt.tokens))
    assert earned == [(False, 0), (True, 12), (True, 0), (True, 0)]
    assert (await campus.taken(quiz, students(1)[0], RIGHT)).tokens == 20


async def test_results_are_ones_own_and_for_the_teacher_everybodys(campus: QuizCampus) -> None:
    quiz = await campus.opened()
    for who in students(5):
        await campus.taken(quiz, who, RIGHT)
    page = await campus.attempts.all_attempts(EDUCATOR, quiz, after=None, limit=3)
    rest = await campus.attempts.all_attempts(EDUCATOR, quiz, after=page.next, limit=3)
    assert {one.user_id for one in [*page.items, *rest.items]} == {who.user_id for who in students(5)}
    assert (await campus.attempts.all_attempts(students(1)[0], quiz, after=None, limit=3)).items == []


# --- closing, and what the clock does


async def test_closing_hands_in_what_is_open(campus: QuizCampus) -> None:
    quiz = await campus.opened()
    for who in students(7):
        await campus.attempts.start(who, quiz.id)
        await campus.attempts.save(who, quiz.id, "q1", "jupiter", 0)
    closed = await campus.quizzes.close(EDUCATOR, quiz.id)
    assert (closed.state, closed.draining) == (QuizState.CLOSED, False)
    attempts = (await campus.attempts.all_attempts(EDUCATOR, quiz, after=None, limit=50)).items
    assert {(one.state, one.submitted_by, one.points) for one in attempts} == {(AttemptState.GRADED, "clock", 1.0)}
    assert len(campus.events.of(QuizSubmitted)) == 7
    with pytest.raises(AttemptClosed):
        await campus.attempts.save(students(1)[0], quiz.id, "q2", ("s",), 0)


async def test_more_open_attempts_than_one_sweep_takes(campus: QuizCampus) -> None:
    quiz = await campus.opened()
    await asyncio.gather(*(campus.attempts.start(who, quiz.id) for who in students(230)))
    closed = await campus.quizzes.close(EDUCATOR, quiz.id)
    assert not closed.draining
    with pytest.raises(NoOpenAttempt):
        await campus.attempts.open_attempt(students(230)[-1], quiz.id)


@pytest.mark.parametrize("delay", range(12))
async def test_no_attempt_stays_open_when_a_start_races_with_closing(campus: QuizCampus, delay: int) -> None:
    quiz = await campus.opened()

    async def start_late() -> None:
        for _ in range(delay):
            await asyncio.sleep(0)
        await campus.attempts.start(STUDENT, quiz.id)

    results = await asyncio.gather(start_late(), campus.quizzes.close(EDUCATOR, quiz.id), return_exceptions=True)
    assert isinstance(results[0], QuizNotOpen | None)
    attempts = await campus.attempts.attempts_of(quiz.id, STUDENT.user_id)
    assert all(attempt.state is AttemptState.GRADED for attempt in attempts)


async def test_a_start_that_the_closing_did_not_see_ends_itself() -> None:
    storage = FaultyStorage()
    campus = QuizCampus(storage)
    quiz = await campus.opened()
    insert = storage.hold("attempts", "insert")
    start = asyncio.create_task(campus.attempts.start(STUDENT, quiz.id))
    await insert.reached()
    await campus.quizzes.close(EDUCATOR, quiz.id)
    insert.release()
    with pytest.raises(QuizNotOpen):
        await start
    attempts = await campus.attempts.attempts_of(quiz.id, STUDENT.user_id)
    assert [attempt.state for attempt in attempts] == [AttemptState.GRADED]


async def test_the_sweeper_submits_what_is_overdue(campus: QuizCampus) -> None:
    quiz = await campus.opened(time_limit_seconds=60)
    await campus.attempts.start(STUDENT, quiz.id)
    campus.clock.advance(30)
    await campus.attempts.start(students(1)[0], quiz.id)
    assert await campus.attempts.submit_overdue() == 0
    campus.clock.advance(30)
    assert await campus.attempts.submit_overdue() == 1
    assert await campus.attempts.submit_overdue() == 0
    campus.clock.advance(30)
    campus.restarted()
    assert await campus.attempts.submit_overdue() == 1
    assert len(campus.events.of(QuizSubmitted)) == 2


@pytest.mark.parametrize("write", range(1, 6))
@pytest.mark.parametrize("when", ["before", "after"])
async def test_closing_is_finished_after_a_crash(write: int, when: str) -> None:
    """Three open attempts, so closing is five writes; whichever is the last, the next process does the rest."""
    storage = FaultyStorage()
    campus = QuizCampus(storage)
    quiz = await campus.opened()
    started = [(await campus.attempts.start(who, quiz.id))[1] for who in students(3)]
    storage.crash_at_write(write, "before" if when == "before" else "after")
    with pytest.raises(Crash):
        await campus.quizzes.close(EDUCATOR, quiz.id)
    after: QuizService = campus.restarted()
    seen = await after.get(EDUCATOR, quiz.id)
    if seen.state is QuizState.OPEN:
        assert (write, when) == (1, "before")
        await after.close(EDUCATOR, quiz.id)
    else:
        assert await after.drain_closed() == (0 if (write, when) == (5, "after") else 1)
    assert [(await campus.stored(one)).state for one in started] == [AttemptState.GRADED] * 3
    assert not (await after.get(EDUCATOR, quiz.id)).draining
    assert await after.drain_closed() == 0


async def test_no_key_is_shown_before_the_last_attempt_is_handed_in() -> None:
    """A closing that was cut off leaves others answering: who has finished must not see the key yet."""
    storage = FaultyStorage()
    campus = QuizCampus(storage)
    quiz = await campus.opened()
    done = await campus.taken(quiz, STUDENT, RIGHT)
    await campus.attempts.start(students(1)[0], quiz.id)
    storage.crash_at_write(1, "after")
    with pytest.raises(Crash):
        await campus.quizzes.close(EDUCATOR, quiz.id)
    closing = await campus.restarted().get(STUDENT, quiz.id)
    paper = paper_of(quiz)
    now = campus.clock.now()
    assert all(one.key is None for one in AttemptResult.of(Sitting(closing, done, paper), now).review)
    await campus.quizzes.drain_closed()
    closed = await campus.quizzes.get(STUDENT, quiz.id)
    assert all(one.key is not None for one in AttemptResult.of(Sitting(closed, done, paper), now).review)


async def test_what_a_submission_leaves_to_do_is_found_until_it_is_settled(campus: QuizCampus) -> None:
    quiz = await campus.opened()
    attempt = await campus.taken(quiz, STUDENT, RIGHT)
    await campus.taken(quiz, students(1)[0], WRONG)
    assert await campus.attempts.unsettled() == [attempt]
    await campus.attempts.settle(attempt)
    await campus.attempts.settle(attempt)
    assert await campus.attempts.unsettled() == []


async def test_what_closes_at_a_time_of_its_own(campus: QuizCampus) -> None:
    closes = campus.clock.now() + timedelta(hours=1)
    soon = await campus.draft(opens_at=closes - timedelta(minutes=30), closes_at=closes)
    under_way = await campus.opened(closes_at=closes)
    await campus.draft(closes_at=closes)
    await campus.opened()
    assert {quiz.id for quiz in await campus.quizzes.to_close([ROOM])} == {soon.id, under_way.id}
    assert await campus.quizzes.to_close([]) == await campus.quizzes.to_close(["elsewhere"]) == []
