"""Taking a quiz: starting, saving, handing in, grading, and what the clock does meanwhile."""

from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from msgspec import structs

from eduverse.kernel.buckets import Rate, TokenBuckets
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, Page, Storage, at_most, equals
from eduverse.kernel.events import EventBus
from eduverse.kernel.ids import Entropy
from eduverse.kernel.modify import modify
from eduverse.quizzes.bank import BankService
from eduverse.quizzes.errors import (
    AttemptAlreadyOpen,
    AttemptNotFound,
    NoAttemptsLeft,
    NoOpenAttempt,
    QuizNotFound,
    QuizNotOpen,
    QuizPasswordThrottled,
    StillRegrading,
    WrongQuizPassword,
)
from eduverse.quizzes.model import (
    ATTEMPTS,
    HANDED_IN,
    QUIZZES,
    Attempt,
    AttemptState,
    Paper,
    Quiz,
    QuizState,
    Rewarding,
    StudentGrade,
    answered_count,
    attempt_id,
    corrections_of,
    demand_startable,
    draw,
    grade_by,
    is_due,
    lay_out,
    mark,
    question_count,
    save_answer,
    settle,
    submit,
    terms_for,
    timed,
    withhold,
)
from eduverse.quizzes.ports import Classes, SecretHash
from eduverse.quizzes.questions import Value
from eduverse.quizzes.questions.corrections import correct_all
from eduverse.vocabulary.broadcaster import Broadcaster
from eduverse.vocabulary.events import AttemptMarked, QuizSubmitted
from eduverse.vocabulary.messages import QuizDeadlineMoved, QuizProgress, UserProgress
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["AttemptService", "Sitting", "password_fingerprint"]

_MOST_ATTEMPTS = 100
_SWEEP = 200
_WRONG_PASSWORDS = Rate(burst=10, per_second=1 / 30)


class Sitting(NamedTuple):
    """An attempt with all that is needed to show and to grade it."""

    quiz: Quiz
    attempt: Attempt
    paper: Paper


class _Regraded(Exception):
    """The attempt's marks know a regrade that the quiz we hold does not have yet."""


