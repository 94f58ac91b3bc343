"""Grading by people: queues, leases, judgements and what follows."""

import asyncio

import pytest
from tests.support.clock import NOON
from tests.support.grading import COLLEAGUE, RUBRIC_ESSAY, WRITTEN, GradingCampus, a_wish
from tests.support.people import EDUCATOR, STUDENT, students
from tests.support.quizzes import RIGHT

from eduverse.quizzes.errors import AnswerTaken, InvalidJudgement, JudgementChanged, NothingToGrade, StillRegrading
from eduverse.quizzes.model import QUIZZES, AttemptState, mark
from eduverse.quizzes.model.regrading import add_regrade
from eduverse.quizzes.questions.corrections import Drop, Regrade
from eduverse.quizzes.questions.rubric import Remark
from eduverse.vocabulary.permissions import Forbidden

A_REGRADE = Regrade(corrections=(Drop(question_id="q2"),), by="ada", by_name="Ada", at=NOON)


async def test_the_last_judgement_settles_the_attempt() -> None:
    campus = GradingCampus()
    quiz = await campus.with_essays()
    attempt = await campus.taken(quiz, STUDENT, WRITTEN)
    assert (attempt.state, attempt.score) == (AttemptState.NEEDS_GRADING, None)
    remark = Remark(start=0, end=7, text="good")
    await campus.grading.judge(EDUCATOR, quiz.id, attempt.id, "q5", a_wish(0.8, comment="Nice", remarks=(remark,)))
    assert await campus.ledger.tokens_earned(STUDENT.user_id) == 0
    task = await campus.grading.judge(EDUCATOR, quiz.id, attempt.id, "q6", a_wish(levels={"c": 1}))
    assert task.judgement is not None
    assert task.judgement.fraction == 0.5
    graded = await campus.stored(attempt)
    assert graded.state is AttemptState.GRADED
    assert graded.score == pytest.approx((5 + 4 + 2.5) / 15)
    assert await campus.ledger.tokens_earned(STUDENT.user_id) == 15
    assert graded.judgements["q5"].remarks == (remark,)
    assert [(one.marks, one.score, one.by_name) for one in graded.history] == [
        ({"q5": None}, None, "Ada"),
        ({"q6": None}, None, "Ada"),
    ]


async def test_queues_say_what_waits() -> None:
    campus = GradingCampus()
    quiz = await campus.with_essays()
    first, second = [await campus.taken(quiz, who, WRITTEN) for who in students(2)]
    await campus.taken(quiz, STUDENT, RIGHT)
    await campus.grading.judge(EDUCATOR, quiz.id, first.id, "q5", a_wish(1.0))
    queues = {one.question.id: (one.waiting, one.judged) for one in await campus.grading.queues(EDUCATOR, quiz.id)}
    assert queues == {"q5": (1, 1), "q6": (2, 0)}
    task = await campus.grading.next(EDUCATOR, quiz.id, "q5", after=None)
    assert task is not None
    assert (task.sitting.attempt.id, task.answer) == (second.id, WRITTEN["q5"])


async def test_two_who_grade_are_given_two_answers() -> None:
    campus = GradingCampus()
    quiz = await campus.with_essays()
    for who in students(2):
        await campus.taken(quiz, who, WRITTEN)
    tasks = await asyncio.gather(
        *(campus.grading.next(who, quiz.id, "q5", after=None) for who in (EDUCATOR, COLLEAGUE, EDUCATOR))
    )
    mine, theirs, again = [task.sitting.attempt.id for task in tasks if task]
    assert mine != theirs
    assert again == mine
    with pytest.raises(AnswerTaken):
        await campus.grading.judge(EDUCATOR, quiz.id, theirs, "q5", a_wish(1.0))
    campus.clock.advance(601)
    await campus.grading.judge(EDUCATOR, quiz.id, theirs, "q5", a_wish(1.0))


