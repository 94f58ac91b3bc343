"""What a regrade does to tokens: exactly once, whatever is cut off where."""

from typing import Literal

import pytest
from tests.support.faults import Crash, FaultyStorage
from tests.support.grading import WRITTEN, GradingCampus, a_wish
from tests.support.people import EDUCATOR, STUDENT, students
from tests.support.quizzes import RIGHT, WRONG

from eduverse.quizzes.model import Quiz
from eduverse.quizzes.questions.corrections import Correction, FullCredit, Rekey
from eduverse.rewards.model import POSTINGS, CampusLimits

BACKWARDS = Rekey(question_id="q1", weights={"saturn": 0, "jupiter": 0, "mars": 1})
"""Mars is right: who was right loses a fifth, who was wrong gains it."""


async def regrade(campus: GradingCampus, quiz: Quiz, *corrections: Correction) -> None:
    shown = await campus.regrading.preview(EDUCATOR, quiz.id, corrections)
    await campus.regrading.apply(EDUCATOR, quiz.id, corrections, reason="", fingerprint=shown.fingerprint)


async def tokens(campus: GradingCampus) -> list[int]:
    return [await campus.ledger.tokens_earned(who.user_id) for who in students(2)]


async def a_quiz(campus: GradingCampus) -> Quiz:
    quiz = await campus.opened(pass_score=0.2)
    for who, answers in zip(students(2), (RIGHT, WRONG), strict=True):
        await campus.taken(quiz, who, answers)
    return await campus.closed(quiz)


async def test_tokens_follow_up_and_down_by_postings_of_their_own() -> None:
    campus = GradingCampus()
    quiz = await a_quiz(campus)
    assert await tokens(campus) == [20, 0]
    await regrade(campus, quiz, BACKWARDS)
    assert await tokens(campus) == [16, 4]
    postings = (await campus.storage.collection(POSTINGS).find()).items
    assert sorted((one.rule, one.amount) for one in postings) == [
        ("quiz-passed", 20),
        ("quiz-regraded:1", 4),
        ("quiz-regraded:1", 4),
    ]
    assert await campus.ledger.balance("issuance") == -20


async def test_who_passes_no_longer_has_nothing_and_who_passes_again_has_it_again() -> None:
    campus = GradingCampus()
    quiz = await campus.opened(pass_score=1.0)
    await campus.taken(quiz, students(1)[0], RIGHT)
    await campus.closed(quiz)
    expected = [(Rekey(question_id="q3", correct=False), 0), (Rekey(question_id="q3", correct=True), 20)]
    for correction, balance in expected:
        await regrade(campus, quiz, correction)
        assert await tokens(campus) == [balance, 0]


async def test_who_has_not_passed_after_all_loses_their_certificate_and_it_was_shown_before() -> None:
    campus = GradingCampus()
    quiz = await campus.opened(pass_score=1.0)
    for who in students(2):
        await campus.taken(quiz, who, RIGHT)
    await campus.closed(quiz)
    holder = students(1)[0].user_id
    campus.certificates.held = {holder}
    harsh = Rekey(question_id="q3", correct=False)
    assert (await campus.regrading.preview(EDUCATOR, quiz.id, [harsh])).losing == {holder}
    assert (await campus.regrading.preview(EDUCATOR, quiz.id, [FullCredit(question_id="q3")])).losing == set()
    await regrade(campus, quiz, harsh)
    assert campus.certificates.ended == [(holder, "The quiz was graded anew.")]


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("write", range(1, 7))
async def test_cut_off_anywhere_and_run_again_every_token_is_there_once(
    write: int, when: Literal["before", "after"]
) -> None:
    """The writes are the decision, two attempts with a posting each, and ticking it off."""
    storage = FaultyStorage()
    campus = GradingCampus(storage)
    quiz = await a_quiz(campus)
    shown = await campus.regrading.preview(EDUCATOR, quiz.id, [BACKWARDS])
    storage.crash_at_write(write, when)
    with pytest.raises(Crash):
        await campus.regrading.apply(EDUCATOR, quiz.id, [BACKWARDS], reason="", fingerprint=shown.fingerprint)
    again = GradingCampus(storage)
    await again.followed.catch_up()
    assert await tokens(again) == ([20, 0] if (write, when) == (1, "before") else [16, 4])
    assert await again.followed.catch_up() == 0


async def test_tokens_that_were_on_their_way_arrive_first() -> None:
    """A crash left a pass unposted; the regrade books it as it was earned, then the difference."""
    storage = FaultyStorage()
    campus = GradingCampus(storage)
    quiz = await campus.opened(pass_score=0.2)
    await campus.attempts.start(students(1)[0], quiz.id)
    storage.crash_at_write(1, "after")
    with pytest.raises(Crash):
        await campus.attempts.submit(students(1)[0], quiz.id, RIGHT)
    again = GradingCampus(storage)
    await regrade(again, await again.closed(quiz), BACKWARDS)
    assert await tokens(again) == [16, 0]
    assert await again.passed.catch_up() == 0


async def test_a_pass_by_a_judgement_after_a_regrade_is_booked_once_also_when_it_is_followed_again() -> None:
    campus = GradingCampus()
    quiz = await campus.with_essays(pass_score=0.5)
    attempt = await campus.taken(quiz, STUDENT, WRITTEN)
    closed = await campus.closed(quiz)
    await regrade(campus, closed, FullCredit(question_id="q5"))
    await campus.grading.judge(EDUCATOR, quiz.id, attempt.id, "q6", a_wish(1.0))
    assert await campus.ledger.tokens_earned(STUDENT.user_id) == 20
    stored = await campus.quizzes.get(EDUCATOR, quiz.id)
    await campus.followed._follow(stored, STUDENT.user_id, [await campus.stored(attempt)])
    assert await campus.ledger.tokens_earned(STUDENT.user_id) == 20
    await regrade(campus, closed, Rekey(question_id="q3", correct=False))
    assert await campus.ledger.tokens_earned(STUDENT.user_id) == 18


async def test_what_a_limit_withholds_is_right_on_the_attempt_after_a_regrade_too() -> None:
    campus = GradingCampus(limits=CampusLimits(per_day=6))
    quiz = await campus.opened(pass_score=0.2)
    attempt = await campus.taken(quiz, students(1)[0], RIGHT)
    assert (attempt.tokens, attempt.withheld) == (20, 14)
    closed = await campus.closed(quiz)
    await regrade(campus, closed, BACKWARDS)
    stored = await campus.stored(attempt)
    assert (await tokens(campus), stored.tokens, stored.withheld) == ([6, 0], 16, 10)