class AttemptService:
    def __init__(
        self,
        storage: Storage,
        *,
        clock: Clock,
        entropy: Entropy,
        events: EventBus,
        classes: Classes,
        broadcaster: Broadcaster,
        bank: BankService,
        secrets: SecretHash,
    ) -> None:
        self._quizzes = storage.collection(QUIZZES)
        self._attempts = storage.collection(ATTEMPTS)
        self._clock = clock
        self._entropy = entropy
        self._events = events
        self._classes = classes
        self._broadcaster = broadcaster
        self._bank = bank
        self._secrets = secrets
        self._wrong_passwords = TokenBuckets(clock)

    def now(self) -> datetime:
        """The clock that decides: a browser sets its countdown by it."""
        return self._clock.now()

    # --- the student's side ---------------------------------------------------------------------------------

    async def start(
        self, principal: Principal, quiz_id: str, key: str | None = None, *, password: str | None = None
    ) -> Sitting:
        """Opens an attempt whose deadline the server sets now.

        `key` makes it safe to repeat: the attempt that was started with it is given again. Raises
        `AttemptAlreadyOpen` with its id when there is another open one.
        """
        quiz = await self._takeable(principal, quiz_id)
        earlier = await self.attempts_of(quiz_id, principal.user_id)
        for attempt in earlier:
            if key and attempt.start_key == key:
                return await self.sitting_of(quiz, attempt)
            if attempt.state is AttemptState.OPEN:
                raise AttemptAlreadyOpen(attemptId=attempt.id)
        if len(earlier) >= terms_for(quiz, principal.user_id).attempts:
            raise NoAttemptsLeft
        self._check_password(principal, quiz, password)
        wanted = await self._new_attempt(principal, quiz, len(earlier) + 1, key)
        try:
            attempt = await self._attempts.insert(wanted)
        except AlreadyExists:
            return await self.sitting_of(quiz, await self._started_beside(wanted))
        attempt = await self._confirmed(attempt)
        self._tell_teachers(quiz, attempt)
        return await self.sitting_of(quiz, attempt)

    async def open_attempt(self, principal: Principal, quiz_id: str) -> Sitting:
        """The attempt this person is in: after a reload, or on another device."""
        quiz = await self._quiz(quiz_id)
        for attempt in await self.attempts_of(quiz_id, principal.user_id):
            if attempt.state is AttemptState.OPEN:
                return await self.sitting_of(quiz, timed(attempt, quiz))
        raise NoOpenAttempt

    async def save(self, principal: Principal, quiz_id: str, question_id: str, value: Value, revision: int) -> Attempt:
        """Saves one answer; when it returns, no crash loses it. See `model.save_answer` for what it raises."""
        quiz, current, paper = await self._latest(quiz_id, principal.user_id)

        def change(attempt: Attempt) -> Attempt:
            now = self._clock.now()
            return save_answer(timed(attempt, quiz), paper, question_id, value, revision=revision, now=now)

        saved = await modify(self._attempts, current.id, change)
        self._tell_teachers(quiz, saved)
        return saved

    async def submit(self, principal: Principal, quiz_id: str, last_answers: Mapping[str, Value]) -> Sitting:
        """Hands the newest attempt in; doing so again gives the same result and changes nothing."""
        sitting = await self._latest(quiz_id, principal.user_id)
        quiz, _, paper = sitting
        submitted = await self._submit(
            sitting,
            lambda one, rewarding: submit(
                timed(one, quiz),
                quiz,
                paper,
                last_answers=last_answers,
                by="student",
                rewarding=rewarding,
                now=self._clock.now(),
            ),
        )
        return Sitting(quiz, submitted, paper)

    async def progress(self, principal: Principal, quiz_id: str) -> QuizProgress:
        """How much of this person's newest attempt the server holds; the teachers are told the same."""
        quiz, attempt, paper = await self._latest(quiz_id, principal.user_id)
        self._tell_teachers(quiz, attempt)
        return QuizProgress(quiz_id=quiz_id, answered=answered_count(attempt), question_count=len(paper))

    # --- reading --------------------------------------------------------------------------------------------

    async def attempts_of(self, quiz_id: str, user_id: str) -> list[Attempt]:
        """One person's attempts, oldest first; those the clock has ended are submitted first."""
        where = equals("quiz_id", quiz_id), equals("user_id", user_id)
        page = await self._attempts.find(*where, limit=_MOST_ATTEMPTS)
        attempts = [await self._submit_if_due(attempt) for attempt in page.items]
        return sorted(attempts, key=lambda attempt: attempt.number)

    async def sittings_of(self, quiz: Quiz, user_id: str) -> list[Sitting]:
        """One person's attempts, ready to be shown."""
        return [await self.sitting_of(quiz, one) for one in await self.attempts_of(quiz.id, user_id)]

    async def all_attempts(self, principal: Principal, quiz: Quiz, *, after: str | None, limit: int) -> Page[Attempt]:
        """Everybody's attempts for the teacher; for anybody else an empty page."""
        if await self._classes.standing(principal, quiz.classroom_id) is not Standing.TEACHER:
            return Page(items=[])
        return await self._attempts.find(equals("quiz_id", quiz.id), after=after, limit=limit)

    async def sitting(self, principal: Principal, quiz_id: str, one_id: str) -> Sitting:
        """Anybody's attempt, for the teacher."""
        quiz = await self._quiz(quiz_id)
        demand(principal, Action.SEE_ALL_RESULTS, await self._classes.standing(principal, quiz.classroom_id))
        attempt = await self._attempts.get(one_id)
        if attempt is None or attempt.quiz_id != quiz_id:
            raise AttemptNotFound
        return await self.sitting_of(quiz, attempt)

    async def grade_of(self, quiz_id: str, user_id: str) -> StudentGrade:
        """What one student has reached, by the quiz's grade method."""
        quiz = await self._quiz(quiz_id)
        return grade_by(quiz.grade_method, user_id, await self.attempts_of(quiz_id, user_id))

    async def grades(self, quiz_id: str) -> list[StudentGrade]:
        """The same for everybody who began it: what a gradebook asks for."""
        quiz = await self._quiz(quiz_id)
        by_student: dict[str, list[Attempt]] = {}
        async for attempt in self._all(quiz_id):
            by_student.setdefault(attempt.user_id, []).append(attempt)
        return [grade_by(quiz.grade_method, one, attempts) for one, attempts in sorted(by_student.items())]

    # --- grading by a person --------------------------------------------------------------------------------

    async def mark(self, principal: Principal, quiz_id: str, one_id: str, marks: Mapping[str, float]) -> Sitting:
        """Says what answers are worth, as fractions 0..1; tokens follow when the last one has its mark."""
        sitting = await self.sitting(principal, quiz_id, one_id)
        demand(principal, Action.GRADE_QUIZ, await self._classes.standing(principal, sitting.quiz.classroom_id))
        return await self.remark(
            sitting, lambda now, one, rewarding: mark(one, now.quiz, now.paper, marks, rewarding=rewarding)
        )

    async def remark(self, sitting: Sitting, change: Callable[[Sitting, Attempt, Rewarding], Attempt]) -> Sitting:
        """Changes the marks of an attempt, and tells of it.

        `change` gets the quiz and the paper that the attempt's marks know of: where the quiz was regraded
        meanwhile, it is asked again with those of now.
        """
        while True:
            rewarding = await self._rewarding(sitting.quiz, sitting.attempt)

            def checked(one: Attempt, now: Sitting = sitting, rewarding: Rewarding = rewarding) -> Attempt:
                if one.corrected > len(now.quiz.regrades):
                    raise _Regraded
                if one.corrected < len(now.quiz.regrades):
                    raise StillRegrading
                changed = change(now, one, rewarding)
                earned = changed.tokens > 0 and not one.tokens
                return structs.replace(changed, earned_after=one.corrected) if earned else changed

            try:
                marked = await modify(self._attempts, sitting.attempt.id, checked)
            except _Regraded:
                sitting = await self.sitting_of(await self._quiz(sitting.quiz.id), sitting.attempt)
                continue
            await self._events.publish(AttemptMarked(attempt_id=marked.id))
            self._tell_teachers(sitting.quiz, marked)
            return Sitting(sitting.quiz, marked, sitting.paper)

    async def replace_marks(self, one_id: str, change: Callable[[Attempt], Attempt]) -> Attempt:
        """Changes the marks of an attempt by a rule that may run again; nobody is told."""
        return await modify(self._attempts, one_id, change)

    async def everybodys(self, quiz: Quiz) -> AsyncIterator[Sitting]:
        """All attempts at a quiz, by their ids."""
        async for attempt in self._all(quiz.id):
            yield await self.sitting_of(quiz, attempt)

    # --- what the clock and crashes leave to do --------------------------------------------------------------

    async def submit_overdue(self) -> int:
        """Submits attempts whose time is over with what was saved; returns how many. For the sweeper."""
        due = equals("state", AttemptState.OPEN), at_most("due_at", self._clock.now())
        page = await self._attempts.find(*due, limit=_SWEEP)
        ended = [await self._submit_if_due(attempt) for attempt in page.items]
        return sum(attempt.state is not AttemptState.OPEN for attempt in ended)

    async def submit_all(self, quiz: Quiz) -> None:
        """Hands in whatever is open of a quiz that was closed."""
        where = equals("quiz_id", quiz.id), equals("state", AttemptState.OPEN)
        while items := (await self._attempts.find(*where, limit=_SWEEP)).items:
            for attempt in items:
                await self._submit_by_clock(await self.sitting_of(quiz, attempt))

    async def retime(self, quiz: Quiz) -> None:
        """Makes every open attempt show the times that hold now, and tells those whose deadline moved."""
        async for attempt in self._all(quiz.id, state=AttemptState.OPEN):
            changed = await modify(self._attempts, attempt.id, lambda one: timed(one, quiz))
            if changed.deadline != attempt.deadline:
                self._tell_deadline(changed)

    async def unsettled(self) -> list[Attempt]:
        """Submitted attempts whose consequences are not confirmed."""
        return (await self._attempts.find(equals("unsettled", True), limit=_SWEEP)).items

    async def attempt(self, one_id: str) -> Attempt | None:
        return await self._attempts.get(one_id)

    async def settle(self, attempt: Attempt, *, withheld: int = 0) -> None:
        """What follows from it is done; `withheld` are those of its tokens that a limit did not let it have."""
        await modify(self._attempts, attempt.id, lambda one: withhold(settle(one), withheld))

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
        demand_startable(quiz, principal.user_id, self._clock.now())
        return quiz

    def _check_password(self, principal: Principal, quiz: Quiz, password: str | None) -> None:
        if quiz.password_hash is None:
            return
        key = f"{principal.user_id}@{quiz.id}"
        if wait := self._wrong_passwords.take(key, _WRONG_PASSWORDS):
            raise QuizPasswordThrottled(retry_after=int(wait) + 1)
        if not password or password_fingerprint(self._secrets, password) != quiz.password_hash:
            raise WrongQuizPassword
        self._wrong_passwords.give_back(key)

    async def sitting_of(self, quiz: Quiz, attempt: Attempt) -> Sitting:
        """The attempt with its questions, as the quiz's corrections have made them."""
        own = {question.id: question for question in quiz.questions}
        paper = {}
        for laid in attempt.layout:
            question = await self._bank.drawn(laid.drawn) if laid.drawn else own[laid.question_id]
            paper[question.id] = question
        return Sitting(quiz, attempt, correct_all(paper, corrections_of(quiz)))

    async def _latest(self, quiz_id: str, user_id: str) -> Sitting:
        quiz = await self._quiz(quiz_id)
        attempts = await self.attempts_of(quiz_id, user_id)
        if not attempts:
            raise NoOpenAttempt
        return await self.sitting_of(quiz, attempts[-1])

    async def _new_attempt(self, principal: Principal, quiz: Quiz, number: int, key: str | None) -> Attempt:
        seed = int.from_bytes(self._entropy.random_bytes(4))
        drawn = [one for each in draw(quiz, seed) for one in each]
        bank = {one.source.item_id: await self._bank.drawn(one) for one in drawn}
        attempt = Attempt(
            id=attempt_id(quiz.id, principal.user_id, number),
            quiz_id=quiz.id,
            classroom_id=quiz.classroom_id,
            user_id=principal.user_id,
            name=principal.name,
            number=number,
            state=AttemptState.OPEN,
            seed=seed,
            layout=lay_out(quiz, seed, bank),
            started_at=self._clock.now(),
            deadline=None,
            due_at=None,
            start_key=key,
        )
        return timed(attempt, quiz)

    async def _started_beside(self, wanted: Attempt) -> Attempt:
        """The attempt that was started in our place at the same moment, if it is this very start repeated."""
        stored = await self._attempts.get(wanted.id)
        if stored and wanted.start_key and stored.start_key == wanted.start_key:
            return stored
        raise AttemptAlreadyOpen(attemptId=wanted.id)

    async def _confirmed(self, attempt: Attempt) -> Attempt:
        """A quiz that was closed or retimed between our look and our insert did not see this attempt: do it here."""
        quiz = await self._quiz(attempt.quiz_id)
        if quiz.state is not QuizState.OPEN:
            await self._submit_by_clock(await self.sitting_of(quiz, attempt))
            raise QuizNotOpen
        if timed(attempt, quiz) is attempt:
            return attempt
        return await modify(self._attempts, attempt.id, lambda one: timed(one, quiz))

    async def _all(self, quiz_id: str, state: AttemptState | None = None) -> AsyncIterator[Attempt]:
        where = [equals("quiz_id", quiz_id), *([equals("state", state)] if state else [])]
        after = None
        while True:
            page = await self._attempts.find(*where, after=after, limit=_SWEEP)
            for attempt in page.items:
                yield attempt
            if page.next is None:
                return
            after = page.next

    async def _submit_if_due(self, attempt: Attempt) -> Attempt:
        """What is stored may name an older time: the quiz decides again."""
        if not is_due(attempt, self._clock.now()):
            return attempt
        quiz = await self._quiz(attempt.quiz_id)
        if is_due(timed(attempt, quiz), self._clock.now()):
            return await self._submit_by_clock(await self.sitting_of(quiz, attempt))
        return await modify(self._attempts, attempt.id, lambda one: timed(one, quiz))

    async def _submit_by_clock(self, sitting: Sitting) -> Attempt:
        quiz, _, paper = sitting
        return await self._submit(
            sitting,
            lambda one, rewarding: submit(
                one, quiz, paper, last_answers={}, by="clock", rewarding=rewarding, now=self._clock.now()
            ),
        )

    async def _submit(self, sitting: Sitting, change: Callable[[Attempt, Rewarding], Attempt]) -> Attempt:
        quiz, attempt, _ = sitting
        rewarding = await self._rewarding(quiz, attempt)
        submitted = await modify(self._attempts, attempt.id, lambda one: change(one, rewarding))
        if attempt.state is AttemptState.OPEN:
            await self._events.publish(QuizSubmitted(attempt_id=submitted.id))
            self._tell_teachers(quiz, submitted)
            return await self._attempts.get(submitted.id) or submitted  # with what followed from it
        return submitted

    async def _rewarding(self, quiz: Quiz, attempt: Attempt) -> Rewarding:
        where = equals("quiz_id", quiz.id), equals("user_id", attempt.user_id)
        others = (await self._attempts.find(*where, limit=_MOST_ATTEMPTS)).items
        return Rewarding(already_passed=any(one.passed for one in others if one.id != attempt.id))

    def _tell_deadline(self, attempt: Attempt) -> None:
        moved = QuizDeadlineMoved(
            quiz_id=attempt.quiz_id, attempt_id=attempt.id, deadline=attempt.deadline, server_time=self._clock.now()
        )
        self._broadcaster.to_user(attempt.user_id, moved)

    def _tell_teachers(self, quiz: Quiz, attempt: Attempt) -> None:
        progress = UserProgress(
            quiz_id=quiz.id,
            user_id=attempt.user_id,
            name=attempt.name,
            answered=answered_count(attempt),
            question_count=question_count(quiz),
            state="submitted" if attempt.state in HANDED_IN else "open",
            score=attempt.score,
        )
        self._broadcaster.to_teachers(quiz.classroom_id, progress)


def password_fingerprint(secrets: SecretHash, password: str) -> str:
    return secrets.fingerprint("quiz-password", password.strip())
