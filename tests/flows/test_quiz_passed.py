"""A quiz was handed in: its tokens, exactly once, whatever is cut off where."""

from typing import Literal

import pytest
from msgspec import structs
from tests.support.faults import Crash, FaultyStorage
from tests.support.people import EDUCATOR, STUDENT, students
from tests.support.quizzes import RIGHT, WRONG, QuizCampus

from eduverse.flows.quiz_passed import QuizPassed
from eduverse.quizzes.model import ATTEMPTS, Accommodation
from eduverse.quizzes.questions import Essay
from eduverse.rewards.limits import Limits
from eduverse.rewards.model import POSTINGS, CampusLimits
from eduverse.rewards.service import Ledger
from eduverse.vocabulary.events import AttemptMarked, QuizSubmitted


class RewardingCampus(QuizCampus):
    def __init__(self, storage: FaultyStorage | None = None, limits: CampusLimits | None = None) -> None:
        super().__init__(storage)
        self.ledger = Ledger(self.storage, clock=self.clock, limits=Limits(self.storage, limits or CampusLimits()))
        self.flow = QuizPassed(self.attempts, self.ledger)
        self.events.on(QuizSubmitted, self.flow.on_graded)
        self.events.on(AttemptMarked, self.flow.on_graded)

    async def postings(self) -> int:
        return await self.storage.collection(POSTINGS).count()


async def test_a_pass_is_rewarded_at_once() -> None:
    campus = RewardingCampus()
    quiz = await campus.opened(max_attempts=3)
    for answers in (WRONG, {**RIGHT, "q2": None}, RIGHT):
        await campus.taken(quiz, STUDENT, answers)
    assert await campus.ledger.tokens_earned(STUDENT.user_id) == 12
    assert await campus.postings() == 1
    assert await campus.attempts.unsettled() == []
    assert await campus.flow.catch_up() == 0


async def test_what_the_clock_submits_is_rewarded_too() -> None:
    campus = RewardingCampus()
    quiz = await campus.opened()
    await campus.attempts.start(STUDENT, quiz.id)
    for question_id, value in RIGHT.items():
        await campus.attempts.save(STUDENT, quiz.id, question_id, value, 0)
    await campus.quizzes.close(EDUCATOR, quiz.id)
    assert await campus.ledger.tokens_earned(STUDENT.user_id) == 20


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("write", [1, 2, 3, 4])
async def test_cut_off_anywhere_and_run_again_gives_one_posting(write: int, when: Literal["before", "after"]) -> None:
    """The writes are the attempt, what the limits grant, the posting, and ticking it off."""
    storage = FaultyStorage()
    campus = RewardingCampus(storage)
    quiz = await campus.opened()
    await campus.attempts.start(STUDENT, quiz.id)
    storage.crash_at_write(write, when)
    with pytest.raises(Crash):
        await campus.attempts.submit(STUDENT, quiz.id, RIGHT)
    again = RewardingCampus(storage)
    again.clock.advance(1)
    if (write, when) == (1, "before"):
        await again.attempts.submit(STUDENT, quiz.id, RIGHT)
    else:
        await again.flow.catch_up()
    for _ in range(2):
        assert await again.flow.catch_up() == 0
    assert (await again.ledger.tokens_earned(STUDENT.user_id), await again.postings()) == (20, 1)


async def test_catching_up_rewards_everybody_who_was_left() -> None:
    campus = RewardingCampus()
    silent = QuizCampus(campus.storage)
    quiz = await silent.opened()
    for who in students(5):
        await silent.taken(quiz, who, RIGHT)
    assert await campus.flow.catch_up() == 5
    assert [await campus.ledger.tokens_earned(who.user_id) for who in students(5)] == [20] * 5


async def test_news_of_an_attempt_that_is_settled_or_not_there_is_nothing() -> None:
    campus = RewardingCampus()
    quiz = await campus.opened()
    attempt = await campus.taken(quiz, STUDENT, RIGHT)
    for attempt_id in (attempt.id, "nothing"):
        await campus.flow.on_graded(QuizSubmitted(attempt_id=attempt_id))
    assert await campus.postings() == 1


async def test_an_essay_earns_its_tokens_when_it_is_graded() -> None:
    campus = RewardingCampus()
    quiz = await campus.opened(questions=(Essay(id="e", text="Why?", points=1.0),))
    waiting = await campus.taken(quiz, STUDENT, {"q1": "Because."})
    assert await campus.postings() == 0
    for _ in range(2):
        await campus.attempts.mark(EDUCATOR, quiz.id, waiting.id, {"q1": 1.0})
    assert (await campus.postings(), await campus.ledger.tokens_earned(STUDENT.user_id)) == (1, 20)
    assert not (await campus.stored(waiting)).unsettled


async def test_attempts_that_were_graded_at_once_hold_up_nobody() -> None:
    """Neither saw the other pass, so both say that they have earned tokens; the first posting stands."""
    campus = RewardingCampus()
    quiz = await campus.opened(max_attempts=2)
    await campus.taken(quiz, STUDENT, RIGHT)
    second = await campus.taken(quiz, STUDENT, RIGHT)
    attempts = campus.storage.collection(ATTEMPTS)
    await attempts.replace(structs.replace(await campus.stored(second), tokens=12, unsettled=True))
    assert await campus.flow.catch_up() == 1
    assert await campus.flow.catch_up() == 0
    assert (await campus.postings(), await campus.ledger.tokens_earned(STUDENT.user_id)) == (1, 20)


async def test_more_attempts_that_were_taken_back_earn_nothing_twice() -> None:
    campus = RewardingCampus()
    quiz = await campus.opened(questions=(Essay(id="e", text="Why?", points=1.0),))
    first = await campus.taken(quiz, STUDENT, {"q1": "Because."})
    await campus.quizzes.accommodate(EDUCATOR, quiz.id, STUDENT.user_id, Accommodation(extra_attempts=1))
    second = await campus.taken(quiz, STUDENT, {"q1": "Therefore."})
    await campus.quizzes.accommodate(EDUCATOR, quiz.id, STUDENT.user_id, None)
    for attempt in (second, first):
        await campus.attempts.mark(EDUCATOR, quiz.id, attempt.id, {"q1": 1.0})
    assert ((await campus.stored(first)).tokens, (await campus.stored(second)).tokens) == (0, 20)


async def test_what_a_limit_withholds_is_on_the_attempt_that_comes_back() -> None:
    campus = RewardingCampus(limits=CampusLimits(per_day=25))
    done = [await campus.taken(await campus.opened(), STUDENT, RIGHT) for _ in range(2)]
    assert [(one.tokens, one.withheld, one.passed, one.unsettled) for one in done] == [
        (20, 0, True, False),
        (20, 15, True, False),
    ]
    assert await campus.ledger.tokens_earned(STUDENT.user_id) == 25


async def test_the_day_that_counts_is_when_it_was_handed_in() -> None:
    campus = RewardingCampus(limits=CampusLimits(per_day=25))
    quizzes = [await campus.opened(questions=(Essay(id="e", text="Why?", points=1.0),)) for _ in range(2)]
    waiting = []
    for quiz in quizzes:
        waiting.append(await campus.taken(quiz, STUDENT, {"q1": "Because."}))
        campus.clock.advance(24 * 3600)
    for attempt in waiting:
        await campus.attempts.mark(EDUCATOR, attempt.quiz_id, attempt.id, {"q1": 1.0})
    assert await campus.ledger.tokens_earned(STUDENT.user_id) == 40