async def test_who_skips_goes_round() -> None:
    campus = GradingCampus()
    quiz = await campus.with_essays()
    for who in students(3):
        await campus.taken(quiz, who, WRITTEN)
    seen: list[str] = []
    for _ in range(4):
        task = await campus.grading.next(EDUCATOR, quiz.id, "q5", after=seen[-1] if seen else None)
        assert task is not None
        seen.append(task.sitting.attempt.id)
    assert len(set(seen[:3])) == 3
    assert seen[3] == seen[0]
    assert await campus.grading.next(EDUCATOR, quiz.id, "nothing", after=None) is None


async def test_a_late_judgement_is_refused_with_what_stands() -> None:
    campus = GradingCampus()
    quiz = await campus.with_essays()
    attempt = await campus.taken(quiz, STUDENT, WRITTEN)
    await campus.grading.judge(EDUCATOR, quiz.id, attempt.id, "q5", a_wish(0.4))
    with pytest.raises(JudgementChanged) as refused:
        await campus.grading.judge(COLLEAGUE, quiz.id, attempt.id, "q5", a_wish(0.9))
    assert refused.value.extra["current"] == {"fraction": 0.4, "comment": "", "byName": "Ada", "revision": 1}
    await campus.grading.judge(COLLEAGUE, quiz.id, attempt.id, "q5", a_wish(0.9, revision=1))
    assert (await campus.stored(attempt)).marks["q5"] == 0.9


async def test_a_repeated_judgement_is_one() -> None:
    campus = GradingCampus()
    quiz = await campus.with_essays()
    attempt = await campus.taken(quiz, STUDENT, WRITTEN)
    for revision in (0, 0, 1):
        await campus.grading.judge(EDUCATOR, quiz.id, attempt.id, "q5", a_wish(0.4, revision=revision))
    stored = await campus.stored(attempt)
    assert (stored.judgements["q5"].revision, len(stored.history)) == (1, 1)


async def test_only_answers_that_were_handed_in_and_wait_for_a_person_are_judged() -> None:
    campus = GradingCampus()
    quiz = await campus.with_essays()
    running = (await campus.attempts.start(STUDENT, quiz.id)).attempt
    done = await campus.taken(quiz, students(1)[0], WRITTEN)
    for attempt, question_id in ((running, "q5"), (done, "q1"), (done, "nothing")):
        with pytest.raises(NothingToGrade):
            await campus.grading.judge(EDUCATOR, quiz.id, attempt.id, question_id, a_wish(1.0))
    with pytest.raises(InvalidJudgement):
        await campus.grading.judge(EDUCATOR, quiz.id, done.id, RUBRIC_ESSAY.id, a_wish(levels={"c": 9}))


async def test_grading_is_the_teachers() -> None:
    campus = GradingCampus()
    quiz = await campus.with_essays()
    attempt = await campus.taken(quiz, STUDENT, WRITTEN)
    with pytest.raises(Forbidden):
        await campus.grading.queues(STUDENT, quiz.id)
    with pytest.raises(Forbidden):
        await campus.grading.next(STUDENT, quiz.id, "q5", after=None)
    with pytest.raises(Forbidden):
        await campus.grading.judge(STUDENT, quiz.id, attempt.id, "q5", a_wish(1.0))


async def test_a_judgement_waits_for_a_regrade_and_knows_it_then() -> None:
    campus = GradingCampus()
    quiz = await campus.with_essays()
    attempt = await campus.taken(quiz, STUDENT, WRITTEN)
    stale = await campus.attempts.sitting(EDUCATOR, quiz.id, attempt.id)
    await campus.closed(quiz)
    decided = add_regrade(await campus.quizzes.get(EDUCATOR, quiz.id), A_REGRADE)
    await campus.storage.collection(QUIZZES).replace(decided)
    with pytest.raises(StillRegrading):
        await campus.grading.judge(EDUCATOR, quiz.id, attempt.id, "q5", a_wish(1.0))
    await campus.followed.catch_up()
    marked = await campus.attempts.remark(
        stale, lambda now, one, rewarding: mark(one, now.quiz, now.paper, {"q5": 1.0}, rewarding=rewarding)
    )
    assert (marked.paper["q2"].points, marked.attempt.max_points) == (0, 13)
