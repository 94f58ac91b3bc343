"""Quizzes and attempts: writing, opening, taking, submitting, and reading the results."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, Order, Page, Storage, at_most, equals
from eduverse.kernel.events import EventBus
from eduverse.kernel.ids import Entropy, Ids
from eduverse.kernel.modify import modify
from eduverse.quizzes.errors import (
    AttemptAlreadyOpen,
    NoAttemptsLeft,
    NoOpenAttempt,
    QuizNotFound,
    QuizNotOpen,
)
from eduverse.quizzes.model import (
    ATTEMPTS,
    QUIZZES,
    Attempt,
    AttemptState,
    Quiz,
    QuizEvent,
    QuizState,
    Rewarding,
    advance,
    answered_count,
    attempt_id,
    deadline_of,
    drained,
    lay_out,
    save_answer,
    settle,
    submit,
)
from eduverse.quizzes.ports import Classes
from eduverse.quizzes.questions import Question, Value
from eduverse.vocabulary.broadcaster import Broadcaster
from eduverse.vocabulary.events import QuizSubmitted
from eduverse.vocabulary.messages import LiveQuiz, QuizClosed, QuizProgress, UserProgress
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["NewQuiz", "QuizService"]

_MOST_ATTEMPTS = 100
_SWEEP = 200


class NewQuiz(NamedTuple):
    classroom_id: str
    title: str
    questions: tuple[Question, ...]
    time_limit_seconds: int
    pass_score: float
    tokens_reward: int
    max_attempts: int
    shuffle: bool


class QuizService:
    def __init__(
        self,
        storage: Storage,
        *,
        clock: Clock,
        ids: Ids,
        entropy: Entropy,
        events: EventBus,
        classes: Classes,
        broadcaster: Broadcaster,
    ) -> None:
        self._quizzes = storage.collection(QUIZZES)
        self._attempts = storage.collection(ATTEMPTS)
        self._clock = clock
        self._ids = ids
        self._entropy = entropy
        self._events = events
        self._classes = classes
        self._broadcaster = broadcaster

    def now(self) -> datetime:
        """The clock that decides: a browser sets its countdown by it."""
        return self._clock.now()

    # --- the teacher's side ---------------------------------------------------------------------------------

    async def create(self, principal: Principal, new: NewQuiz) -> Quiz:
        demand(principal, Action.CREATE_QUIZ, await self._classes.standing(principal, new.classroom_id))
        await self._classes.demand_open(new.classroom_id)
        quiz = Quiz(id=self._ids.new(), author_id=principal.user_id, created_at=self._clock.now(), **new._asdict())
        return await self._quizzes.insert(quiz)

    async def open(self, principal: Principal, quiz_id: str) -> Quiz:
        """Starts a quiz live: students may take it, and everybody in the room is told."""
        quiz = await self._advance(principal, quiz_id, QuizEvent.OPEN)
        self._broadcaster.to_room(quiz.classroom_id, live_quiz(quiz))
        return quiz

    async def close(self, principal: Principal, quiz_id: str) -> Quiz:
        """Ends a quiz: open attempts are submitted with what was saved."""
        quiz = await self._drain(await self._advance(principal, quiz_id, QuizEvent.CLOSE))
        self._broadcaster.to_room(quiz.classroom_id, QuizClosed(quiz_id=quiz.id))
        return quiz

    # --- reading --------------------------------------------------------------------------------------------

    async def get(self, principal: Principal, quiz_id: str) -> Quiz:
        """A quiz its classroom's members may know of: drafts are the teacher's."""
        quiz = await self._quiz(quiz_id)
        standing = await self._classes.standing(principal, quiz.classroom_id)
        demand(principal, Action.SEE_QUIZZES, standing)
        if quiz.state is QuizState.DRAFT and standing is not Standing.TEACHER:
            raise QuizNotFound
        return quiz

    async def of_classroom(
        self, principal: Principal, classroom_id: str, *, after: str | None, limit: int
    ) -> Page[Quiz]:
        standing = await self._classes.standing(principal, classroom_id)
        demand(principal, Action.SEE_QUIZZES, standing)
        newest = Order("created_at", descending=True)
        page = await self._quizzes.find(equals("classroom_id", classroom_id), order=newest, after=after, limit=limit)
        if standing is Standing.TEACHER:
            return page
        return Page(items=[quiz for quiz in page.items if quiz.state is not QuizState.DRAFT], next=page.next)

    async def live_quizzes(self, classroom_id: str) -> list[LiveQuiz]:
        page = await self._quizzes.find(equals("classroom_id", classroom_id), equals("state", QuizState.OPEN))
        return [live_quiz(quiz) for quiz in page.items]

    async def attempts_of(self, quiz_id: str, user_id: str) -> list[Attempt]:
        """One person's attempts, oldest first; those the clock has ended are submitted first."""
        where = equals("quiz_id", quiz_id), equals("user_id", user_id)
        page = await self._attempts.find(*where, limit=_MOST_ATTEMPTS)
        attempts = [await self._submit_if_overdue(attempt) for attempt in page.items]
        return sorted(attempts, key=lambda attempt: attempt.number)

    async def all_attempts(self, principal: Principal, quiz: Quiz, *, after: str | None, limit: int) -> Page[Attempt]:
        """Everybody's attempts for the teacher; for anybody else an empty page."""
        if await self._classes.standing(principal, quiz.classroom_id) is not Standing.TEACHER:
            return Page(items=[])
        return await self._attempts.find(equals("quiz_id", quiz.id), after=after, limit=limit)

    # --- the student's side ---------------------------------------------------------------------------------

    async def start(self, principal: Principal, quiz_id: str, key: str | None = None) -> tuple[Quiz, Attempt]:
        """Opens an attempt whose deadline the server sets now.

        `key` makes it safe to repeat: the attempt that was started with it is given again. Raises
        `AttemptAlreadyOpen` with its id when there is another open one.
        """
        quiz = await self._takeable(principal, quiz_id)
        earlier = await self.attempts_of(quiz_id, principal.user_id)
        for attempt in earlier:
            if key and attempt.start_key == key:
                return quiz, attempt
            if attempt.state is AttemptState.OPEN:
                raise AttemptAlreadyOpen(attemptId=attempt.id)
        if len(earlier) >= quiz.max_attempts:
            raise NoAttemptsLeft
        wanted = self._new_attempt(principal, quiz, len(earlier) + 1, key)
        try:
            attempt = await self._attempts.insert(wanted)
        except AlreadyExists:
            return quiz, await self._started_beside(wanted)
        await self._demand_still_open(attempt)
        self._tell_teachers(quiz, attempt)
        return quiz, attempt

    async def open_attempt(self, principal: Principal, quiz_id: str) -> tuple[Quiz, Attempt]:
        """The attempt this person is in: after a reload, or on another device."""
        quiz = await self._quiz(quiz_id)
        for attempt in await self.attempts_of(quiz_id, principal.user_id):
            if attempt.state is AttemptState.OPEN:
                return quiz, attempt
        raise NoOpenAttempt

    async def save(self, principal: Principal, quiz_id: str, question_id: str, value: Value, revision: int) -> Attempt:
        """Saves one answer; when it returns, no crash loses it. See `model.save_answer` for what it raises."""
        quiz = await self._quiz(quiz_id)
        current = await self._latest(quiz_id, principal.user_id)

        def change(attempt: Attempt) -> Attempt:
            now = self._clock.now()
            return save_answer(attempt, quiz, question_id, value, revision=revision, now=now)

        saved = await modify(self._attempts, current.id, change)
        self._tell_teachers(quiz, saved)
        return saved

    async def submit(self, principal: Principal, quiz_id: str, last_answers: dict[str, Value]) -> tuple[Quiz, Attempt]:
        """Hands the newest attempt in; doing so again gives the same result and changes nothing."""
        quiz = await self._quiz(quiz_id)
        attempt = await self._latest(quiz_id, principal.user_id)
        submitted = await self._submit(
            quiz,
            attempt,
            lambda one, rewarding: submit(
                one, quiz, last_answers=last_answers, by="student", rewarding=rewarding, now=self._clock.now()
            ),
        )
        return quiz, submitted

    async def progress(self, principal: Principal, quiz_id: str) -> QuizProgress:
        """How much of this person's newest attempt the server holds; the teachers are told the same."""
        quiz = await self._quiz(quiz_id)
        attempt = await self._latest(quiz_id, principal.user_id)
        self._tell_teachers(quiz, attempt)
        return QuizProgress(quiz_id=quiz_id, answered=answered_count(attempt), question_count=len(quiz.questions))

    # --- what the clock and crashes leave to do --------------------------------------------------------------

    async def submit_overdue(self) -> int:
        """Submits attempts whose deadline has passed with what was saved; returns how many. For the sweeper."""
        overdue = equals("state", AttemptState.OPEN), at_most("deadline", self._clock.now())
        return await self._submit_all((await self._attempts.find(*overdue, limit=_SWEEP)).items)

    async def drain_closed(self) -> int:
        """Finishes closing quizzes where a crash cut it off; returns how many. For the sweeper."""
        page = await self._quizzes.find(equals("draining", True))
        for quiz in page.items:
            await self._drain(quiz)
        return len(page.items)

    async def unsettled(self) -> list[Attempt]:
        """Submitted attempts whose consequences are not confirmed."""
        return (await self._attempts.find(equals("unsettled", True), limit=_SWEEP)).items

    async def attempt(self, one_id: str) -> Attempt | None:
        return await self._attempts.get(one_id)

    async def settle(self, attempt: Attempt) -> None:
        await modify(self._attempts, attempt.id, settle)

    # --- inside ---------------------------------------------------------------------------------------------

    async def _quiz(self, quiz_id: str) -> Quiz:
        quiz = await self._quizzes.get(quiz_id)
        if quiz is None:
            raise QuizNotFound
        return quiz

    async def _takeable(self, principal: Principal, quiz_id: str) -> Quiz:
        quiz = await self._quiz(quiz_id)
        demand(principal, Action.ANSWER_QUIZ, await self._classes.standing(principal, quiz.classroom_id))
        await self._classes.demand_open(quiz.classroom_id)
        if quiz.state is not QuizState.OPEN:
            raise QuizNotOpen
        return quiz

    async def _latest(self, quiz_id: str, user_id: str) -> Attempt:
        attempts = await self.attempts_of(quiz_id, user_id)
        if not attempts:
            raise NoOpenAttempt
        return attempts[-1]

    async def _advance(self, principal: Principal, quiz_id: str, event: QuizEvent) -> Quiz:
        quiz = await self._quiz(quiz_id)
        demand(principal, Action.START_QUIZ, await self._classes.standing(principal, quiz.classroom_id))
        await self._classes.demand_open(quiz.classroom_id)
        return await modify(self._quizzes, quiz_id, lambda one: advance(one, event, self._clock.now()))

    def _new_attempt(self, principal: Principal, quiz: Quiz, number: int, key: str | None) -> Attempt:
        now = self._clock.now()
        seed = int.from_bytes(self._entropy.random_bytes(4))
        return Attempt(
            id=attempt_id(quiz.id, principal.user_id, number),
            quiz_id=quiz.id,
            classroom_id=quiz.classroom_id,
            user_id=principal.user_id,
            name=principal.name,
            number=number,
            state=AttemptState.OPEN,
            seed=seed,
            layout=lay_out(quiz, seed),
            started_at=now,
            deadline=deadline_of(quiz, now),
            start_key=key,
        )

    async def _started_beside(self, wanted: Attempt) -> Attempt:
        """The attempt that was started in our place at the same moment, if it is this very start repeated."""
        stored = await self._attempts.get(wanted.id)
        if stored and wanted.start_key and stored.start_key == wanted.start_key:
            return stored
        raise AttemptAlreadyOpen(attemptId=wanted.id)

    async def _demand_still_open(self, attempt: Attempt) -> None:
        """A quiz that was closed between our look and our insert did not see this attempt: end it here."""
        if (await self._quiz(attempt.quiz_id)).state is not QuizState.OPEN:
            await self._submit_by_clock(attempt)
            raise QuizNotOpen

    async def _drain(self, quiz: Quiz) -> Quiz:
        while await self._submit_all(await self._open_attempts_of(quiz)):
            pass
        return await modify(self._quizzes, quiz.id, lambda one: drained(one) if one.draining else one)

    async def _open_attempts_of(self, quiz: Quiz) -> list[Attempt]:
        where = equals("quiz_id", quiz.id), equals("state", AttemptState.OPEN)
        return (await self._attempts.find(*where, limit=_SWEEP)).items

    async def _submit_all(self, attempts: list[Attempt]) -> int:
        for attempt in attempts:
            await self._submit_by_clock(attempt)
        return len(attempts)

    async def _submit_if_overdue(self, attempt: Attempt) -> Attempt:
        if attempt.state is AttemptState.OPEN and self._clock.now() >= attempt.deadline:
            return await self._submit_by_clock(attempt)
        return attempt

    async def _submit_by_clock(self, attempt: Attempt) -> Attempt:
        quiz = await self._quiz(attempt.quiz_id)
        return await self._submit(
            quiz,
            attempt,
            lambda one, rewarding: submit(
                one, quiz, last_answers={}, by="clock", rewarding=rewarding, now=self._clock.now()
            ),
        )

    async def _submit(self, quiz: Quiz, attempt: Attempt, change: Callable[[Attempt, Rewarding], Attempt]) -> Attempt:
        rewarding = Rewarding(already_passed=await self._passed_before(attempt))
        before = attempt.state
        submitted = await modify(self._attempts, attempt.id, lambda one: change(one, rewarding))
        if before is AttemptState.OPEN:
            await self._events.publish(QuizSubmitted(attempt_id=submitted.id))
            self._tell_teachers(quiz, submitted)
        return submitted

    async def _passed_before(self, attempt: Attempt) -> bool:
        """Attempts of one person at one quiz follow each other, so the earlier ones are final."""
        for number in range(1, attempt.number):
            earlier = await self._attempts.get(attempt_id(attempt.quiz_id, attempt.user_id, number))
            if earlier and earlier.passed:
                return True
        return False

    def _tell_teachers(self, quiz: Quiz, attempt: Attempt) -> None:
        progress = UserProgress(
            quiz_id=quiz.id,
            user_id=attempt.user_id,
            name=attempt.name,
            answered=answered_count(attempt),
            question_count=len(quiz.questions),
            state=attempt.state.value,
            score=attempt.score,
        )
        self._broadcaster.to_teachers(quiz.classroom_id, progress)


def live_quiz(quiz: Quiz) -> LiveQuiz:
    """What the room may know of an open quiz."""
    return LiveQuiz(
        quiz_id=quiz.id,
        title=quiz.title,
        question_count=len(quiz.questions),
        time_limit_seconds=quiz.time_limit_seconds,
        tokens_reward=quiz.tokens_reward,
        opened_at=quiz.opened_at or quiz.created_at,
    )
