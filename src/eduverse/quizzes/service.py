"""Quizzes as their teachers run them: writing, changing, opening, closing, and who gets other times."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, NamedTuple

from msgspec import structs

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, Order, Page, Storage, VersionConflict, at_most, equals, one_of
from eduverse.kernel.errors import Problem
from eduverse.kernel.events import EventBus
from eduverse.kernel.ids import Ids
from eduverse.kernel.modify import modify
from eduverse.quizzes.attempts import AttemptService, password_fingerprint
from eduverse.quizzes.bank import BankService
from eduverse.quizzes.errors import InvalidQuestion, QuizNotFound, TooManyAccommodations, WrongQuizState
from eduverse.quizzes.model import (
    QUIZZES,
    Accommodation,
    BankRef,
    Draw,
    GradeMethod,
    Quiz,
    QuizEvent,
    QuizState,
    ReviewPolicy,
    accommodate,
    adjusted,
    advance,
    demand_deletable,
    demand_enough,
    drained,
    edit,
    question_count,
    scheduled,
)
from eduverse.quizzes.ports import Classes, SecretHash
from eduverse.quizzes.questions import Question, demand_gradable
from eduverse.vocabulary.broadcaster import Broadcaster
from eduverse.vocabulary.events import QuizOpened
from eduverse.vocabulary.messages import LiveQuiz, QuizClosed
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["BankPick", "NewQuiz", "QuizService", "Slot", "live_quiz"]

_MOST_ACCOMMODATIONS = 500
_MOST_QUESTIONS = 200
_SWEEP = 100
_OUR_FAULT = 500


class BankPick(NamedTuple):
    """A question of the bank that everybody gets."""

    item_id: str
    revision: int | None = None
    """None for the newest one."""
    points: float | None = None
    """None for what it says in the bank."""


Slot = Question | BankPick | Draw


class NewQuiz(NamedTuple):
    classroom_id: str
    title: str
    questions: tuple[Slot, ...]
    time_limit_seconds: int | None
    pass_score: float
    tokens_reward: int
    max_attempts: int
    shuffle: bool
    shuffle_options: bool = True
    grace_seconds: int = 0
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    password: str | None = None
    grade_method: GradeMethod = GradeMethod.HIGHEST
    review: ReviewPolicy = ReviewPolicy()


class QuizService:
    def __init__(  # noqa: PLR0913 (its ports)
        self,
        storage: Storage,
        *,
        clock: Clock,
        ids: Ids,
        events: EventBus,
        classes: Classes,
        broadcaster: Broadcaster,
        attempts: AttemptService,
        bank: BankService,
        secrets: SecretHash,
    ) -> None:
        self._quizzes = storage.collection(QUIZZES)
        self._clock = clock
        self._ids = ids
        self._events = events
        self._classes = classes
        self._broadcaster = broadcaster
        self._attempts = attempts
        self._bank = bank
        self._secrets = secrets

    # --- writing --------------------------------------------------------------------------------------------

    async def create(self, principal: Principal, new: NewQuiz, key: str | None = None) -> Quiz:
        """A draft. `key` makes it safe to repeat: the quiz that was created with it is given again."""
        demand(principal, Action.CREATE_QUIZ, await self._classes.standing(principal, new.classroom_id))
        await self._classes.demand_open(new.classroom_id)
        fields = await self._stored(new.classroom_id, new._asdict())
        quiz = Quiz(
            id=self._new_id(principal, key),
            author_id=principal.user_id,
            create_key=key,
            created_at=self._clock.now(),
            **fields,
        )
        try:
            return await self._quizzes.insert(scheduled(quiz))
        except AlreadyExists:
            return await self._quiz(quiz.id)

    async def change(self, principal: Principal, quiz_id: str, changes: Mapping[str, Any]) -> Quiz:
        """Changes fields of `NewQuiz`, by name. See `model.edit` for what may change when."""
        quiz = await self._teaching(principal, quiz_id, Action.CREATE_QUIZ)
        fields = await self._stored(quiz.classroom_id, changes)
        return await self._retimed(await modify(self._quizzes, quiz_id, lambda one: edit(one, fields)))

    async def delete(self, principal: Principal, quiz_id: str) -> None:
        """Removes a draft; raises `QuizInUse` for a quiz that was opened."""
        await self._teaching(principal, quiz_id, Action.CREATE_QUIZ)
        while quiz := await self._quizzes.get(quiz_id):
            demand_deletable(quiz)
            with suppress(VersionConflict):
                await self._quizzes.delete(quiz_id, quiz.version)

    async def open(self, principal: Principal, quiz_id: str) -> Quiz:
        """Starts a quiz live: students may take it, and everybody in the room is told."""
        quiz = await self._teaching(principal, quiz_id, Action.START_QUIZ)
        return await self._open(quiz, early=True)

    async def close(self, principal: Principal, quiz_id: str) -> Quiz:
        """Ends a quiz: open attempts are submitted with what was saved."""
        return await self._close(await self._teaching(principal, quiz_id, Action.START_QUIZ))

    async def accommodate(self, principal: Principal, quiz_id: str, user_id: str, own: Accommodation | None) -> Quiz:
        """Gives a student other times or more attempts, or takes them back; a running attempt follows at once."""
        quiz = await self._teaching(principal, quiz_id, Action.ACCOMMODATE)
        if own and user_id not in quiz.accommodations and len(quiz.accommodations) >= _MOST_ACCOMMODATIONS:
            raise TooManyAccommodations
        return await self._retimed(await modify(self._quizzes, quiz_id, lambda one: accommodate(one, user_id, own)))

    # --- reading --------------------------------------------------------------------------------------------

    async def get(self, principal: Principal, quiz_id: str) -> Quiz:
        """A quiz its classroom's members may know of: drafts are the teacher's."""
        quiz = await self._quiz(quiz_id)
        standing = await self._classes.standing(principal, quiz.classroom_id)
        demand(principal, Action.SEE_QUIZZES, standing)
        if quiz.state is QuizState.DRAFT and quiz.opens_at is None and standing is not Standing.TEACHER:
            raise QuizNotFound
        return quiz

    async def preview(self, principal: Principal, quiz_id: str) -> Quiz:
        """A quiz with its keys, for those who write them."""
        quiz = await self._quiz(quiz_id)
        demand(principal, Action.CREATE_QUIZ, await self._classes.standing(principal, quiz.classroom_id))
        return quiz

    async def of_classroom(
        self, principal: Principal, classroom_id: str, *, after: str | None, limit: int
    ) -> Page[Quiz]:
        """Newest first; students see no drafts but those that will open by themselves."""
        standing = await self._classes.standing(principal, classroom_id)
        demand(principal, Action.SEE_QUIZZES, standing)
        newest = Order("created_at", descending=True)
        page = await self._quizzes.find(equals("classroom_id", classroom_id), order=newest, after=after, limit=limit)
        if standing is Standing.TEACHER:
            return page
        shown = [quiz for quiz in page.items if quiz.state is not QuizState.DRAFT or quiz.opens_at]
        return Page(items=shown, next=page.next)

    async def live_quizzes(self, classroom_id: str) -> list[LiveQuiz]:
        page = await self._quizzes.find(equals("classroom_id", classroom_id), equals("state", QuizState.OPEN))
        return [live_quiz(quiz) for quiz in page.items]

    async def to_close(self, classroom_ids: Sequence[str]) -> list[Quiz]:
        """The quizzes of these classrooms that students may know of and that close at a time of their own."""
        if not classroom_ids:
            return []
        where = one_of("classroom_id", classroom_ids), one_of("state", (QuizState.DRAFT, QuizState.OPEN))
        found: list[Quiz] = []
        after = None
        while True:
            page = await self._quizzes.find(*where, after=after, limit=_SWEEP)
            found += [quiz for quiz in page.items if quiz.closes_at and (quiz.opens_at or quiz.state is QuizState.OPEN)]
            after = page.next
            if after is None:
                return found

    # --- what the clock and crashes leave to do --------------------------------------------------------------

    async def run_schedule(self) -> int:
        """Opens and closes quizzes whose time has come; returns how many. For the sweeper."""
        page = await self._quizzes.find(at_most("due_at", self._clock.now()), limit=_SWEEP)
        for quiz in page.items:
            try:
                await (self._open(quiz, early=False) if quiz.state is QuizState.DRAFT else self._close(quiz))
            except WrongQuizState:
                continue  # somebody else was faster
            except Problem as problem:
                if problem.status >= _OUR_FAULT:
                    raise
                await modify(self._quizzes, quiz.id, _unscheduled)
        return len(page.items)

    async def drain_closed(self) -> int:
        """Finishes closing quizzes where a crash cut it off; returns how many. For the sweeper."""
        page = await self._quizzes.find(equals("draining", True))
        for quiz in page.items:
            await self._drain(quiz)
        return len(page.items)

    async def retime_changed(self) -> int:
        """Finishes moving deadlines where a crash cut it off; returns how many quizzes. For the sweeper."""
        page = await self._quizzes.find(equals("retiming", True))
        for quiz in page.items:
            await self._retimed(quiz)
        return len(page.items)

    # --- inside ---------------------------------------------------------------------------------------------

    async def _quiz(self, quiz_id: str) -> Quiz:
        quiz = await self._quizzes.get(quiz_id)
        if quiz is None:
            raise QuizNotFound
        return quiz

    async def _teaching(self, principal: Principal, quiz_id: str, action: Action) -> Quiz:
        quiz = await self._quiz(quiz_id)
        demand(principal, action, await self._classes.standing(principal, quiz.classroom_id))
        await self._classes.demand_open(quiz.classroom_id)
        return quiz

    def _new_id(self, principal: Principal, key: str | None) -> str:
        """The same key of the same person is the same id, and only one insert succeeds."""
        if key is None:
            return self._ids.new()
        return self._secrets.fingerprint("quiz-create", f"{principal.user_id}:{key}")[:40]

    async def _stored(self, classroom_id: str, wish: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of `NewQuiz` as a quiz stores them: passwords hashed, questions of the bank looked up."""
        fields = dict(wish)
        if "password" in fields:
            password = fields.pop("password")
            fields["password_hash"] = password_fingerprint(self._secrets, password) if password else None
        if "questions" in fields:
            fields.update(await self._content(classroom_id, fields.pop("questions")))
        return fields

    async def _content(self, classroom_id: str, slots: Sequence[Slot]) -> dict[str, Any]:
        questions: list[Question] = []
        sources: dict[str, BankRef] = {}
        draws: list[Draw] = []
        for slot in slots:
            question_id = f"q{len(questions) + 1}"
            match slot:
                case Draw():
                    draws.append(structs.replace(slot, at=len(questions), pool=()))
                case BankPick():
                    source, question = await self._picked(classroom_id, slot)
                    if source.item_id in {one.item_id for one in sources.values()}:
                        raise InvalidQuestion("A question of the bank is in this quiz twice.")
                    sources[question_id] = source
                    questions.append(structs.replace(question, id=question_id))
                case question:
                    demand_gradable(question)
                    questions.append(structs.replace(question, id=question_id))
        if len(questions) + sum(draw.count for draw in draws) > _MOST_QUESTIONS:
            raise InvalidQuestion(f"A quiz asks at most {_MOST_QUESTIONS} questions.")
        return {"questions": tuple(questions), "sources": sources, "draws": tuple(draws)}

    async def _picked(self, classroom_id: str, pick: BankPick) -> tuple[BankRef, Question]:
        newest = await self._bank.newest(classroom_id, pick.item_id)
        source = BankRef(item_id=pick.item_id, revision=pick.revision or newest.revision)
        question = await self._bank.at(source)
        return source, question if pick.points is None else structs.replace(question, points=pick.points)

    async def _open(self, quiz: Quiz, *, early: bool) -> Quiz:
        """`early`: by its teacher, so that it opens for everybody now, whatever was planned."""
        await self._classes.demand_open(quiz.classroom_id)
        pools = {draw.tags: await self._bank.pool(quiz.classroom_id, draw.tags) for draw in quiz.draws}

        def change(one: Quiz) -> Quiz:
            now = self._clock.now()
            draws = tuple(structs.replace(draw, pool=pools.get(draw.tags, ())) for draw in one.draws)
            opens_at = min(one.opens_at, now) if early and one.opens_at else one.opens_at
            opened = structs.replace(advance(one, QuizEvent.OPEN, now), draws=draws, opens_at=opens_at)
            demand_enough(opened)
            return opened

        opened = await modify(self._quizzes, quiz.id, change)
        self._broadcaster.to_room(opened.classroom_id, live_quiz(opened))
        await self._events.publish(QuizOpened(quiz_id=opened.id))
        return opened

    async def _close(self, quiz: Quiz) -> Quiz:
        closed = await modify(self._quizzes, quiz.id, lambda one: advance(one, QuizEvent.CLOSE, self._clock.now()))
        drained_one = await self._drain(closed)
        self._broadcaster.to_room(quiz.classroom_id, QuizClosed(quiz_id=quiz.id))
        return drained_one

    async def _drain(self, quiz: Quiz) -> Quiz:
        await self._attempts.submit_all(quiz)
        return await modify(self._quizzes, quiz.id, lambda one: drained(one) if one.draining else one)

    async def _retimed(self, quiz: Quiz) -> Quiz:
        if not quiz.retiming:
            return quiz
        await self._attempts.retime(quiz)
        return await modify(self._quizzes, quiz.id, lambda one: adjusted(one, quiz.version))


def _unscheduled(quiz: Quiz) -> Quiz:
    """What cannot be done at its time is left to its teacher, rather than tried again every second."""
    return structs.replace(quiz, due_at=None)


def live_quiz(quiz: Quiz) -> LiveQuiz:
    """What the room may know of an open quiz."""
    return LiveQuiz(
        quiz_id=quiz.id,
        title=quiz.title,
        question_count=question_count(quiz),
        time_limit_seconds=quiz.time_limit_seconds,
        tokens_reward=quiz.tokens_reward,
        opened_at=quiz.opened_at or quiz.created_at,
    )
